"""Whether the person asked their system for less motion; what moves without need then stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


def reduced() -> bool:
    """Return whether less motion is wanted."""
    style = QGuiApplication.styleHints()
    try:
        hints = style.accessibility()
        return hints.motionPreference() == Qt.MotionPreference.ReducedMotion
    except AttributeError:  # a Qt from before it could be asked
        return False
