"""Which connections are opened."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from mitmproxy.hooks import all_hooks
from mitmproxy.test import taddons, tflow, tutils

from labormeter.home import Home
from labormeter_addon.gate import Gate, Tokens, kind_of
from labormeter_addon.preflight import Preflight
from labormeter_addon.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROME = [0x1A1A, 0x1301, 0x1302]


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    with taddons.context() as context:
        context.options.add_option("ssl_insecure", bool, True, "")
        standing = Standing({"x.com": "x"})
        yield Gate(standing, Preflight(private=True), Home(tmp_path), Tokens("secret"), _raise)


def _raise(_: str, bug: Exception) -> None:
    raise bug


def _hello(host: str, sni: str | None, client: str = "c", suites: list[int] = CHROME) -> Any:
    context = SimpleNamespace(
        server=SimpleNamespace(address=(host, 443)), client=SimpleNamespace(id=client)
    )
    hello = SimpleNamespace(sni=sni, cipher_suites=suites)
    return SimpleNamespace(context=context, client_hello=hello, ignore_connection=False)


def _ignored(gate: Gate, data: Any) -> bool:
    waiting = gate.tls_clienthello(data)
    if waiting is not None:
        asyncio.run(waiting)  # type: ignore[arg-type]  # a coroutine
    return bool(data.ignore_connection)


@pytest.mark.parametrize(
    ("host", "port", "token", "refused"),
    [
        ("x.com", 443, "Labormeter secret", False),
        ("x.com", 443, "Labormeter other", True),
        ("x.com", 443, "Labormeter ", True),
        ("x.com", 443, "Labormeter", True),
        ("x.com", 443, "Basic secret", True),
        ("x.com", 443, "", True),
        ("x.com", 80, "Labormeter secret", True),
        ("127.0.0.1", 443, "Labormeter secret", True),
        ("bank.example", 443, "Labormeter secret", True),
    ],
)
def test_lets_in_only_what_the_door_sends(
    gate: Gate, host: str, port: int, token: str, *, refused: bool
) -> None:
    flow = tflow.tflow(req=tutils.treq(host=host, port=port))
    flow.request.headers["Proxy-Authorization"] = token
    gate.http_connect(flow)
    assert (flow.response is not None) is refused
    assert "Proxy-Authorization" not in flow.request.headers


def test_opens_a_metered_host_named_by_the_client_itself(gate: Gate) -> None:
    assert not _ignored(gate, _hello("x.com", "X.com"))


@pytest.mark.parametrize("sni", [None, "bank.example", "api.x.com"])
def test_steps_aside_where_the_names_differ(gate: Gate, sni: str | None) -> None:
    assert _ignored(gate, _hello("x.com", sni))


def test_steps_aside_while_paused(gate: Gate) -> None:
    gate._standing.mode = "paused"
    assert _ignored(gate, _hello("x.com", "x.com"))


def test_a_client_that_refuses_our_certificate_is_passed_through_and_others_are_not(
    gate: Gate,
) -> None:
    _ignored(gate, _hello("x.com", "x.com", "one", [0x2A2A, 7, 8]))
    failed = _hello("x.com", "x.com", "one")
    failed.conn = SimpleNamespace(error="OpenSSL ... tlsv1 alert unknown ca")
    gate.tls_failed_client(failed)
    assert _ignored(gate, _hello("x.com", "x.com", "two", [0x3A3A, 7, 8]))
    assert not _ignored(gate, _hello("x.com", "x.com", "three"))


def test_a_client_that_merely_hangs_up_is_not(gate: Gate) -> None:
    _ignored(gate, _hello("x.com", "x.com", "one"))
    failed = _hello("x.com", "x.com", "one")
    failed.conn = SimpleNamespace(error="connection closed")
    gate.tls_failed_client(failed)
    assert not _ignored(gate, _hello("x.com", "x.com", "two"))


def test_forgets_clients(gate: Gate) -> None:
    _ignored(gate, _hello("x.com", "x.com", "one"))
    gate.client_disconnected(SimpleNamespace(id="one"))  # type: ignore[arg-type]  # no more is asked
    gate.client_disconnected(SimpleNamespace(id="one"))  # type: ignore[arg-type]  # no more is asked
    assert gate._kinds == {}


def test_an_untrusted_upstream_is_passed_through(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def untrusted(*_: object) -> str:
        return "bad"

    monkeypatch.setattr(gate._preflight, "practice", untrusted)
    gate._standing.platforms = {"practice.labormeter.test": "practice"}
    host = "practice.labormeter.test"
    assert _ignored(gate, _hello(host, host))


def test_clients_are_told_apart_without_their_random_values() -> None:
    assert kind_of([0x0A0A, 1, 2]) == kind_of([0xFAFA, 1, 2]) == "1,2"
    assert kind_of([1, 3]) != kind_of([1, 2])


def test_a_handshake_with_the_host_that_fails_makes_it_be_asked_anew(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[str] = []
    monkeypatch.setattr(gate._preflight, "forget", forgotten.append)
    failed: Any = _hello("X.com", None)
    gate.tls_failed_server(failed)
    assert forgotten == ["x.com"]
    assert "tls_failed_server" in all_hooks, "mitmproxy calls it by this name"
