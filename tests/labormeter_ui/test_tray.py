from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labormeter.model import Cell
from labormeter.testing import NOON
from labormeter_ui import language
from labormeter_ui.picture import Meter, Picture
from labormeter_ui.presenters.pages import Presenters
from labormeter_ui.tray import Tray, drawn

CELL = Cell(day="2026-06-01", platform="x", activity="like", source="wire", net=41, gestures=41)
SEEN = Picture(now=NOON, cells=(CELL,), meter=Meter(mode="metering"), begun=True)


def made(qapp: QApplication) -> tuple[Tray, Presenters]:
    presenters = Presenters(qapp)
    tray = Tray(presenters)
    presenters.see(SEEN)
    return tray, presenters


def visible(tray: Tray) -> set[str]:
    return {verb for verb, action in tray.verbs.items() if action.isVisible()}


def test_the_figure_and_what_can_be_done_are_there(qapp: QApplication) -> None:
    tray, presenters = made(qapp)
    assert tray.figure.text() == "At least 41 acts today"
    assert "41 acts" in tray.icon.toolTip()
    before = visible(tray)
    presenters.see(replace(SEEN, meter=Meter(mode="private")))
    assert (before, visible(tray)) == ({"pause", "private", "stop"}, {"start", "stop"})
    assert tray.verbs["start"].text() == "Resume"


def test_the_menu_asks_opens_and_leaves(qapp: QApplication, qtbot: QtBot) -> None:
    tray, presenters = made(qapp)
    with qtbot.waitSignal(presenters.shift.asked) as told:
        tray.verbs["private"].trigger()
    assert told.args == ["private"]
    with qtbot.waitSignal(tray.opened):
        tray.open.trigger()
    with qtbot.waitSignal(tray.left):
        tray.quit.trigger()


def test_another_language_is_spoken(qapp: QApplication) -> None:
    tray, _ = made(qapp)
    language.use("fr")
    tray.say()
    assert tray.quit.text() == "Quitter"


def test_modes_look_different(qapp: QApplication) -> None:
    on = drawn("good", "good").pixmap(64).toImage()
    assert on != drawn("pause", "warn").pixmap(64).toImage()
    assert qapp is not None
