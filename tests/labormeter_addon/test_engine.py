"""The way of one act, with real processes: door, engine, mitmproxy, ledger."""

from __future__ import annotations

import gzip
import http.client
import json
import os
import signal
import sqlite3
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks._origin import certify
from tests.labormeter_addon.conftest import DONE, SITE, Seen, until

from labormeter import settings
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter.rules import load
from labormeter_addon.engine import owners

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.labormeter_addon.conftest import Browser, Origin, Running, Start

    from labormeter.ledger.control import Verb

    type Open = Callable[..., Browser]

LIKED = ("sample", "like", "do")
RESUMED = 2.0
"""Seconds after which metering goes on once there is an engine that works."""


def test_counts_a_like_before_it_is_answered(start: Start, browser: Open, origin: Origin) -> None:
    meter = start()
    client = browser(meter)
    assert client.like() == (200, DONE)
    assert meter.acts() == [LIKED]
    assert client.issuer() == "labormeter on this computer"
    assert origin.seen[0].host == "social.example"
    assert origin.seen[0].body == json.dumps({"post": "1"}).encode()
    assert meter.stop() == 0
    assert [span.ended_at is None for span in meter.spans("shift")] == [False]


def test_counts_only_what_the_platform_takes(start: Start, browser: Open, origin: Origin) -> None:
    meter = start()
    client = browser(meter)
    origin.answer = lambda _: (200, {}, json.dumps({"liked": False}).encode())
    client.like()
    origin.answer = lambda _: (500, {}, DONE)
    client.like("2")
    client.ask("GET", "/api/like")
    client.ask("POST", "/api/feed", b"{}", content_type="application/json")
    assert meter.acts() == []


def test_reads_compressed_answers_and_requests(start: Start, browser: Open, origin: Origin) -> None:
    meter = start()
    client = browser(meter)
    packed = gzip.compress(DONE)
    origin.answer = lambda _: (200, {"content-encoding": "gzip"}, packed)
    body = gzip.compress(b'{"post": "7"}')
    status, answer = client.ask("POST", "/api/like", body, content_encoding="gzip")
    assert (status, answer) == (200, packed)
    assert origin.seen[-1].body == body
    assert meter.acts() == [LIKED]


def test_peeks_at_an_upload_and_passes_it_on_untouched(
    start: Start, browser: Open, origin: Origin
) -> None:
    meter = start()
    client = browser(meter)
    origin.answer = lambda _: (200, {}, b'{"id": "9"}')
    picture = os.urandom(3_000_000)
    body = (
        b'--b\r\nContent-Disposition: form-data; name="picture"; filename="p.jpg"\r\n'
        b"Content-Type: image/jpeg\r\n\r\n" + picture + b"\r\n--b\r\n"
        b'Content-Disposition: form-data; name="album"\r\n\r\nsummer\r\n--b--\r\n'
    )
    client.ask("POST", "/api/photo", body, content_type="multipart/form-data; boundary=b")
    assert origin.seen[-1].body == body
    assert meter.acts() == [("sample", "upload", "do")]


def test_other_hosts_pass_still_encrypted(start: Start, browser: Open, origin: Origin) -> None:
    meter = start(opened=True)
    client = browser(meter, "bank.example", origin.authority)
    assert client.ask("GET", "/account") == (200, b"/account")
    assert client.issuer() == "origin"
    assert meter.acts() == []


def test_an_untrusted_upstream_is_passed_through(
    start: Start, browser: Open, origin: Origin, tmp_path: Path
) -> None:
    meter = start(bundle=_other_bundle(tmp_path))
    client = browser(meter, trust=origin.authority)
    assert client.like()[0] == 200
    assert client.issuer() == "origin"
    assert meter.acts() == []


def _other_bundle(folder: Path) -> Path:
    return certify(folder / "other", [SITE])


def test_insecure_holds_for_the_preflight_too(
    start: Start, browser: Open, origin: Origin, tmp_path: Path
) -> None:
    meter = start("--set", "ssl_insecure=true", bundle=_other_bundle(tmp_path))
    assert browser(meter).like()[0] == 200
    assert meter.acts() == [LIKED]
    assert origin.seen


def test_a_local_upstream_is_refused_unless_a_test_asks_for_it(
    start: Start, browser: Open, origin: Origin
) -> None:
    meter = start(private=False)
    with pytest.raises(OSError, match=r"403|502|EOF|reset|closed|abort"):
        browser(meter).like()
    assert origin.seen == []


def test_a_client_that_does_not_take_our_certificate_is_passed_through(
    start: Start, browser: Open, origin: Origin
) -> None:
    meter = start()
    with pytest.raises(OSError, match="CERTIFICATE_VERIFY_FAILED"):
        browser(meter, trust=origin.authority).like()
    again = browser(meter, trust=origin.authority)
    assert again.like()[0] == 200
    assert again.issuer() == "origin"


