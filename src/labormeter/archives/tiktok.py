"""TikTok's own export: JSON whose sections were renamed over the years, and text files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from labormeter.archives import ids, moment, stream, table
from labormeter.archives.found import Found, UnreadableError
from labormeter.archives.platform import Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member
    from labormeter.archives.platform import Read

LATER: Final = said("sections of today")
EARLIER: Final = said("sections of before 2024")
TEXT: Final = said("text files")
_LISTS: Final = {
    "ItemFavoriteList": ("likes", "like"),
    "FavoriteVideoList": ("favourites", "save"),
    "CommentsList": ("comments", "comment"),
    "ShareHistoryList": ("shares", "share"),
    "Following": ("followed", "follow"),
    "VideoList": ("posts", "post"),
}
"""Name of a list -> kind and activity, wherever it stands."""
_WATCHED: Final = frozenset({"Watch History", "Video Browsing History", "Browsing History"})
_NEWER: Final = frozenset({"Your Activity", "Likes and Favorites", "Profile And Settings", "Post"})


def _wanted(path: stream.Path) -> bool:
    return bool(path) and path[-1] in _LISTS and not _WATCHED & {*path}


def _read(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for path, run in stream.runs(file, _wanted):
            kind, activity = _LISTS[path[-1]]
            layout = LATER if _NEWER & {*path} else EARLIER
            for item in run:
                if isinstance(item, dict):
                    yield _found(kind, activity, item, layout)


def _found(kind: str, activity: str, item: dict[str, Any], layout: str) -> Found:
    low = item if "date" in item else {str(name).lower(): value for name, value in item.items()}
    link = str(low.get("link") or low.get("videolink") or low.get("url") or "")
    number = told = ids.clip(link)
    if not number:
        told = str(low.get("comment") or low.get("username") or low.get("sharedcontent") or link)
    at = moment.written(low.get("date"))
    if activity == "post":
        return Found(activity, at, "", number, told, layout, kind)
    return Found(activity, at, number, "", told, layout, kind)


def _text(kind: str, activity: str) -> Read:
    """Return what reads one list as text: `Name: value` by line, an entry begins with its date."""

    def read(member: Member, _bundle: Bundle) -> Iterator[Found]:
        with member.open() as file:
            entry: dict[str, str] = {}
            for line in table.lines(file):
                name, colon, value = line.strip().partition(":")
                if not colon:
                    continue
                if name.strip().lower() == "date" and entry:
                    yield _found(kind, activity, entry, TEXT)
                    entry = {}
                entry[name.strip()] = value.strip()
            if "Date" not in entry and "date" not in entry:
                raise UnreadableError("has no entry with a date")
            yield _found(kind, activity, entry, TEXT)

    return read


def _written(kind: str, activity: str, *names: str) -> Topic:
    return Topic(
        kind=kind, names=ending(*(rf"{name}\.txt" for name in names)), read=_text(kind, activity),
        exact=activity in {"like", "save"},
    )  # fmt: skip


TIKTOK: Final = Platform(
    slug="tiktok",
    title="TikTok",
    since=2014,
    topics=(
        Topic(kind="", names=ending(r"user_data(?:_tiktok)?\.json"), read=_read, exact=True),
        _written("likes", "like", "like list"),
        _written("favourites", "save", "favorite videos"),
        _written("comments", "comment", "comments?"),
        _written("shares", "share", "share history"),
        _written("followed", "follow", "following(?: list)?"),
        _written("posts", "post", "posts?", "videos"),
    ),
    marks=(
        ending(r"user_data(?:_tiktok)?\.json"),
        ending(r"(?:like list|share history|browsing history|watch history)\.txt"),
    ),
)
