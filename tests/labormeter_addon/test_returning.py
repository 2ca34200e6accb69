"""Connections that were passed through do not stay so for ever."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from benchmarks._origin import certify
from tests.labormeter_addon.conftest import SITE, until

from labormeter_addon import standing as stand
from labormeter_addon.returning import REST, Returning
from labormeter_addon.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.labormeter_addon.conftest import Browser, Origin, Start


class Connections:
    """As much of mitmproxy's connections as is asked for."""

    def __init__(self) -> None:
        self.ended: list[str] = []
        self.connections: dict[str, Any] = {}

    def add(self, name: str, last: float) -> None:
        task = SimpleNamespace(cancel=lambda _: self.ended.append(name))
        self.connections[name] = SimpleNamespace(
            client=name,
            transports={name: SimpleNamespace(handler=task)},
            timeout_watchdog=SimpleNamespace(last_activity=last),
        )

    def master(self) -> Any:
        return SimpleNamespace(addons=SimpleNamespace(get=lambda _: self))


def hello(client: str, host: str = "x.com", *, ignored: bool = True) -> Any:
    context = SimpleNamespace(
        server=SimpleNamespace(address=(host, 443)), client=SimpleNamespace(id=client)
    )
    said = SimpleNamespace(cipher_suites=[1, 2])
    return SimpleNamespace(context=context, client_hello=said, ignore_connection=ignored)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(stand, "time", SimpleNamespace(monotonic=lambda: now[0]))
    return now


def test_one_is_closed_when_its_time_is_over_and_it_rests(clock: list[float]) -> None:
    connections, standing = Connections(), Standing({"x.com": "x"})
    returning = Returning(connections.master(), standing)
    standing.passes("x.com", "challenged", seconds=60)
    for name, last in (("resting", 0.0), ("busy", 10.0), ("gone", 0.0)):
        connections.add(name, last)
        returning.tls_clienthello(hello(name))
    returning.client_disconnected(SimpleNamespace(id="gone"))  # type: ignore[arg-type]  # no more
    returning.look(10.0)
    assert connections.ended == [], "its time is not over"
    clock[0] += 60
    returning.look(10.0)
    returning.look(10.0 + REST / 2)
    assert connections.ended == ["resting"]
    returning.look(10.0 + REST)
    returning.look(10.0 + REST)
    assert connections.ended == ["resting", "busy"]


def test_what_is_opened_is_not_metered_or_is_passed_for_good_is_left_alone(
    clock: list[float],
) -> None:
    connections, standing = Connections(), Standing({"x.com": "x"})
    returning = Returning(connections.master(), standing)
    for name in ("named otherwise", "opened", "elsewhere", "private"):
        connections.add(name, 0.0)
    returning.tls_clienthello(hello("named otherwise"))  # passed although the host is opened
    standing.passes("x.com", "challenged", seconds=60)
    returning.tls_clienthello(hello("opened", ignored=False))
    returning.tls_clienthello(hello("elsewhere", "bank.example"))
    standing.mode = "private"
    returning.tls_clienthello(hello("private"))
    standing.mode = "on"
    clock[0] += 60
    returning.look(1000.0)
    assert connections.ended == []


SHORT = "from labormeter_addon import preflight\npreflight.LASTS['bad'] = 2.0\n"


def test_a_connection_from_before_is_metered_again_once_the_upstream_can_be_verified(
    start: Start,
    browser: Callable[..., Browser],
    origin: Origin,
    tmp_path: Path,
) -> None:
    script = tmp_path / "short.py"
    script.write_text(SHORT)
    running = start("-s", str(script), bundle=certify(tmp_path / "wrong", [SITE]))
    client = browser(running, SITE, origin.authority)
    began = time.monotonic()
    assert client.ask("GET", "/")[0] == 200
    assert client.issuer() == "origin"
    client.link.sock.settimeout(0.05)
    assert until(client.ended, 15)
    assert time.monotonic() - began > 2
