"""The steps by which the desktop's own browsers are metered, each with its way back."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from labormeter.browser import trust
from labormeter.desktop import gnome
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable


class Step(Protocol):
    """One change. `before` is plain JSON, so that another process can undo it after a crash."""

    @property
    def name(self) -> str:
        """Return the word by which the journal knows it."""

    @property
    def sentence(self) -> str:
        """Return what it changes, for the person."""

    def before(self) -> Any:  # noqa: ANN401 - whatever JSON the step wants back
        """Return what is there now."""

    def do(self) -> None:
        """Make the change."""

    def undo(self, before: Any) -> None:  # noqa: ANN401
        """Put back what was there; a change that was not made stays unmade."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Trust in our certificate, in the NSS store that Chromium reads for this person."""

    store: Path
    certificate: Path
    name: str = "trust"

    @property
    def sentence(self) -> str:
        """Return what it changes, for the person."""
        return said(
            "Trust this installation's certificate in {store} (read by Chromium, Chrome,"
            " Edge, Brave ...). It can vouch for the metered hosts and for nothing else.",
            store=self.store,
        )

    def before(self) -> dict[str, Any]:
        """Return which folders of the store are missing, and the mode of one that is there."""
        missing = [each for each in (self.store, *self.store.parents) if not each.exists()]
        mode = self.store.stat().st_mode & 0o777 if self.store.exists() else None
        fresh = not (self.store / "cert9.db").exists()
        return {
            "store": str(self.store),
            "missing": [str(each) for each in missing],
            "mode": mode,
            "fresh": fresh,
        }

    def do(self) -> None:
        """Make the change. Raises KnownError where no library is there to do it."""
        trust.add(self.store, self.certificate)

    def undo(self, before: dict[str, Any]) -> None:
        """Take our certificate out, and a store that was made for it, unless others use it now."""
        store = Path(before["store"])
        if (store / "cert9.db").exists():
            trust.remove(store)
        if before["fresh"] and _ours_alone(store):
            for name in ("cert9.db", "key4.db", "pkcs11.txt"):
                (store / name).unlink(missing_ok=True)
        if before["mode"] is not None and store.exists():
            store.chmod(before["mode"])
        for folder in map(Path, before["missing"]):
            _remove_empty(folder)


def _ours_alone(store: Path) -> bool:
    return not (store / "cert9.db").exists() or trust.bare(store)


def _remove_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the desktop's proxy settings."""

    name: str
    key: str
    value: str
    sentence: str
    ours: Callable[[str | None], bool]
    """Whether a value found later is one that we wrote."""

    def before(self) -> str | None:
        """Return the value; None is the default."""
        return gnome.read(self.key)

    def do(self) -> None:
        """Make the change."""
        gnome.write(self.key, self.value)

    def undo(self, before: str | None) -> None:
        """Put the value back, unless somebody chose another one meanwhile."""
        if self.ours(gnome.read(self.key)):
            gnome.write(self.key, before)


def script(url: str) -> Setting:
    """Return the step that sets the PAC."""
    return Setting(
        "script",
        gnome.SCRIPT,
        gnome.quoted(url),
        said(
            "Set the desktop's proxy script: only the metered hosts go to the meter, all else straight."
        ),
        gnome.ours,
    )


def mode() -> Setting:
    """Return the step that has the desktop follow the script."""
    return Setting(
        "mode",
        gnome.MODE,
        "'auto'",
        said(
            "Set the desktop's proxy mode from 'none' to 'automatic', so that it follows that script."
        ),
        lambda value: value == "'auto'" and gnome.ours(gnome.read(gnome.SCRIPT)),
    )


def nss_store(person: Path) -> Path:
    """Return the NSS store that Chromium reads: the newer place only where it alone is there."""
    usual, newer = person / ".pki/nssdb", person / ".local/share/pki/nssdb"
    return newer if newer.exists() and not usual.exists() else usual


def available() -> bool:
    """Return whether these steps can be taken here."""
    return gnome.present() and shutil.which("gsettings") is not None
