"""Metering the browsers that a person uses anyway: read on a desk, changed by the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.desktop.offer import offer, write_script
from labormeter.roles import command
from labormeter_ui.capture import Role
from labormeter_ui.presenters.own import Own
from labormeter_ui.tail import now
from labormeter_ui.work import Desk

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter_ui.presenters.own import OwnPresenter


class Owning(QObject):
    """Does what the card of a person's own browsers asks for.

    Signals:
        refused: it was not done; carries the last words of the verb that was to do it.
    """

    refused = Signal(str)

    def __init__(self, home: Home, presenter: OwnPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home, self._presenter = home, presenter
        self.desk, self.role = Desk(self), Role(self)
        presenter.wanted.connect(self._change)
        presenter.script_wanted.connect(self._write)
        self.role.ended.connect(self._over)

    def read(self) -> None:
        """Read how they stand."""
        self.desk.give(lambda: own(self._home), self._presenter.take)

    def close(self) -> None:
        """Let a change come to its end, and read no more."""
        self.role.end()
        self.desk.close()

    def _write(self) -> None:
        self.desk.give(lambda: write_script(self._home, now()), lambda _: None)

    def _change(self, on: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        words = ["on", "--yes"] if on else ["off"]
        self.role.start(command("command", "--home", str(self._home.root), "desktop", *words))

    def _over(self, code: int, said: str) -> None:
        self._presenter.over()
        self.read()
        if code:
            self.refused.emit(said)


def own(home: Home) -> Own:
    """Return how they stand."""
    found = offer(home)
    return Own(
        read=True,
        standing=found.standing,
        obstacle=found.obstacle,
        steps=tuple(each.sentence for each in found.steps),
        by_hand=found.by_hand,
    )
