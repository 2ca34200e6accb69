"""The page of set-up: the first run step by step, and afterwards all of it on one page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from labormeter_ui import icons, theme
from labormeter_ui.presenters.setup import STEPS
from labormeter_ui.theme import SPACE
from labormeter_ui.views.checks import ChecksView, RemovalView
from labormeter_ui.views.own import OwnView
from labormeter_ui.views.panels import BrowserView, CertificateView
from labormeter_ui.views.platforms import PlatformsView
from labormeter_ui.views.practising import PracticeView
from labormeter_ui.views.text import Spoken, button, card, label

if TYPE_CHECKING:
    from labormeter_ui.presenters.pages import Presenters

WIDEST = 860
"""Pixels beyond which lines of text get hard to read."""
HIGHEST = 720
"""Pixels beyond which a step is mostly empty."""


class SetupView(QStackedWidget):
    """The first run while it goes on, else what it set up."""

    def __init__(self, presenters: Presenters) -> None:
        super().__init__()
        self.presenter = presenters.setup
        self.wizard, self.overview = WizardView(presenters), OverviewView(presenters)
        self.addWidget(_scrolled(self.overview))
        self.addWidget(self.wizard)
        self.presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Show the one or the other."""
        self.setCurrentIndex(0 if self.presenter.state.step is None else 1)


class WizardView(Spoken):
    """One step of the first run at a time."""

    def __init__(self, presenters: Presenters) -> None:
        super().__init__()
        self.presenter, self.practice = presenters.setup, presenters.practice
        self.place, self.title = label("small"), label("title", wrap=True)
        self.dots = [label() for _ in STEPS]
        self.welcome = WelcomeView()
        self.platforms = PlatformsView(presenters.settings)
        self.browser = BrowserView(presenters.settings)
        self.certificate = CertificateView(presenters.setup)
        self.practising = PracticeView(presenters.practice)
        parts = (self.welcome, self.platforms, self.browser, self.certificate, self.practising)
        self.stack = QStackedWidget()
        for part in parts:
            self.stack.addWidget(_scrolled(_topped(part), "card"))
        self.back = button(partial(self.presenter.go, -1))
        self.later = button(self.presenter.leave, flat=True)
        self.next = button(partial(self.presenter.go, 1), main=True)
        self._lay()
        self.presenter.changed.connect(self.say)
        self.practice.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say the step."""
        step, place = self.presenter.state.step or STEPS[0], self.presenter.place
        steps = self.tr("Step %1 of %2").replace("%1", str(place + 1))
        self.place.setText(steps.replace("%2", str(len(STEPS))))
        self.title.setText(self._titles()[step])
        self.stack.setCurrentIndex(place)
        last = place == len(STEPS) - 1
        self.back.setText(self.tr("Back"))
        self.later.setText(self.tr("Set up later"))
        self.next.setText(self.tr("Finish") if last else self.tr("Next"))
        for made in (self.back, self.later, self.next):
            made.setAccessibleName(made.text())
        self.back.setVisible(place > 0)
        self.later.setVisible(not last)
        self.dress()

    def dress(self) -> None:
        """Draw the steps in the theme's colours."""
        worn = theme.current()
        for place, dot in enumerate(self.dots):
            done, now = place < self.presenter.place, place == self.presenter.place
            name = "good" if done else "act"
            colour = worn.good if done else worn.accent if now else worn.line
            dot.setPixmap(icons.pixmap(name, colour, 18, self.devicePixelRatioF()))
            dot.setAccessibleName(self._titles()[STEPS[place]])

    def _titles(self) -> dict[str, str]:
        return {
            "welcome": self.tr("What you do for platforms is work. This counts it."),
            "platforms": self.tr("Which platforms are counted"),
            "browser": self.tr("A browser of its own"),
            "certificate": self.tr("What passes through this program"),
            "practice": self.tr("See it work"),
        }

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE // 2)
        for dot in self.dots:
            head.addWidget(dot)
        head.addSpacing(SPACE)
        head.addWidget(self.place, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.later)
        foot.addWidget(self.next)
        frame, column = card(3 * SPACE)
        frame.setMaximumWidth(WIDEST)
        column.setSpacing(2 * SPACE)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.stack, 1)
        frame.setMaximumHeight(HIGHEST)
        column.addLayout(foot)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, SPACE, 0)
        outer.addStretch()
        outer.addWidget(frame, 100)
        outer.addStretch()


