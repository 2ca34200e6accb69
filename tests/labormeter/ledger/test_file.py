import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from labormeter import __version__, lock
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import file, query
from labormeter.ledger.faults import NotKeptError
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act

HEAVY = """
import json, sys
from pathlib import Path
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.ledger.keys import Keys
from labormeter.ledger import query, forget, rescue
from labormeter.testing import NOON, act
home = Home(Path(sys.argv[1]))
with Log.open(home, now=NOON) as log:
    log.append([act()])
    Keys.open(home, NOON)
with query.open(home) as kept:
    list(kept.acts())
heavy = {"pandas", "numpy", "sqlite_utils", "keyring", "PySide6", "mitmproxy", "click", "rich"}
print(json.dumps(sorted(heavy & set(sys.modules))))
"""


def run(code: str, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **more,
    )


def record(home: Home, name: str, program: str) -> None:
    with closing(sqlite3.connect(home.ledger)) as plain:
        plain.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, '')",
            (file.SET, name),
        )
        plain.execute("INSERT INTO versions (program, since) VALUES (?, 1)", (program,))
        plain.commit()


def test_nothing_heavy_is_loaded_where_the_ledger_is_made_written_and_read(tmp_path: Path) -> None:
    found = run(HEAVY, str(tmp_path), env=os.environ | {"DBUS_SESSION_BUS_ADDRESS": ""})
    assert found.returncode == 0, found.stderr
    assert json.loads(found.stdout) == []


def test_a_newer_ledger_is_refused_by_name_of_both_versions(home: Home) -> None:
    record(home, "0999_from_the_future", "9.8.7")
    before = home.ledger.read_bytes()
    for opener in (lambda: Log.open(home, now=NOON), lambda: query.open(home)):
        with pytest.raises(KnownError, match=r"9\.8\.7") as refused:
            opener()
        assert __version__ in refused.value.message
        assert "Update" in refused.value.hint
    assert home.ledger.read_bytes() == before


def test_another_program_s_database_is_left_alone(home: Home) -> None:
    home.ledger.unlink()
    with closing(sqlite3.connect(home.ledger)) as plain:
        plain.execute("CREATE TABLE recipes (name)")
    before = home.ledger.read_bytes()
    with pytest.raises(KnownError, match="is not a ledger"):
        Log.open(home, now=NOON)
    assert home.ledger.read_bytes() == before


def test_a_file_of_no_bytes_becomes_a_ledger(home: Home) -> None:
    home.ledger.write_bytes(b"")
    with Log.open(home, now=NOON) as log:
        assert log.append([act()]) == 1


def test_two_that_begin_at_once_make_one_ledger(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from labormeter.home import Home;"
        "from labormeter.ledger.log import Log; from labormeter.testing import act;"
        "Log.open(Home(Path(sys.argv[1])), now=1).append([act(rule=sys.argv[2], id=sys.argv[2] * 32)])"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), name], stderr=subprocess.PIPE, text=True
        )
        for name in "abc"
    ]
    errors = [child.communicate(timeout=60)[1] for child in started]
    assert [child.returncode for child in started] == [0, 0, 0], errors
    with query.open(Home(tmp_path)) as kept:
        assert {one.rule for one in kept.acts()} == {"a", "b", "c"}


UNWRITABLE = """
import os, sys
from pathlib import Path
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter.testing import act
if os.geteuid() == 0:
    os.seteuid(65534)
home = Home(Path(sys.argv[1]))
print(len(list(query.open(home).acts())))
try:
    Log.open(home, now=1).append([act()])
except KnownError as error:
    print(type(error).__name__, error.reason)
"""


def test_a_ledger_of_a_read_only_folder_can_be_read_and_says_so_when_written(empty: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("a folder's mode means nothing here")
    with tempfile.TemporaryDirectory() as folder:
        home = Home(shutil.copytree(empty, Path(folder) / "home"))
        with Log.open(home, now=NOON) as log:
            log.append([act()])
        for path in (Path(folder), home.root, *home.root.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        found = run(UNWRITABLE, str(home.root))
        for path in (Path(folder), home.root, *home.root.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert found.stdout.split() == ["1", "NotKeptError", "read-only"], found.stderr


def test_a_child_that_fails_is_told_by_its_reason() -> None:
    assert isinstance(file._failed("full"), NotKeptError)
    bug = file._failed("Traceback")
    assert not isinstance(bug, KnownError)


def test_who_makes_the_ledger_is_waited_for(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that was made meanwhile is not made again."""
    shutil.copy(home.ledger, home.root / "copy")
    home.ledger.unlink()
    calls: list[Path] = []
    monkeypatch.setattr(file, "migrate", calls.append)
    real = lock.hold

    def late(path: Path, *, wait: float = 0) -> lock.Hold:
        shutil.copy(home.root / "copy", home.ledger)
        return real(path, wait=wait)

    monkeypatch.setattr(lock, "hold", late)
    file.prepare(home, now=NOON)
    assert calls == []


def test_suspicion_has_a_large_ledger_checked_once(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "_SMALL", 0)
    checked: list[bool] = []
    real = file._sound

    def sound(connection: sqlite3.Connection) -> bool:
        checked.append(True)
        return real(connection)

    monkeypatch.setattr(file, "_sound", sound)
    assert file.judge(home) == "ready"
    assert checked == []
    file.suspect(home)
    assert file.judge(home) == file.judge(home) == "ready"
    assert checked == [True]


def test_a_reader_never_makes_a_file(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        file.read_only(tmp_path / "none.db")
    with pytest.raises(sqlite3.OperationalError):
        file.connect(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_path_with_odd_characters_is_opened(empty: Path, tmp_path: Path) -> None:
    home = Home(shutil.copytree(empty, tmp_path / "a home?mode=ro&x=#1 %41 é"))
    with Log.open(home, now=NOON) as log, query.open(home) as kept:
        log.append([act()])
        assert len(list(kept.acts())) == 1
