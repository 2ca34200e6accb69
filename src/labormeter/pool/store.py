"""A pool's folder: what was taken, what was refused and why, and what was taken back.

    POOL/
      studies/<sha256>.labormeter   each version of the study file that stands
      raw/<sha256>.age              each contribution that counts, as it came
      quarantine/<sha256>.age       each that does not; why, stands in the index
      cells/part-000001.parquet     rows of those that count, in the parts that the index names
      index.json                    who has which revision, what was refused, tombstones
      releases/                     frozen, numbered

The index is what counts: a run adds files beside those that stand, writes the index anew in one
step, and only then deletes what it let go of. Wherever it breaks off, the pool is as before the run
or as after it, and the next run clears up.

The folder is the researcher's, on their own disk. A withdrawal deletes the contribution as it came
and its rows, and leaves a salted hash, so that a backup cannot bring it back unseen.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sys
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final

from labormeter import lock
from labormeter.errors import KnownError
from labormeter.exports import place
from labormeter.lock import HeldError
from labormeter.study import reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from labormeter.lock import Hold
    from labormeter.study.study import Study

FORMAT: Final = 1
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file that is looked at at all."""
QUOTA: Final = 1024 * 1024 * 1024
"""Bytes of quarantine: what is refused beyond them is written down and not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A participant's contribution that counts."""

    revision: int
    raw: str
    """SHA-256 of the file as it came."""
    part: int
    """Number of the Parquet part that holds the rows."""
    rows: int
    first: str
    last: str
    country: str = ""
    age_band: str = ""
    removed: int = 0
    agreed: tuple[str, ...] = ()
    invitation: str = ""
    content: str = ""
    """SHA-256 of the rows alone: two people with the same rows are flagged."""


_NAMES: Final = tuple(one.name for one in fields(Person))


