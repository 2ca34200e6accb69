"""How one sits in a room: words, ticks, and a room's file that says the weeks."""

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from labormeter_ui import language
from labormeter_ui.presenters.share import Order, SharePresenter
from labormeter_ui.views.own_card import OwnCardView


@pytest.fixture
def view(qtbot: QtBot) -> OwnCardView:
    presenter = SharePresenter()
    presenter.choose(Order(form="card", handle="oak-ash"))
    made = OwnCardView(presenter)
    qtbot.addWidget(made)
    made.show()
    return made


def test_words_are_drawn_and_ticks_are_taken(view: OwnCardView) -> None:
    assert "oak-ash" in view.handle.text()
    view.again.click()
    assert view.presenter.order.handle in view.handle.text()
    assert "oak-ash" not in view.handle.text()
    view.total_only.click()
    view.practice.click()
    assert (view.presenter.order.total_only, view.presenter.order.practice) == (True, True)
    view.presenter.choose(Order(form="card", handle="oak-ash"))
    assert not view.practice.isChecked()


def test_a_rooms_file_is_chosen_shown_and_taken_away(
    view: OwnCardView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert not view.rules.isVisible()
    with qtbot.assertNotEmitted(view.presenter.opened):
        view.room.click()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/a/room.toml", ""))
    with qtbot.waitSignal(view.presenter.opened) as told:
        view.room.click()
    assert told.args == ["/a/room.toml"]
    view.presenter.refuse("No\u202e room.")
    assert view.refused.text() == "No room."
    assert not view.rules.isVisible()
    view.presenter.settle("/a/\u202eroom.toml", ("2026-W44", "2026-W47"))
    assert view.rules.isVisible()
    assert not view.refused.isVisible()
    assert view.rules.text() == "Weeks 2026-W44 to 2026-W47, by room.toml"
    view.roomless.click()
    assert (view.presenter.order.room, view.rules.isVisible()) == ("", False)


def test_everything_has_a_name_in_french(view: OwnCardView) -> None:
    before = view.room.text()
    language.use("fr")
    view.say()
    assert view.room.text() not in {"", before}
    assert view.practice.accessibleName() == view.practice.text()
