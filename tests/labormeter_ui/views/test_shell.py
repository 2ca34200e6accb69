from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.pages import Presenters
from labormeter_ui.views.shell import PAGES, Shell


def shown(qtbot: QtBot, presenters: Presenters) -> Shell:
    shell = Shell(presenters.shift)
    qtbot.addWidget(shell)
    for page in PAGES:
        shell.add(page, QLabel(page), scrolls=page == "today")
    shell.turn("today")
    shell.show()
    return shell


def test_a_page_is_turned_by_its_button(qtbot: QtBot, presenters: Presenters) -> None:
    shell = shown(qtbot, presenters)
    with qtbot.waitSignal(shell.turned) as told:
        shell.buttons["charts"].click()
    assert told.args == ["charts"]
    assert (shell.page, shell.title.text(), shell.stack.currentIndex()) == ("charts", "Charts", 2)


def test_the_date_is_told(qtbot: QtBot, presenters: Presenters) -> None:
    shell = shown(qtbot, presenters)
    shell.show_date("2026-06-01")
    assert shell.subtitle.text() == "Monday, June 1, 2026"


def test_a_language_is_chosen_by_its_own_name(qtbot: QtBot, presenters: Presenters) -> None:
    shell = shown(qtbot, presenters)
    names = [shell.languages.itemText(place) for place in range(shell.languages.count())]
    assert names == ["Language of the system", "English", "Fran\u00e7ais"]
    with qtbot.waitSignal(shell.language) as told:
        shell.languages.setCurrentIndex(2)
    assert told.args == ["fr"]
    shell.show_language("en")
    assert shell.languages.currentData() == "en"
