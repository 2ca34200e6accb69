"""Where target keys are kept: the system's key store if it answers, else files of this user.

A key store may hang (a locked D-Bus) or ask the person for a password. Metering waits for neither:
only stores that answer without asking are used, each call within a bounded time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from typing import TYPE_CHECKING, Final

from labormeter.errors import KnownError
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from keyring.backend import KeyringBackend

    from labormeter.home import Home
    from labormeter.ledger.keys import Store

PATIENCE: Final = 2.0
"""Seconds for which a key store is given time to answer; after one silence it is not asked again."""

_SILENT: Final = frozenset({"keyring.backends.macOS", "keyring.backends.Windows"})
"""Key stores that answer a program of the logged-in user without asking."""


def usual(home: Home) -> tuple[Store, ...]:
    """Return the stores of a home in the order in which they are tried."""
    files = Files(home.keys)
    found = within(PATIENCE, backend)
    if found is None:
        return (files,)
    return (System(found, home), files)


def vault(home: Home) -> System | None:
    """Return the key store's entry for the certificate's passphrase, None where no store answers."""
    found = within(PATIENCE, backend)
    return None if found is None else System(found, home, purpose=" certificate")


def systems(home: Home) -> tuple[System, ...]:
    """Return everything that the system's key store may hold of a home."""
    found = (*usual(home), vault(home))
    return tuple(store for store in found if isinstance(store, System))


def within[T](seconds: float, call: Callable[[], T]) -> T | None:
    """Return what a call returns; None where it fails or does not return in time.

    The thread of a call that hangs is left behind; it ends with the process.
    """
    answers: list[T] = []

    def work() -> None:
        with contextlib.suppress(Exception):  # a key store may raise whatever it likes
            answers.append(call())

    thread = threading.Thread(target=work, name="key store", daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else None


def backend() -> KeyringBackend | None:
    """Return a key store that answers without asking the person, None where there is none."""
    if os.name == "posix" and not _desktop():
        return None
    import keyring  # noqa: PLC0415 - slow, and not wanted on a machine without a desktop
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415

    chosen = keyring.get_keyring()
    several = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    return next((one for one in several if _answers(one)), None)


def _desktop() -> bool:
    """Whether a key store can be there: macOS always, elsewhere a session bus is needed."""
    return os.uname().sysname == "Darwin" or bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


def _answers(one: KeyringBackend) -> bool:
    module = type(one).__module__
    if module == "keyring.backends.SecretService":
        return _unlocked()
    return module in _SILENT


def _unlocked() -> bool:
    """Whether the desktop's collection is open: to open it would ask the person."""
    import secretstorage  # noqa: PLC0415 - comes with keyring, on Linux alone

    with contextlib.closing(secretstorage.dbus_init()) as bus:
        return not secretstorage.get_default_collection(bus).is_locked()


class System:
    """The system's key store. Its one entry for a home lists the quarters that it holds.

    Another `purpose` has a list of its own.
    """

    def __init__(
        self, found: KeyringBackend, home: Home, patience: float = PATIENCE, purpose: str = ""
    ) -> None:
        self._backend: KeyringBackend | None = found
        mark = hashlib.sha256(str(home.root).encode()).hexdigest()[:12]
        self._service = f"labormeter {mark}{purpose}"
        self._patience = patience

    def read(self) -> Mapping[str, bytes]:
        """Return the keys that the store lists and still has."""
        names = (self._ask("quarters") or "").split()
        found = {name: self._ask(name) for name in names}
        return {name: bytes.fromhex(text) for name, text in found.items() if text}

    def write(self, name: str, key: bytes) -> bool:
        """Keep a key and list it; False unless it can be read back."""
        listed = {*(self._ask("quarters") or "").split(), name}
        self._tell(name, key.hex())
        self._tell("quarters", " ".join(sorted(listed)))
        return self.read().get(name) == key

    def destroy(self, name: str) -> None:
        """Take a key from the store and from its list."""
        listed = set((self._ask("quarters") or "").split())
        if name not in listed:
            return
        self._call(lambda one: one.delete_password(self._service, name))
        self._tell("quarters", " ".join(sorted(listed - {name})))

    def known(self) -> bool:
        """Return whether the store holds anything of this home."""
        return self._ask("quarters") is not None

    def forget(self) -> None:
        """Take every key of this home from the store, and the list of them."""
        for name in (self._ask("quarters") or "").split():
            self.destroy(name)
        self._call(lambda one: one.delete_password(self._service, "quarters"))

    def _ask(self, name: str) -> str | None:
        return self._call(lambda one: one.get_password(self._service, name))

    def _tell(self, name: str, value: str) -> None:
        self._call(lambda one: one.set_password(self._service, name, value))

    def _call[T](self, call: Callable[[KeyringBackend], T]) -> T | None:
        found = self._backend
        if found is None:
            return None
        answer = within(self._patience, lambda: (call(found),))
        if answer is None:
            self._backend = None
            return None
        return answer[0]


class Files:
    """A file for each key, which only this user may read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self) -> Mapping[str, bytes]:
        """Return the keys of all whole files; a torn one is passed over."""
        try:
            found = {path.stem: path.read_bytes() for path in self._folder.glob("*.key")}
        except OSError as error:
            raise _closed(self._folder, error) from error
        return {name: key for name, key in found.items() if len(key) == _LENGTH}

    def write(self, name: str, key: bytes) -> bool:
        """Keep a key, on the disk on return; raises KnownError where the folder takes none."""
        path = self._path(name)
        fresh = path.with_suffix(".new")
        try:
            fresh.unlink(missing_ok=True)
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as out:
                out.write(key)
                out.flush()
                os.fsync(out.fileno())
            fresh.replace(path)
        except OSError as error:
            raise _closed(self._folder, error) from error
        return True

    def destroy(self, name: str) -> None:
        """Overwrite and remove a key."""
        path = self._path(name)
        with contextlib.suppress(FileNotFoundError):
            with path.open("r+b") as out:
                out.write(bytes(_LENGTH))
                out.flush()
                os.fsync(out.fileno())
            path.unlink()

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.key"


_LENGTH: Final = 32


def _closed(folder: Path, error: OSError) -> KnownError:
    return KnownError(
        said("The folder {folder} cannot be used ({fault}).", folder=folder, fault=error.strerror),
        "Choose another with --home, or change its permissions.",
    )
