from pytestqt.qtbot import QtBot

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter_ui.desktop import Desktop


def test_what_is_refused_is_said_in_the_bar(home: Home, qtbot: QtBot) -> None:
    made = Desktop(home, meters=False, tray=False)
    qtbot.addWidget(made.window)
    made.answering.refused.emit(KnownError("It cannot be.", "Try another."))
    made.leading.add()
    assert "It cannot be." in made.window.shell.bar.text.text()
    assert made.leading.dialog is None
    made.close()
