from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from labormeter import settings
from labormeter.home import Home
from labormeter_ui.choosing import Choosing
from labormeter_ui.presenters.settings import SettingsPresenter
from labormeter_ui.work import Desk


@pytest.fixture
def made(home: Home) -> Iterator[tuple[Choosing, SettingsPresenter]]:
    desk, presenter = Desk(), SettingsPresenter()
    yield Choosing(home, desk, presenter), presenter
    desk.close()


def test_a_choice_reaches_the_file_and_comes_back(
    made: tuple[Choosing, SettingsPresenter], home: Home, qtbot: QtBot
) -> None:
    choosing, presenter = made
    with qtbot.waitSignal(presenter.changed):
        choosing.read()
    with qtbot.waitSignals([presenter.changed, choosing.language]):
        presenter.choose("language", "fr")
    assert settings.read(home.settings).text("language") == "fr"
    presenter.choose("language", "fr")
    assert presenter.state.values["language"] == "fr"


def test_what_cannot_be_is_said_and_what_holds_is_shown_again(
    made: tuple[Choosing, SettingsPresenter], qtbot: QtBot
) -> None:
    choosing, presenter = made
    with qtbot.waitSignals([choosing.refused, presenter.changed]):
        presenter.host_wanted.emit("x", "localhost")
    assert presenter.state.added == ()


def test_other_hosts_ask_for_a_browser_opened_anew(
    made: tuple[Choosing, SettingsPresenter], qtbot: QtBot
) -> None:
    _, presenter = made
    with qtbot.waitSignal(presenter.reopen):
        presenter.switched.emit("reddit", False)
    with qtbot.waitSignal(presenter.reopen):
        presenter.host_wanted.emit("x", "api2.x.com")
    with qtbot.waitSignal(presenter.reopen):
        presenter.host_unwanted.emit("x", "api2.x.com")


def test_a_spoilt_file_is_said(
    made: tuple[Choosing, SettingsPresenter], home: Home, qtbot: QtBot
) -> None:
    choosing, presenter = made
    home.settings.write_text("lens = 7\n", encoding="utf-8")
    with qtbot.waitSignal(choosing.refused) as told:
        presenter.needed.emit()
    assert "lens" in str(told.args[0])
