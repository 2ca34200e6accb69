"""Setting up: the steps of the first run, and what lies on this computer afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from labormeter.doctor.finding import Finding

type Step = Literal["welcome", "platforms", "browser", "certificate", "practice"]

STEPS: Final[tuple[Step, ...]] = ("welcome", "platforms", "browser", "certificate", "practice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The certificate of this installation, as far as a person wants to know it."""

    made: bool = False
    hosts: int = 0
    """How many hosts it can vouch for."""
    until: int = 0
    """When it ends, in microseconds since 1970."""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """How set-up stands."""

    step: Step | None = None
    """The step of the first run that is shown; None where that is over."""
    certificate: Certificate = Certificate()
    findings: tuple[Finding, ...] = ()
    checking: bool = False
    checked: bool = False
    removing: bool = False


class SetupPresenter(QObject):
    """Holds how set-up stands.

    Signals:
        changed: it stands otherwise.
        needed: the certificate is to be read.
        check_wanted: everything is to be looked at.
        removal_wanted: everything is to be removed from this computer.
        finished: the first run is over; carries whether it was gone through to its end.
    """

    changed = Signal()
    needed = Signal()
    check_wanted = Signal()
    removal_wanted = Signal()
    finished = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = SetUp()

    @property
    def place(self) -> int:
        """Return the place of the step, 0 for the first."""
        return 0 if self.state.step is None else STEPS.index(self.state.step)

    def begin(self) -> None:
        """Begin with the first step."""
        self._hold(replace(self.state, step=STEPS[0]))
        self.needed.emit()

    def go(self, places: int) -> None:
        """Go on, or back; behind the last step the first run is over."""
        wanted = max(self.place + places, 0)
        if wanted < len(STEPS):
            self._hold(replace(self.state, step=STEPS[wanted]))
        else:
            self._finish(whole=True)

    def leave(self) -> None:
        """Leave the first run where it stands."""
        self._finish(whole=False)

    def take(self, certificate: Certificate) -> None:
        """Take what the certificate is."""
        self._hold(replace(self.state, certificate=certificate))

    def check(self) -> None:
        """Have everything looked at, unless that goes on."""
        if not self.state.checking:
            self._hold(replace(self.state, checking=True))
            self.check_wanted.emit()

    def take_findings(self, findings: tuple[Finding, ...]) -> None:
        """Take what was found."""
        self._hold(replace(self.state, findings=findings, checking=False, checked=True))

    def unchecked(self) -> None:
        """Say that looking was given up."""
        self._hold(replace(self.state, checking=False))

    def remove(self) -> None:
        """Have everything removed, unless that goes on."""
        if not self.state.removing:
            self._hold(replace(self.state, removing=True))
            self.removal_wanted.emit()

    def kept(self) -> None:
        """Say that the removal came to an end and we are still here."""
        self._hold(replace(self.state, removing=False))

    def _finish(self, *, whole: bool) -> None:
        self._hold(replace(self.state, step=None))
        self.finished.emit(whole)

    def _hold(self, fresh: SetUp) -> None:
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
