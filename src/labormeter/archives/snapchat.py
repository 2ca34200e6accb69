"""Snapchat's own export: what is not private of it, which is little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.archives import moment, stream
from labormeter.archives.found import Found
from labormeter.archives.platform import HTML, MESSAGES, Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member

LAYOUT: Final = said("JSON files")


def _memories(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read memories: files that were put on Snapchat's servers, with the place it has of them."""
    with member.open() as file:
        for _, item in stream.items(file, lambda path: path == ("Saved Media",)):
            if not isinstance(item, dict):
                continue
            place = str(item.get("Location") or "")
            known = ("gps", "datetime") if any(c in "123456789" for c in place) else ("datetime",)
            tell = str(item.get("Download Link") or "")
            at = moment.written(item.get("Date"))
            yield Found("upload", at, tell=tell, layout=LAYOUT, known=known)


def _friends(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        wanted = {"Friends": "", "Friend Requests Sent": "request"}
        for path, item in stream.items(file, lambda path: bool(path) and path[-1] in wanted):
            if isinstance(item, dict):
                at = moment.written(item.get("Creation Timestamp"))
                tell = str(item.get("Username") or "")
                yield Found("follow", at, tell=tell, layout=LAYOUT, finer=wanted[path[-1]])


def _stories(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for _, item in stream.items(file, lambda path: len(path) == 1 and "Story" in path[0]):
            if isinstance(item, dict) and item.get("Created"):
                tell = str(item.get("Story Id") or item.get("Story URL") or "")
                yield Found("post", moment.written(item["Created"]), tell=tell, layout=LAYOUT)


SNAPCHAT: Final = Platform(
    slug="snapchat",
    title="Snapchat",
    since=2011,
    topics=(
        Topic(kind="memories", names=ending(r"memories_history\.json"), read=_memories),
        Topic(kind="friends", names=ending(r"json/friends\.json"), read=_friends),
        Topic(kind="stories", names=ending(r"json/shared_story\.json"), read=_stories),
    ),
    marks=(ending(r"json/(?:snap_history|chat_history|snapchat_ai|user_profile)\.json"),),
    left=(
        (ending(r"(?:chat_history|snap_history|talk_history)\.json"), MESSAGES),
        (ending(r"html/(?:memories_history|friends|chat_history)\.html"), HTML),
    ),
    wanted=("memories",),
)
