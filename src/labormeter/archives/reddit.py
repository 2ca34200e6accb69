"""Reddit's own export: a flat zip of CSV files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.archives import moment, table
from labormeter.archives.found import Found
from labormeter.archives.platform import MESSAGES, Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member
    from labormeter.archives.platform import Read

LAYOUT: Final = said("CSV tables")
HEADERS: Final = said("CSV tables without texts")
_VOTES: Final = {"up": "like", "down": "dislike"}


def _votes(prefix: str) -> Read:
    """Return what reads votes: those up and down, none of which has a date."""

    def read(member: Member, _bundle: Bundle) -> Iterator[Found]:
        with member.open() as file:
            for row in table.records(file, "id", "direction"):
                activity = _VOTES.get(row.get("direction", "").strip().lower())
                if activity is not None:
                    yield Found(activity, None, target=prefix + row["id"], layout=LAYOUT, once=True)

    return read


def _written(activity: str, prefix: str, layout: str) -> Read:
    def read(member: Member, _bundle: Bundle) -> Iterator[Found]:
        with member.open() as file:
            for row in table.records(file, "id", "permalink", "date"):
                parent = row.get("parent", "").strip() or ""
                if activity == "comment" and not parent and row.get("link"):
                    parent = "t3_" + row["link"].rstrip("/").rsplit("/", 2)[-2]
                made = prefix + row["id"]
                at = moment.written(row.get("date"))
                yield Found(activity, at, target=parent, made=made, layout=layout)

    return read


def _listed(activity: str, *needed: str) -> Read:
    def read(member: Member, _bundle: Bundle) -> Iterator[Found]:
        with member.open() as file:
            for row in table.records(file, *needed):
                told = row.get(needed[0], "")
                yield Found(activity, None, tell=told, layout=LAYOUT, once=True)

    return read


def _saved(prefix: str) -> Read:
    def read(member: Member, _bundle: Bundle) -> Iterator[Found]:
        with member.open() as file:
            for row in table.records(file, "id", "permalink"):
                yield Found("save", None, target=prefix + row["id"], layout=LAYOUT, once=True)

    return read


def _topic(kind: str, name: str, read: Read, *needs: str, exact: bool = True) -> Topic:
    names = ending(rf"{name}(?:_\d+)?\.csv")
    return Topic(kind=kind, names=names, read=read, needs=needs, exact=exact)


REDDIT: Final = Platform(
    slug="reddit",
    title="Reddit",
    since=2005,
    topics=(
        _topic("post-votes", "post_votes", _votes("t3_"), "direction"),
        _topic("comment-votes", "comment_votes", _votes("t1_"), "direction"),
        _topic("comments", "comments", _written("comment", "t1_", LAYOUT), "permalink"),
        _topic("comments", "comment_headers", _written("comment", "t1_", HEADERS), "permalink"),
        _topic("posts", "posts", _written("post", "t3_", LAYOUT), "permalink"),
        _topic("posts", "post_headers", _written("post", "t3_", HEADERS), "permalink"),
        _topic("poll-votes", "poll_votes", _listed("vote", "post_id"), "post_id", exact=False),
        _topic(
            "subscribed", "subscribed_subreddits", _listed("follow", "subreddit"), "subreddit",
            exact=False,
        ),
        _topic("saved-posts", "saved_posts", _saved("t3_"), "permalink"),
        _topic("saved-comments", "saved_comments", _saved("t1_"), "permalink"),
    ),
    marks=(
        ending(r"(?:post|comment)_votes(?:_\d+)?\.csv", r"subscribed_subreddits\.csv"),
        ending(r"(?:hidden_posts|approved_submitter_subreddits|gilded_content)\.csv"),
    ),
    left=(
        (ending(r"(?:messages(?:_archive)?|message_headers|chat_history)(?:_\d+)?\.csv"), MESSAGES),
        (ending(r"hidden_posts(?:_\d+)?\.csv"), said("what was hidden was not given to anybody")),
    ),
    wanted=("post-votes", "comment-votes", "comments", "posts"),
)  # fmt: skip
