from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labormeter.doctor.examine import PARTS
from labormeter.doctor.finding import Finding
from labormeter_ui import labels
from labormeter_ui.presenters.setup import SetupPresenter
from labormeter_ui.views.checks import ChecksView, RemovalView

GOOD = Finding("ledger", "good", "It opens.")
BAD = Finding("clock", "bad", "It is\u202e wrong.", "Set it.")


def test_what_is_wrong_stands_first_with_what_to_do(qtbot: QtBot) -> None:
    presenter = SetupPresenter()
    view = ChecksView(presenter)
    qtbot.addWidget(view)
    presenter.check()
    assert not view.look.isEnabled()
    presenter.take_findings((GOOD, BAD))
    assert view.look.isEnabled()
    assert view.text.text() == "1 thing is not as it should be."
    said = [one.text() for one in view.findChildren(QLabel) if one.text()]
    assert said.index("It is wrong. Set it.") < said.index("It opens.")
    presenter.take_findings((GOOD,))
    assert "in order" in view.text.text()


def test_every_part_that_is_looked_at_has_a_name() -> None:
    assert {part for part in PARTS if part not in labels.PARTS} == set()


def test_nothing_is_removed_before_it_is_meant(qtbot: QtBot) -> None:
    presenter = SetupPresenter()
    view = RemovalView(presenter)
    qtbot.addWidget(view)
    assert not view.remove.isEnabled()
    view.sure.click()
    with qtbot.waitSignal(presenter.removal_wanted):
        view.remove.click()
    assert not view.remove.isEnabled()


def test_removal_is_seen_to_go_on_and_cannot_be_asked_for_twice(qtbot: QtBot) -> None:
    presenter = SetupPresenter()
    view = RemovalView(presenter)
    qtbot.addWidget(view)
    assert not view.busy.isVisibleTo(view)
    view.sure.click()
    view.remove.click()
    assert view.busy.isVisibleTo(view)
    assert view.busy.accessibleName() == view.going.text()
    assert not view.sure.isEnabled()
    presenter.kept()
    assert not view.busy.isVisibleTo(view)
    assert view.remove.isEnabled()
