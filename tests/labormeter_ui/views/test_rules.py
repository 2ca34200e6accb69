"""The room file by a form: what is offered, what is wrong, and what is saved."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.labormeter.room.seated import room

from labormeter_ui.views.rules import RulesDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> RulesDialog:
    made = RulesDialog(room(language="fr", smallest=4))
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_offered_is_what_is_made(dialog: RulesDialog) -> None:
    assert dialog.made() == room(language="fr", smallest=4)


def test_another_country_brings_its_wage(dialog: RulesDialog) -> None:
    dialog.day.setText("2026-11-25")
    dialog.country.setText("de")
    dialog.country.editingFinished.emit()
    made = dialog.made()
    assert (made.floor.country, made.floor.amount) == ("DE", 13_900_000)


def test_all_faults_are_said_and_nothing_is_saved(
    dialog: RulesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[object] = []
    dialog.given.connect(lambda made, _path: given.append(made))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("room.toml", ""))
    dialog.first.setText("soon")
    dialog.source.setText("")
    dialog.save.click()
    assert dialog.fault.isVisible()
    assert "first" in dialog.fault.text()
    assert "source" in dialog.fault.text()
    assert given == []


def test_it_is_given_with_a_path(
    dialog: RulesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[object, str]] = []
    dialog.given.connect(lambda made, path: given.append((made, path)))
    path = str(tmp_path / "room.toml")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    dialog.amount.setText("12,50")
    dialog.save.click()
    assert given[0][1] == path
    assert given[0][0].floor.amount == 12_500_000  # type: ignore[attr-defined]
