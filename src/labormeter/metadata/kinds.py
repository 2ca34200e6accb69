"""The kinds of metadata that a file can disclose, and how they are shown together.

exiftool.toml says in exiftool's words which tags make which kind; the two lists are compared by a
test, so that neither can drift.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.metadata.fact import Fact

type Group = Literal["where", "when", "which device", "who", "how edited", "what it shows"]

GROUPS: Final[tuple[Group, ...]] = (
    "where",
    "when",
    "which device",
    "who",
    "how edited",
    "what it shows",
)
"""The questions that metadata answers, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of metadata: the question it answers, and whether it says little by itself."""

    name: str
    group: Group
    means: str
    weak: bool = False


_ALL: Final[tuple[Kind, ...]] = (
    Kind("gps", "where", "coordinates of the place"),
    Kind("place", "where", "name of the place"),
    Kind("datetime", "when", "date or time"),
    Kind("duration", "when", "length of a recording", weak=True),
    Kind("camera_make", "which device", "maker of the camera or phone"),
    Kind("camera_model", "which device", "model of the camera or phone"),
    Kind("lens", "which device", "lens"),
    Kind("serial", "which device", "serial number of camera or lens"),
    Kind("device_name", "which device", "name of the computer or device"),
    Kind("orientation", "which device", "how the device was held", weak=True),
    Kind("owner", "who", "owner of the device"),
    Kind("author", "who", "author or artist"),
    Kind("organisation", "who", "company, publisher or agency"),
    Kind("copyright", "who", "copyright and licence"),
    Kind("faces", "who", "faces found, or people named"),
    Kind("software", "how edited", "program that made or changed it"),
    Kind("edit_history", "how edited", "steps, revisions or time of editing"),
    Kind("identifier", "how edited", "unique number that ties copies together"),
    Kind("filename", "how edited", "name that the file had elsewhere"),
    Kind("title", "what it shows", "title or headline"),
    Kind("description", "what it shows", "caption, comment or description"),
    Kind("keywords", "what it shows", "keywords and subjects"),
    Kind("thumbnail", "what it shows", "second, smaller picture inside"),
)

KINDS: Final = {kind.name: kind for kind in _ALL}
"""Every kind, grouped, the strongest of a group first."""


def grouped(facts: Iterable[Fact]) -> dict[Group, dict[Kind, list[Fact]]]:
    """Return facts by group and kind, in the order in which they are shown."""
    found: dict[Group, dict[Kind, list[Fact]]] = {}
    told = list(facts)
    for kind in _ALL:
        same = [fact for fact in told if fact.kind == kind.name]
        if same:
            found.setdefault(kind.group, {})[kind] = same
    return found
