"""Cards and seats that tests are made of."""

from pathlib import Path

from labormeter.exports import document
from labormeter.exports.build import Wanted, build
from labormeter.exports.document import Document
from labormeter.model import SECOND, Cell
from labormeter.room import file
from labormeter.room.file import Floor, RoomFile
from labormeter.room.seat import Seat, seat, views
from labormeter.valuation import shelf

TODAY = "2026-11-25"
FIRST, LAST = "2026-W46", "2026-W47"
HANDLES = [f"{one}-{other}" for one in ("amber", "birch", "cedar") for other in
           ("otter", "badger", "falcon", "heron", "acorn", "almond", "anchor", "apple")]  # fmt: skip


def room(**changes: object) -> RoomFile:
    said: dict[str, object] = {
        "id": "00112233445566aa",
        "first": FIRST,
        "last": LAST,
        "currency": "EUR",
        "floor": Floor(amount=11_880_000, country="FR", source="Smic", day="2024-11-01"),
        "book": file.pinned(shelf.shipped()),
    }
    return RoomFile(**(said | changes))  # type: ignore[arg-type]


def cell(platform: str, activity: str, n: int, day: str = "2026-11-09", seconds: int = 0) -> Cell:
    timed = n if seconds else 0
    return Cell(
        day, platform, activity, "wire", gestures=n, net=n, seconds=seconds * SECOND, timed=timed
    )


def card(
    handle: str,
    *cells: Cell,
    days: int = 10,
    told: tuple[Cell, ...] = (),
    first: str = FIRST,
    last: str = LAST,
    **said: object,
) -> Document:
    minutes = [(f"2026-11-{9 + one:02}", 60) for one in range(days)]
    return build(
        "room",
        cells,
        Wanted(first=first, last=last),
        disclosures=told,
        minutes=minutes,
        said={"handle": handle, **said},
    )


def likes(number: int) -> list[Document]:
    """So many cards, of 10, 20, 30 and so on likes on Facebook."""
    return [card(HANDLES[at], cell("facebook", "like", 10 * (at + 1))) for at in range(number)]


def seats(cards: list[Document], at: RoomFile | None = None) -> list[Seat]:
    known = at or room()
    book = file.book_of(known)
    return [seat(one, views(known, book), book) for one in cards]


def put(folder: Path, cards: list[Document]) -> list[Path]:
    paths = [folder / f"{place}.json" for place in range(len(cards))]
    for path, one in zip(paths, cards, strict=True):
        path.write_bytes(document.write(one))
    return paths
