"""The projector: by keys alone, light whatever the window wears, and nothing below twenty points."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.labormeter.room.seated import likes, room

from labormeter.room import table
from labormeter.room.slides import NAMES
from labormeter.room.taking import Taken
from labormeter_ui import theme
from labormeter_ui.presenters.room import RoomPresenter
from labormeter_ui.views.projector import POINTS, Projector

KEYS = Qt.Key


@pytest.fixture
def projector(qtbot: QtBot) -> Projector:
    presenter = RoomPresenter()
    presenter.laying.connect(lambda cards, _given: presenter.laid(table.laid(cards, room())))
    theme.choose("dark")
    made = Projector(presenter)
    made.resize(1600, 900)
    qtbot.addWidget(made)
    made.show()
    presenter.take(Taken(tuple(likes(5)), ()))
    return made


def test_reveal_turn_deal_again_and_leave_by_keys(projector: Projector) -> None:
    presenter = projector.presenter
    assert projector.waiting.isVisible()
    assert projector.waiting.text().startswith("5 card")
    QTest.keyClick(projector, KEYS.Key_D)
    assert not presenter.state.deal.revealed
    QTest.keyClick(projector, KEYS.Key_R)
    assert projector.slide.isVisible()
    QTest.keyClick(projector, KEYS.Key_Right)
    assert presenter.state.view == NAMES[1]
    QTest.keyClick(projector, KEYS.Key_Left)
    QTest.keyClick(projector, KEYS.Key_Left)
    assert presenter.state.view == NAMES[-1]
    for seat in list(presenter.state.deal.chosen)[:2]:
        presenter.choose(seat, on=False)
    QTest.keyClick(projector, KEYS.Key_D)
    assert len(presenter.state.deal.dealt) == 3
    left: list[bool] = []
    projector.left.connect(lambda: left.append(True))
    QTest.keyClick(projector, KEYS.Key_Escape)
    assert left == [True]
    assert not projector.isVisible()


def test_it_is_light_and_large(projector: Projector) -> None:
    QTest.keyClick(projector, KEYS.Key_R)
    for label in projector.labels():
        assert label.font().pointSizeF() >= POINTS, label.objectName()
    least = projector.logicalDpiY() / 72 * POINTS
    for name in NAMES:
        projector.presenter.turn(name)
        shown = projector.presenter.slide(projector.slide.canvas.look())
        assert shown is not None
        sizes = [float(one) for one in re.findall(r'font-size="([\d.]+)"', shown.svg)]
        assert all(one >= least - 1 for one in sizes), name
    assert projector.slide.canvas.look().ink == theme.LIGHT.ink
    image = projector.grab().toImage()
    assert image.pixelColor(4, 4).lightness() > 240


def test_the_room_is_told_what_a_dot_is_and_what_anonymity_rests_on(
    projector: Projector,
) -> None:
    QTest.keyClick(projector, KEYS.Key_R)
    assert "A dot is one person" in projector.slide.sentences.text()
    assert "social, not technical" in projector.warning.text()
