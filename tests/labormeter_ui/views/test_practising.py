import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labormeter_ui import motion
from labormeter_ui.presenters.practice import PracticePresenter
from labormeter_ui.views.practising import PracticeView

AGREED = '{"act": "undo like", "accepted": 3, "counted": 3}'


@pytest.fixture
def view(qtbot: QtBot) -> PracticeView:
    made = PracticeView(PracticePresenter())
    qtbot.addWidget(made)
    made.show()
    return made


def test_either_way_is_a_button(view: PracticeView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.presenter.wanted) as told:
        view.shown.click()
    assert told.args == [False]
    assert not view.by_hand.isVisible()
    assert view.busy.isVisible()
    assert view.stop.isVisible() == (sys.platform != "win32")


def shown(view: PracticeView) -> list[str]:
    return [one.text() for one in view.findChildren(QLabel) if one.isVisible()]


def test_counts_that_agree_are_a_table_and_a_sentence(view: PracticeView, qtbot: QtBot) -> None:
    view.presenter.begin(by_hand=True)
    view.presenter.end(0, AGREED)
    assert view.verdict.text() == "All counts agree: 3 acts accepted and counted."
    qtbot.waitUntil(lambda: "Likes taken back" in shown(view))
    assert shown(view).count("3") == 2
    assert view.by_hand.isVisible()


def test_counts_that_differ_and_faults_are_said(view: PracticeView) -> None:
    view.presenter.end(1, AGREED.replace('"counted": 3', '"counted": 2'))
    assert "differ" in view.verdict.text()
    view.presenter.end(1, "No browser\u202e was found.")
    assert view.verdict.text().endswith("No browser was found.")
    view.presenter.end(0, "")
    assert "Nothing was done" in view.verdict.text()


def test_less_motion_stands_still(view: PracticeView, monkeypatch: pytest.MonkeyPatch) -> None:
    view.say()
    assert view.busy.maximum() == 0
    monkeypatch.setattr(motion, "reduced", lambda: True)
    view.say()
    assert view.busy.maximum() == 1
