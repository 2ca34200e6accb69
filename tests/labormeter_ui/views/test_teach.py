from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from labormeter.teach.shape import Shape
from labormeter_ui.presenters.teach import TeachPresenter
from labormeter_ui.views.teach import TeachView

ONE = Shape(method="POST", host="x.com", path="/i/*", name="Make\u202eThing", kind="json")


@pytest.fixture
def view(qtbot: QtBot) -> TeachView:
    made = TeachView(TeachPresenter())
    qtbot.addWidget(made)
    made.know(["x", "reddit"])
    made.show()
    return made


def test_a_lesson_is_told_step_by_step(view: TeachView, qtbot: QtBot) -> None:
    view.choose("reddit")
    with qtbot.waitSignal(view.presenter.begin_wanted) as told:
        view.begin.click()
    said = [view.step.text()]
    view.presenter.quiet(3)
    said.append(view.step.text())
    assert (view.busy.maximum(), view.busy.value()) == (10, 7)
    view.presenter.listen(2)
    said.append(view.step.text())
    assert told.args == ["reddit"]
    assert said == [
        "Calling the meter.",
        "Do nothing on Reddit for 3 seconds: what leaves by itself is learnt.",
        "Now do it once on Reddit in the metered browser, then press Done. 2 requests so far.",
    ]
    assert not view.begin.isEnabled()
    with qtbot.waitSignal(view.presenter.done):
        view.done.click()


def test_the_right_request_is_picked_and_its_rule_kept(view: TeachView, qtbot: QtBot) -> None:
    view.presenter.read("r.har", "", "post")
    view.presenter.take((ONE, ONE))
    view.presenter.take_draft("schema = 1\n", "x-own")
    assert view.model.index(0, 3).data() == "MakeThing"
    assert view.draft.toPlainText() == "schema = 1\n"
    with qtbot.waitSignal(view.presenter.draft_wanted):
        view.table.selectRow(1)
    assert not view.keep.isEnabled()
    view.presenter.take_draft("", "x-own", "It does not hold.")
    assert view.fault.isVisible()
    view.presenter.take_draft("schema = 1\n", "x-own")
    view.count.setChecked(True)
    with qtbot.waitSignal(view.presenter.keep_wanted) as told:
        view.keep.click()
    assert told.args == [True]
    view.presenter.kept()
    with qtbot.waitSignal(view.presenter.allow_wanted) as allowed:
        view.allow.click()
    assert allowed.args == ["x-own"]


def test_another_activity_is_another_draft(view: TeachView, qtbot: QtBot) -> None:
    view.presenter.read("r.har", "", "post")
    view.presenter.take((ONE,))
    with qtbot.waitSignal(view.presenter.draft_wanted) as told:
        view.activity.setCurrentIndex(view.activity.findData("review"))
    assert told.args == [ONE, "", "review"]


def test_files_are_asked_for(
    view: TeachView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = str(tmp_path / "r.har")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    with qtbot.waitSignal(view.presenter.recording_wanted) as told:
        view.recording.click()
    assert told.args == [chosen, ""]
    with qtbot.waitSignal(view.saving) as saved:
        view._save()
    assert saved.args == [chosen]


def test_nothing_new_is_said(view: TeachView) -> None:
    view.presenter.read("r.har", "", "post")
    assert view.cancel.isVisible()
    view.presenter.take(())
    assert view.step.text().startswith("No new write was seen.")
    view.again.click()
    assert not view.step.isVisible()
