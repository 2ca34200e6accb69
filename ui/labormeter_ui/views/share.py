"""The page of sharing: its sections, of which one is seen at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui.theme import SPACE
from labormeter_ui.views.export import ExportView
from labormeter_ui.views.text import Spoken, button

if TYPE_CHECKING:
    from labormeter_ui.presenters.share import SharePresenter

SECTIONS: Final = ("export", "room", "study")


class ShareView(Spoken):
    """Sections for what is taken along, compared in a room, and given to a study."""

    def __init__(self, presenter: SharePresenter) -> None:
        super().__init__()
        self.export = ExportView(presenter)
        self.buttons: dict[str, QPushButton] = {}
        self.sections: dict[str, QWidget] = {}
        self.stack = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for name in SECTIONS:
            made = button(partial(self.turn, name), segment=True)
            made.setCheckable(True)
            made.hide()
            row.addWidget(made)
            self.buttons[name] = made
        row.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, SPACE, 0)
        outer.setSpacing(2 * SPACE)
        outer.addLayout(row)
        outer.addWidget(self.stack, 1)
        self.put("export", self.export)
        self.turn("export")
        self.say()

    def put(self, name: str, section: QWidget) -> None:
        """Put a section in its place. One behind another is named after it, as `study.form`."""
        self.sections[name] = section
        section.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.stack.addWidget(section)
        if name in self.buttons:
            self.buttons[name].show()

    def turn(self, name: str) -> None:
        """Show a section; it takes the room it needs, not that of the largest one."""
        for other, made in self.buttons.items():
            made.setChecked(other == name.partition(".")[0])
        for other, section in self.sections.items():
            tall = QSizePolicy.Policy.Preferred if other == name else QSizePolicy.Policy.Ignored
            section.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        self.stack.setCurrentWidget(self.sections[name])

    def say(self) -> None:
        """Say what the sections are."""
        names = (self.tr("Export"), self.tr("Room"), self.tr("Study"))
        for made, name in zip(self.buttons.values(), names, strict=True):
            made.setText(name)
            made.setAccessibleName(name)
