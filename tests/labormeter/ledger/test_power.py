"""Cut the power: a disk that keeps only what was synced still holds every act that was kept.

apsw carries a SQLite of its own and lets files be replaced, so the pen is run on that: same
statements, same settings. What is written is held back until it is synced.

    write  ----> page cache (lost)         sync ----> disk (kept)
"""

import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Buffer, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from labormeter.home import Home
from labormeter.ledger import file
from labormeter.ledger.log import Log
from labormeter.model import Disclosure
from labormeter.testing import NOON, act

ROUNDS = 60


class Disk:
    """What a disk would hold: the synced bytes of each file, and writes still in the cache."""

    def __init__(self) -> None:
        self.synced: dict[str, bytes] = {}
        self.waiting: dict[str, list[tuple[int, bytes | None]]] = defaultdict(list)
        self.syncs = 0

    def adopt(self, path: Path) -> None:
        self.synced[path.name] = path.read_bytes()

    def write(self, name: str, offset: int, data: bytes) -> None:
        self.waiting[name].append((offset, data))

    def truncate(self, name: str, size: int) -> None:
        self.waiting[name].append((size, None))

    def sync(self, name: str) -> None:
        self.syncs += 1
        self.synced[name] = applied(self.synced.get(name, b""), self.waiting.pop(name, []))

    def after_power_cut(self, chance: random.Random | None = None) -> dict[str, bytes]:
        """Return what is on the disk; with `chance`, some unsynced sectors made it as well."""
        found = dict(self.synced)
        if chance is not None:
            for name, writes in self.waiting.items():
                lucky = [write for write in sectors(writes) if chance.random() < 0.5]
                found[name] = applied(found.get(name, b""), lucky)
        return found


def applied(content: bytes, writes: Sequence[tuple[int, bytes | None]]) -> bytes:
    changed = bytearray(content)
    for offset, data in writes:
        if data is None:
            del changed[offset:]
            continue
        changed.extend(bytes(max(0, offset + len(data) - len(changed))))
        changed[offset : offset + len(data)] = data
    return bytes(changed)


def sectors(
    writes: Sequence[tuple[int, bytes | None]],
) -> Iterator[tuple[int, bytes | None]]:
    for offset, data in writes:
        if data is None:
            yield offset, None
            continue
        for start in range(0, len(data), 512):
            yield offset + start, data[start : start + 512]


