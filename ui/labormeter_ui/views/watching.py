"""The page of platforms: whether they are still recognised, and teaching what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from labormeter_ui.theme import SPACE
from labormeter_ui.views.charts import Segments
from labormeter_ui.views.drift import DriftView
from labormeter_ui.views.teach import TeachView
from labormeter_ui.views.text import Spoken

if TYPE_CHECKING:
    from labormeter_ui.presenters.drift import DriftPresenter
    from labormeter_ui.presenters.teach import TeachPresenter

TABS: Final = ("drift", "teach")


class WatchingView(Spoken):
    """Shows a DriftPresenter and a TeachPresenter, one at a time."""

    def __init__(
        self, drift: DriftPresenter, teach: TeachPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tabs = Segments(TABS)
        self.drift, self.teach = DriftView(drift), TeachView(teach)
        self.stack = QStackedWidget()
        self.areas = [_scrolled(part) for part in (self.drift, self.teach)]
        for area in self.areas:
            self.stack.addWidget(area)
        self.tab = "drift"
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        head = QHBoxLayout()
        head.addWidget(self.tabs)
        head.addStretch()
        outer.addLayout(head)
        outer.addWidget(self.stack, 1)
        self.tabs.group.idClicked.connect(lambda _place: self.turn(self.tabs.chosen()))
        self.drift.teach.connect(self._teach)
        self.say()

    def turn(self, tab: str) -> None:
        """Show a tab."""
        self.tab = tab
        self.stack.setCurrentIndex(TABS.index(tab))
        self.say()

    def say(self) -> None:
        """Say what the tabs are called."""
        names = [self.tr("Still recognised?"), self.tr("Teach")]
        self.tabs.say(self.tr("What is shown"), names, self.tab)
        for area, name in zip(self.areas, names, strict=True):
            area.setAccessibleName(name)

    def _teach(self, platform: str) -> None:
        self.turn("teach")
        self.teach.choose(platform)


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    part.setObjectName("ground")
    area.setWidget(part)
    return area
