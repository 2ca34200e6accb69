from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labormeter.errors import KnownError
from labormeter_ui.presenters.own import Own, OwnPresenter
from labormeter_ui.views.own import OwnView


def lines(view: OwnView) -> list[str]:
    return [one.text() for one in view.findChildren(QLabel) if one.isVisibleTo(view)]


def test_every_step_is_shown_and_nothing_goes_before_it_is_read(qtbot: QtBot) -> None:
    presenter = OwnPresenter()
    view = OwnView(presenter)
    qtbot.addWidget(view)
    assert not view.go.isVisibleTo(view), "nothing is known yet"
    presenter.take(Own(read=True, steps=("Trust it.", "Set it."), by_hand=("Firefox.",)))
    assert {"1. Trust it.", "2. Set it."} <= set(lines(view))
    assert "1. Firefox." not in lines(view)
    with qtbot.waitSignal(presenter.script_wanted):
        view.show_hand.click()
    assert "1. Firefox." in lines(view)
    assert not view.show_hand.isVisibleTo(view)
    assert view.weaker.isVisibleTo(view)
    assert not view.go.isEnabled()
    view.seen.click()
    with qtbot.waitSignal(presenter.wanted) as told:
        view.go.click()
    assert told.args == [True]
    assert not view.go.isEnabled()


def test_where_it_is_on_one_press_puts_it_back(qtbot: QtBot) -> None:
    presenter = OwnPresenter()
    view = OwnView(presenter)
    qtbot.addWidget(view)
    presenter.take(Own(read=True, standing="on"))
    assert not view.seen.isVisibleTo(view)
    with qtbot.waitSignal(presenter.wanted) as told:
        view.go.click()
    assert told.args == [False]


def test_what_stands_in_the_way_is_said_and_no_button_lies(qtbot: QtBot) -> None:
    presenter = OwnPresenter()
    view = OwnView(presenter)
    qtbot.addWidget(view)
    why = KnownError("A proxy is set\u202e.", "Switch it off.")
    presenter.take(Own(read=True, obstacle=why, by_hand=("Run: x",)))
    assert view.text.text() == "A proxy is set. Switch it off."
    view.show_hand.click()
    assert "1. Run: x" in lines(view)
    assert not view.go.isVisibleTo(view)
    assert not view.seen.isVisibleTo(view)
