import hashlib
import hmac
import os
import stat
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import keys
from labormeter.ledger.keys import Keys
from labormeter.ledger.keystore import Files


def at(year: int, month: int, day: int = 15) -> int:
    return int(datetime(year, month, day, tzinfo=UTC).timestamp()) * 1_000_000


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).create()


def opened(home: Home, now: int) -> Keys:
    return Keys.open(home, now, stores=(Files(home.keys),))


def names(home: Home) -> list[str]:
    return sorted(path.stem for path in home.keys.glob("*.key"))


def test_quarters() -> None:
    assert [keys.quarter(at(2026, month)) for month in (1, 3, 4, 12)] == [
        "2026-Q1",
        "2026-Q1",
        "2026-Q2",
        "2026-Q4",
    ]
    assert keys.before("2026-Q1") == "2025-Q4"
    assert keys.before("2026-Q4") == "2026-Q3"


@given(st.integers(at(1971, 1), at(2200, 1)))
def test_the_quarter_before_is_the_one_that_ended_last(now: int) -> None:
    assert keys.before(keys.quarter(now)) < keys.quarter(now)
    assert keys.before(keys.quarter(now)) == keys.quarter(now - 92 * 86_400_000_000) or (
        keys.quarter(now - 89 * 86_400_000_000) == keys.before(keys.quarter(now))
    )


def test_a_mark_is_128_bit_of_hmac_sha256() -> None:
    key = b"k" * 32
    text = b"x\0id\0" + "é".encode()
    expected = hmac.new(key, text, hashlib.sha256).hexdigest()[:32]
    assert keys.digest(key, "x", "id", "é") == expected


def test_marks_are_apart_by_platform_kind_value_and_home(home: Home, tmp_path: Path) -> None:
    now = at(2026, 5)
    here, there = opened(home, now), opened(Home(tmp_path / "other").create(), now)
    found = [
        here.mark("x", "id", "1", now),
        here.mark("y", "id", "1", now),
        here.mark("x", "actor", "1", now),
        here.mark("x", "id", "2", now),
        there.mark("x", "id", "1", now),
        here.mark("x", "i", "d\0001", now),
    ]
    assert len(set(found)) == len(found)
    assert all(len(mark) == 32 and set(mark) <= set("0123456789abcdef") for mark in found)
    assert opened(home, now).mark("x", "id", "1", now) == found[0]


@given(st.text())
def test_any_text_can_be_marked(value: str) -> None:
    assert len(keys.digest(b"k" * 32, "x", "id", value)) == 32
    assert len(keys.digest(b"k" * 32, "x", "id", value + "\udc80\ud800")) == 32


def test_a_mark_of_last_quarter_is_known_and_older_keys_are_destroyed(home: Home) -> None:
    march, may, august = at(2026, 3), at(2026, 5), at(2026, 8)
    old = opened(home, march).mark("x", "id", "1", march)
    later = opened(home, may)
    assert later.marks("x", "id", "1", may) == (later.mark("x", "id", "1", may), old)
    secret = (home.keys / "2026-Q1.key").read_bytes()
    last = opened(home, august)
    assert old not in last.marks("x", "id", "1", august)
    assert later.mark("x", "id", "1", may) in last.marks("x", "id", "1", august)
    assert names(home) == ["2026-Q2", "2026-Q3"]
    assert not any(secret in path.read_bytes() for path in home.root.rglob("*") if path.is_file())


def test_a_quarter_that_begins_turns_the_keys_of_a_meter_that_runs(home: Home) -> None:
    running = opened(home, at(2026, 3, 31))
    before = running.mark("x", "id", "1", at(2026, 3, 31))
    after = running.marks("x", "id", "1", at(2026, 4, 1))
    assert after[1:] == (before,)
    assert names(home) == ["2026-Q1", "2026-Q2"]
    assert opened(home, at(2026, 4, 1)).marks("x", "id", "1", at(2026, 4, 1)) == after


def test_a_clock_set_back_makes_and_destroys_nothing(home: Home) -> None:
    now, past = at(2026, 8), at(2025, 1)
    running = opened(home, now)
    mark = running.mark("x", "id", "1", now)
    assert running.mark("x", "id", "1", past) == mark
    assert opened(home, past).mark("x", "id", "1", past) == mark
    assert names(home) == ["2026-Q3"]


def test_two_that_open_at_once_have_one_key(home: Home) -> None:
    now = at(2026, 5)
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(opened(home, now).mark("x", "id", "1", now)))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(found) == 6
    assert len(set(found)) == 1


def test_key_files_are_for_this_user_alone(home: Home) -> None:
    if sys.platform == "win32":
        pytest.skip("modes mean nothing here")
    opened(home, at(2026, 5))
    (path,) = home.keys.glob("*.key")
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600  # noqa: PTH116 - mode of the file itself
    assert stat.S_IMODE(home.keys.stat().st_mode) == 0o700
    assert len(path.read_bytes()) == keys.LENGTH


def test_a_torn_key_file_is_replaced(home: Home) -> None:
    (home.keys / "2026-Q2.key").write_bytes(b"short")
    assert len(opened(home, at(2026, 5)).marks("x", "id", "1", at(2026, 5))) == 1


class Refusing:
    """A store that takes nothing."""

    def read(self) -> dict[str, bytes]:
        return {}

    def write(self, _name: str, _key: bytes) -> bool:
        return False

    def destroy(self, _name: str) -> None:
        return


def test_where_no_store_takes_a_key_it_is_said(home: Home) -> None:
    with pytest.raises(KnownError, match="cannot be kept"):
        Keys.open(home, at(2026, 5), stores=(Refusing(),))
    both = Keys.open(home, at(2026, 5), stores=(Refusing(), Files(home.keys)))
    assert names(home) == ["2026-Q2"]
    assert len(both.marks("x", "id", "1", at(2026, 5))) == 1
