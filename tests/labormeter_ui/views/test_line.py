from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labormeter_ui.theme import LIGHT
from labormeter_ui.views.line import Rank, RankLine, colour_of


def shown(qtbot: QtBot, rank: Rank) -> RankLine:
    line = RankLine()
    qtbot.addWidget(line)
    line.resize(300, 44)
    line.show_rank(rank)
    line.show()
    return line


def length(line: RankLine, colour: str) -> int:
    image = line.grab().toImage()
    row = image.height() - 9
    return sum(image.pixelColor(x, row).name() == colour for x in range(image.width()))


def test_the_bar_is_as_long_as_its_share(qtbot: QtBot) -> None:
    colour = LIGHT.series[2]
    half = length(shown(qtbot, Rank(name="X", value=5, share=0.5, hue=2)), colour)
    full = length(shown(qtbot, Rank(name="X", value=10, share=1, hue=2)), colour)
    assert full > 200
    assert abs(full - 2 * half) <= 8


def test_nothing_has_no_bar_and_little_can_still_be_seen(qtbot: QtBot) -> None:
    colour = LIGHT.series[2]
    assert length(shown(qtbot, Rank(name="X", value=0, share=0, hue=2)), colour) <= 14
    little = length(shown(qtbot, Rank(name="X", value=1, share=0.001, hue=2)), colour)
    assert little >= 3


def test_a_line_says_its_rank_and_is_pressed_by_key(qtbot: QtBot) -> None:
    line = shown(qtbot, Rank(name="Instagram", value=1200, share=1, detail="Likes 1,200"))
    assert line.accessibleName() == "Instagram: 1,200"
    assert line.accessibleDescription() == "Likes 1,200"
    with qtbot.waitSignal(line.clicked):
        QTest.keyClick(line, Qt.Key.Key_Space)


def test_what_has_no_hue_is_of_the_rest() -> None:
    assert colour_of(LIGHT, None) == LIGHT.rest
    assert colour_of(LIGHT, 0) == LIGHT.series[0]
