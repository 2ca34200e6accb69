from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.testing import act
from labormeter.valuation import shelf
from labormeter.valuation.lens import Reading
from labormeter_ui import language
from labormeter_ui.presenters.worth import WorthPresenter, valued
from labormeter_ui.views.act import ActView


def test_an_act_tells_its_worth_its_rate_and_where_that_was_seen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    view = ActView(WorthPresenter())
    qtbot.addWidget(view)
    one = act(platform="facebook")
    view.show_act(one)
    before = view.worth.isVisibleTo(view)
    prices = shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today="2026-06-01")
    view.presenter.take(valued(one, prices))
    found = view.presenter.state
    assert found is not None
    assert found.central is not None
    assert not before
    assert "EUR" in view.worth.text()
    assert found.central.rate.id in view.why.text()
    with qtbot.waitSignal(view.rate) as told:
        view.rate_button.click()
    assert told.args == [found.central.rate.id]


def test_an_act_without_a_price_offers_no_rate(qtbot: QtBot, tmp_path: Path) -> None:
    view = ActView(WorthPresenter())
    qtbot.addWidget(view)
    one = act(platform="x", activity="vote")
    view.show_act(one)
    prices = shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today="2026-06-01")
    view.presenter.take(valued(one, prices))
    assert view.worth.text() == "No price"
    assert view.why.text()
    assert not view.rate_button.isVisibleTo(view)


def test_an_act_names_the_clause_by_which_it_is_taken(qtbot: QtBot) -> None:
    view = ActView(WorthPresenter())
    qtbot.addWidget(view)
    said = dict(view.fields(act(platform="reddit", activity="post")))["Terms"]
    assert "Reddit User Agreement, 5. Your Content, version of 2026-07-01" in said
    assert "“use Your Content to train AI and machine learning models”" in said
    view.show_act(act(platform="reddit", activity="post"))
    copier = next(
        made
        for made in view.findChildren(QPushButton)
        if made.accessibleDescription().startswith("https://github.com/OpenTermsArchive/")
    )
    copier.click()
    assert QGuiApplication.clipboard().text() == copier.accessibleDescription()


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_no_word_makes_the_card_wider(qtbot: QtBot, code: str) -> None:
    language.use(code)
    view = ActView(WorthPresenter())
    qtbot.addWidget(view)
    view.resize(300, 700)
    view.show()
    qtbot.waitExposed(view)
    view.show_act(replace(act(platform="reddit", activity="post"), rule="r" * 300, pack="p" * 300))
    view.grid.activate()
    QApplication.processEvents()
    card = view.area.widget()
    assert card is not None
    assert card.minimumSizeHint().width() <= view.area.viewport().width()
    assert not view.area.horizontalScrollBar().isVisible()
    assert card.width() == view.area.viewport().width()


def test_where_none_was_verified_it_says_so_and_makes_none_up(qtbot: QtBot) -> None:
    view = ActView(WorthPresenter())
    qtbot.addWidget(view)
    said = dict(view.fields(act(platform="x", activity="like")))["Terms"]
    assert said == "No clause of the platform's terms was verified for this."
    assert "Terms" not in dict(view.fields(act(platform="x", activity="like", effect="undo")))