class Recorded(apsw.VFSFile):
    """A file that passes everything on and tells the disk."""

    def __init__(self, name: Any, flags: list[int], disk: Disk) -> None:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name = Path(path).name
        self._disk = disk
        super().__init__("", name, flags)

    def xWrite(self, data: Buffer, offset: int) -> None:  # noqa: N802 - apsw's name
        self._disk.write(self._name, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - apsw's name
        self._disk.truncate(self._name, newsize)
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - apsw's name
        self._disk.sync(self._name)
        super().xSync(flags)


class Recording(apsw.VFS):
    """The system's files, watched."""

    def __init__(self, disk: Disk) -> None:
        self.name = f"recording-{id(self)}"
        self._disk = disk
        super().__init__(self.name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - apsw's name
        return Recorded(name, flags, self._disk)


class Row:
    """A finished statement, as the pen reads it from the standard library."""

    def __init__(
        self, connection: apsw.Connection, rows: list[tuple[Any, ...]], changed: int
    ) -> None:
        self._rows = rows
        self.rowcount = changed
        self.lastrowid = connection.last_insert_rowid()

    def fetchone(self) -> tuple[Any, ...] | None:
        return self._rows[0] if self._rows else None

    def fetchall(self) -> list[tuple[Any, ...]]:
        return self._rows

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self._rows)


class Adapted:
    """apsw's connection under the names that the standard library has for the same."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Row:
        before = self._connection.total_changes()
        rows = list(self._connection.execute(statement, tuple(values)))
        changed = int(self._connection.total_changes() > before)
        return Row(self._connection, rows, changed)

    def executemany(self, statement: str, many: Sequence[Sequence[Any]]) -> None:
        for values in many:
            self.execute(statement, values)

    def close(self) -> None:
        self._connection.close()


def opened(home: Home, disk: Disk, synchronous: str) -> tuple[Log, Recording]:
    """Open the pen on the watched disk; without shared memory, which apsw's files have none of."""
    recording = Recording(disk)
    log = Log.open(home, now=NOON)
    log._connection.close()
    for path in home.root.glob("ledger.db*"):
        disk.adopt(path)
    connection = apsw.Connection(str(home.ledger), vfs=recording.name)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    for pragma in file.PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    connection.execute("PRAGMA wal_autocheckpoint = 40")
    log._connection = Adapted(connection)  # type: ignore[assignment]
    return log, recording


def survivors(content: dict[str, bytes], folder: Path) -> set[str]:
    """Return the ids of the acts in a ledger that starts again from what the disk held."""
    folder.mkdir(parents=True)
    for name, data in content.items():
        (folder / name).write_bytes(data)
    with closing(sqlite3.connect(folder / "ledger.db")) as plain:
        found = {number for (number,) in plain.execute("SELECT id FROM acts")}
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("SELECT coalesce(sum(acts), 0) FROM day_rollup").fetchone() == (
            len(found),
        )
    return found


def shifts(home: Home, disk: Disk, synchronous: str) -> Iterator[set[str]]:
    """Append group after group and yield, after each that returned, all ids kept so far."""
    log, _watching = opened(home, disk, synchronous)
    said: set[str] = set()
    for number in range(ROUNDS):
        group = [act(target=f"{number:032x}", disclosures=(Disclosure("gps"),))] * 1
        group += [act() for _ in range(number % 3)]
        log.append(group)
        said |= {one.id for one in group}
        yield said
    log.close()


def test_the_commit_is_synced_before_append_returns(home: Home) -> None:
    disk = Disk()
    before = 0
    for _ in shifts(home, disk, "FULL"):
        assert disk.syncs > before
        assert not disk.waiting.get("ledger.db-wal")
        before = disk.syncs


@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_a_disk_that_keeps_only_what_was_synced_holds_every_act(
    home: Home, tmp_path: Path, seed: int | None
) -> None:
    """With a seed, half of the sectors that were still in the cache got there as well."""
    disk = Disk()
    chance = None if seed is None else random.Random(seed)  # noqa: S311 - not for secrets
    for number, said in enumerate(shifts(home, disk, "FULL")):
        if number % 3 == (seed or 0) % 3:
            assert said <= survivors(disk.after_power_cut(chance), tmp_path / f"cut{number}")


def test_the_power_fails_within_an_append_and_all_before_it_is_there(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut at every sync and at every tenth write, so also within a checkpoint."""
    disk = Disk()
    chance = random.Random(7)  # noqa: S311 - not for secrets
    cuts: list[tuple[set[str], dict[str, bytes]]] = []
    said: set[str] = set()
    seen = 0
    real_write, real_sync = Disk.write, Disk.sync

    def cut() -> None:
        cuts.append((set(said), disk.after_power_cut(chance)))

    def write(self: Disk, name: str, offset: int, data: bytes) -> None:
        nonlocal seen
        real_write(self, name, offset, data)
        seen += 1
        if seen % 40 == 0:
            cut()

    def sync(self: Disk, name: str) -> None:
        if self.syncs % 5 == 0:
            cut()
        real_sync(self, name)

    monkeypatch.setattr(Disk, "write", write)
    monkeypatch.setattr(Disk, "sync", sync)
    for kept in shifts(home, disk, "FULL"):
        said = set(kept)
    assert len(cuts) > 20
    for number, (before, content) in enumerate(cuts):
        assert before <= survivors(content, tmp_path / f"cut{number}")


def test_a_pen_that_syncs_less_is_caught_by_this(home: Home, tmp_path: Path) -> None:
    """Under `synchronous = NORMAL` acts are lost: so the tests above can fail."""
    disk = Disk()
    lost = 0
    for number, said in enumerate(shifts(home, disk, "NORMAL")):
        if number % 10 == 5:
            lost += len(said - survivors(disk.after_power_cut(), tmp_path / f"cut{number}"))
    assert lost > 0


TRACED = """
import os, sys
from pathlib import Path
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act
with Log.open(Home(Path(sys.argv[1])), now=NOON) as log:
    for number in range(20):
        os.write(1, b"begin\\n")
        log.append([act()])
        os.write(1, b"kept\\n")
"""


def test_the_standard_library_s_sqlite_syncs_too(home: Home, tmp_path: Path) -> None:
    """Look at the system calls of the real pen: between begin and kept stands a sync."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not here")
    trace = tmp_path / "trace"
    command = [strace, "-f", "-o", str(trace), "-e", "trace=fsync,fdatasync,write"]
    child = subprocess.run(
        [*command, sys.executable, "-c", TRACED, str(home.root)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    if child.returncode:
        pytest.skip("processes cannot be traced here")
    text = trace.read_text(errors="replace")
    appends = re.findall(r'"begin\\n"(.*?)"kept\\n"', text, flags=re.DOTALL)
    assert len(appends) == 20
    assert all(re.search(r"f(data)?sync\(", calls) for calls in appends)
