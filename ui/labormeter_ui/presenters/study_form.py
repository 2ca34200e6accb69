"""Writing a study: the answers by field, what is wrong with each, and keys and signature.

The fields are those of `labormeter.study.fields`, declared there once with what they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from labormeter.study import check, fields, skeleton
from labormeter.study.study import flat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.errors import KnownError
    from labormeter.study.check import Fault
    from labormeter.study.fields import Field
    from labormeter.study.keys import Made

PURPOSES: Final = "purposes"
RECIPIENTS: Final = "recipients"
type Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How the form stands."""

    answers: Answers = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    touched: frozenset[str] = frozenset()
    """Fields whose faults are shown: a form that nobody began is no list of mistakes."""
    path: str = ""
    """Where it was saved last."""
    section: int = 0
    running: bool = False
    done: str = ""
    """What was done last: `saved`, `opened`, `keys`, `signed`."""
    words: str = ""
    """The six words of the key that was made, or that signed."""
    fault: KnownError | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of the study; texts are asked for in each."""
        given = self.answers.get("languages") or fields.LANGUAGES[:1]
        return tuple(one for one in given if one in fields.LANGUAGES) or fields.LANGUAGES[:1]

    @property
    def text(self) -> str:
        """Return the study file as it would be saved."""
        return skeleton.document(self.answers)

    def shown(self) -> tuple[tuple[str, Field], ...]:
        """Return the fields of the section that is shown, each by its name in the file."""
        return named(self.section, self.languages)

    def fault_of(self, name: str) -> str:
        """Return what is to be said against a field; nothing where nothing is, or not yet."""
        if not (self.path or name in self.touched):
            return ""
        return next((one.sentence for one in self.faults if one.where == name), "")

    def of(self, section: int) -> tuple[Fault, ...]:
        """Return the faults of a section."""
        names = {name for name, _ in named(section, self.languages)}
        last = section == len(fields.SECTIONS) - 1
        rows = (PURPOSES, RECIPIENTS)
        return tuple(
            one
            for one in self.faults
            if one.where in names
            or _above(one.where, names)
            or (last and one.where.startswith(rows))
        )


def named(section: int, languages: tuple[str, ...]) -> tuple[tuple[str, Field], ...]:
    """Return the fields of a section, each by its name in the file; texts in each language."""
    declared = fields.SECTIONS[section][1]
    if declared is not fields.TEXT:
        return tuple((one.name, one) for one in declared)
    return tuple((f"text.{code}.{one.name}", one) for code in languages for one in declared)


def _above(where: str, names: set[str]) -> bool:
    """Whether a fault is of a whole table that these fields are in, as `protection` is."""
    return bool(where) and any(name.startswith(f"{where}.") for name in names)


def blank() -> dict[str, Any]:
    """Return the answers that a form begins with: what is usual, and nothing else."""
    found = {one.name: one.default for one in fields.FIELDS if one.default is not None}
    return found | {"languages": list(fields.LANGUAGES)}


class StudyFormPresenter(QObject):
    """Holds a Form.

    Signals:
        changed: it stands otherwise; carries whether other fields are to be shown.
        save_wanted: it is to be saved; carries path and text.
        open_wanted: a study file is to be opened; carries its path.
        keys_wanted: keys are to be made in a folder; carries it.
        sign_wanted: the text is to be signed; carries text, key, passphrase and target.
    """

    changed = Signal(bool)
    save_wanted = Signal(str, str)
    open_wanted = Signal(str)
    keys_wanted = Signal(str)
    sign_wanted = Signal(str, str, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Form(answers=blank())
        self.judge()

    def turn(self, section: int) -> None:
        """Show another section."""
        if 0 <= section < len(fields.SECTIONS) and section != self.state.section:
            seen = self.state.touched | {name for name, _ in self.state.shown()}
            self._hold(replace(self.state, section=section, touched=seen), other=True)

    def answer(self, name: str, value: object) -> None:
        """Take an answer, as its field's kind; None takes it away."""
        before = self.state.languages
        answers = dict(self.state.answers)
        if value in (None, "", []):
            answers.pop(name, None)
        else:
            answers[name] = value
        seen = self.state.touched | {name}
        self._hold(replace(self.state, answers=answers, touched=seen, done="", fault=None))
        self.judge()
        if before != self.state.languages:
            self.changed.emit(True)

    def judge(self) -> None:
        """Look for everything that is wrong."""
        document, faults = check.parse(self.state.text.encode())
        self._hold(replace(self.state, faults=tuple(faults or check.faults(document))))

    def save(self, path: str) -> None:
        """Save the study file, faults and all."""
        if path:
            self._run()
            self.save_wanted.emit(path, self.state.text)

    def open(self, path: str) -> None:
        """Open a study file that was saved before."""
        if path:
            self._run()
            self.open_wanted.emit(path)

    def take_text(self, path: str, text: bytes) -> None:
        """Take a study file; one that is no TOML changes nothing."""
        document, faults = check.parse(text)
        if faults:
            self._hold(replace(self.state, running=False, faults=tuple(faults), done=""))
            return
        answers = {name: one for name, one in flat(document).items() if name != "format"}
        fresh = replace(self.state, answers=answers, path=path, running=False, done="opened")
        self._hold(fresh, other=True)
        self.judge()

    def make_keys(self, folder: str) -> None:
        """Make the keys of the study in a folder."""
        if folder:
            self._run()
            self.keys_wanted.emit(folder)

    def take_keys(self, made: Made) -> None:
        """Take keys: each reader is a recipient."""
        before = list(self.state.answers.get(RECIPIENTS) or [])
        rows = [{"name": "", "role": "", "key": key} for key in made.recipients]
        for row, old in zip(rows, before, strict=False):
            row.update({name: old[name] for name in ("name", "role") if old.get(name)})
        answers = {**self.state.answers, RECIPIENTS: rows}
        fresh = replace(self.state, answers=answers, running=False, done="keys")
        self._hold(replace(fresh, words=made.fingerprint), other=True)
        self.judge()

    def sign(self, key: str, passphrase: str, target: str) -> None:
        """Sign the study file, where it has no fault."""
        if key and target and not self.state.faults:
            self._run()
            self.sign_wanted.emit(self.state.text, key, passphrase, target)

    def take_done(self, what: str, words: str = "", path: str = "") -> None:
        """Take that something was done."""
        fresh = replace(self.state, running=False, done=what, fault=None)
        self._hold(replace(fresh, words=words or self.state.words, path=path or self.state.path))

    def failed(self, error: KnownError) -> None:
        """Take that something was not done."""
        self._hold(replace(self.state, running=False, fault=error, done=""))

    def _run(self) -> None:
        self._hold(replace(self.state, running=True, done="", fault=None))

    def _hold(self, fresh: Form, *, other: bool = False) -> None:
        if fresh != self.state:
            self.state = fresh
            self.changed.emit(other)
