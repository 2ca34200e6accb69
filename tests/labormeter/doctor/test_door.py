from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from labormeter import lock
from labormeter.doctor import door
from labormeter.home import Home


@contextmanager
def answering(word: bytes) -> Iterator[int]:
    """A server that answers whatever it is asked with one word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)

        def serve() -> None:
            there, _ = server.accept()
            with there:
                there.recv(1000)
                there.sendall(word)

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1]
        thread.join(10)


@pytest.mark.parametrize(
    ("word", "answer", "state"),
    [
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", "refuses", "good"),
        (b"HTTP/1.1 200 OK\r\n\r\n", "open", "bad"),
        (b"", "silent", "bad"),
    ],
)
def test_what_answers_is_judged_by_whether_it_refuses(word: bytes, answer: str, state: str) -> None:
    with answering(word) as port:
        found = door.knock(port)
    assert found == answer
    assert door.judge(found).state == state


def test_a_closed_port_is_silent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert door.knock(port) == "silent"


def test_without_a_meter_nothing_is_wrong(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert door.look(home, 0).state == "good"
    with lock.hold(home.lock):
        assert door.look(home, 0).state == "warn"
