"""TikTok's own export: JSON whose sections were renamed over the years, and text files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from labormeter.archives import ids, moment, stream, table
from labormeter.archives.found import Found, UnreadableError, whole
from labormeter.archives.platform import Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
_SMALL: Final = ("date", "link")
_CAPITAL: Final = ("Date", "Link")
_WATCHED: Final = frozenset({"Watch History", "Video Browsing History", "Browsing History"})
_NEWER: Final = frozenset({"Your Activity", "Likes and Favorites", "Profile And Settings", "Post"})


def _wanted(path: stream.Path) -> bool:
    return bool(path) and path[-1] in _LISTS and not _WATCHED & {*path}


def _read(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for path, run in stream.runs(file, _wanted):
            layout = LATER if _NEWER & {*path} else EARLIER
            names = _CAPITAL if run and isinstance(run[0], dict) and "Date" in run[0] else _SMALL
            found = _finder(*_LISTS[path[-1]], layout, names)
            for item in run:
                if isinstance(item, dict):
                    yield found(item)


def _finder(
    kind: str, activity: str, layout: str, names: tuple[str, str] = _SMALL
) -> Callable[[dict[str, Any]], Found]:
    """Return what makes an act of an entry of one list: there are a million of these.

    `names` are those that date and link have in most of them; others are looked at more slowly.
    """
    date, link = names
    posted = activity == "post"
    search, written = ids.CLIP.search, moment.written

    def found(item: dict[str, Any]) -> Found:
        try:
            match, at = search(item[link]), written(item[date])
        except (KeyError, TypeError):
            match = None
        if match is None:
            return _otherwise(kind, activity, layout, item)
        if posted:
            return whole((activity, at, "", match[1], "", layout, kind))
        return whole((activity, at, match[1], "", "", layout, kind))

    return found


def _otherwise(kind: str, activity: str, layout: str, item: dict[str, Any]) -> Found:
    """Return an act of an entry whose names are written otherwise, or that has no clip's id."""
    low = {str(name).lower(): value for name, value in item.items()}
    link = str(low.get("link") or low.get("videolink") or low.get("url") or "")
    match, at = ids.CLIP.search(link), moment.written(low.get("date"))
    number = match[1] if match else ""
    told = low.get("comment") or low.get("username") or low.get("sharedcontent") or link
    tell = "" if match else str(told)
    if activity == "post":
        return whole((activity, at, "", number, tell, layout, kind))
    return whole((activity, at, number, "", tell, layout, kind))


def _text(kind: str, activity: str) -> Read:
    """Return what reads one list as text: `Name: value` by line, an entry begins with its date."""

    def read(member: Member, _bundle: Bundle) -> Iterator[Found]:
        with member.open() as file:
            entry: dict[str, str] = {}
            found = _finder(kind, activity, TEXT)
            for line in table.lines(file):
                name, colon, value = line.strip().partition(":")
                if not colon:
                    continue
                if name.strip().lower() == "date" and entry:
                    yield found(entry)
                    entry = {}
                entry[name.strip()] = value.strip()
            if "Date" not in entry and "date" not in entry:
                raise UnreadableError("has no entry with a date")
            yield found(entry)

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
