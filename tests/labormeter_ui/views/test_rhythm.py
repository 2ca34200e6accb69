from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.rhythm import Rhythm, RhythmPresenter
from labormeter_ui.views.rhythm import RhythmView


def test_an_hour_tells_its_number_by_pointer_and_by_key(qtbot: QtBot) -> None:
    view = RhythmView(RhythmPresenter())
    qtbot.addWidget(view)
    view.resize(800, 300)
    view.show()
    rows = [[0] * 24 for _ in range(7)]
    rows[2][9] = 1234
    view.presenter.take(Rhythm(tuple(map(tuple, rows))))
    QTest.mouseMove(view, view.square(2, 9).center().toPoint())
    qtbot.waitUntil(view.tip.isVisible)
    assert view.tip.text() == "Wednesday, 9 to 10 h: 1,234 gestures"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.tip.text() == "Wednesday, 10 to 11 h: 0 gestures"
    assert "1,234" in view.accessibleDescription()
    square = view.square(2, 9).center().toPoint(), view.square(2, 12).center().toPoint()
    image = view.grab().toImage()
    assert image.pixelColor(square[0]) != image.pixelColor(square[1])


def test_an_hour_is_opened_by_pointer_and_by_key_where_anything_was_done(qtbot: QtBot) -> None:
    view = RhythmView(RhythmPresenter())
    qtbot.addWidget(view)
    view.resize(800, 300)
    view.show()
    rows = [[0] * 24 for _ in range(7)]
    rows[2][9] = 1
    view.presenter.take(Rhythm(tuple(map(tuple, rows))))
    with qtbot.waitSignal(view.wanted) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.square(2, 9).center().toPoint())
    assert told.args == [2 * 24 + 9]
    assert view.tip.text() == "Wednesday, 9 to 10 h: 1 gesture"
    with qtbot.waitSignal(view.wanted):
        QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(view.wanted):
        QTest.keyClick(view, Qt.Key.Key_Return)
