"""Taking part in a study: what was opened, what is said yes to, the rows, and how it went.

open --> who asks --> read --> yes or no --> rows --> give; and, on the same page, take it back.
The bytes that are shown are made here, from the same parts as the command line's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from labormeter.study import parcel, sent
from labormeter.study.rows import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.errors import KnownError
    from labormeter.study.contribution import Consent, Draft
    from labormeter.study.giving import Opened
    from labormeter.study.rows import Gathered
    from labormeter.study.sent import Entry, Standing

STEPS: Final = ("who", "read", "agree", "rows", "give")
COUNTRY: Final = re.compile(r"[A-Z]{2}")
BAND: Final = re.compile(r"[1-9][0-9]-[1-9][0-9]")
type Key = tuple[str, str, str]
"""A row: period, platform, activity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """How something leaves: into a file at `path`, or to the study's host."""

    kind: Literal["file", "nextcloud", "put"] = "file"
    path: str = ""
    password: str = ""
    """Of a file drop; kept nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """How taking part stands."""

    found: Opened | None = None
    """The study that is looked at."""
    code: bytes = b""
    """Its key as a picture of a code, PNG."""
    size: int = 0
    """Bytes of every envelope of this study."""
    today: str = ""
    agreed: tuple[str, ...] = ()
    """Nothing is ticked beforehand."""
    of_age: bool = False
    """Said by the person, kept nowhere."""
    invitation: str = ""
    choice: Choice = field(default_factory=Choice)
    taken: Gathered | None = None
    """Rows of now; None while they are being read."""
    entries: tuple[Entry, ...] = ()
    """Everything that ever left, and what was opened."""
    running: bool = False
    done: str = ""
    """What was done last: `saved`, `sent`, `back`, `handed-in`, `refused`."""
    fault: KnownError | None = None

    @property
    def standing(self) -> Standing:
        """Return how things stand with the study that is looked at."""
        if self.found is None:
            return "open"
        return sent.standing(self.entries, self.found.study.id, self.found.signed.key)

    @property
    def waiting(self) -> Entry | None:
        """Return what was made for this study and is not sent yet."""
        mine = [one for one in sent.unsent(self.entries) if self._mine(one)]
        return mine[-1] if mine else None

    @property
    def consent(self) -> Consent | None:
        """Return what would be said yes to."""
        if self.found is None:
            return None
        signed, study = self.found.signed, self.found.study
        day = date.fromisoformat(self.today)
        number = sent.revision(self.entries, study.id, signed.key, day)
        return parcel.consent(signed, study, number, self.agreed, self.invitation)

    @property
    def draft(self) -> Draft | None:
        """Return the very bytes that would be sent, None while rows are being read."""
        wanted = self.consent
        if wanted is None or self.taken is None:
            return None
        return parcel.shown(wanted, self.taken)

    @property
    def overlapping(self) -> tuple[Entry, ...]:
        """Return what went to another study, or onto a room card, for the same time."""
        if self.found is None or self.taken is None:
            return ()
        rows = self.taken.document
        return tuple(sent.overlapping(self.entries, self.found.study.id, rows))

    @property
    def lacking(self) -> tuple[str, ...]:
        """Return what is missing before anything can leave; nothing where it can."""
        if self.found is None or self.taken is None:
            return ("rows",)
        study = self.found.study
        wanted = (
            ("agree", bool(parcel.missing(study, self.agreed))),
            ("age", not self.of_age),
            ("invitation", study.invitations and len(self.invitation.strip()) < 4),  # noqa: PLR2004 - the shortest code
            ("country", study.asked.country and not COUNTRY.fullmatch(self.choice.country)),
            ("age-band", study.asked.age_band and not BAND.fullmatch(self.choice.age_band)),
        )
        return tuple(name for name, is_missing in wanted if is_missing)

    def _mine(self, entry: Entry) -> bool:
        found = self.found
        return found is not None and (entry.study, entry.key) == (
            found.study.id,
            found.signed.key,
        )


class StudyPresenter(QObject):
    """Holds a Taking, and asks for what needs a file, a host or the ledger.

    Signals:
        changed: it stands otherwise.
        file_wanted: a study file is to be opened; carries its path.
        kept_wanted: a study that was opened before is to be opened; carries its id and key.
        rows_wanted: rows are to be read; carries what was opened and the choice.
        give_wanted, back_wanted, again_wanted: something is to leave; carry the Hand and,
            for a withdrawal, a printed code or nothing.
        answer_wanted: `refused` or `handed-in` is to be written down.
        record_wanted: the record is to be read.
    """

    changed = Signal()
    file_wanted = Signal(str)
    kept_wanted = Signal(str, str)
    rows_wanted = Signal(object, object)
    give_wanted = Signal(object, object)
    back_wanted = Signal(object, str)
    again_wanted = Signal(object)
    answer_wanted = Signal(str)
    record_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state, self.step, self.shown = Taking(), STEPS[0], False

    def open(self, shown: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say whether the page is seen: only then is anything read."""
        self.shown = shown
        if shown:
            self.record_wanted.emit()

    def open_file(self, path: str) -> None:
        """Open a study file."""
        self._run(lambda: self.file_wanted.emit(path)) if path else None

    def open_kept(self, study: str, key: str) -> None:
        """Open a study that was opened before."""
        self._run(lambda: self.kept_wanted.emit(study, key))

    def leave(self) -> None:
        """Look at no study any more; what was chosen for it is forgotten."""
        self.step = STEPS[0]
        self._hold(Taking(entries=self.state.entries, today=self.state.today))

    def take_opened(self, found: Opened, code: bytes, size: int, today: str) -> None:
        """Take a study that was opened; its rows are asked for."""
        self.step = STEPS[0]
        made = Taking(found=found, code=code, size=size, today=today, entries=found.entries)
        self._hold(made)
        self.rows_wanted.emit(found, made.choice)

    def take_record(self, entries: tuple[Entry, ...], today: str) -> None:
        """Take the record."""
        self._hold(replace(self.state, entries=entries, today=today))

    def turn(self, step: str) -> None:
        """Look at another step."""
        if step in STEPS and step != self.step:
            self.step = step
            self.changed.emit()

    def agree(self, purpose: str, *, yes: bool) -> None:
        """Say yes to a purpose, or take that back."""
        found = self.state.found
        if found is None:
            return
        given = {one for one in self.state.agreed if one != purpose} | ({purpose} if yes else set())
        kept = tuple(one.id for one in found.study.purposes if one.id in given)
        self._hold(replace(self.state, agreed=kept))

    def old_enough(self, *, yes: bool) -> None:
        """Say that one is as old as the study wants."""
        self._hold(replace(self.state, of_age=yes))

    def invite(self, code: str) -> None:
        """Say the invitation code."""
        self._hold(replace(self.state, invitation=code))

    def choose(self, choice: Choice) -> None:
        """Choose which rows are given; what was shown is shown no more."""
        if self.state.found is not None and choice != self.state.choice:
            self._hold(replace(self.state, choice=choice, taken=None))
            self.rows_wanted.emit(self.state.found, choice)

    def keep_here(self, rows: set[Key], *, here: bool) -> None:
        """Let single rows stay here, or give them after all."""
        choice = self.state.choice
        kept = choice.rows | rows if here else choice.rows - rows
        self.choose(replace(choice, rows=frozenset(kept)))

    def take_rows(self, found: Opened, choice: Choice, taken: Gathered) -> None:
        """Take rows; those of another choice are dropped."""
        if found is self.state.found and choice == self.state.choice:
            self._hold(replace(self.state, taken=taken))

    def give(self, hand: Hand) -> None:
        """Give exactly the rows that are shown."""
        if not self.state.lacking and (hand.path or hand.kind != "file"):
            self._run(lambda: self.give_wanted.emit(hand, self.state))

    def take_back(self, hand: Hand, code: str = "") -> None:
        """Take everything back that was given to this study."""
        if self.state.found is not None and (hand.path or hand.kind != "file"):
            self._run(lambda: self.back_wanted.emit(hand, code))

    def again(self, hand: Hand) -> None:
        """Hand in once more, as it is, what is not sent yet."""
        if self.state.waiting is not None and (hand.path or hand.kind != "file"):
            self._run(lambda: self.again_wanted.emit(hand))

    def handed_in(self) -> None:
        """Say that the file was handed in."""
        if self.state.waiting is not None:
            self._run(lambda: self.answer_wanted.emit("handed-in"))

    def refuse(self) -> None:
        """Say no; it is written down here alone."""
        if self.state.found is not None:
            self._run(lambda: self.answer_wanted.emit("refused"))

    def take_done(self, what: str, entries: tuple[Entry, ...]) -> None:
        """Take that something was done; what was agreed to was for that alone."""
        found = self.state.found
        if found is not None:
            found = replace(found, entries=entries)
        fresh = replace(self.state, found=found, entries=entries, running=False, done=what)
        self._hold(replace(fresh, agreed=(), of_age=False, fault=None))

    def failed(self, error: KnownError, entries: tuple[Entry, ...]) -> None:
        """Take that something was not done, and the record as it is now."""
        known = entries or self.state.entries
        self._hold(replace(self.state, running=False, fault=error, entries=known))

    def _run(self, ask: Callable[[], None]) -> None:
        if not self.state.running:
            self._hold(replace(self.state, running=True, done="", fault=None))
            ask()

    def _hold(self, fresh: Taking) -> None:
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
