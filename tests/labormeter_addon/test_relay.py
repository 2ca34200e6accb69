"""The engine is nobody's way to this computer."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from mitmproxy.test import taddons, tflow

from labormeter.home import Home
from labormeter_addon.relay import Relay

if TYPE_CHECKING:
    from pathlib import Path


def _raise(_: str, bug: Exception) -> None:
    raise bug


def test_refuses_what_comes_without_tls(tmp_path: Path) -> None:
    relay = Relay(Home(tmp_path), _raise, private=False)
    plain = tflow.tflow()
    plain.client_conn.tls = False
    plain.request.stream = True
    relay.requestheaders(plain)
    assert plain.response is not None
    assert plain.response.status_code == 403
    assert not plain.request.stream
    opened = tflow.tflow()
    opened.client_conn.tls = True
    relay.requestheaders(opened)
    assert opened.response is None


@pytest.mark.parametrize(
    ("peer", "asked", "private", "dropped"),
    [
        ("127.0.0.1", "x.com", False, True),
        ("10.0.0.8", "x.com", False, True),
        ("::1", "x.com", False, True),
        ("93.184.216.34", "x.com", False, False),
        ("127.0.0.1", "x.com", True, False),
        ("127.0.0.1", "practice.labormeter.test", False, False),
    ],
)
def test_lets_go_of_an_upstream_that_is_not_public(
    tmp_path: Path, peer: str, asked: str, *, private: bool, dropped: bool
) -> None:
    aborted: list[str] = []

    def end(name: str) -> Any:
        transport = SimpleNamespace(abort=lambda: aborted.append(name))
        return SimpleNamespace(writer=SimpleNamespace(transport=transport))

    class Ends(dict[int, Any]):
        def get(self, key: object, default: object = None) -> Any:  # noqa: ARG002
            return end("client" if key is client else "server")

    client = SimpleNamespace(id="c")
    server = SimpleNamespace(peername=(peer, 443), address=(asked, 443), error=None)
    proxy = SimpleNamespace(
        connections={"c": SimpleNamespace(transports=Ends())}, name="proxyserver"
    )
    with taddons.context(proxy):
        relay = Relay(Home(tmp_path), _raise, private=private)
        relay.server_connected(SimpleNamespace(client=client, server=server))  # type: ignore[arg-type]
    assert sorted(aborted) == (["client", "server"] if dropped else [])
    assert (server.error is not None) is dropped
