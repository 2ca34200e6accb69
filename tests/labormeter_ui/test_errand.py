import sys

from pytestqt.qtbot import QtBot

from labormeter_ui.errand import Errand


def test_the_end_is_told_with_the_last_line(qtbot: QtBot) -> None:
    errand = Errand()
    with qtbot.waitSignal(errand.ended) as told:
        errand.start([sys.executable, "-c", "print('one'); print('two'); raise SystemExit(3)"])
    assert told.args == [3, "two"]


def test_what_cannot_be_started_is_told(qtbot: QtBot) -> None:
    errand = Errand()
    with qtbot.waitSignal(errand.ended) as told:
        errand.start(["no-such-program-anywhere"])
    assert told.args == [-1, ""]
