from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from labormeter.study import fields
from labormeter_ui.views.study_field import FieldView, RowsField

BY_NAME = {one.name: one for one in fields.FIELDS}


def made(bot: QtBot, name: str, value: object) -> tuple[FieldView, list[tuple[str, Any]]]:
    taken: list[tuple[str, Any]] = []
    view = FieldView(name, BY_NAME[name], value, lambda *given: taken.append(given))
    bot.addWidget(view)
    assert taken == []
    return view, taken


def test_a_line_a_date_and_a_number_are_typed(qtbot: QtBot) -> None:
    for name, text, value in (
        ("people.contact", " here ", "here"),
        ("valid_from", "2027-01-31", date(2027, 1, 31)),
        ("clamps.n", "500", 500),
        ("clamps.n", "", None),
    ):
        view, taken = made(qtbot, name, None)
        assert isinstance(view.editor, QLineEdit)
        view.editor.textEdited.emit(text)
        assert taken == [(name, value)]


def test_a_text_a_tick_and_a_choice(qtbot: QtBot) -> None:
    view, taken = made(qtbot, "storage.readers", "one")
    assert isinstance(view.editor, QPlainTextEdit)
    view.editor.setPlainText("two")
    assert taken == [("storage.readers", "two")]
    view, taken = made(qtbot, "law.commercial", True)
    assert isinstance(view.editor, QCheckBox)
    view.editor.click()
    assert taken == [("law.commercial", False)]
    view, taken = made(qtbot, "asked.grain", "month")
    assert isinstance(view.editor, QComboBox)
    view.editor.setCurrentText("week")
    assert taken == [("asked.grain", "week")]


def test_words_are_ticked(qtbot: QtBot) -> None:
    view, taken = made(qtbot, "asked.platforms", ["x"])
    assert isinstance(view.editor, QPushButton)
    assert view.editor.text() == "X"
    reddit = next(one for one in view.editor.menu().actions() if one.data() == "reddit")
    reddit.trigger()
    assert taken == [("asked.platforms", ["reddit", "x"])] or set(taken[0][1]) == {"x", "reddit"}


@pytest.mark.parametrize(("name", "note"), [("people.funder", "may be left out"), ("id", "id")])
def test_it_says_its_name_and_whether_it_is_needed(qtbot: QtBot, name: str, note: str) -> None:
    view, _ = made(qtbot, name, None)
    assert note in view.note.text()
    assert view.editor.accessibleName() == str(BY_NAME[name].says)
    view.show_fault("Missing.")
    assert view.fault.text() == "Missing."
    view.show_fault("")
    assert view.fault.isHidden()


def test_rows_have_names_and_give_themselves_on(qtbot: QtBot) -> None:
    taken: list[list[dict[str, Any]]] = []
    rows = RowsField(("name", "key"), [{"name": "a", "key": "k"}], taken.append)
    qtbot.addWidget(rows)
    rows.show_words("Who", "Add", {"name": "Name"})
    lines = rows.findChildren(QLineEdit)
    assert [one.accessibleName() for one in lines] == ["Name, 1", "key, 1"]
    lines[1].textEdited.emit("age1")
    assert taken[-1] == [{"name": "a", "key": "age1"}]
    rows.show_faults(["recipients: At least two."])
    assert "At least two" in rows.fault.text()
