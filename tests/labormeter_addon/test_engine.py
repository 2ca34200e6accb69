"""The way of one act, with real processes: door, engine, mitmproxy, ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.labormeter_addon.conftest import Browser, Origin, Start


def test_counts_a_like_before_it_is_answered(
    start: Start, browser: Callable[..., Browser], origin: Origin
) -> None:
    meter = start()
    client = browser(meter)
    assert client.like()[0] == 200
    assert meter.acts() == [("sample", "like", "do")]
    assert client.issuer() == "labormeter on this computer"
    assert origin.seen[0].host == "social.example"
    assert meter.stop() == 0