@dataclass(slots=True, kw_only=True)
class Index:
    """What a pool knows beside its rows."""

    salt: str = ""
    parts: int = 0
    """Number of the last part that was written."""
    people: dict[str, Person] = field(default_factory=dict)
    refused: dict[str, list[str]] = field(default_factory=dict)
    """Reasons by the SHA-256 of the file."""
    senders: dict[str, str] = field(default_factory=dict)
    """Who sent what was refused, where that is known: it is taken back with the rest."""
    replaced: list[str] = field(default_factory=list)
    """SHA-256 of files that a later revision replaced."""
    tombstones: dict[str, int] = field(default_factory=dict)
    """The highest revision taken back, by the salted hash of the participant."""
    erasures: list[str] = field(default_factory=list)
    """Days on which something was taken back."""
    leaving: list[str] = field(default_factory=list)
    """Files of the folder that do not count any more: deleted when this stands on the disk."""

    def known(self) -> set[str]:
        """Return the SHA-256 of every file that was looked at before."""
        return {one.raw for one in self.people.values()} | {*self.refused, *self.replaced}

    def tombstone(self, participant: str) -> str:
        """Return the salted hash of a participant."""
        return hashlib.sha256(f"{self.salt}\0{participant}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Pool:
    """A pool's folder and the study that it is of, by its newest file."""

    root: Path
    study: Study
    versions: Mapping[str, Study]
    """All study files that stand, by their hashes: an answer is judged by the one it answers."""

    keys: frozenset[str]
    """Keys that signed them: one, in a pool that `create` made."""

    @property
    def files(self) -> tuple[str, ...]:
        """Return the hashes of all study files that stand."""
        return tuple(self.versions)

    def answered(self, file: str) -> Study:
        """Return the study of a file, the newest where that is not known."""
        return self.versions.get(file, self.study)

    @property
    def cells(self) -> Path:
        """Return the folder of rows."""
        return self.root / "cells"

    @property
    def raw(self) -> Path:
        """Return the folder of contributions as they came."""
        return self.root / "raw"

    @property
    def quarantine(self) -> Path:
        """Return the folder of what was refused."""
        return self.root / "quarantine"

    @property
    def releases(self) -> Path:
        """Return the folder of releases."""
        return self.root / "releases"

    def part(self, number: int) -> Path:
        """Return the file of one part of the rows."""
        return self.cells / f"part-{number:06d}.parquet"

    def counting(self, index: Index) -> list[Path]:
        """Return the files of the rows that count."""
        return [self.part(number) for number in sorted({one.part for one in index.people.values()})]


def create(root: Path, signed: bytes) -> Pool:
    """Make a pool for a signed study, or add a newer version of its file. Raises KnownError."""
    found, study = reader.opened(signed)
    if (root / "studies").exists():
        known = opened(root)
        if known.study.id != study.id or study.version < known.study.version:
            raise KnownError(
                f"This pool is of {known.study.id}, version {known.study.version}.",
                "A pool holds one study; its file may only be replaced by a newer version.",
            )
        if found.key not in known.keys:
            raise KnownError(
                "This study file is signed by another key than that of the pool.",
                "Only whoever signed the first file can sign a newer one.",
            )
    for name in ("studies", "raw", "quarantine", "cells", "releases"):
        (root / name).mkdir(parents=True, exist_ok=True, mode=0o700)
    with place.whole(root / "studies" / f"{found.hash}.labormeter") as file:
        file.write(signed)
    if not (root / "index.json").exists():
        keep(root, Index(salt=secrets.token_hex(16)))
    return opened(root)


def opened(root: Path) -> Pool:
    """Return the pool in a folder. Raises KnownError where there is none."""
    files = sorted((root / "studies").glob("*.labormeter"))
    if not files or not (root / "index.json").exists():
        raise KnownError(
            f"There is no pool in {root}.", "`labormeter pool ingest --study FILE` makes one."
        )
    read = [reader.opened(file.read_bytes()) for file in files]
    newest = max(read, key=lambda pair: (pair[1].version, pair[0].hash))[1]
    keys = frozenset(signed.key for signed, _ in read)
    return Pool(root, newest, {signed.hash: study for signed, study in read}, keys)


def index(root: Path) -> Index:
    """Return the index of a pool. Raises KnownError where it cannot be read."""
    try:
        found: dict[str, Any] = json.loads((root / "index.json").read_bytes())
        if found.pop("format") != FORMAT:
            raise KnownError("This pool is of another version.", "Update labormeter.")
        people = {
            name: Person(**one | {"agreed": tuple(one["agreed"])})
            for name, one in found.pop("people").items()
        }
        return Index(people=people, **found)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KnownError(
            "The pool's index cannot be read.",
            "Ingest the files in raw/ and quarantine/ into a new folder: they hold everything.",
        ) from error


def keep(root: Path, index: Index) -> None:
    """Write the index: whole, or not at all."""
    people = {
        name: {one: getattr(person, one) for one in _NAMES} for name, person in index.people.items()
    }
    document = {"format": FORMAT, "people": people}
    document |= {
        one.name: getattr(index, one.name) for one in fields(index) if one.name != "people"
    }
    with place.whole(root / "index.json") as file:
        file.write(json.dumps(document, sort_keys=True).encode())
    lasting(root)


def lasting(*folders: Path) -> None:
    """Let the names in folders outlast a loss of power. Windows does so by itself."""
    if sys.platform == "win32":
        return
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def alone(pool: Pool) -> Hold:
    """Take the pool's lock, for what changes it. Raises KnownError where another run has it."""
    try:
        return lock.hold(pool.root / "pool.lock")
    except HeldError as error:
        raise KnownError("Another run works on this pool.", "Wait until it is done.") from error


def tidy(pool: Pool, index: Index) -> None:
    """Delete what does not count: what the index lets go of, parts it does not name, torn files.

    Raises KnownError where something cannot be deleted; the next run tries again.
    """
    for path in _idle(pool, index):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise KnownError(
                f"{path.name} in the pool does not count any more and cannot be deleted"
                f" ({error.strerror}).",
                "Close what has it open, and ingest again.",
            ) from error
    index.leaving.clear()


def _idle(pool: Pool, index: Index) -> Iterator[Path]:
    yield from (pool.root / name for name in index.leaving)
    counting = set(pool.counting(index))
    yield from (one for one in pool.cells.glob("*.parquet") if one not in counting)
    for folder in (pool.root, pool.root / "studies", pool.cells, pool.raw, pool.quarantine):
        yield from folder.glob(".*.part")


def rows(pool: Pool, index: Index) -> list[Path]:
    """Return the files of the rows that count. Raises KnownError where there are none, or gone."""
    found = pool.counting(index)
    if not found:
        raise KnownError("Nothing in this pool counts yet.", "Ingest contributions first.")
    if not all(one.exists() for one in found):
        raise KnownError(
            "The pool's rows are not those that its index names.",
            "If contributions are being taken in, ask again when that is done; else ingest the "
            "files in raw/ and quarantine/ into a new folder: they hold everything.",
        )
    return found
