"""Sharing: what can be written to a file, and how that went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which the ledger can be written, and the verb of the command line that does it."""

    name: str
    suffix: str
    verb: tuple[str, ...]


FORMS: Final = (
    Form("csv", "csv", ("acts", "--format", "csv")),
    Form("jsonl", "jsonl", ("acts", "--format", "jsonl")),
    Form("hledger", "journal", ("export", "--format", "hledger")),
    Form("beancount", "beancount", ("export", "--format", "beancount")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How an export stands."""

    form: str = ""
    """What is being written, or was written last."""
    running: bool = False
    written: str = ""
    """Name of the file that was written."""
    bytes: int = 0
    fault: str = ""


class SharePresenter(QObject):
    """Holds how an export stands.

    Signals:
        changed: it stands otherwise.
        wanted: the ledger is to be written; carries the form and the path.
        unwanted: the export that runs is to be given up.
    """

    changed = Signal()
    wanted = Signal(object, str)
    unwanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = Share()

    def write(self, form: Form, path: str) -> None:
        """Write the ledger, unless that goes on."""
        if path and not self.state.running:
            self._hold(Share(form=form.name, running=True))
            self.wanted.emit(form, path)

    def cancel(self) -> None:
        """Give up what is being written."""
        if self.state.running:
            self.unwanted.emit()

    def done(self, name: str, size: int) -> None:
        """Take that a file was written."""
        self._hold(replace(self.state, running=False, written=name, bytes=size))

    def failed(self, why: str) -> None:
        """Take that it was not, with the reason; none where the person gave it up."""
        self._hold(replace(self.state, running=False, fault=why))

    def _hold(self, fresh: Share) -> None:
        if fresh != self.state:
            self.state = fresh
            self.changed.emit()
