"""One field of the form: what it is, where it is answered, and what is wrong with the answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from labormeter.study import skeleton
from labormeter.study.fields import LANGUAGES
from labormeter_ui import library, words
from labormeter_ui.language import NAMES
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, label, tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from labormeter.study.fields import Field

TALL = 84
"""Pixels of a field of several lines."""


class FieldView(Spoken):
    """One field. `take` is given its name and the answer, typed."""

    def __init__(
        self, name: str, field: Field, value: object, take: Callable[[str, Any], None]
    ) -> None:
        super().__init__()
        self.name, self.field, self.take = name, field, take
        self.says, self.note, self.fault = (
            label("strong", wrap=True),
            label("small"),
            label("small", wrap=True),
        )
        self.editor = self._editor(value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        head = QHBoxLayout()
        head.addWidget(self.says, 1)
        head.addWidget(self.note)
        column.addLayout(head)
        if isinstance(self.editor, QPushButton):
            column.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(self.editor)
        column.addWidget(self.fault)
        tone(self.fault, "bad")
        self.fault.hide()
        self.say()

    def say(self) -> None:
        """Say what the field is, in the person's language."""
        language = self.name.split(".")[1] if self.name.startswith("text.") else ""
        in_it = f" ({NAMES[language]})" if language in NAMES else ""
        said = f"{library.told(self.field.says)}{in_it}"
        self.says.setText(said)
        self.editor.setAccessibleName(said)
        self.note.setText(self.name if self.field.required else self._free())

    def _free(self) -> str:
        return self.tr("%1, may be left out").replace("%1", self.name)

    def show_fault(self, sentence: str) -> None:
        """Show what is wrong; nothing where nothing is."""
        self.fault.setText(library.told(sentence) if sentence else "")
        self.fault.setVisible(bool(sentence))

    def _editor(self, value: object) -> QWidget:
        match self.field.kind:
            case "text":
                return self._long(value)
            case "yes":
                return self._tick(value)
            case "choice":
                return self._box(value)
            case "words" if self.field.choices:
                return self._menu(value)
            case _:
                return self._line(value)

    def _line(self, value: object) -> QLineEdit:
        made = QLineEdit("" if value is None else str(value))
        made.setMaxLength(2000)
        made.setCursorPosition(0)
        if self.field.kind == "date":
            made.setPlaceholderText("2027-01-31")
        made.textEdited.connect(self._typed)
        return made

    def _long(self, value: object) -> QPlainTextEdit:
        made = QPlainTextEdit("" if value is None else str(value))
        made.setTabChangesFocus(True)
        made.setFixedHeight(TALL)
        family = QGuiApplication.font().family()  # prose, not source
        made.setStyleSheet(f'QPlainTextEdit {{ font-family: "{family}"; }}')
        made.textChanged.connect(lambda: self._typed(made.toPlainText()))
        return made

    def _tick(self, value: object) -> QCheckBox:
        made = QCheckBox(self.tr("Yes"))
        made.setChecked(value is True)
        made.toggled.connect(partial(self.take, self.name))
        return made

    def _box(self, value: object) -> QComboBox:
        made = QComboBox()
        made.addItem("", None)
        for one in self.field.choices:
            made.addItem(one, one)
        made.setCurrentIndex(max(made.findData(value), 0))
        made.currentIndexChanged.connect(lambda _: self.take(self.name, made.currentData()))
        return made

    def _menu(self, value: object) -> QPushButton:
        made = QPushButton()
        menu = QMenu(made)
        given = value if isinstance(value, list) else []
        for one in self.field.choices:
            tick = QAction(_called(one), menu)
            tick.setCheckable(True)
            tick.setChecked(one in given)
            tick.setData(one)
            tick.triggered.connect(lambda _yes: self._ticked(made))
            menu.addAction(tick)
        made.setMenu(menu)
        self._count(made)
        return made

    def _ticked(self, made: QPushButton) -> None:
        self._count(made)
        ticked = [one.data() for one in made.menu().actions() if one.isChecked()]
        self.take(self.name, ticked)

    def _count(self, made: QPushButton) -> None:
        chosen = [one.text() for one in made.menu().actions() if one.isChecked()]
        few = ", ".join(chosen[:4]) + (f" +{len(chosen) - 4}" if len(chosen) > 4 else "")  # noqa: PLR2004 - as many as fit
        made.setText(few or self.tr("None chosen"))

    def _typed(self, text: str) -> None:
        self.take(self.name, skeleton.typed(self.field, text.strip()))


def _called(slug: str) -> str:
    if slug in LANGUAGES:
        return NAMES[slug]
    name = words.platform(slug)
    return name if name != slug else words.activity(slug)


class RowsField(Spoken):
    """Rows of one kind, purposes or recipients, each with the same keys."""

    def __init__(
        self,
        keys: Iterable[str],
        rows: Iterable[Mapping[str, Any]],
        take: Callable[[list[dict[str, Any]]], None],
        flags: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self.keys, self.take, self.flags = tuple(keys), take, flags
        self.rows = [dict(one) for one in rows]
        self.title, self.fault = label("strong"), label("small", wrap=True)
        tone(self.fault, "bad")
        self.names: dict[str, str] = {}
        self.column = QVBoxLayout()
        self.add = button(self._add)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.title)
        outer.addLayout(self.column)
        outer.addWidget(self.fault)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch()
        outer.addLayout(below)

    def show_words(self, title: str, add: str, names: Mapping[str, str]) -> None:
        """Say what the rows are, and lay them out."""
        self.title.setText(title)
        self.add.setText(add)
        self.add.setAccessibleName(add)
        self.names = dict(names)
        self._lay()

    def show_faults(self, sentences: Iterable[str]) -> None:
        """Show what is wrong with them."""
        self.fault.setText("\n".join(sentences))
        self.fault.setVisible(bool(self.fault.text()))

    def _lay(self) -> None:
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, row in enumerate(self.rows):
            self.column.addWidget(self._row(place, row))

    def _row(self, place: int, row: Mapping[str, Any]) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        for key in self.keys:
            line.addWidget(self._cell(place, key, row.get(key)), 1 if key not in self.flags else 0)
        drop = button(partial(self._drop, place), flat=True)
        drop.setText("\N{MULTIPLICATION SIGN}")
        drop.setAccessibleName(self.tr("Remove row %1").replace("%1", str(place + 1)))
        line.addWidget(drop)
        return made

    def _cell(self, place: int, key: str, value: object) -> QWidget:
        name = self.names.get(key, key)
        made: QCheckBox | QLineEdit
        if key in self.flags:
            made = QCheckBox(name)
            made.setChecked(value is True)
            made.toggled.connect(partial(self._take, place, key))
        else:
            made = QLineEdit("" if value is None else str(value))
            made.setPlaceholderText(name)
            made.setMaxLength(6000)
            made.setCursorPosition(0)
            made.textEdited.connect(partial(self._take, place, key))
        made.setAccessibleName(f"{name}, {place + 1}")
        return made

    def _take(self, place: int, key: str, value: object) -> None:
        self.rows[place][key] = value
        self.take(self.rows)

    def _add(self) -> None:
        self.rows.append({key: False if key in self.flags else "" for key in self.keys})
        self._lay()
        self.take(self.rows)

    def _drop(self, place: int) -> None:
        del self.rows[place]
        self._lay()
        self.take(self.rows)
