"""The researcher's guided form: section by section, with what is wrong beside each field."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from labormeter.study import fields
from labormeter_ui import library, words
from labormeter_ui.language import NAMES
from labormeter_ui.presenters.study_form import PURPOSES, RECIPIENTS
from labormeter_ui.theme import SPACE
from labormeter_ui.views.study_field import FieldView, RowsField
from labormeter_ui.views.text import Flow, Spoken, button, card, emptied, label, tone

if TYPE_CHECKING:
    from labormeter_ui.presenters.study_form import Form, StudyFormPresenter

ROWS = len(fields.SECTIONS) - 1
"""Number of the section that has rows and no fields."""


class StudyFormView(Spoken):
    """Shows a StudyFormPresenter.

    Signals:
        left: the page is to be left.
    """

    left = Signal()

    def __init__(self, presenter: StudyFormPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.title, self.text = label("heading"), label("soft", wrap=True)
        self.said, self.words = label(wrap=True), label("strong", wrap=True)
        self.tabs = [
            button(partial(presenter.turn, place), segment=True)
            for place in range(len(fields.SECTIONS))
        ]
        self.shown: list[FieldView] = []
        self.rows: dict[str, RowsField] = {}
        self.acts = {
            "open": button(self._open),
            "save": button(self._save),
            "keys": button(self._keys),
            "sign": button(self._sign, main=True),
            "close": button(self.left.emit),
        }
        self.before, self.next = button(partial(self._go, -1)), button(partial(self._go, 1))
        self.column = QVBoxLayout()
        self.column.setSpacing(2 * SPACE)
        presenter.changed.connect(self._changed)
        self._lay()
        self.say()

    def say(self) -> None:
        """Say every text."""
        self.title.setText(self.tr("Write a study"))
        self.text.setText(
            self.tr(
                "Every field is required unless it says otherwise, and a file with a fault is not"
                " loaded by anybody's program. Save at any time; sign when no fault is left."
            )
        )
        for name, text in (
            ("open", self.tr("Open a file")),
            ("save", self.tr("Save")),
            ("keys", self.tr("Make keys")),
            ("sign", self.tr("Sign")),
            ("close", self.tr("Close")),
        ):
            self.acts[name].setText(text)
            self.acts[name].setAccessibleName(text)
        self.before.setText(self.tr("Back"))
        self.next.setText(self.tr("Next"))
        for made in (self.before, self.next):
            made.setAccessibleName(made.text())
        self._changed(True)

    def _changed(self, other: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        if other:
            self._fill()
        state = self.presenter.state
        for made in self.shown:
            made.show_fault(state.fault_of(made.name))
        for kind, rows in self.rows.items():
            known = state.path or kind in state.touched
            found = (one for one in state.faults if known and one.where.startswith(kind))
            rows.show_faults(f"{one.where}: {library.told(one.sentence)}" for one in found)
        self._show_tabs(state)
        self._show_state(state)

    def _show_tabs(self, state: Form) -> None:
        for place, (made, (name, _)) in enumerate(zip(self.tabs, fields.SECTIONS, strict=True)):
            many = len(state.of(place))
            title = library.told(name)
            made.setText(f"{title} · {words.number(many)}" if many else title)
            made.setAccessibleName(title)
            made.setChecked(place == state.section)
        self.before.setEnabled(state.section > 0)
        self.next.setVisible(state.section < ROWS)

    def _show_state(self, state: Form) -> None:
        done = {
            "": "",
            "saved": self.tr("Saved: %1").replace("%1", words.plain(Path(state.path).name)),
            "opened": self.tr("Opened: %1").replace("%1", words.plain(Path(state.path).name)),
            "keys": self.tr(
                "Keys made. Give each reader their file and delete it here: a lost key loses a study."
            ),
            "signed": self.tr(
                "Signed. Print these six words in the consent letter, and show them on your"
                " institution's page."
            ),
        }[state.done]
        many = self.tr("%Ln fault(s) left", "", len(state.faults))
        left = many if state.faults else self.tr("No fault is left: it can be signed.")
        self.said.setText(library.fault(state.fault) if state.fault else done or left)
        good = bool(done) or not state.faults
        tone(self.said, "bad" if state.fault else "good" if good else "")
        self.words.setText(state.words)
        self.words.setVisible(bool(state.words))
        self.acts["sign"].setEnabled(not state.faults and not state.running)
        for name in ("open", "save", "keys"):
            self.acts[name].setEnabled(not state.running)

    def _fill(self) -> None:
        emptied(self.column)
        self.shown, self.rows = [], {}
        state = self.presenter.state
        for name, field in state.shown():
            made = FieldView(name, field, state.answers.get(name), self.presenter.answer)
            self.shown.append(made)
            self.column.addWidget(made)
        if state.section == ROWS:
            self._fill_rows(state)

    def _fill_rows(self, state: Form) -> None:
        keys = ("id", "required", *state.languages)
        rows: list[dict[str, Any]] = state.answers.get(PURPOSES) or [
            {"id": "research", "required": True} | dict.fromkeys(state.languages, "")
        ]
        made = RowsField(keys, rows, partial(self._take, PURPOSES), frozenset({"required"}))
        names = {"id": self.tr("Short name"), "required": self.tr("Taking part means this")}
        made.show_words(
            self.tr("What is said yes or no to"), self.tr("Add a purpose"), names | NAMES
        )
        people: list[dict[str, Any]] = state.answers.get(RECIPIENTS) or [
            dict.fromkeys(fields.RECIPIENT, "") for _ in range(2)
        ]
        readers = RowsField(fields.RECIPIENT, people, partial(self._take, RECIPIENTS))
        readers.show_words(
            self.tr("Who can decrypt: two people at least"),
            self.tr("Add a person"),
            {"name": self.tr("Name"), "role": self.tr("Role"), "key": self.tr("Key (age1...)")},
        )
        self.rows = {PURPOSES: made, RECIPIENTS: readers}
        for one in self.rows.values():
            self.column.addWidget(one)

    def _take(self, name: str, rows: list[dict[str, Any]]) -> None:
        self.presenter.answer(name, [dict(row) for row in rows])

    def _go(self, way: int) -> None:
        self.presenter.turn(self.presenter.state.section + way)

    def _open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a file"), _folder(), self.tr("Study files (*.toml);;All files (*)")
        )
        self.presenter.open(path)

    def _save(self) -> None:
        offered = self.presenter.state.path or str(Path(_folder()) / "study.toml")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), offered, "TOML (*.toml)")
        self.presenter.save(path)

    def _keys(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the keys: on a stick, not in a cloud"), _folder()
        )
        self.presenter.make_keys(folder)

    def _sign(self) -> None:
        key, _ = QFileDialog.getOpenFileName(
            self, self.tr("The key that signs"), _folder(), self.tr("Keys (*.key);;All files (*)")
        )
        if not key:
            return
        passphrase, given = QInputDialog.getText(
            self,
            self.tr("The key that signs"),
            self.tr("Its passphrase; nothing where it has none:"),
            QLineEdit.EchoMode.Password,
        )
        offered = str(Path(self.presenter.state.path or _folder()).with_suffix(".labormeter"))
        target, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the signed study"), offered, "labormeter (*.labormeter)"
        )
        if given:
            self.presenter.sign(key, passphrase, target)

    def _lay(self) -> None:
        head, column = card()
        top, acts, tabs = QHBoxLayout(), QHBoxLayout(), Flow()
        top.addWidget(self.title, 1)
        for name in ("open", "save", "keys", "sign", "close"):
            acts.addWidget(self.acts[name])
        top.addLayout(acts)
        column.addLayout(top)
        for part in (self.text, self.said, self.words):
            column.addWidget(part)
        for made in self.tabs:
            made.setCheckable(True)
            tabs.addWidget(made)
        body, inner = card()
        inner.addLayout(tabs)
        inner.addSpacing(SPACE)
        inner.addLayout(self.column)
        ways = QHBoxLayout()
        ways.addWidget(self.before)
        ways.addStretch()
        ways.addWidget(self.next)
        inner.addLayout(ways)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(head)
        outer.addWidget(body)
        outer.addStretch()


def _folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
