"""A lesson: which request was the act, and the rule that is drafted from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from labormeter.teach.shape import Shape

type Stage = Literal["idle", "calling", "quiet", "act", "reading", "found", "nothing", "kept"]
"""`calling` the meter; `quiet`: what leaves by itself is learnt; `act`: the person does it once."""

QUIET: Final = 10
"""Seconds in which what leaves by itself is learnt."""
BUSY: Final[frozenset[Stage]] = frozenset({"calling", "quiet", "act", "reading"})
SHOWN: Final = 12
"""Requests that are listed, the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """How a lesson stands."""

    stage: Stage = "idle"
    platform: str = ""
    """The one that it is about; empty for a recording of any."""
    activity: str = "post"
    left: int = 0
    """Seconds of quiet that are left."""
    heard: int = 0
    """Requests since the person was asked to do it."""
    found: tuple[Shape, ...] = ()
    picked: int = -1
    text: str = ""
    """The drafted pack."""
    pack: str = ""
    """Slug of the pack that it is."""
    fault: str = ""
    """Why there is no draft."""

    @property
    def shape(self) -> Shape | None:
        """Return the request that was picked."""
        return self.found[self.picked] if 0 <= self.picked < len(self.found) else None


class TeachPresenter(QObject):
    """Holds a lesson.

    Signals:
        changed: it stands otherwise.
        begin_wanted: one is to begin with the meter; carries the platform.
        done: the person has done it.
        recording_wanted: a recording is to be read; carries its path and the platform.
        cancelled: the lesson is to end.
        draft_wanted: the picked request is to become a rule; carries it, platform and activity.
        keep_wanted: the rule is to be kept; carries whether it is to count at once.
        allow_wanted: the kept pack is to be used; carries its slug.
    """

    changed = Signal()
    begin_wanted = Signal(str)
    done = Signal()
    recording_wanted = Signal(str, str)
    cancelled = Signal()
    draft_wanted = Signal(object, str, str)
    keep_wanted = Signal(bool)
    allow_wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Lesson()

    @property
    def busy(self) -> bool:
        """Whether a lesson goes on."""
        return self.state.stage in BUSY

    def begin(self, platform: str, activity: str) -> None:
        """Begin a lesson in the metered browser."""
        if not self.busy and platform:
            self._hold(Lesson(stage="calling", platform=platform, activity=activity))
            self.begin_wanted.emit(platform)

    def read(self, path: str, platform: str, activity: str) -> None:
        """Begin a lesson from a recording."""
        if not self.busy:
            self._hold(Lesson(stage="reading", platform=platform, activity=activity))
            self.recording_wanted.emit(path, platform)

    def quiet(self, left: int) -> None:
        """Say that the meter listens, and how long nothing is to be done."""
        self._hold(replace(self.state, stage="quiet", left=left))

    def listen(self, heard: int = 0) -> None:
        """Say that it is to be done now, and how many requests left since."""
        self._hold(replace(self.state, stage="act", left=0, heard=heard))

    def finish(self) -> None:
        """Say that it was done."""
        if self.state.stage == "act":
            self._hold(replace(self.state, stage="reading"))
            self.done.emit()

    def cancel(self) -> None:
        """End the lesson and forget it."""
        if self.busy:
            self.cancelled.emit()
        self._hold(Lesson(platform=self.state.platform, activity=self.state.activity))

    def fail(self) -> None:
        """Say that the lesson came to nothing by a fault, which is told elsewhere."""
        self._hold(Lesson(platform=self.state.platform, activity=self.state.activity))

    def take(self, found: tuple[Shape, ...]) -> None:
        """Take the requests that were new; of a lesson that was given up they are dropped."""
        if self.state.stage == "reading":
            stage: Stage = "found" if found else "nothing"
            self._hold(replace(self.state, stage=stage, found=found[:SHOWN]))
            self.pick(0)

    def pick(self, place: int) -> None:
        """Say which request it was."""
        self._hold(replace(self.state, picked=place, text="", pack="", fault=""))
        self._draft()

    def choose(self, activity: str) -> None:
        """Say what kind of act it was."""
        if activity != self.state.activity:
            self._hold(replace(self.state, activity=activity))
            self._draft()

    def take_draft(self, text: str, pack: str, fault: str = "") -> None:
        """Take the drafted pack, or why there is none."""
        self._hold(replace(self.state, text=text, pack=pack, fault=fault))

    def kept(self) -> None:
        """Say that it was kept."""
        self._hold(replace(self.state, stage="kept"))

    def _draft(self) -> None:
        if self.state.shape is not None and self.state.stage == "found":
            self.draft_wanted.emit(self.state.shape, self.state.platform, self.state.activity)

    def _hold(self, fresh: Lesson) -> None:
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
