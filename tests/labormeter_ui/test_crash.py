import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from labormeter_ui import crash

SECRET = "https://example.org/anna?token=canary"


def broken() -> BaseException:
    try:
        try:
            int(SECRET)
        except ValueError as cause:
            raise KeyError(SECRET) from cause
    except KeyError as bug:
        return bug
    raise AssertionError


def test_a_report_names_places_and_holds_nothing_personal() -> None:
    text = crash.report(broken())
    assert "canary" not in text
    assert "example.org" not in text
    assert "KeyError" in text
    assert "ValueError" in text
    assert "test_crash:broken:" in text
    assert "/" not in text.replace("site-packages", "")


def test_the_report_can_be_copied_and_is_plain_text(qtbot: QtBot) -> None:
    text = crash.report(broken())
    box = crash.box(text)
    qtbot.addWidget(box)
    assert box.textFormat() == Qt.TextFormat.PlainText
    (copy,) = (one for one in box.buttons() if one.text() == "Copy the report")
    copy.click()
    assert QGuiApplication.clipboard().text() == text


def test_a_bug_in_a_slot_is_said_on_standard_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[str] = []

    class Box:
        def open(self) -> None:
            shown.append("opened")

    def box(text: str) -> Box:
        shown.append(text)
        return Box()

    monkeypatch.setattr(crash, "box", box)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install()
    bug = broken()
    sys.excepthook(type(bug), bug, None)
    said = capsys.readouterr().err
    assert "canary" not in said
    assert "KeyError" in said
    assert shown[1:] == ["opened"]
    assert qtbot is not None
