from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.drift import DriftPresenter
from labormeter_ui.presenters.teach import TeachPresenter
from labormeter_ui.views.watching import WatchingView


def test_tabs_turn_and_a_changed_platform_leads_to_its_lesson(qtbot: QtBot) -> None:
    view = WatchingView(DriftPresenter(), TeachPresenter())
    qtbot.addWidget(view)
    view.show()
    view.teach.know(["x", "reddit"])
    first = view.drift.isVisible()
    view.tabs.group.button(1).click()
    taught = view.teach.isVisible()
    view.turn("drift")
    view.drift.teach.emit("reddit")
    assert (first, taught, view.teach.isVisible()) == (True, True, True)
    assert view.teach.platform.currentData() == "reddit"
