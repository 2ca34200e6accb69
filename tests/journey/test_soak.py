"""A short soak; the hour is `make soak`, with its results in docs/benchmarks.md."""

from __future__ import annotations

from benchmarks._lab import lab
from benchmarks.soak import GROWTH, LONG, Account, growth, serve, soak, wrong

SECONDS = 10.0


def test_mixed_traffic_loses_nothing_and_stalls_nowhere() -> None:
    with lab(serve) as place:
        account, counted, gaps = soak(place, SECONDS)
    assert wrong(account, counted, gaps) == []
    for kind in ("like", "read", "upload", "download", "socket"):
        assert account.done[kind], f"no {kind} got through in {SECONDS} s"


def hour(end: float) -> Account:
    steps = [LONG * turn / 10 for turn in range(21)]
    return Account(memory=[(at, 100 + end * at / steps[-1]) for at in steps])


def test_what_is_lost_stalls_or_grows_is_told() -> None:
    account = hour(2 * GROWTH)
    account.done.update(like=3, upload=1)
    account.failed["download"] = 2
    found = wrong(account, {"like": 2, "upload": 1}, ["engine-hung late 0 lost 0"])
    assert len(found) == 4
    assert any("3 of like were answered and 2 are in the ledger" in one for one in found)
    assert 0 < growth(hour(GROWTH)) < GROWTH
    assert wrong(hour(GROWTH), {}, ["ledger-slow late 2 lost 0"]) == []
    assert (
        len(wrong(hour(GROWTH), {}, ["ledger-slow late 2 lost 1", "ledger-full late 0 lost 0"]))
        == 2
    )
