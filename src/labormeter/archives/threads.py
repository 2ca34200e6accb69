"""Threads: within Instagram's export, or an export of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.archives import ids, meta
from labormeter.archives.platform import HTML, READING, Platform, Topic, ending

if TYPE_CHECKING:
    from labormeter.archives.platform import Read


def _topic(kind: str, read: Read, *names: str, exact: bool = False) -> Topic:
    paths = [rf"threads/(?:.*/)?{name}(?:_\d+)?.json" for name in names]
    return Topic(kind=kind, names=ending(*paths), read=read, platform="threads", exact=exact)


TOPICS: Final = (
    _topic("posts", meta.posted, "threads_and_replies", "threads", "your_threads"),
    _topic("liked-posts", meta.marked("like", ids.thread), "liked_threads", exact=True),
    _topic("reposts", meta.marked("share", ids.thread), "reposts", "reposted_threads", exact=True),
    _topic("saved", meta.marked("save", ids.thread), "saved_threads"),
    _topic("followed", meta.marked("follow"), "following", "following_on_threads"),
)
"""Kinds of files of Threads, wherever they stand."""

THREADS: Final = Platform(
    slug="threads",
    title="Threads",
    since=2023,
    topics=TOPICS,
    marks=(ending(r"threads/threads_and_replies.json", r"threads/liked_threads.json"),),
    left=(
        (ending(r"threads/.*viewed.*\.json"), READING),
        (ending(r"threads/.*\.html"), HTML),
    ),
    wanted=("posts", "liked-posts"),
)
"""Replies stand among the posts and cannot be told from them."""
