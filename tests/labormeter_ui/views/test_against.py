"""One's own card against a kept sheet: asked for file by file, shown as a table or a reason."""

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from labormeter_ui.views.against import AgainstDialog

HEADS = ("By metered day", "Mine", "a quarter at most", "half at most", "three quarters at most")


@pytest.fixture
def dialog(qtbot: QtBot) -> AgainstDialog:
    made = AgainstDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_both_files_are_wanted(
    dialog: AgainstDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = iter(["/a/sheet.json", "", "/a/my\u202ecard.png"])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(paths), ""))
    with qtbot.assertNotEmitted(dialog.wanted):
        dialog.sheet.click()
        dialog.card.click()
    with qtbot.waitSignal(dialog.wanted) as told:
        dialog.card.click()
    assert told.args == ["/a/sheet.json", "/a/my\u202ecard.png"]
    assert dialog.names["card"].text() == "mycard.png"


def test_figures_are_shown_as_they_are(dialog: AgainstDialog) -> None:
    dialog.show_rows(HEADS, (("Acts by metered day", "12", "5", "9", ""),))
    assert dialog.view.isVisible()
    assert dialog.model.columnCount() == 5
    shown = [dialog.model.data(dialog.model.index(0, at)) for at in range(5)]
    assert shown == ["Acts by metered day", "12", "5", "9", ""]
    dialog.show_rows(HEADS, ())
    assert not dialog.view.isVisible()
    assert "no day is metered" in dialog.said.text()
    dialog.show_fault("This is no group sheet that can be used.")
    assert dialog.said.text() == "This is no group sheet that can be used."
    dialog.show_rows(HEADS, (("Acts", "1", "", "2", ""),))
    assert not dialog.said.isVisible()
