import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from labormeter_ui import motion


class Hints:
    def __init__(self, wanted: Qt.MotionPreference) -> None:
        self.wanted = wanted

    def accessibility(self) -> "Hints":
        return self

    def motionPreference(self) -> Qt.MotionPreference:  # noqa: N802 - Qt's name
        return self.wanted


def test_the_system_is_asked(qapp: QApplication) -> None:
    assert qapp is not None
    assert motion.reduced() is False


@pytest.mark.parametrize("wanted", list(Qt.MotionPreference))
def test_less_motion_is_less_motion(
    monkeypatch: pytest.MonkeyPatch, wanted: Qt.MotionPreference
) -> None:
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: Hints(wanted))
    assert motion.reduced() is (wanted == Qt.MotionPreference.ReducedMotion)


def test_a_qt_that_cannot_be_asked_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "styleHints", object)
    assert motion.reduced() is False
