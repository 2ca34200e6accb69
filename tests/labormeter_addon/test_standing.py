"""Which hosts are opened, and for whom."""

from __future__ import annotations

import pytest

from labormeter_addon.standing import Standing


def test_opens_metered_hosts_while_on() -> None:
    standing = Standing({"x.com": "x"})
    assert standing.opens("x.com")
    assert not standing.opens("bank.example")
    standing.mode = "private"
    assert not standing.opens("x.com")


def test_passes_a_host_through_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr("labormeter_addon.standing.time.monotonic", lambda: clock[0])
    told: list[tuple[str, str, float]] = []
    standing = Standing({"x.com": "x", "api.x.com": "x"})
    standing.tell = lambda *what: told.append(what)
    standing.passes("x.com", "challenged", seconds=10)
    standing.passes("x.com", "challenged", seconds=10)
    assert told == [("x", "challenged", 10)]
    assert not standing.opens("x.com", "any")
    assert standing.opens("api.x.com")
    clock[0] += 10
    assert standing.opens("x.com")


def test_one_client_that_does_not_take_our_certificate_closes_the_host_for_its_kind_alone() -> None:
    standing = Standing({"x.com": "x"})
    standing.passes("x.com", "distrusted", "curl")
    assert not standing.opens("x.com", "curl")
    assert standing.opens("x.com", "firefox")
    standing.passes("elsewhere.example", "untrusted")
