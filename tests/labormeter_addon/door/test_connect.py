"""One CONNECT, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter_addon.door import connect
from labormeter_addon.door.connect import Asked


def _head(line: str) -> bytes:
    return line.encode() + b"\r\nHost: h\r\n\r\n"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("CONNECT x.com:443 HTTP/1.1", Asked("x.com", 443)),
        ("CONNECT X.COM.:443 HTTP/1.0", Asked("x.com", 443)),
        ("CONNECT x.com:80 HTTP/1.1", Asked("x.com", 80)),
        ("CONNECT 93.184.216.34:443 HTTP/1.1", Asked("93.184.216.34", 443)),
        ("CONNECT [2606:2800::1]:443 HTTP/1.1", Asked("2606:2800::1", 443)),
    ],
)
def test_reads_where_a_client_wants_to_go(line: str, asked: Asked) -> None:
    assert connect.read(_head(line)) == asked


@pytest.mark.parametrize(
    "line",
    [
        "GET / HTTP/1.1",
        "GET http://127.0.0.1/ HTTP/1.1",
        "connect x.com:443 HTTP/1.1",
        "CONNECT x.com HTTP/1.1",
        "CONNECT x.com: HTTP/1.1",
        "CONNECT x.com:0 HTTP/1.1",
        "CONNECT x.com:65536 HTTP/1.1",
        "CONNECT x.com:443443443 HTTP/1.1",
        "CONNECT x.com:٤٤٣ HTTP/1.1",
        "CONNECT :443 HTTP/1.1",
        "CONNECT user@x.com:443 HTTP/1.1",
        "CONNECT x.com/a:443 HTTP/1.1",
        "CONNECT x com:443 HTTP/1.1",
        "CONNECT [x]:443 HTTP/1.1",
        "CONNECT a..b\tc:443 HTTP/1.1",
        "CONNECT x.com:443 HTTP/2",
        "CONNECT x.com:443",
        "",
    ],
)
def test_refuses_everything_else(line: str) -> None:
    assert connect.read(_head(line)) is None


@given(st.binary(max_size=400))
def test_never_raises_and_never_yields_what_a_header_could_hide_in(head: bytes) -> None:
    asked = connect.read(b"CONNECT " + head)
    if asked is not None:
        assert not set(asked.host) & set("\r\n \t/@?#")
        assert 0 < asked.port < 65536


def test_knows_when_a_way_is_open() -> None:
    assert connect.accepted(b"HTTP/1.1 200 Connection established\r\n\r\n")
    assert not connect.accepted(b"HTTP/1.1 2001\r\n\r\n")
    assert not connect.accepted(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")


def test_the_engine_reads_what_the_door_writes() -> None:
    head = connect.request(Asked("x.com", 443), "secret")
    assert connect.read(head) == Asked("x.com", 443)
    assert b"Labormeter secret" in head


def test_an_answer_says_nothing_of_what_was_asked() -> None:
    assert connect.answer(403, "Forbidden").startswith(b"HTTP/1.1 403 Forbidden\r\n")
