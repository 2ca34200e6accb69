"""Setting up, done: practice, the certificate, what is in order, and the removal of everything.

What takes long runs on a desk of its own or as a process, so that the figures go on moving.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.browser import authority
from labormeter.doctor import examine
from labormeter.roles import command
from labormeter_ui.capture import Role
from labormeter_ui.presenters.setup import Certificate
from labormeter_ui.tail import now
from labormeter_ui.work import Desk

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter_ui.presenters.pages import Presenters


class Settling(QObject):
    """Does what the page of set-up asks for.

    Signals:
        practised: a practice shift is over; carries its exit code and its last words.
        removed: everything is removed and was looked for again; carries the places that are gone. The
            program has to end.
        kept: the removal did not come to its end; carries why.
    """

    practised = Signal(int, str)
    removed = Signal(object)
    kept = Signal(str)

    def __init__(self, home: Home, presenters: Presenters, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home, self._setup, self._practice = home, presenters.setup, presenters.practice
        self.desk = Desk(self)
        self.practice, self.removal = Role(self), Role(self)
        self._setup.needed.connect(self.read)
        self._setup.check_wanted.connect(self._check)
        self._practice.wanted.connect(self._begin)
        self._practice.unwanted.connect(self.practice.ask_to_end)
        self.practice.ended.connect(self._over)
        self.removal.ended.connect(self._gone)

    def read(self) -> None:
        """Read the certificate."""
        self.desk.give(lambda: certificate(self._home), self._setup.take)

    def close(self) -> None:
        """End what was started."""
        self.practice.end()
        self.desk.close()

    def _begin(self, by_hand: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        seen = [] if by_hand else ["--headless"]
        line = ["--home", str(self._home.root), "practice", *seen, "--format", "jsonl"]
        self.practice.start(command("command", *line))

    def _over(self, code: int, said: str) -> None:
        self._practice.end(code, self.practice.said)
        self.read()
        self.practised.emit(code, said)

    def _check(self) -> None:
        home = self._home
        self.desk.give(
            lambda: examine.examine(home, now()),
            self._setup.take_findings,
            self._setup.unchecked,
        )

    def remove(self) -> None:
        """Remove everything; nothing of home may be in use by us any more."""
        line = ["--home", str(self._home.root), "uninstall", "--yes"]
        self.removal.start(command("command", *line))

    def _gone(self, code: int, said: str) -> None:
        if code:
            self._setup.kept()
            self.kept.emit(said)
        else:
            self.removed.emit(gone(self.removal.said))


def gone(said: str) -> tuple[str, ...]:
    """Return the places that `uninstall` looked for again and found gone, from what it said."""
    lines = (line.partition(" ") for line in said.splitlines())
    return tuple(place.strip() for word, _, place in lines if word == "gone")


def certificate(home: Home) -> Certificate:
    """Return what a person wants to know of this installation's certificate."""
    found = authority.read(home)
    if found is None:
        return Certificate()
    return Certificate(
        made=True,
        hosts=len(found.hosts),
        until=found.ends_at,
        fingerprint=found.fingerprint,
    )
