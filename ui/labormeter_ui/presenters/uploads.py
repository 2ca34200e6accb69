"""What the person's uploads disclosed, and what a file would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.metadata.kinds import KINDS
from labormeter.report import practised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from labormeter.metadata import Fact
    from labormeter.model import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """Of how many uploads to one platform, how many told where, when and with which device."""

    name: str
    uploads: int
    where: int = 0
    when: int = 0
    device: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Of how many uploads, how many disclosed which kind; these overlap."""

    uploads: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    platforms: tuple[Platform, ...] = ()

    def of(self, kind: str) -> int:
        """Return how many uploads disclosed a kind."""
        return dict(self.kinds).get(kind, 0)


def told(cells: Iterable[Cell], disclosures: Iterable[Cell]) -> Told:
    """Return what all uploads disclosed, the most frequent kind first; practice is left out."""
    sent, kept = _sums(cells), _sums(disclosures)
    sums: dict[str, int] = {}
    for (_, kind), acts in kept.items():
        sums[kind] = sums.get(kind, 0) + acts
    places = {kind: place for place, kind in enumerate(KINDS)}
    ranked = sorted(sums.items(), key=lambda pair: (-pair[1], places.get(pair[0], len(places))))
    return Told(uploads=sum(sent.values()), kinds=tuple(ranked), platforms=_platforms(sent, kept))


def _sums(cells: Iterable[Cell]) -> dict[tuple[str, str], int]:
    """Return how many uploads there are by platform and kind of disclosure."""
    sums: dict[tuple[str, str], int] = {}
    for cell in cells:
        if cell.activity == "upload" and not practised(cell):
            key = (cell.platform, cell.disclosure)
            sums[key] = sums.get(key, 0) + cell.acts
    return sums


def _platforms(
    sent: Mapping[tuple[str, str], int], kept: Mapping[tuple[str, str], int]
) -> tuple[Platform, ...]:
    """Return what each platform was told, the one with most uploads first."""
    found = [
        Platform(
            name=name,
            uploads=uploads,
            where=kept.get((name, "gps"), 0),
            when=kept.get((name, "datetime"), 0),
            device=max(kept.get((name, kind), 0) for kind in ("camera_make", "camera_model")),
        )
        for (name, _), uploads in sent.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.uploads, one.name)))


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
