"""The message bar: a sentence and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from labormeter_ui import icons, theme
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, hint, label, tone

if TYPE_CHECKING:
    from collections.abc import Callable

type Tone = Literal["good", "warn", "bad", "private"]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, and the action that goes with it. `subject` replaces an older one on the same."""

    subject: str
    text: str
    tone: Tone = "warn"
    action: str = ""
    do: Callable[[], object] | None = None
    keep: bool = False
    """It stays until its subject is over; the person cannot put it away."""


class MessageBar(Spoken):
    """Shows one message at a time, the latest one; older ones come back when it is put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages: list[Message] = []
        self.frame = QFrame()
        self.frame.setObjectName("bar")
        self.mark, self.text = label(), label(wrap=True)
        self.action = button(self._act)
        self.close_button = button(self._put_away, flat=True)
        self.close_button.setIconSize(QSize(16, 16))
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        row.setSpacing(SPACE + 4)
        row.addWidget(self.mark)
        row.addWidget(self.text, 1)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.frame)
        self.say()

    def show_message(self, message: Message) -> None:
        """Show a message, in place of an older one on the same subject."""
        if message in self.messages:
            return
        self.messages = [old for old in self.messages if old.subject != message.subject]
        self.messages.append(message)
        self.say()

    def over(self, subject: str) -> None:
        """Put away what was said on a subject."""
        left = [message for message in self.messages if message.subject != subject]
        if left != self.messages:
            self.messages = left
            self.say()

    def say(self) -> None:
        """Say the latest message."""
        self.close_button.setAccessibleName(self.tr("Put this message away"))
        hint(self.close_button, self.close_button.accessibleName())
        self.setVisible(bool(self.messages))
        if not self.messages:
            return
        message = self.messages[-1]
        self.text.setText(message.text)
        self.frame.setAccessibleName(message.text)
        self.action.setText(message.action)
        self.action.setAccessibleName(message.action)
        self.action.setVisible(bool(message.action))
        self.close_button.setVisible(not message.keep)
        tone(self.frame, message.tone)
        self.dress()

    def dress(self) -> None:
        """Draw the icons in the theme's colours."""
        worn = theme.current()
        self.close_button.setIcon(icons.icon("close", worn.soft))
        if self.messages:
            kind = self.messages[-1].tone
            name = {"good": "good", "private": "private"}.get(kind, "warn")
            self.mark.setPixmap(
                icons.pixmap(name, getattr(worn, kind), 20, self.devicePixelRatioF())
            )

    def _act(self) -> None:
        message = self.messages[-1]
        self.over(message.subject)
        if message.do is not None:
            message.do()

    def _put_away(self) -> None:
        self.over(self.messages[-1].subject)
