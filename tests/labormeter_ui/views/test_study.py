import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import minisign  # type: ignore[import-untyped,unused-ignore]
import pyrage
import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.study import sample, signing
from labormeter.testing import act
from labormeter_ui import language
from labormeter_ui.presenters.study import StudyPresenter
from labormeter_ui.studying import Studying
from labormeter_ui.views.study import StudyView

PATIENCE = 20_000
EVIL = "<b>bold</b><img src=x onerror=alert(1)>&amp;"


def signed(folder: Path, **changes: str) -> Path:
    keys = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
    text = sample.text(keys)
    for old, new in changes.items():
        text = text.replace(old, new)
    secret = bytes(minisign.KeyPair.generate().secret_key)
    path = folder / "study.labormeter"
    path.write_bytes(signing.write(signing.sign(text.encode(), secret)))
    return path


@pytest.fixture
def presenter(home: Home, log: Log) -> Iterator[StudyPresenter]:
    log.append([act(platform="x") for _ in range(12)])
    made = StudyPresenter()
    work = Studying(home, made)
    yield made
    work.close()


@pytest.fixture
def view(presenter: StudyPresenter, qtbot: QtBot) -> StudyView:
    made = StudyView(presenter)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(view: StudyView, path: Path, bot: QtBot) -> None:
    view.presenter.open_file(str(path))
    bot.waitUntil(lambda: view.presenter.state.taken is not None, timeout=PATIENCE)


def idle(view: StudyView, bot: QtBot) -> None:
    bot.waitUntil(lambda: not view.presenter.state.running, timeout=PATIENCE)


def test_a_dropped_file_is_opened(view: StudyView, tmp_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(signed(tmp_path)))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)
    qtbot.waitUntil(lambda: view.presenter.state.taken is not None, timeout=PATIENCE)
    assert view.opened.isVisible()
    assert not view.begin.isVisible()
    assert len(view.who.words.text().split()) == 6
    assert not view.who.code.pixmap().isNull()
    assert view.who.approval.property("tone") == "bad"


def test_five_steps_forth_and_back(view: StudyView, tmp_path: Path, qtbot: QtBot) -> None:
    opened(view, signed(tmp_path), qtbot)
    pages = [view.who, view.read, view.agree, view.rows, view.give]
    for page in pages:
        assert page.isVisible()
        view.next.click()
    assert not view.next.isVisible()
    view.before.click()
    assert view.rows.isVisible()
    view.steps["read"].click()
    assert view.read.isVisible()


def test_give_hand_in_and_take_back_on_one_page(
    view: StudyView, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(view, signed(tmp_path), qtbot)
    picked = {"path": str(tmp_path / "me.age")}
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (picked["path"], ""))
    answer = [QMessageBox.StandardButton.No]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answer[0])
    assert not view.give.save.isEnabled()
    assert not view.buttons["back"].isVisible()
    view.agree.ticks["research"].click()
    view.agree.of_age.click()
    assert view.give.save.isEnabled()
    view.give.save.click()
    idle(view, qtbot)
    assert "Not sent yet" in view.state.text()
    assert not view.agree.ticks["research"].isChecked(), "a yes is for one time"
    view.buttons["handed"].click()
    idle(view, qtbot)
    assert "take it back until 2099-06-30" in view.state.text()
    view.buttons["back"].click()
    assert view.presenter.state.standing == "given", "no is no"
    answer[0] = QMessageBox.StandardButton.Yes
    picked["path"] = str(tmp_path / "back.age")
    view.buttons["back"].click()
    idle(view, qtbot)
    assert "Withdrawal not sent yet" in view.state.text()
    assert (tmp_path / "back.age").exists()
    said = [view.record.model.cell(one, "what") for one in view.record.model.entries]
    assert said == ["Withdrawal: not sent yet", "Rows handed in", "Rows made"]


def test_refusing_is_one_button(view: StudyView, tmp_path: Path, qtbot: QtBot) -> None:
    opened(view, signed(tmp_path), qtbot)
    view.agree.no.click()
    idle(view, qtbot)
    assert "do not take part" in view.state.text()
    assert "Nobody is told" in view.said.text()


def test_a_wrong_code_is_said(
    view: StudyView, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(view, signed(tmp_path), qtbot)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("one two", True))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "b"), ""))
    view.buttons["by-code"].click()
    idle(view, qtbot)
    assert "no withdrawal code" in view.said.text()


def test_another_key_under_the_same_name_warns(
    view: StudyView, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(view, signed(tmp_path), qtbot)
    assert not view.who.warning.isVisible()
    opened_before = view.presenter.state.found
    view.presenter.open_file(str(signed(tmp_path)))
    qtbot.waitUntil(lambda: view.presenter.state.found is not opened_before, timeout=PATIENCE)
    assert view.who.warning.isVisible()
    view.buttons["close"].click()
    assert len(view._names) == 2


def test_what_researchers_wrote_is_text_in_every_widget(
    view: StudyView, tmp_path: Path, qtbot: QtBot
) -> None:
    quoted = json.dumps(EVIL)
    path = signed(
        tmp_path,
        **{
            '"University of Nowhere"': quoted,
            '"A. Nobody"': quoted,
            '"A disk of the university"': quoted,
            '"Take part: my counts are used for the research question."': quoted,
            '"This study is an example; nobody takes part in it."': quoted,
            'title = "What likes come to: a study that never was"': f"title = {quoted}",
            'name = "Reader 1"': f"name = {quoted}",
        },
    )
    opened(view, path, qtbot)
    view.read.turn(full=True)
    for label in view.findChildren(QLabel):
        if "bold" in label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText
    assert EVIL in view.title.text()
    assert EVIL in view.read.page.toPlainText()
    assert "onerror=" not in view.read.html.replace("onerror=alert", "", 0).replace(
        "&lt;img src=x onerror=alert(1)&gt;", ""
    )


def test_all_of_it_in_french(view: StudyView, tmp_path: Path, qtbot: QtBot) -> None:
    opened(view, signed(tmp_path), qtbot)
    language.use("fr")
    qtbot.waitUntil(lambda: view.next.text() == "Suivant", timeout=PATIENCE)
    assert view.title.text().startswith("Ce que valent les likes")
    assert view.agree.ticks["research"].accessibleName().startswith("Participer")


def test_a_fault_of_a_study_names_its_field(view: StudyView, tmp_path: Path, qtbot: QtBot) -> None:
    view.presenter.open_file(str(signed(tmp_path, **{"k = 10": "k = 1"})))
    idle(view, qtbot)
    qtbot.waitUntil(lambda: "protection.k" in view.said.text(), timeout=PATIENCE)
    said: Any = view.said.property("tone")
    assert said == "bad"


def test_a_step_takes_no_more_room_than_it_needs(
    view: StudyView, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(view, signed(tmp_path), qtbot)
    for place, name in enumerate(view.steps):
        view.presenter.turn(name)
        assert [page.isVisible() for page in view.pages] == [one == place for one in range(5)]
    heights = {}
    for name in ("rows", "give"):
        view.presenter.turn(name)
        QCoreApplication.processEvents()
        heights[name] = view.opened.minimumSizeHint().height()
    assert heights["rows"] - heights["give"] > 100
