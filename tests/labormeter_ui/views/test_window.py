"""The whole window: what every widget owes to a person, whatever their eyes, hands and tongue."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from labormeter.testing import NOON
from labormeter_ui import language
from labormeter_ui.picture import Picture
from labormeter_ui.presenters.pages import Presenters
from labormeter_ui.views.bar import Message
from labormeter_ui.views.shell import PAGES
from labormeter_ui.views.window import Window


@pytest.fixture
def window(qtbot: QtBot, presenters: Presenters) -> Window:
    made = Window(presenters)
    qtbot.addWidget(made)
    made.shell.bar.show_message(Message("a", "Something happened.", action="Do"))
    made.show()
    return made


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_every_control_has_a_name_that_can_be_read_aloud(window: Window, code: str) -> None:
    language.use(code)
    QTest.qWait(1)
    met = [
        one
        for one in window.findChildren(QWidget)
        if one.window() is window
        and (
            isinstance(one, QAbstractButton | QComboBox | QAbstractItemView)
            or one.focusPolicy() != Qt.FocusPolicy.NoFocus
        )
        and not isinstance(one, QScrollBar | QHeaderView)
        and one is not window.shell
    ]
    assert len(met) > 25
    for one in met:
        found = QAccessible.queryAccessibleInterface(one)
        if one.metaObject().className() == "QTableCornerButton":
            continue
        assert found is not None
        assert found.text(QAccessible.Text.Name), (one, one.parent())


def test_no_label_reads_its_text_as_markup(window: Window) -> None:
    labels = [one for one in window.findChildren(QLabel) if one.window() is window]
    assert len(labels) > 30
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in labels)


def test_pictures_without_words_have_names(window: Window) -> None:
    for one in window.findChildren(QLabel):
        if not one.pixmap().isNull() and not one.isHidden() and one is not window.shell.shift.mark:
            assert one.accessibleName() or one is window.shell.bar.mark, one.parent()


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_no_button_cuts_off_its_text(window: Window, qtbot: QtBot, code: str) -> None:
    language.use(code)
    for page in PAGES:
        window.shell.turn(page)
        qtbot.waitUntil(lambda: cut_off(window) == [])


def qapp() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def test_keys_turn_pages_and_ask(window: Window, presenters: Presenters, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitActive(window)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.shell.page == "charts"
    with qtbot.waitSignal(presenters.shift.asked) as told:
        QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["pause"]
    with qtbot.waitSignal(window.shell.browse):
        QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)


def test_tab_reaches_every_control_of_the_page(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitActive(window)
    window.shell.setFocus()
    met = set()
    for _ in range(80):
        QTest.keyClick(qapp().focusWidget() or window, Qt.Key.Key_Tab)
        met.add(qapp().focusWidget())
    today = window.today_page.figure
    wanted = [
        window.shell.buttons["today"],
        window.shell.shift.buttons["pause"],
        window.shell.languages,
        today.practice,
        today.platforms.lines[0],
        window.today_page.recent.chart,
        window.today_page.feed.list,
    ]
    assert [one.accessibleName() for one in wanted if one not in met] == []
    window.shell.buttons["today"].setFocus()
    QTest.keyClick(window.shell.buttons["today"], Qt.Key.Key_Down)
    assert window.shell.page == "ledger"
    assert window.shell.title.text() == "Ledger"


def test_an_empty_ledger_says_what_to_do(qtbot: QtBot, qapp: QApplication) -> None:
    presenters = Presenters(qapp)
    made = Window(presenters)
    qtbot.addWidget(made)
    presenters.see(Picture(now=NOON))
    assert made.today_page.currentWidget() is made.today_page.empty


def test_the_window_comes_back_where_it_was(
    qtbot: QtBot, presenters: Presenters, tmp_path: Path
) -> None:
    file = str(tmp_path / "window.ini")
    first = Window(presenters, QSettings(file, QSettings.Format.IniFormat))
    qtbot.addWidget(first)
    first.resize(780, 620)
    first.show()
    first.shell.turn("ledger")
    with qtbot.waitSignal(first.closing):
        first.close()
    assert first.kept is not None
    first.kept.sync()
    second = Window(presenters, QSettings(file, QSettings.Format.IniFormat))
    qtbot.addWidget(second)
    assert second.size() == first.size()
    assert second.shell.page == "ledger"


def test_a_home_that_was_removed_meanwhile_does_not_come_back_with_the_window_s_place(
    qtbot: QtBot, presenters: Presenters, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    made = Window(presenters, QSettings(str(home / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    home.rmdir()
    made.close()
    assert made.kept is not None
    made.kept.sync()
    assert not home.exists()


def test_a_spoilt_state_file_spoils_nothing(
    qtbot: QtBot, presenters: Presenters, tmp_path: Path
) -> None:
    file = tmp_path / "window.ini"
    file.write_text("[General]\ngeometry=nonsense\npage=elsewhere\n", encoding="utf-8")
    made = Window(presenters, QSettings(str(file), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    assert made.shell.page == "today"


@pytest.mark.qt_log_ignore("does not support raise")
def test_coming_back_shows_a_minimised_window(window: Window) -> None:
    window.showMinimized()
    window.come()
    assert not window.isMinimized()
    assert window.isVisible()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("code", language.LANGUAGES)
def test_the_smallest_window_cuts_nothing_off(
    window: Window, qtbot: QtBot, code: str, page: str
) -> None:
    language.use(code)
    window.resize(window.minimumSize())
    window.shell.turn(page)
    qtbot.waitUntil(lambda: cut_off(window) == [])
    assert not window.shell.languages.isVisible()


def cut_off(window: Window) -> list[str]:
    """Return the texts of buttons that are narrower than they or reach out of the window."""
    shown = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    assert len(shown) > 8
    return [
        one.text()
        for one in shown
        if one.width() < one.fontMetrics().horizontalAdvance(one.text())
        or one.mapTo(window, one.rect().topRight()).x() > window.width()
    ]
