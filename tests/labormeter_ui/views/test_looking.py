"""How a room is looked at: views, price, and one's own dot."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.labormeter.room.seated import HANDLES, likes, room

from labormeter.room import table
from labormeter.room.slides import NAMES
from labormeter.room.taking import Taken
from labormeter_ui.presenters.room import RoomPresenter
from labormeter_ui.views.looking import STOPS, LookingView


@pytest.fixture
def view(qtbot: QtBot) -> LookingView:
    presenter = RoomPresenter()
    presenter.laying.connect(lambda cards, _given: presenter.laid(table.laid(cards, room())))
    made = LookingView(presenter)
    made.resize(900, 700)
    qtbot.addWidget(made)
    made.show()
    presenter.take(Taken(tuple(likes(5)), ()))
    presenter.deal()
    return made


def test_each_view_is_a_press_away(view: LookingView) -> None:
    for name in NAMES:
        view.buttons[name].click()
        assert view.presenter.state.view == name
        assert [one for one in NAMES if view.buttons[one].isChecked()] == [name]
        assert view.slide.canvas.accessibleDescription()
        assert view.slide.canvas._drawn.isValid()


def test_the_slider_supposes_another_price(view: LookingView) -> None:
    view.buttons["supposed"].click()
    assert view.supposing.isVisible()
    view.price.setValue(len(STOPS) - 1)
    assert view.presenter.state.how.price == STOPS[-1]
    assert "7.00" in view.slide.sentences.text()
    view.activity.setCurrentIndex(view.activity.findData("like"))
    assert "likes" in view.slide.sentences.text()


def test_ones_own_words_point_at_ones_own_dot(view: LookingView) -> None:
    view.buttons["acts"].click()
    QTest.keyClicks(view.mine, HANDLES[0].replace("-", " "))
    assert view.presenter.state.how.mine == HANDLES[0]


def test_a_small_room_is_warned(view: LookingView) -> None:
    assert "social, not technical" in view.warning.text()
