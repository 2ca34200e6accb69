"""A small ledger's cells and the documents that are drawn up from it, the same each time."""

from typing import Any

from labormeter.exports.build import Wanted, build
from labormeter.exports.document import Document
from labormeter.exports.form import Kind
from labormeter.model import SECOND, Cell, Source

TODAY = "2026-11-25"
BOOK = "2026-11 0123456789abcdef"
OWN: dict[Kind, dict[str, Any]] = {
    "full": {"book": BOOK},
    "room": {"handle": "amber-otter", "room": "0123456789abcdef"},
    "study": {"study": "likes-2026", "country": "FR", "age_band": "25-34"},
}


def cell(day: str, platform: str, activity: str, net: int, **more: Any) -> Cell:
    source: Source = more.pop("source", "wire")
    usual = {"gestures": net, "acts": net, "net": net}
    return Cell(day=day, platform=platform, activity=activity, source=source, **(usual | more))


CELLS = (
    cell("2026-10-26", "x", "like", 12, gestures=14, acts=16),
    cell("2026-10-27", "x", "like", 3),
    cell("2026-11-02", "x", "like", -2, gestures=1, acts=4),
    cell("2026-11-02", "recaptcha", "captcha", 2, seconds=31 * SECOND, timed=2),
    cell("2026-11-03", "instagram", "upload", 4, finer="picture", posted=3),
    cell("2026-11-04", "facebook", "follow", 2, finer="request"),
    cell("2026-11-04", "bing", "reward", 150, unit="POINT"),
    cell("2026-11-04", "my-own-forum", "post", 5),
    cell("2026-11-05", "reddit", "post", 9, source="archive"),
    cell("2026-11-05", "practice", "like", 7, source="practice"),
    cell("2026-11-09", "x", "comment", 1),
)
DISCLOSED = (
    cell("2026-11-03", "instagram", "upload", 3, disclosure="gps"),
    cell("2026-11-03", "instagram", "upload", 4, disclosure="datetime"),
)
MINUTES = (("2026-10-26", 61), ("2026-10-27", 0), ("2026-11-02", 120), ("2026-11-03", 30))
WEEKS = Wanted(first="2026-W44", last="2026-W46")


def document(kind: Kind, wanted: Wanted = WEEKS, **own: Any) -> Document:
    sources = frozenset({"wire", "archive"}) if kind == "full" else wanted.sources
    chosen = Wanted(
        **{name: getattr(wanted, name) for name in Wanted.__slots__} | {"sources": sources}
    )
    return build(
        kind,
        CELLS,
        chosen,
        disclosures=DISCLOSED,
        minutes=MINUTES,
        program="0.1.0",
        said=OWN[kind] | own,
    )
