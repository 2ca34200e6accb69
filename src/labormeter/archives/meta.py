"""Shapes that exports of Facebook, Instagram and Threads share, whatever language they are in.

The keys of a shape are Meta's own; names within `string_map_data` and labels follow the language
of the account and are never read. A moment is where a timestamp stands, a target where an address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from labormeter.archives import moment, stream
from labormeter.archives.found import Found
from labormeter.archives.ids import mended
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from labormeter.archives.bundle import Bundle, Member
    from labormeter.archives.platform import Read

OLDER: Final = said("named lists")
NEWER: Final = said("labelled values (since 2025)")
PLAIN: Final = said("plain entries")
MEDIA: Final = said("media")
FIRST: Final = said("lists of 2018")

_KEPT: Final = {
    "latitude": "gps",
    "longitude": "gps",
    "taken_timestamp": "datetime",
    "date_time_original": "datetime",
    "date_time_digitized": "datetime",
    "camera_make": "camera_make",
    "camera_model": "camera_model",
    "lens_make": "lens",
    "lens_model": "lens",
    "software": "software",
    "orientation": "orientation",
    "device_id": "device_name",
}
"""What Meta says it kept of a photo -> our kind of metadata. Its values are not looked at."""


class Entry(NamedTuple):
    """One entry of a list, as far as it tells of an act."""

    at: int | None
    address: str
    tell: str
    layout: str
    item: dict[str, Any]


def entries(member: Member, wanted: Callable[[stream.Path], bool] | None = None) -> Iterator[Entry]:
    """Yield the entries of a file's lists: bare, or under one name whatever it is."""
    with member.open() as file:
        for _, item in stream.items(file, wanted or _top):
            if isinstance(item, dict):
                yield from entry(item)


def _top(path: stream.Path) -> bool:
    return len(path) <= 1


def under(*names: str) -> Callable[[stream.Path], bool]:
    """Return what wants the lists of these names, whatever number of a version follows them."""
    return lambda path: bool(path) and path[-1].rstrip("0123456789").removesuffix("_v") in names


def entry(item: dict[str, Any]) -> Iterator[Entry]:
    """Yield what one entry tells of; several where it lists several."""
    listed = item.get("string_list_data")
    if isinstance(listed, list):
        title = item.get("title")
        for one in _dicts(listed) or [{}]:
            at = moment.seconds(one.get("timestamp"))
            yield Entry(at, _text(one.get("href")), _tell(title, one.get("value")), OLDER, item)
    elif isinstance(item.get("label_values"), list):
        at = moment.seconds(item.get("timestamp"))
        yield Entry(at, _address(item["label_values"]), _text(item.get("fbid")), NEWER, item)
    elif isinstance(item.get("string_map_data"), dict):
        values = [one for one in item["string_map_data"].values() if isinstance(one, dict)]
        moments = [at for one in values if (at := moment.seconds(one.get("timestamp")))]
        address = next((_text(one["href"]) for one in values if one.get("href")), "")
        told = _tell(*(one.get("value") for one in values))
        yield Entry(min(moments, default=None), address, told, OLDER, item)
    else:
        at = moment.seconds(item.get("timestamp") or item.get("creation_timestamp"))
        told = _tell(item.get("title"), item.get("name"), item.get("uri"))
        yield Entry(at, _text(item.get("url")), told, PLAIN, item)


def marked(
    activity: str, id_of: Callable[[str], str] = lambda address: address, finer: str = ""
) -> Read:
    """Return what reads a list of which each entry is such an act."""

    def read(member: Member, _bundle: Bundle) -> Iterator[Found]:
        for one in entries(member):
            target = id_of(one.address) if one.address else ""
            yield Found(
                activity, one.at, target=target, tell=one.tell, layout=one.layout, finer=finer
            )

    return read


def posted(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read posts with their media: each post, and after it an upload for each file."""
    for one in entries(member):
        found = _dicts(one.item.get("media"))
        at = one.at or next((_taken(each) for each in found), None)
        told = one.tell or _tell(*(each.get("title") for each in found))
        yield Found("post", at, tell=told, layout=one.layout)
        yield from uploads(found, at)


def filmed(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read stories, reels and films: each is a post and the upload of one file."""
    for one in entries(member):
        found = [one.item] if "uri" in one.item else _dicts(one.item.get("media"))
        at = one.at or next((_taken(each) for each in found), None)
        yield Found("post", at, tell=one.tell, layout=one.layout)
        yield from uploads(found, at)


def uploads(found: Iterable[dict[str, Any]], at: int | None) -> Iterator[Found]:
    """Yield an upload for each file of a post, joined to it."""
    for each in found:
        uri = _text(each.get("uri"))
        if not uri:
            continue
        yield Found(
            "upload",
            _taken(each) or at,
            tell=uri,
            layout=MEDIA,
            kind="uploads",
            file=uri,
            known=kept(each.get("media_metadata")),
            joined=True,
        )


def kept(given: object) -> tuple[str, ...]:
    """Return the kinds of metadata that Meta says it has of a photo, by the names of its fields."""
    kinds: dict[str, None] = {}
    if isinstance(given, dict):
        for each in given.values():
            for exif in _dicts(each.get("exif_data") if isinstance(each, dict) else None):
                kinds |= {_KEPT[name]: None for name in exif if name in _KEPT}
    return tuple(kinds)


def _taken(each: dict[str, Any]) -> int | None:
    return moment.seconds(each.get("creation_timestamp"))


def _dicts(given: object) -> list[dict[str, Any]]:
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []


def _address(labelled: list[Any]) -> str:
    """Return the first address among labelled values, whatever its label is called."""
    for one in _dicts(labelled):
        for given in (one.get("href"), one.get("value")):
            if isinstance(given, str) and given.startswith(("https://", "http://")):
                return given
    return ""


def _text(given: object) -> str:
    return given if isinstance(given, str) else ""


def _tell(*given: object) -> str:
    return "\n".join(mended(one) for one in given if isinstance(one, str))
