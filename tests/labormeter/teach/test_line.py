"""The line between a lesson and the engine: loopback, one secret, and over when one end is gone."""

from __future__ import annotations

import os
import socket
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from labormeter.home import Home
from labormeter.teach.line import FILE, Call, Caller, Listener, called


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


def until(true: Callable[[], bool]) -> None:
    for _ in range(200):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError


def test_what_is_sent_is_taken_and_nothing_is_on_the_disk(home: Home) -> None:
    with Listener(home, "x", ("word",)) as line:
        call = called(home)
        assert call is not None
        assert (call.platform, call.words) == ("x", ("word",))
        caller = Caller(call)
        caller.send("one")
        caller.send("two")
        until(lambda: line.taken() == [b"one\n", b"two\n"])
        assert caller.stands
        held = b"".join(path.read_bytes() for path in home.root.rglob("*") if path.is_file())
        assert b"one" not in held
    assert called(home) is None
    assert not (home.run / FILE).exists()
    until(lambda: not caller.stands)
    caller.send("three")
    assert not caller.stands


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_the_secret_is_for_its_owner_alone(home: Home) -> None:
    with Listener(home, "x"):
        assert stat.S_IMODE((home.run / FILE).stat().st_mode) == 0o600


def test_a_stranger_is_not_heard(home: Home) -> None:
    with Listener(home, "x") as line:
        call = called(home)
        assert call is not None
        stranger = Caller(Call(call.port, "guess", "x"))
        stranger.send("forged")
        until(lambda: not stranger.stands)
        assert line.taken() == []
        assert not line.answered.is_set()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"port": "x"}', b'{"port": 1}', b"\xff"])
def test_a_file_that_is_no_call_calls_nobody(home: Home, content: bytes) -> None:
    (home.run / FILE).write_bytes(content)
    assert called(home) is None


def test_a_call_that_nobody_takes_is_an_error_of_the_system() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(OSError, match=r".*"):
        Caller(Call(port, "s", "x"))
