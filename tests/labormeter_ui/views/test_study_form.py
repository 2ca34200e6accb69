from pathlib import Path

import pyrage
import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from labormeter.study import fields, sample
from labormeter_ui import language
from labormeter_ui.presenters.study_form import StudyFormPresenter
from labormeter_ui.views.study_form import ROWS, StudyFormView


@pytest.fixture
def view(qtbot: QtBot) -> StudyFormView:
    made = StudyFormView(StudyFormPresenter())
    qtbot.addWidget(made)
    made.show()
    return made


def full(view: StudyFormView, path: Path) -> None:
    keys = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
    view.presenter.take_text(str(path), sample.text(keys).encode())


def test_every_section_shows_its_fields_and_each_has_a_name(view: StudyFormView) -> None:
    for place in range(len(fields.SECTIONS)):
        view.tabs[place].click()
        assert [one.name for one in view.shown] == [
            name for name, _ in view.presenter.state.shown()
        ]
        assert all(one.editor.accessibleName() for one in view.shown)
    assert set(view.rows) == {"purposes", "recipients"}


def test_typing_answers_and_a_fault_stands_beside_its_field(view: StudyFormView) -> None:
    one = next(one for one in view.shown if one.name == "id")
    assert isinstance(one.editor, QLineEdit)
    one.editor.setText("My Study")
    one.editor.textEdited.emit("My Study")
    assert view.presenter.state.answers["id"] == "My Study"
    day = next(one for one in view.shown if one.name == "valid_from")
    assert isinstance(day.editor, QLineEdit)
    day.editor.textEdited.emit("tomorrow")
    assert "A date is written" in day.fault.text()
    assert day.fault.isVisible()


def test_it_can_be_signed_when_no_fault_is_left(view: StudyFormView, tmp_path: Path) -> None:
    assert not view.acts["sign"].isEnabled()
    full(view, tmp_path / "study.toml")
    assert view.acts["sign"].isEnabled()
    assert view.presenter.state.faults == ()


def test_each_kind_has_its_editor_and_keeps_what_it_shows(
    view: StudyFormView, tmp_path: Path
) -> None:
    full(view, tmp_path / "study.toml")
    before = dict(view.presenter.state.answers)
    kinds = set()
    for place in range(len(fields.SECTIONS)):
        view.tabs[place].click()
        kinds |= {type(one.editor) for one in view.shown}
    assert kinds == {QLineEdit, QPlainTextEdit, QCheckBox, QComboBox, QPushButton}
    assert view.presenter.state.answers == before, "showing changes nothing"


def test_rows_are_added_filled_and_dropped(view: StudyFormView) -> None:
    view.tabs[ROWS].click()
    rows = view.rows["purposes"]
    rows.add.click()
    line = rows.column.itemAt(1).widget().findChildren(QLineEdit)[0]  # type: ignore[union-attr]
    line.textEdited.emit("follow-up")
    given = view.presenter.state.answers["purposes"]
    assert [one["id"] for one in given] == ["research", "follow-up"]
    rows._drop(0)
    assert [one["id"] for one in view.presenter.state.answers["purposes"]] == ["follow-up"]


def test_fields_and_faults_are_said_in_french(view: StudyFormView, qtbot: QtBot) -> None:
    view.presenter.turn(2)
    view.presenter.turn(0)
    language.use("fr")
    qtbot.waitUntil(lambda: view.title.text() == "Écrire une étude")
    one = next(one for one in view.shown if one.name == "id")
    assert one.says.text().startswith("Un nom court de l'étude")
    assert one.fault.text().startswith("Manque. Un nom court")
    assert "L'étude" in view.tabs[0].text()
