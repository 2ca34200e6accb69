"""One setting on the screen, made from its declaration: label, control, and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import labels, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, label

if TYPE_CHECKING:
    from labormeter.settings import Setting, Value
    from labormeter_ui.presenters.settings import SettingsPresenter

PORTS = 65535
ROOM = 260
"""Least width of a control, so that all of a card stand in one column."""


class Control(Spoken):
    """Shows one setting of a SettingsPresenter, by its declared type."""

    def __init__(self, setting: Setting, presenter: SettingsPresenter) -> None:
        super().__init__()
        self.setting, self.presenter = setting, presenter
        self.name, self.help = label("strong", wrap=True), label("small", wrap=True)
        self.editor = self._editor()
        self.name.setBuddy(self.editor)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.name)
        texts.addWidget(self.help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE // 2, 0, SPACE // 2)
        row.setSpacing(3 * SPACE)
        row.addLayout(texts, 1)
        row.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignVCenter)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say the label, and show the value that holds."""
        self.name.setText(labels.name(self.setting))
        self.help.setText(labels.explained(self.setting))
        self.editor.setAccessibleName(self.name.text())
        self.editor.setAccessibleDescription(self.help.text())
        if isinstance(self.editor, QSpinBox):
            self.editor.lineEdit().setAccessibleName(self.name.text())
        with QSignalBlocker(self.editor):
            self._show(self.presenter.state.values.get(self.setting.name, self.setting.default))

    def _editor(self) -> QWidget:
        default = self.setting.default
        if isinstance(default, bool):
            box = QCheckBox()
            box.toggled.connect(self._choose)
            return box
        if isinstance(default, int):
            spin = QSpinBox()
            spin.setRange(0, PORTS)
            spin.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(self._choose)
            return _wide(spin)
        if self._options():
            combo = QComboBox()
            combo.currentIndexChanged.connect(lambda _: self._choose(combo.currentData()))
            return _wide(combo)
        line = QLineEdit()
        line.editingFinished.connect(lambda: self._choose(line.text().strip()))
        return _wide(line)

    def _options(self) -> tuple[str, ...]:
        """Return what there is to choose from; what is chosen now is always among it."""
        name, state = self.setting.name, self.presenter.state
        if name == "browser":
            found = ("", *(browser.name for browser in state.browsers))
        elif name in {"currency", "country"}:
            found = state.options.get(name, ())
        else:
            return self.setting.choices
        now = str(state.values.get(name, self.setting.default))
        return found if now in found else (*found, now)

    def _show(self, value: Value) -> None:
        match self.editor:
            case QCheckBox() as box:
                box.setChecked(bool(value))
            case QSpinBox() as spin if isinstance(value, int):
                spin.setValue(value)
            case QComboBox() as combo:
                combo.clear()
                titles = {
                    one.name: words.plain(one.title, words.NAME)
                    for one in self.presenter.state.browsers
                }
                for option in self._options():
                    said = labels.choice(self.setting.name, option)
                    combo.addItem(titles.get(option, said), option)
                combo.setCurrentIndex(max(combo.findData(value), 0))
            case QLineEdit() as line:
                line.setText(words.plain(str(value)))

    def _choose(self, value: Value) -> None:
        self.presenter.choose(self.setting.name, value)


def _wide(editor: QWidget) -> QWidget:
    editor.setMinimumWidth(ROOM)
    return editor
