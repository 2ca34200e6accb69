"""A practice shift as the person sees it counted: live while it runs, compared when it is over."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter import report

if TYPE_CHECKING:
    from labormeter_ui.picture import Picture


@dataclass(frozen=True, slots=True)
class Compared:
    """One kind of act: what the practice site accepted, and what was counted."""

    kind: str
    accepted: int
    counted: int

    @property
    def agrees(self) -> bool:
        """Return whether both are the same."""
        return self.accepted == self.counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A practice shift."""

    running: bool = False
    by_hand: bool = False
    """The person does it; else a script does, in a browser without a window."""
    counted: tuple[tuple[str, int], ...] = ()
    """Activities that arrived in this shift, with their numbers, the most first."""
    outcome: tuple[Compared, ...] = ()
    """What the site and labormeter say, once it is over; empty where nothing was done."""
    over: bool = False
    fault: str = ""
    """Why it could not be finished."""

    @property
    def total(self) -> int:
        """Return how many acts arrived."""
        return sum(count for _, count in self.counted)

    @property
    def agrees(self) -> bool:
        """Return whether something was done and all of it was counted rightly."""
        return bool(self.outcome) and all(line.agrees for line in self.outcome)


def outcome(said: str) -> tuple[Compared, ...]:
    """Read the comparison from what the verb said; lines that are none are passed over."""
    found = []
    for line in said.splitlines():
        try:
            record = json.loads(line)
            found.append(Compared(record["act"], record["accepted"], record["counted"]))
        except (ValueError, TypeError, KeyError):
            continue
    return tuple(found)


class PracticePresenter(QObject):
    """Holds a practice shift.

    Signals:
        changed: it stands otherwise.
        wanted: one is to begin; carries whether the person does it by hand.
        unwanted: the one that runs is to end.
    """

    changed = Signal()
    wanted = Signal(bool)
    unwanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Practice()
        self._now: Counter[str] = Counter()
        self._before: Counter[str] = Counter()

    def begin(self, *, by_hand: bool) -> None:
        """Begin a shift, unless one runs."""
        if self.state.running:
            return
        self._before = Counter(self._now)
        self._hold(Practice(running=True, by_hand=by_hand))
        self.wanted.emit(by_hand)

    def stop(self) -> None:
        """End the shift that runs."""
        if self.state.running:
            self.unwanted.emit()

    def see(self, picture: Picture) -> None:
        """Take a new picture of the ledger."""
        self._now = Counter()
        for cell in picture.cells:
            if report.practised(cell):
                self._now[cell.activity] += cell.gestures
        if self.state.running or self.state.over:
            arrived = (self._now - self._before).most_common()
            self._hold(replace(self.state, counted=tuple(arrived)))

    def end(self, code: int, said: str) -> None:
        """Take the end of the shift: its exit code, and all that it said."""
        found = outcome(said)
        lines = said.strip().splitlines()
        fault = lines[-1] if code and not found and lines else ""
        self._hold(replace(self.state, running=False, over=True, outcome=found, fault=fault))

    def _hold(self, fresh: Practice) -> None:
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
