"""The section of the room: what can be pressed when, and what is asked before all is wiped."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from tests.labormeter.room.seated import likes, room

from labormeter.room import table
from labormeter.room.taking import Refused, Taken
from labormeter_ui import language
from labormeter_ui.presenters.room import RoomPresenter
from labormeter_ui.views.room import RoomView


@pytest.fixture
def view(qtbot: QtBot) -> RoomView:
    presenter = RoomPresenter()
    presenter.laying.connect(
        lambda cards, given: presenter.laid(table.laid(cards, given or room()))
    )
    made = RoomView(presenter)
    made.resize(1000, 800)
    qtbot.addWidget(made)
    made.show()
    return made


def seat(view: RoomView, number: int) -> None:
    view.presenter.take(Taken(tuple(likes(number)), ()))


def test_an_empty_room_says_how_to_fill_it(view: RoomView) -> None:
    assert view.drop.isVisible()
    assert view.sample.isVisible()
    assert not view.looking.isVisible()
    assert not view.deal.isEnabled()
    assert "3 are needed" in view.count.text()


def test_reveal_and_deal_again(view: RoomView) -> None:
    seat(view, 5)
    assert view.deal.text() == "Reveal"
    assert not view.looking.isVisible()
    view.deal.click()
    assert view.looking.isVisible()
    assert view.deal.text() == "Deal again"
    assert not view.deal.isEnabled()
    boxes = list(view.seats.boxes.values())
    boxes[0].click()
    assert not view.deal.isEnabled()
    assert "waits for another" in view.count.text()
    boxes[1].click()
    assert view.deal.isEnabled()
    view.deal.click()
    assert len(view.presenter.state.deal.dealt) == 3


def test_what_was_refused_is_said_plainly(view: RoomView) -> None:
    view.presenter.take(Taken((), (Refused("<b>\u202ebad.json", "It is no JSON."),)))
    said = view.seats.refusals.itemAt(0).widget().text()  # type: ignore[union-attr]
    assert said == "<b>bad.json: It is no JSON."


def test_wiping_is_asked_about_and_says_where_no_sheet_was_saved(view: RoomView) -> None:
    seat(view, 4)
    view.deal.click()
    view.wipe.click()
    assert view.sure.isVisible()
    assert "not saved" in view.asked.text()
    view.unsure.click()
    assert not view.sure.isVisible()
    view.presenter.kept("sheet.pdf")
    view.wipe.click()
    assert "not saved" not in view.asked.text()
    view.sure.click()
    assert view.presenter.state.cards == ()
    assert view.drop.isVisible()


def test_what_is_dropped_is_sorted(view: RoomView) -> None:
    brought: list[object] = []
    opened: list[object] = []
    view.presenter.brought.connect(brought.append)
    view.presenter.opened.connect(opened.append)
    view.dropped(["/a/card.json", "/a/room.toml", "/a/photo.png"])
    assert brought == [["/a/card.json", "/a/photo.png"]]
    assert opened == ["/a/room.toml"]


def test_every_button_has_a_name_in_both_languages(view: RoomView) -> None:
    seat(view, 4)
    view.deal.click()
    for code in ("en", "fr"):
        language.use(code)
        view.say()
        names = [one.accessibleName() for one in view.findChildren(QAbstractButton)]
        assert all(names)
        shown = view.looking.slide.title.text()
        assert shown == {"en": "Acts by metered day", "fr": "Gestes par jour relevé"}[code]
