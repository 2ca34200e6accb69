"""Metering and its controls: a button changes only when the meter has acknowledged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from labormeter.model import SECOND

if TYPE_CHECKING:
    from labormeter_ui.picture import Mode, Picture, Verb

PATIENCE: Final = 5 * SECOND
"""How long a meter may take to acknowledge before the window says that it does not answer."""

VERBS: Final[dict[Mode, tuple[Verb, ...]]] = {
    "absent": ("start",),
    "starting": (),
    "metering": ("pause", "private", "stop"),
    "paused": ("start", "private", "stop"),
    "private": ("start", "stop"),
    "stopped": ("start",),
}
"""What can be asked for in each mode. `start` also resumes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What metering is doing."""

    mode: Mode = "absent"
    since: int | None = None
    offset: int = 0
    waiting: Verb | None = None
    """What was asked for and is not acknowledged yet."""
    unanswered: bool = False
    """The meter has taken longer than `PATIENCE` to acknowledge."""
    gap: bool = False
    """A gap is open: metering is meant to run and does not, or is just being restarted."""
    gap_reason: str = ""

    def allows(self, verb: Verb) -> bool:
        """Whether a verb can be asked for now."""
        return self.waiting is None and verb in VERBS[self.mode]


def shift(picture: Picture) -> Shift:
    """Return what metering is doing in a picture of the ledger."""
    meter = picture.meter
    waited = 0 if meter.asked_at is None else picture.now - meter.asked_at
    gap = next(
        (span for span in picture.spans if span.kind == "gap" and span.ended_at is None), None
    )
    return Shift(
        mode=meter.mode,
        since=meter.since,
        offset=picture.offset,
        waiting=meter.asked,
        unanswered=meter.asked is not None and waited > PATIENCE,
        gap=gap is not None,
        gap_reason="" if gap is None else gap.reason,
    )


class ShiftPresenter(QObject):
    """Holds what metering is doing and asks for something else.

    Signals:
        changed: metering does something else now.
        asked: the person asks for a verb; whoever can reach the meter hears it.
        lost: metering ended without being asked.
    """

    changed = Signal()
    asked = Signal(str)
    lost = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Shift()
        self._picture: Picture | None = None
        self._starting = False

    def begin(self, starting: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say that a meter is being started, or that this came to an end."""
        self._starting = starting
        self._hold(self._picture)

    def see(self, picture: Picture) -> None:
        """Take a new picture of the ledger."""
        self._picture = picture
        self._starting = self._starting and picture.meter.mode == "absent"
        self._hold(picture)

    def ask(self, verb: Verb) -> None:
        """Ask for a verb, where it is allowed now."""
        if self.state.allows(verb):
            self.asked.emit(verb)

    def _hold(self, picture: Picture | None) -> None:
        fresh, before = Shift() if picture is None else shift(picture), self.state
        if self._starting and fresh.mode == "absent":
            fresh = replace(fresh, mode="starting")
        if fresh == before:
            return
        self.state = fresh
        self.changed.emit()
        if fresh.mode == "absent" and before.mode in {"metering", "paused", "private"}:
            self.lost.emit()
