import pytest
from pytestqt.qtbot import QtBot

from labormeter.valuation.seen import Share
from labormeter_ui import language
from labormeter_ui.presenters.history import HistoryPresenter, Past
from labormeter_ui.views.seen import SeenLine


@pytest.fixture
def line(qtbot: QtBot) -> SeenLine:
    made = SeenLine(HistoryPresenter())
    qtbot.addWidget(made)
    return made


def share(live: int, both: int, archived: int) -> Share:
    return Share(key=(), weeks=2, live=live, both=both, archived=archived)


def test_the_share_is_said_with_its_interval(line: SeenLine) -> None:
    assert line.isHidden()
    line.presenter.take(Past(whole=share(90, 60, 20)))
    assert not line.isHidden()
    assert "75 % (65 to 83 %)" in line.text.text()
    assert line.text.accessibleName() == line.text.text()


def test_too_few_acts_and_none_say_nothing(line: SeenLine) -> None:
    line.presenter.take(Past(whole=share(90, 60, 20)))
    line.presenter.take(Past(whole=share(2, 3, 1)))
    assert line.isHidden()
    assert line.text.text() == ""
    line.presenter.take(Past())
    assert line.isHidden()


def test_in_french(line: SeenLine) -> None:
    line.presenter.take(Past(whole=share(90, 60, 20)))
    language.use("fr")
    line.say()
    assert line.text.text().startswith("Au moins")
    language.use("en")
