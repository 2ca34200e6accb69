from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.share import FORMS, SharePresenter
from labormeter_ui.views.share import ShareView


@pytest.fixture
def view(qtbot: QtBot) -> ShareView:
    made = ShareView(SharePresenter())
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_form_asks_where_and_is_written_there(
    view: ShareView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def ask(_parent: object, _title: str, name: str) -> tuple[str, str]:
        offered.append(name)
        return "/mine.csv", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    with qtbot.waitSignal(view.presenter.wanted) as told:
        view.lines["csv"].write.click()
    assert told.args == [FORMS[0], "/mine.csv"]
    assert Path(offered[0]).name == "labormeter.csv"
    assert view.busy.isVisible()
    assert not view.lines["jsonl"].write.isEnabled()
    with qtbot.waitSignal(view.presenter.unwanted):
        view.cancel.click()
    view.presenter.failed("")
    assert not view.said.isVisible()


def test_how_it_went_is_said_plainly(view: ShareView) -> None:
    view.presenter.write(FORMS[0], "x")
    view.presenter.done("mine\u202e.csv", 2048)
    assert view.said.text() == "mine.csv is written (2.00 KiB)."
    view.presenter.write(FORMS[0], "x")
    view.presenter.failed("No space.")
    assert view.said.text() == "The file was not written. No space."


def test_what_is_not_there_yet_says_so(view: ShareView) -> None:
    assert "cannot do that yet" in view.room.text.text()
    assert "no study" in view.study.text.text()
