import threading

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labormeter_ui.views.waiting import PATIENCE, WaitingView
from labormeter_ui.work import Desk


def test_what_takes_long_is_shown_and_can_be_given_up(qapp: QApplication, qtbot: QtBot) -> None:
    view, desk, gate = WaitingView(), Desk(qapp), threading.Event()
    qtbot.addWidget(view)
    view.watch(desk)
    lost: list[int] = []
    desk.give(lambda: gate.wait(10), print, lambda: lost.append(1))
    before = view.isVisible()
    qtbot.waitUntil(view.isVisible, timeout=PATIENCE + 2000)
    view.cancel.click()
    gate.set()
    assert (before, view.isVisible(), lost) == (False, False, [1])
    desk.close()


def test_what_is_over_soon_is_not_shown(qapp: QApplication, qtbot: QtBot) -> None:
    view, desk, done = WaitingView(), Desk(qapp), list[int]()
    qtbot.addWidget(view)
    view.watch(desk)
    desk.give(lambda: 1, done.append)
    qtbot.waitUntil(lambda: done == [1])
    qtbot.wait(PATIENCE + 50)
    assert not view.isVisible()
    desk.close()
