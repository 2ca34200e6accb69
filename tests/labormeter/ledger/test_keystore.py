import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import keystore
from labormeter.ledger.keys import Keys
from labormeter.ledger.keystore import Files, System
from labormeter.testing import NOON

QUARTER = 92 * 86_400_000_000


class Memory(KeyringBackend):
    """A key store in memory; `broken` raises, `hangs` waits until it is let go."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False
        self.hangs = threading.Event()
        self.hangs.set()
        self.calls = 0

    def _answer(self) -> None:
        self.calls += 1
        self.hangs.wait(30)
        if self.broken:
            raise RuntimeError("locked")

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        del self.kept[service, username]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).create()


@pytest.fixture
def memory() -> Iterator[Memory]:
    made = Memory()
    yield made
    made.hangs.set()


def opened(home: Home, memory: Memory, now: int = NOON, patience: float = 5) -> Keys:
    return Keys.open(home, now, stores=(System(memory, home, patience), Files(home.keys)))


def test_the_key_lies_in_the_key_store_and_in_no_file(home: Home, memory: Memory) -> None:
    mark = opened(home, memory).mark("x", "id", "1", NOON)
    assert opened(home, memory).mark("x", "id", "1", NOON) == mark
    assert list(home.keys.glob("*.key")) == []
    assert {name for _, name in memory.kept} == {"quarters", "2026-Q2"}


def test_two_homes_have_keys_of_their_own_in_one_key_store(tmp_path: Path, memory: Memory) -> None:
    marks = {
        opened(Home(tmp_path / name).create(), memory).mark("x", "id", "1", NOON) for name in "ab"
    }
    assert len(marks) == 2


def test_old_keys_are_destroyed_there_too(home: Home, memory: Memory) -> None:
    opened(home, memory)
    last = opened(home, memory, NOON + 2 * QUARTER)
    assert {name for _, name in memory.kept} == {"quarters", "2026-Q4"}
    assert len(last.marks("x", "id", "1", NOON + 2 * QUARTER)) == 1


def test_a_key_store_that_hangs_costs_a_bounded_time_and_a_file_is_used(
    home: Home, memory: Memory
) -> None:
    memory.hangs.clear()
    began = time.monotonic()
    keys = opened(home, memory, patience=0.2)
    assert time.monotonic() - began < 3
    assert len(list(home.keys.glob("*.key"))) == 1
    assert len(keys.mark("x", "id", "1", NOON)) == 32
    assert memory.calls == 1


def test_a_key_store_that_fails_is_asked_no_more_and_a_file_is_used(
    home: Home, memory: Memory
) -> None:
    memory.broken = True
    opened(home, memory)
    assert memory.calls == 1
    assert len(list(home.keys.glob("*.key"))) == 1


def test_a_key_store_locked_for_a_while_loses_no_mark(home: Home, memory: Memory) -> None:
    first = opened(home, memory).mark("x", "id", "1", NOON)
    memory.broken = True
    second = opened(home, memory).mark("x", "id", "1", NOON)
    assert second != first
    memory.broken = False
    assert set(opened(home, memory).marks("x", "id", "1", NOON)) == {first, second}


def test_a_store_that_forgets_what_it_was_given_is_not_trusted(home: Home, memory: Memory) -> None:
    memory.set_password = lambda *_: None  # type: ignore[method-assign]
    opened(home, memory)
    assert len(list(home.keys.glob("*.key"))) == 1


@pytest.mark.parametrize("kind", [fail.Keyring, null.Keyring])
def test_a_key_store_that_keeps_nothing_is_none(
    monkeypatch: pytest.MonkeyPatch, kind: type[KeyringBackend]
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr("keyring.get_keyring", kind)
    assert keystore.backend() is None


def test_of_several_stores_the_first_that_answers_without_asking_is_taken(
    monkeypatch: pytest.MonkeyPatch, memory: Memory
) -> None:
    several = chainer.ChainerBackend()  # type: ignore[no-untyped-call]
    nothing = fail.Keyring()  # type: ignore[no-untyped-call]
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [nothing, memory])
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr("keyring.get_keyring", lambda: several)
    assert keystore.backend() is None
    monkeypatch.setattr(keystore, "_SILENT", frozenset({Memory.__module__}))
    assert keystore.backend() is memory


def test_without_a_desktop_keyring_is_not_even_imported(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform in {"win32", "darwin"}:
        pytest.skip("there is always a desktop here")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert [type(store) for store in keystore.usual(home)] == [Files]


def test_a_bus_that_is_not_there_means_files(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    assert [type(store) for store in keystore.usual(home)] == [Files]


def test_within_gives_up_in_time_and_swallows_what_is_raised() -> None:
    let_go = threading.Event()
    assert keystore.within(0.05, lambda: let_go.wait(30)) is None
    let_go.set()
    assert keystore.within(5, lambda: 7) == 7
    assert keystore.within(5, lambda: 1 // 0) is None


def test_a_folder_that_takes_no_key_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be used"):
        Files(tmp_path / "none").write("2026-Q2", b"k" * 32)


def test_destroying_a_key_that_is_not_there_does_nothing(home: Home) -> None:
    Files(home.keys).destroy("2026-Q2")


def test_a_destroyed_key_was_written_over_before_its_file_went(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Files(home.keys)
    store.write("2026-Q2", b"k" * 32)
    last: list[bytes] = []
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as Path has it
        last.append(path.read_bytes())
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    store.destroy("2026-Q2")
    assert last == [bytes(32)]
    assert store.read() == {}
