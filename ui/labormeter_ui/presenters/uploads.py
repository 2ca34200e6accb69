"""What the person's uploads disclosed, and what a file would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.metadata.kinds import KINDS
from labormeter.report import practised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.metadata import Fact
    from labormeter.model import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Of how many uploads, how many disclosed which kind; these overlap."""

    uploads: int = 0
    kinds: tuple[tuple[str, int], ...] = ()

    def of(self, kind: str) -> int:
        """Return how many uploads disclosed a kind."""
        return dict(self.kinds).get(kind, 0)


def told(cells: Iterable[Cell], disclosures: Iterable[Cell]) -> Told:
    """Return what all uploads disclosed, the most frequent kind first; practice is left out."""
    uploads = sum(cell.acts for cell in cells if cell.activity == "upload" and not practised(cell))
    sums: dict[str, int] = {}
    for cell in disclosures:
        if cell.activity == "upload" and not practised(cell):
            sums[cell.disclosure] = sums.get(cell.disclosure, 0) + cell.acts
    places = {kind: place for place, kind in enumerate(KINDS)}
    ranked = sorted(sums.items(), key=lambda pair: (-pair[1], places.get(pair[0], len(places))))
    return Told(uploads=uploads, kinds=tuple(ranked))


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file that was looked into. The values are for the screen alone."""

    name: str
    facts: tuple[Fact, ...]


class UploadsPresenter(QObject):
    """Holds what was disclosed, and the file that is looked into.

    Signals:
        changed: something else is shown.
        needed: what was disclosed is to be read.
        inspect: a file is to be looked into; carries its path.
    """

    changed = Signal()
    needed = Signal()
    inspect = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Told()
        self.file: Inspected | None = None

    def open(self, shown: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say whether the page is seen; the values of a file are let go with it."""
        if shown:
            self.needed.emit()
        else:
            self.show_file(None)

    def take(self, found: Told) -> None:
        """Take what was disclosed."""
        self.state = found
        self.changed.emit()

    def show_file(self, file: Inspected | None) -> None:
        """Show what a file tells, or nothing."""
        self.file = file
        self.changed.emit()
