"""The role of the window, as a process."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.roles import command
from labormeter_ui import app, instance

WAITING = 30


def start(home: Home, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*command("window", "--home", str(home.root)), "--watch", *more],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(home.root / "c")},
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_ends_it_and_a_second_start_leaves_to_the_first(home: Home, qtbot: QtBot) -> None:
    window = start(home, "--lang", "fr")

    def answers() -> bool:
        socket = QLocalSocket()
        socket.connectToServer(instance.name(home))
        return socket.waitForConnected(100)

    try:
        qtbot.waitUntil(answers, timeout=WAITING * 1000)
        second = start(home)
        assert second.wait(WAITING) == 0
        assert window.poll() is None
    finally:
        window.send_signal(signal.SIGINT)
        said = window.communicate(timeout=WAITING)[1]
    assert window.returncode == 0
    assert "bug" not in said


LOOK = """
import sys
from pathlib import Path
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from labormeter.home import Home
from labormeter_ui import app
program = app.application()
app.contain(Home(Path(sys.argv[1])))
dialog = QFileDialog(None, "Choose", sys.argv[2])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.show()
QTimer.singleShot(200, program.quit)
program.exec()
dialog.reject()
shiboken6.delete(dialog)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt keeps no such file")
def test_the_folders_that_a_person_looked_into_are_kept_in_home_alone(
    home: Home, tmp_path: Path
) -> None:
    person, looked = tmp_path / "person", tmp_path / "private folder"
    for folder in (person, looked):
        folder.mkdir()
    away = {"HOME": str(person), "XDG_CONFIG_HOME": str(person), "QT_QPA_PLATFORM": "offscreen"}
    line = [sys.executable, "-c", LOOK, str(home.root), str(looked)]
    subprocess.run(line, env=os.environ | away, check=True, timeout=WAITING)
    assert [path for path in person.rglob("*") if path.is_file()] == []
    assert app.kept(home).is_file()


def test_a_home_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    assert app.main(["--home", str(file)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_spoilt_settings_file_is_one_sentence(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home.settings.write_text("language = 7\n", encoding="utf-8")
    assert app.main(["--home", str(home.root)]) == 1
    assert "language" in capsys.readouterr().err


def test_the_command_line_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.arguments(["--lang", "fr", "--theme", "dark"]).theme == "dark"
    with pytest.raises(SystemExit):
        app.arguments(["--lang", "tlh"])
    assert "invalid choice" in capsys.readouterr().err
