"""What colours stand for, made anew only where it says something else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from labormeter_ui import theme
from labormeter_ui.views.legend import Legend


def names(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.text() and not one.isHidden()]


def test_the_same_entries_keep_their_widgets(qtbot: QtBot) -> None:
    page, legend = QWidget(), Legend()
    page.resize(400, 60)
    page.setLayout(legend)
    qtbot.addWidget(page)
    page.show()
    like = QBrush(QColor("#336699")), "Likes"
    gap = QBrush(QColor("#996633"), Qt.BrushStyle.BDiagPattern), "a gap"
    worn = theme.current()
    legend.show_entries([like], worn)
    first = legend.itemAt(0)
    legend.show_entries([like], worn)
    kept = legend.itemAt(0) is first
    legend.show_entries([like, gap], worn)
    assert (kept, legend.count(), set(names(page))) == (True, 2, {"Likes", "a gap"})