def test_an_engine_that_is_killed_is_replaced_and_the_gap_recorded(
    start: Start, browser: Open
) -> None:
    began = time.monotonic()
    meter = start()
    cost = time.monotonic() - began  # of a start of door and engine, here and now
    browser(meter).like("1")
    old = meter.engine()
    began = time.monotonic()
    os.kill(old, signal.SIGKILL)
    assert until(lambda: meter.engine() not in (0, old))
    assert until(lambda: meter.spans("gap"))
    assert until(lambda: _counts(meter, browser))
    assert time.monotonic() - began < cost + RESUMED
    gap = until(lambda: [span for span in meter.spans("gap") if span.ended_at])
    assert [span.reason for span in gap] == ["engine-ended"]


def _counts(meter: Running, browser: Open) -> bool:
    before = len(meter.acts())
    try:
        browser(meter).like(str(time.time()))
    except OSError:
        return False
    return len(meter.acts()) == before + 1


def test_a_locked_ledger_delays_an_answer_by_half_a_second_and_loses_nothing(
    start: Start, browser: Open
) -> None:
    meter = start()
    client = browser(meter)
    client.like("1")
    lock = sqlite3.connect(meter.home.ledger, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    assert client.like("2")[0] == 200
    took = time.monotonic() - began
    assert 0.4 < took < 1.0
    assert client.ask("GET", "/")[0] == 200
    assert time.monotonic() - began - took < 0.3
    lock.execute("ROLLBACK")
    lock.close()
    assert until(lambda: len(meter.acts()) == 2)
    gap = until(lambda: meter.spans("gap"))
    assert [(span.reason, span.late, span.lost) for span in gap] == [("ledger-busy", 1, 0)]


SLOW = """
import time
from labormeter_addon.pen import LedgerPen

keep = LedgerPen.keep

def slowly(self, taken):
    time.sleep(0.4)
    return keep(self, taken)

LedgerPen.keep = slowly
"""


def test_a_slow_disk_holds_up_its_own_flow_alone(
    start: Start, browser: Open, tmp_path: Path
) -> None:
    (tmp_path / "slow.py").write_text(SLOW)
    meter = start("-s", str(tmp_path / "slow.py"))
    liking, reading = browser(meter), browser(meter)
    liking.like("0")
    took: list[float] = []

    def like() -> None:
        for number in range(1, 6):
            began = time.monotonic()
            liking.like(str(number))
            took.append(time.monotonic() - began)

    beside = threading.Thread(target=like)
    beside.start()
    reads = 0
    while beside.is_alive():
        reading.ask("GET", "/")
        reads += 1
    beside.join()
    assert min(took) > 0.35, "each was committed first"
    assert reads > 10, "and others went on meanwhile"
    assert len(meter.acts()) == 6


def test_going_private_holds_for_a_connection_that_is_open(
    start: Start, browser: Open, origin: Origin
) -> None:
    meter = start()
    ours, theirs = browser(meter), browser(meter, trust=origin.authority)
    ours.like("1")
    with Log.open(meter.home, now=1) as log:
        _ask(meter, log, "private", "private")
        with pytest.raises((OSError, http.client.HTTPException)):
            # The engine matches nothing from now on, and then lets go of the connection.
            until(lambda: ours.like("2")[0] != 200)
        assert theirs.like("3")[0] == 200
        assert theirs.issuer() == "origin"
        assert len(meter.acts()) == 1
        _ask(meter, log, "start", "on")
        # The straight tunnel is closed as it comes to rest, so that metering goes on.
        assert until(theirs.ended, 5)
        assert until(lambda: _counts(meter, browser))
    assert until(lambda: [span for span in meter.spans("private") if span.ended_at])
    assert meter.spans("gap") == []


def _ask(meter: Running, log: Log, verb: Verb, state: str, **more: int) -> None:
    number = log.ask(verb, int(time.time() * 1e6), **more)
    with query.open(meter.home) as ledger:
        assert until(lambda: ledger.answer(number)) == state


def test_private_ends_by_itself_at_the_time_that_was_given(start: Start, browser: Open) -> None:
    meter = start()
    with Log.open(meter.home, now=1) as log:
        _ask(meter, log, "private", "private", until=int(time.time() * 1e6) + 700_000)
    span = until(lambda: [span for span in meter.spans("private") if span.ended_at])
    assert 0.5 < ((span[0].ended_at or 0) - span[0].started_at) / 1e6 < 2
    assert until(lambda: _counts(meter, browser))


def test_a_wish_to_stop_ends_the_meter(start: Start) -> None:
    meter = start()
    with Log.open(meter.home, now=1) as log:
        _ask(meter, log, "stop", "off")
    assert meter.process.wait(10) == 0
    assert [span.ended_at is None for span in meter.spans("shift")] == [False]


def test_a_stopped_engine_costs_two_seconds_and_metering_resumes(
    start: Start, browser: Open, origin: Origin
) -> None:
    meter = start()
    browser(meter).like("1")
    engine = meter.engine()
    os.kill(engine, signal.SIGSTOP)
    began = time.monotonic()
    straight = browser(meter, trust=origin.authority)
    assert straight.like("2")[0] == 200
    assert straight.issuer() == "origin"
    assert time.monotonic() - began < 2
    assert until(lambda: meter.spans("gap"), 5)
    os.kill(engine, signal.SIGCONT)
    began = time.monotonic()
    assert until(lambda: _counts(meter, browser), 3)
    assert time.monotonic() - began < RESUMED
    gap = until(lambda: [span for span in meter.spans("gap") if span.ended_at])
    assert [span.reason for span in gap] == ["engine-hung"]
    assert meter.engine() == engine


def test_an_engine_that_stays_hung_is_replaced(start: Start, browser: Open) -> None:
    meter = start()
    engine = meter.engine()
    os.kill(engine, signal.SIGSTOP)
    assert until(lambda: meter.engine() not in (0, engine))
    assert until(lambda: _counts(meter, browser))
    assert "engine Hung" in (meter.home.log / "meter.log").read_text()


def test_a_platform_that_is_switched_off_is_closed_without_a_restart_of_the_meter(
    start: Start, browser: Open, origin: Origin
) -> None:
    meter = start(opened=True)
    client = browser(meter)
    client.like("1")
    settings.change(meter.home.settings, "off", ["sample"])
    assert until(client.ended)
    assert until(lambda: [span for span in meter.spans("gap") if span.ended_at])
    again = browser(meter, trust=origin.authority)
    assert again.like("2")[0] == 200
    assert again.issuer() == "origin"
    settings.change(meter.home.settings, "off", [])
    assert until(lambda: _counts(meter, browser))
    assert {span.reason for span in meter.spans("gap")} == {"hosts-changed"}


def test_a_meter_that_was_killed_is_accounted_for_by_the_next(start: Start, browser: Open) -> None:
    meter = start()
    browser(meter).like("1")
    engine = meter.engine()
    meter.process.kill()
    meter.process.wait()
    assert until(lambda: not Path(f"/proc/{engine}").exists()), "the engine outlived its door"
    start()
    gap = until(lambda: meter.spans("gap"))
    assert [span.reason for span in gap] == ["stopped-unexpectedly"]
    assert len(meter.acts()) == 1


def test_loads_nothing_heavy(start: Start, tmp_path: Path) -> None:
    spy = tmp_path / "spy.py"
    spy.write_text(
        "import json, pathlib, sys\n"
        "def running():\n"
        f"    pathlib.Path({str(tmp_path / 'modules')!r}).write_text(json.dumps(list(sys.modules)))\n"
    )
    start("-s", str(spy))
    loaded = set(json.loads((tmp_path / "modules").read_text()))
    assert "mitmproxy" in loaded
    assert not loaded & {"pandas", "numpy", "sqlite_utils", "PySide6", "keyring.backends"}


def test_says_nothing_of_what_passed(start: Start, browser: Open, origin: Origin) -> None:
    def reply(_: Seen) -> tuple[int, dict[str, str], bytes]:
        return 200, {"x-canary": "CANARYHEADER"}, DONE

    origin.answer = reply
    meter = start()
    body = json.dumps({"post": "CANARYTARGET", "text": "CANARYTEXT"}).encode()
    client = browser(meter)
    client.ask("POST", "/api/like?q=CANARYQUERY", body, cookie="CANARYCOOKIE")
    client.ask("POST", "/elsewhere/CANARYPATH", body, cookie="CANARYCOOKIE")
    assert until(lambda: meter.rows("SELECT name FROM notices")) == [("/*/*",)]
    assert meter.stop() == 0
    for file in [*meter.home.root.rglob("*"), meter.errors]:
        if file.is_file():
            assert b"CANARY" not in file.read_bytes(), file.name


def test_a_host_that_two_packs_share_stays_with_the_platform_itself() -> None:
    hosts = {"youtube": ["www.youtube.com"], "youtube-watching": ["www.youtube.com"]}
    assert owners(load.shipped().metering(hosts)) == {"www.youtube.com": "youtube"}
    alone = {"youtube-watching": hosts["youtube-watching"]}
    assert owners(load.shipped().metering(alone)) == {"www.youtube.com": "youtube-watching"}
