from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from labormeter.exports.document import Count
from labormeter.study.rows import Row
from labormeter_ui.views.study_rows import FOREGROUND, HINT, RowsModel, Side
from labormeter_ui.views.tables import ALIGN, DISPLAY, RIGHT

ROWS = [
    Row(Count("2026-03", "x", "like", n=500, seconds=90), clamped=True, kept=True),
    Row(Count("2026-W11", "hcaptcha", "captcha", n=5), clamped=False, kept=True),
]
WAY = Qt.Orientation.Horizontal


def cell(model: RowsModel, row: int, column: int, role: int = DISPLAY) -> object:
    return model.data(model.index(row, column), role)


def test_a_row_is_as_in_the_file_and_a_cut_one_is_marked() -> None:
    model = RowsModel()
    model.show(ROWS, seconds=True)
    assert [cell(model, 0, place) for place in range(5)] == ["2026-03", "X", "Likes", "500 ✂", "90"]
    assert cell(model, 1, 3) == "5"
    assert cell(model, 0, 3, ALIGN) == RIGHT
    assert cell(model, 0, 3, FOREGROUND) is not None
    assert cell(model, 1, 3, FOREGROUND) is None
    assert "bound" in str(cell(model, 0, 0, HINT))


def test_seconds_are_a_column_only_where_they_are_asked_for() -> None:
    model = RowsModel()
    model.show(ROWS, seconds=False)
    names = [model.headerData(place, WAY) for place in range(model.columnCount())]
    assert names == ["Period", "Platform", "Activity", "Number"]


def test_chosen_rows_are_moved(qtbot: QtBot) -> None:
    moved: list[set[tuple[str, str, str]]] = []
    side = Side(moved.append)
    qtbot.addWidget(side)
    side.show_rows("These rows are sent (2)", ROWS, seconds=False)
    assert not side.button.isEnabled()
    side.table.selectRow(1)
    assert side.button.isEnabled()
    side.button.click()
    assert moved == [{("2026-W11", "hcaptcha", "captcha")}]
