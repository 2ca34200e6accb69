"""Yes or no, purpose by purpose; and the last look before anything leaves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.study_asking import language
from labormeter_ui.views.text import Flow, Spoken, button, emptied, label, tone

if TYPE_CHECKING:
    from labormeter.study.study import Purpose, Study
    from labormeter_ui.presenters.study import StudyPresenter, Taking

LONG = 2000
"""Characters of a purpose that are shown; it has to be read to be agreed to."""
KEY = 24
"""Characters of a recipient's key that are shown."""


class AgreeView(Spoken):
    """Nothing is ticked beforehand, and no is as near as yes."""

    def __init__(self, presenter: StudyPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.text = label("soft", wrap=True)
        self.ticks: dict[str, QCheckBox] = {}
        self.of_age, self.code = QCheckBox(), QLineEdit()
        self.free, self.no = label("soft", wrap=True), button(presenter.refuse)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE + 4)
        self._study: object = None
        self.of_age.toggled.connect(lambda yes: presenter.old_enough(yes=yes))
        self.code.textChanged.connect(presenter.invite)
        self.code.setMaxLength(40)
        presenter.changed.connect(self._show)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(self.text)
        outer.addLayout(self.column)
        outer.addWidget(self.of_age)
        outer.addWidget(self.code)
        outer.addWidget(self.free)
        outer.addWidget(self.no, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addStretch()
        self.say()

    def say(self) -> None:
        """Say every text."""
        self.text.setText(
            self.tr("Say yes to each purpose by itself. Nothing is ticked beforehand.")
        )
        self.free.setText(
            self.tr(
                "No is an answer too. It costs nothing, nobody is told, and you are not asked again."
            )
        )
        self.no.setText(self.tr("I do not take part"))
        self.no.setAccessibleName(self.no.text())
        self.of_age.setAccessibleName(self.tr("Age"))
        self.code.setPlaceholderText(self.tr("Invitation code"))
        self.code.setAccessibleName(self.tr("Invitation code"))
        self._study = None
        self._show()

    def _show(self) -> None:
        state = self.presenter.state
        if state.found is None:
            self._study = None
            return
        if self._study is not state.found.study:
            self._study = state.found.study
            self._fill(state.found.study)
        for name, tick in self.ticks.items():
            with QSignalBlocker(tick):
                tick.setChecked(name in state.agreed)
        with QSignalBlocker(self.of_age):
            self.of_age.setChecked(state.of_age)
        self.code.setVisible(state.found.study.invitations)
        self.no.setEnabled(state.standing in {"open", "refused"} and not state.running)
        if self.code.text() != state.invitation:
            self.code.setText(state.invitation)

    def _fill(self, study: Study) -> None:
        emptied(self.column)
        self.ticks = {}
        for purpose in study.purposes:
            self.column.addWidget(self._row(purpose))
        said = self.tr("I am %1 years old or more").replace("%1", words.number(study.minimum_age))
        self.of_age.setText(said)
        self.of_age.setAccessibleName(said)

    def _row(self, purpose: Purpose) -> QWidget:
        tick, said, note = QCheckBox(), label(wrap=True), label("small")
        text = purpose.text.get(language()) or next(iter(purpose.text.values()))
        said.setText(words.plain(text, LONG))
        note.setText(
            self.tr("Taking part means this") if purpose.required else self.tr("As you like")
        )
        tick.setAccessibleName(said.text())
        tick.setAccessibleDescription(note.text())
        tick.toggled.connect(lambda yes, name=purpose.id: self.presenter.agree(name, yes=yes))
        said.setBuddy(tick)
        self.ticks[purpose.id] = tick
        row = QWidget()
        beside, column = QHBoxLayout(row), QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(said)
        column.addWidget(note)
        beside.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(column, 1)
        return row


class GiveView(Spoken):
    """What leaves, to whom, which way; the raw file; and the buttons that give.

    Signals:
        saving: a file to hand in is wanted.
        sending: it is to be sent; carries `nextcloud` or `put`.
    """

    saving = Signal()
    sending = Signal(str)

    def __init__(self, presenter: StudyPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.lines = [(label("small"), label(wrap=True)) for _ in range(4)]
        self.overlap, self.lacking = label(wrap=True), label(wrap=True)
        tone(self.overlap, "warn")
        self.raw_button, self.raw = button(self._turn), QPlainTextEdit()
        self.raw_button.setCheckable(True)
        self.raw.setReadOnly(True)
        self.raw.setMinimumHeight(220)
        self.raw.setTabChangesFocus(True)
        self.save = button(self.saving.emit, main=True)
        self.sends = {
            name: button(partial(self.sending.emit, name)) for name in ("nextcloud", "put")
        }
        self.password, self.seen = QLineEdit(), label("small", wrap=True)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(200)
        presenter.changed.connect(self._show)
        self._lay()
        self.say()

    def say(self) -> None:
        """Say every text."""
        self.raw_button.setText(self.tr("Read the raw file"))
        self.raw_button.setAccessibleName(self.raw_button.text())
        self.raw.setAccessibleName(self.tr("The very bytes that are signed and encrypted"))
        self.save.setText(self.tr("Make the file to hand in"))
        self.save.setAccessibleName(self.save.text())
        for made in self.sends.values():
            made.setAccessibleName(self.tr("Send"))
        self.password.setPlaceholderText(self.tr("Password of the file drop, where it has one"))
        self.password.setAccessibleName(self.password.placeholderText())
        self._show()

    def _turn(self) -> None:
        self._show()

    def _show(self) -> None:
        state = self.presenter.state
        found = state.found
        self.raw.setVisible(self.raw_button.isChecked())
        if found is None:
            self.raw_button.setChecked(False)
            self.password.clear()
            return
        for (title, value), (name, said) in zip(self.lines, self._lines(state), strict=True):
            title.setText(name)
            value.setText(said)
        ready = not state.lacking and not state.running
        self.save.setVisible(bool(found.study.fields.get("hand_in.file")))
        self.save.setEnabled(ready)
        hosts = {"nextcloud": found.study.nextcloud, "put": found.study.put}
        for kind, made in self.sends.items():
            host = words.plain(_host(hosts[kind]))
            made.setText(self.tr("Send to %1").replace("%1", host))
            made.setAccessibleName(made.text())
            made.setVisible(bool(hosts[kind]))
            made.setEnabled(ready)
        self.password.setVisible(bool(found.study.nextcloud))
        self.seen.setVisible(bool(found.study.nextcloud or found.study.put))
        self.seen.setText(
            self.tr(
                "Sent once, over https, to this host and nowhere else; whoever runs it sees your"
                " network address and the time."
            )
        )
        self.overlap.setText(self._overlap(state))
        self.overlap.setVisible(bool(state.overlapping))
        self.lacking.setText(self._lacking(state))
        self.lacking.setVisible(bool(state.lacking))
        if self.raw_button.isChecked():
            self._show_raw(state)

    def _show_raw(self, state: Taking) -> None:
        draft = state.draft
        text = draft.preview if draft is not None else ""
        if text != self.raw.toPlainText():
            self.raw.setPlainText(text)

    def _lines(self, state: Taking) -> tuple[tuple[str, str], ...]:
        found, taken = state.found, state.taken
        assert found is not None  # noqa: S101 - shown only where a study is open
        rows = words.number(len(taken.document.counts)) if taken is not None else ""
        removed = words.number(taken.document.removed) if taken is not None else ""
        what = self.tr("%1 rows; %2 of those asked for stay here").replace("%1", rows)
        size = QLocale().formattedDataSize(state.size)
        people = "; ".join(
            f"{words.plain(one.name)} ({words.plain(one.role)}, {words.plain(one.key)[:KEY]}…)"
            for one in found.study.recipients
        )
        place = (found.study.fields.get(f"storage.{one}", "") for one in ("place", "country"))
        return (
            (self.tr("What leaves"), what.replace("%2", removed)),
            (
                self.tr("Size"),
                self.tr("%1, the same for everybody, so that it tells nothing").replace("%1", size),
            ),
            (self.tr("Who can open it"), people),
            (self.tr("Where it is kept"), ", ".join(words.plain(str(one), 300) for one in place)),
        )

    def _overlap(self, state: Taking) -> str:
        card = self.tr("a room card")
        names = ", ".join(words.plain(one.study) or card for one in state.overlapping)
        said = self.tr(
            "You gave rows of the same time to: %1. Whoever has both could see that they are of one"
            " person."
        )
        return said.replace("%1", names)

    def _lacking(self, state: Taking) -> str:
        said = {
            "rows": self.tr("Rows are being read."),
            "agree": self.tr("Taking part means a yes to what the study is for."),
            "age": self.tr("Say that you are as old as the study wants."),
            "invitation": self.tr("Type your invitation code."),
            "country": self.tr("Say your country."),
            "age-band": self.tr("Say your age band."),
        }
        if state.standing in {"made", "given"} and "agree" in state.lacking:
            return self.tr("To give once more, say yes once more: the newer file counts.")
        return " ".join([self.tr("Not yet:"), *(said[one] for one in state.lacking)])

    def _lay(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        for name, value in self.lines:
            outer.addWidget(name)
            outer.addWidget(value)
        outer.addWidget(self.overlap)
        buttons: Flow = Flow()
        buttons.addWidget(self.save)
        for made in self.sends.values():
            buttons.addWidget(made)
        buttons.addWidget(self.password)
        buttons.addWidget(self.raw_button)
        outer.addWidget(self.lacking)
        outer.addLayout(buttons)
        outer.addWidget(self.seen)
        outer.addWidget(self.raw, 1)
        outer.addStretch()


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0]
