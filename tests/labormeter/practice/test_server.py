from __future__ import annotations

import http.client
import json
import socket
import ssl
import time
from typing import TYPE_CHECKING

import pytest

from labormeter.platforms import PRACTICE_HOST
from labormeter.practice import identity, server
from labormeter.practice.routes import Site
from labormeter.practice.square import Square

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = {"Host": PRACTICE_HOST, "Origin": f"https://{PRACTICE_HOST}"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[server.Server, bytes]]:
    root, context = identity.issue(tmp_path_factory.mktemp("run"), time.time_ns() // 1000)
    found = server.Server(Site(Square(seed=1), dict), context)
    thread = found.begin()
    yield found, root
    found.shutdown()
    found.server_close()
    thread.join(5)


@pytest.fixture
def line(served: tuple[server.Server, bytes]) -> Iterator[http.client.HTTPSConnection]:
    found, root = served
    context = ssl.create_default_context(cadata=root.decode())
    plain = socket.create_connection(("127.0.0.1", found.port), timeout=10)
    connection = http.client.HTTPSConnection(PRACTICE_HOST, timeout=10)
    connection.sock = context.wrap_socket(plain, server_hostname=PRACTICE_HOST)
    yield connection
    connection.close()


def ask(
    line: http.client.HTTPSConnection,
    method: str,
    path: str,
    body: bytes | None = None,
    **headers: str,
) -> tuple[http.client.HTTPResponse, bytes]:
    line.request(method, path, body, {**BASE, **headers})
    answer = line.getresponse()
    return answer, answer.read()


def test_many_requests_go_over_one_connection(line: http.client.HTTPSConnection) -> None:
    socket_before = line.sock
    for _ in range(5):
        answer, body = ask(line, "POST", "/api/query", b'{"operation": "Feed"}')
        assert answer.status == 200
        assert json.loads(body)["posts"]
    assert line.sock is socket_before


def test_pages_may_load_nothing_from_elsewhere(line: http.client.HTTPSConnection) -> None:
    answer, _ = ask(line, "GET", "/")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'")
    assert "unsafe" not in policy
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Set-Cookie"].endswith("Secure; HttpOnly; SameSite=Strict")


def test_a_visitor_keeps_its_cookie(line: http.client.HTTPSConnection) -> None:
    answer, _ = ask(line, "GET", "/", Cookie="plaza=1")
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "localhost"},
        {"Host": "127.0.0.1"},
        {"Host": f"{PRACTICE_HOST}.evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_another_name_or_another_sites_page_is_turned_away(
    line: http.client.HTTPSConnection, headers: dict[str, str]
) -> None:
    answer, _ = ask(line, "POST", "/api/share", b'{"post": "p1"}', **headers)
    assert answer.status == 421
    _, body = ask(line, "GET", "/api/tally")
    assert json.loads(body)["tally"] == {}


def test_a_body_in_chunks_is_read_whole(line: http.client.HTTPSConnection) -> None:
    line.request(
        "POST",
        "/api/like",
        iter([b'{"po', b'st": "p1"}']),
        {**BASE, "Content-Type": "application/json"},
        encode_chunked=True,
    )
    answer = line.getresponse()
    assert json.loads(answer.read())["ok"]
    assert ask(line, "POST", "/api/unlike", b'{"post": "p1"}')[0].status == 200


@pytest.mark.parametrize("length", ["-1", "x", str(server.BODY + 1)])
def test_a_body_of_no_or_too_great_length_is_refused(
    line: http.client.HTTPSConnection, length: str
) -> None:
    line.putrequest("POST", "/api/photo", skip_host=True)
    for name, value in {**BASE, "Content-Length": length}.items():
        line.putheader(name, value)
    line.endheaders()
    answer = line.getresponse()
    assert answer.status == 413
    assert answer.headers["Connection"] != "keep-alive"


def test_a_head_has_no_body_and_a_beacon_no_content(line: http.client.HTTPSConnection) -> None:
    assert ask(line, "HEAD", "/")[1] == b""
    answer, body = ask(line, "POST", "/telemetry", b"{}")
    assert (answer.status, body) == (204, b"")
    assert ask(line, "GET", "/api/tally")[0].status == 200


def test_a_visitor_who_says_nothing_holds_nobody_up(
    served: tuple[server.Server, bytes], line: http.client.HTTPSConnection
) -> None:
    with socket.create_connection(("127.0.0.1", served[0].port), timeout=5) as silent:
        begun = time.monotonic()
        assert ask(line, "GET", "/api/tally")[0].status == 200
        assert time.monotonic() - begun < 2
        silent.sendall(b"no TLS at all\r\n\r\n")
        assert ask(line, "GET", "/api/tally")[0].status == 200


def test_nothing_is_said_on_standard_error(
    line: http.client.HTTPSConnection, capfd: pytest.CaptureFixture[str]
) -> None:
    ask(line, "GET", "/canary-path?canary=query", Cookie="canary-cookie")
    assert "canary" not in "".join(capfd.readouterr())
