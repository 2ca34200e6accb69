"""Where labormeter keeps its things."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from labormeter.errors import KnownError
from labormeter.sentence import said

VARIABLE = "LABORMETER_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """One folder that holds everything of one person, but for browser profiles.

    Profiles hold what any browser keeps, so they lie in the user's state folder, outside home and
    outside every backup.
    """

    root: Path

    @classmethod
    def find(cls, chosen: str | Path | None = None) -> Home:
        """Return the home chosen, else the one that LABORMETER_HOME names, else the usual one."""
        named = chosen or os.environ.get(VARIABLE)
        root = Path(named) if named else Path(platformdirs.user_data_dir("labormeter", False))
        return cls(root.expanduser().absolute())

    def create(self) -> Home:
        """Make the folder, closed to other users.

        Raises KnownError where it cannot be written.
        """
        try:
            for folder in (self.root, self.ca, self.keys, self.packs, self.log, self.run):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for folder in (self.root, self.ca, self.keys):
                folder.chmod(0o700)
        except OSError as error:
            raise KnownError(
                said(
                    "The folder {folder} cannot be written ({fault}).",
                    folder=self.root,
                    fault=error.strerror,
                ),
                "Choose another with --home, or change its permissions.",
            ) from error
        return self

    @property
    def ledger(self) -> Path:
        """Return the file of acts."""
        return self.root / "ledger.db"

    @property
    def settings(self) -> Path:
        """Return the settings file."""
        return self.root / "settings.toml"

    @property
    def ca(self) -> Path:
        """Return the folder of this installation's certificate authority."""
        return self.root / "ca"

    @property
    def keys(self) -> Path:
        """Return the folder of target keys, where the system has no key store."""
        return self.root / "keys"

    @property
    def packs(self) -> Path:
        """Return the folder of the person's own packs."""
        return self.root / "packs"

    @property
    def log(self) -> Path:
        """Return the folder of log files."""
        return self.root / "log"

    @property
    def run(self) -> Path:
        """Return the folder of what is true only while a role runs (ports, bundles)."""
        return self.root / "run"

    @property
    def lock(self) -> Path:
        """Return the file whose lock the running meter holds."""
        return self.root / "meter.lock"

    @property
    def profiles(self) -> Path:
        """Return the folder of this home's browser profiles, outside the home."""
        name = hashlib.sha256(str(self.root).encode()).hexdigest()[:12]
        return Path(platformdirs.user_state_dir("labormeter", False)) / "profiles" / name
