import pytest
from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.pages import Presenters
from labormeter_ui.presenters.setup import STEPS
from labormeter_ui.views.setup import SetupView


@pytest.fixture
def view(qtbot: QtBot, presenters: Presenters) -> SetupView:
    made = SetupView(presenters)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_run_shows_a_step_at_a_time(view: SetupView) -> None:
    assert view.currentIndex() == 0
    view.overview.again.click()
    assert view.currentWidget() is view.wizard
    titles = []
    for place in range(len(STEPS)):
        assert view.wizard.stack.currentIndex() == place
        assert view.wizard.back.isVisible() == (place > 0)
        titles.append(view.wizard.title.text())
        view.wizard.next.click()
    assert len(set(titles)) == len(STEPS)
    assert view.currentIndex() == 0


def test_set_up_can_wait(view: SetupView, presenters: Presenters, qtbot: QtBot) -> None:
    presenters.setup.begin()
    assert view.wizard.place.text() == "Step 1 of 5"
    with qtbot.waitSignal(presenters.setup.finished):
        view.wizard.later.click()
    assert view.currentIndex() == 0
