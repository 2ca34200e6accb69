"""Sharing: what can be written to a file, the rows that it will hold, and how that went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.exports.handle import TONGUES, draw
from labormeter.exports.registry import FORMS
from labormeter_ui.presenters.statement import Period, span

if TYPE_CHECKING:
    from labormeter.exports.registry import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be written. Without a platform all are."""

    form: str = "full"
    period: Period = "all"
    platforms: tuple[str, ...] = ()
    grain: str = ""
    """Empty for what the form has where nothing is asked for."""
    hashes: bool = False
    """New hashes, made for this export alone."""
    handle: str = ""
    """Card: two words."""
    total_only: bool = False
    practice: bool = False
    """Card: with the acts on the practice site."""
    room: str = ""
    """Card: the path of the room's file, which says its weeks; empty for none."""
    weeks: tuple[str, str] = ("", "")
    """The first and the last of them."""

    @property
    def roomed(self) -> bool:
        """Whether a room's file says which days are meant."""
        return self.form == "card" and bool(self.room)

    @property
    def kind(self) -> Form:
        """Return the form."""
        return FORMS[self.form]

    def words(self, today: str) -> list[str]:
        """Return the words by which the command line writes it. `today` is the local day."""
        said = ["export", "--format", self.form]
        if self.kind.part:
            first, last = ("", "") if self.roomed else span(self.period, today)
            said += ["--since", first] if first else []
            said += ["--until", last] if last else []
            said += [word for one in self.platforms for word in ("--platform", one)]
        if self.grain in self.kind.grains:
            said += ["--grain", self.grain]
        if self.hashes and self.marked:
            said += ["--hashes", "rekeyed"]
        if self.form == "card":
            said += ["--handle", self.handle]
            said += ["--room", self.room] if self.room else []
            said += ["--total-only"] if self.total_only else []
            said += ["--practice"] if self.practice else []
        return said

    @property
    def marked(self) -> bool:
        """Whether it can carry hashes: acts one by one alone."""
        return self.kind.hashes and (self.grain or self.kind.grains[0]) == "act"

    @property
    def sealable(self) -> bool:
        """Whether a passphrase can be set on it."""
        return self.form != "sqlite"


@dataclass(frozen=True, slots=True)
class Table:
    """The first rows of one table of the file, as they will be written."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How an export stands."""

    tables: tuple[Table, ...] | None = None
    """None while they are being read."""
    code: bytes = b""
    """Card: its code as PNG, empty where it has none."""
    running: bool = False
    written: str = ""
    """Name of the file that was written."""
    bytes: int = 0
    fault: str = ""
    refused: str = ""
    """Why a room's file cannot be used."""
    missed: bool = False
    """Whether it was a file that was not written: else there is nothing to be seen."""


class SharePresenter(QObject):
    """Holds what is chosen, its preview, and how an export stands.

    Signals:
        changed: it stands otherwise, or another order is chosen.
        looked: a preview is wanted; carries the order.
        wanted: the file is to be written; carries the order, the path and the passphrase.
        unwanted: the export that runs is to be given up.
        opened: a room's file is to be read; carries its path.
    """

    changed = Signal()
    looked = Signal(object)
    wanted = Signal(object, str, str)
    unwanted = Signal()
    opened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.order, self.state, self.shown = Order(), Share(), False

    def choose(self, order: Order) -> None:
        """Choose otherwise: what was shown is shown no more."""
        if order != self.order:
            self.order = order
            self.changed.emit()
            self.renew()

    def draw(self, language: str) -> None:
        """Draw another handle, in a language where there is a list of its words."""
        tongue = next((one for one in TONGUES if one == language), TONGUES[0])
        self.choose(replace(self.order, handle=draw(tongue)))

    def open_room(self, path: str) -> None:
        """Have a room's file read; an empty path takes the one that was read away."""
        if path:
            self.opened.emit(path)
        else:
            self.settle("", ("", ""))

    def settle(self, path: str, weeks: tuple[str, str]) -> None:
        """Take the file of a room, by which a card is made."""
        self._hold(replace(self.state, refused=""))
        self.choose(replace(self.order, room=path, weeks=weeks))

    def refuse(self, why: str) -> None:
        """Take that a room's file cannot be used, with the reason."""
        self._hold(replace(self.state, refused=why))

    def open(self, shown: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        """Say whether the page is seen: only then is a preview made."""
        self.shown = shown
        if shown:
            self.renew()

    def renew(self) -> None:
        """Look again."""
        if self.shown:
            self._hold(replace(self.state, tables=None, code=b"", fault="", written=""))
            self.looked.emit(self.order)

    def see(self, order: Order, tables: tuple[Table, ...], code: bytes) -> None:
        """Take a preview; one of another order is dropped."""
        if order == self.order:
            self._hold(replace(self.state, tables=tables, code=code))

    def blind(self, order: Order, why: str) -> None:
        """Take that there is no preview, with the reason."""
        if order == self.order:
            self._hold(replace(self.state, tables=(), code=b"", fault=why, missed=False))

    def write(self, path: str, passphrase: str = "") -> None:
        """Write the file, unless that goes on."""
        if path and not self.state.running:
            self._hold(replace(self.state, running=True, written="", fault=""))
            self.wanted.emit(self.order, path, passphrase)

    def cancel(self) -> None:
        """Give up what is being written."""
        if self.state.running:
            self.unwanted.emit()

    def done(self, name: str, size: int) -> None:
        """Take that a file was written."""
        self._hold(replace(self.state, running=False, written=name, bytes=size))

    def failed(self, why: str) -> None:
        """Take that it was not, with the reason; none where the person gave it up."""
        self._hold(replace(self.state, running=False, fault=why, missed=True))

    def _hold(self, fresh: Share) -> None:
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