class WelcomeView(Spoken):
    """What the program does, in three sentences with a picture each."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [
            (label(), label("strong", wrap=True), label("soft", wrap=True)) for _ in "123"
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        for picture, title, text in self.lines:
            row, texts = QHBoxLayout(), QVBoxLayout()
            row.setSpacing(2 * SPACE)
            texts.setSpacing(2)
            texts.addWidget(title)
            texts.addWidget(text)
            row.addWidget(picture)
            row.addLayout(texts, 1)
            column.addLayout(row)
        self.say()
        self.dress()

    def say(self) -> None:
        """Say them."""
        said = (
            (
                self.tr("It counts acts"),
                self.tr(
                    "Likes, posts, comments, captchas, uploads: what you do on platforms in a browser of"
                    " its own is counted when the platform accepts it, and appears here at once."
                ),
            ),
            (
                self.tr("It says what they are worth"),
                self.tr(
                    "Click workers are paid for the same acts. Each figure names who paid how much,"
                    " where and when, and is at least what you did, never more."
                ),
            ),
            (
                self.tr("It keeps to itself"),
                self.tr(
                    "Nothing you say is kept, nothing leaves this computer without you, and one button"
                    " removes all of it."
                ),
            ),
        )
        for (picture, title, text), (heading, sentence) in zip(self.lines, said, strict=True):
            title.setText(heading)
            text.setText(sentence)
            picture.setAccessibleName(heading)

    def dress(self) -> None:
        """Draw the pictures in the theme's colours."""
        for (picture, *_), name in zip(self.lines, ("like", "charts", "private"), strict=True):
            ratio = self.devicePixelRatioF()
            picture.setPixmap(icons.pixmap(name, theme.current().accent, 36, ratio))


class OverviewView(Spoken):
    """All that set-up is about, a card each."""

    def __init__(self, presenters: Presenters) -> None:
        super().__init__()
        self.practising = PracticeView(presenters.practice)
        self.browser = BrowserView(presenters.settings)
        self.checks = ChecksView(presenters.setup)
        self.own = OwnView(presenters.own)
        self.certificate = CertificateView(presenters.setup)
        self.removal = RemovalView(presenters.setup)
        self.again = button(presenters.setup.begin)
        parts = (
            self.practising,
            self.checks,
            self.browser,
            self.certificate,
            self.own,
            self.removal,
        )
        self.titles = [label("heading") for _ in parts]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, SPACE, 0)
        outer.setSpacing(2 * SPACE)
        for title, part in zip(self.titles, parts, strict=True):
            frame, column = card()
            head = QHBoxLayout()
            head.addWidget(title, 1)
            if part is self.practising:
                head.addWidget(self.again)
            column.addLayout(head)
            column.addWidget(part)
            outer.addWidget(frame)
        outer.addStretch()
        self.say()

    def say(self) -> None:
        """Say what the cards are about."""
        texts = (
            self.tr("Practice"),
            self.tr("Is everything in order"),
            self.tr("Metered browser"),
            self.tr("Certificate"),
            self.tr("Your own browsers instead"),
            self.tr("Remove everything"),
        )
        for title, text in zip(self.titles, texts, strict=True):
            title.setText(text)
        self.again.setText(self.tr("Go through set-up again"))
        self.again.setAccessibleName(self.again.text())


def _scrolled(part: QWidget, ground: str = "ground") -> QScrollArea:
    """Return a part that scrolls where there is no room for all of it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    part.setObjectName(ground)
    area.setObjectName(f"{ground}-area")
    area.setWidget(part)
    return area


def _topped(part: QWidget) -> QWidget:
    """Return a part with the room that it does not need below it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, SPACE, 0)
    column.addWidget(part)
    column.addStretch()
    return made
