import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.share import Table
from labormeter_ui.views.preview import Preview

ACTS = Table("acts", ("id", "platform"), (("1", "x"), ("2", "reddit\u202e")), 1234)
NONE = Table("gaps", ("kind",), (), 0)


@pytest.fixture
def view(qtbot: QtBot) -> Preview:
    made = Preview()
    qtbot.addWidget(made)
    made.show()
    return made


def test_rows_are_shown_as_they_will_be_written(view: Preview) -> None:
    view.show_tables((ACTS, NONE))
    model = view.model
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert [model.data(model.index(0, place)) for place in (0, 1)] == ["1", "x"]
    assert model.data(model.index(1, 1)) == "reddit"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "platform"
    assert view.note.text() == "The first 2 of 1,234 rows are shown."
    assert [made.text() for made in view.buttons] == ["acts · 1,234", "gaps · 0"]


def test_one_table_at_a_time(view: Preview) -> None:
    view.show_tables((ACTS, NONE))
    view.buttons[1].click()
    assert view.model.rowCount() == 0
    assert view.note.text() == "This table has no rows."
    assert [made.isChecked() for made in view.buttons] == [False, True]
    view.show_tables((NONE,))
    assert not view.names.isVisible()
    assert view.chosen == 0


def test_nothing_is_said_of_what_was_not_read(view: Preview) -> None:
    assert view.note.text() == "Reading the rows"
    assert not view.view.isVisible()
    view.show_tables(())
    assert view.note.text() == ""
    view.show_tables((Table("links", ("act",), (("1",),), 1),))
    assert view.note.text() == "All rows are shown."
