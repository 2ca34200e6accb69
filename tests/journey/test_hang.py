"""An engine that hangs or dies under a real browser: pages, posts and uploads go on."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from conftest import Running
from standin import Answer, Standin
from straight import SITE, Page, browsing, metering, until

from labormeter.ledger import query
from labormeter.model import Span

pytestmark = pytest.mark.journey

LOOP = """(() => {
  window.log = []; window.on = true; window.n = 0;
  const ask = async (method) => {
    const began = performance.now();
    const body = method == "POST" ? new URLSearchParams({id: "t3_p" + window.n++, dir: "1"}) : null;
    let status = 0;
    try {
      const answer = await fetch(method == "POST" ? "/api/vote" : "/r/all", {method, body, cache: "no-store"});
      await answer.arrayBuffer(); status = answer.status;
    } catch (error) {}
    window.log.push([method, status, performance.now() - began]);
  };
  (async () => { while (window.on) { await ask("POST"); await ask("GET"); await new Promise(r => setTimeout(r, 600)); } })();
  return true;
})()"""
UPLOAD = """(() => {
  window.sent = null;
  const began = performance.now();
  fetch("/upload", {method: "POST", body: new Blob([new Uint8Array(%d)]), cache: "no-store"})
    .then((answer) => answer.status, () => 0)
    .then((status) => { window.sent = [status, performance.now() - began]; });
  return true;
})()"""
SIZE = 4 * 1024 * 1024
RESUMED = 2.0
"""Seconds from the end of a gap to the next act that is counted, on the page that is open."""
OK = 200
DEAD, HUNG = 8.0, 9.0
"""Seconds that a request may take which was under way when its engine died, or hung: one that
says nothing is ended after 6. A new connection costs at most 2 (test_engine)."""


@pytest.fixture
def meter(tmp_path: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    with metering(tmp_path, standin, monkeypatch) as running:
        yield running


def engine(meter: Running) -> psutil.Process:
    return next(iter(psutil.Process(meter.process.pid).children()))


def gaps(meter: Running) -> list[Span]:
    with query.open(meter.home) as ledger:
        return [span for span in ledger.spans() if span.kind == "gap"]


def votes(meter: Running) -> int:
    return sum(act.activity == "like" for act in meter.acts())


def log(page: Page) -> list[tuple[str, int, float]]:
    return [tuple(one) for one in json.loads(page.evaluate("JSON.stringify(window.log)"))]


def serve(standin: Standin) -> None:
    standin.on(SITE, "*", Answer("<title>page</title>"))
    standin.on(SITE, "/api/vote", Answer({}))
    standin.on(SITE, "/upload", Answer({}))


def sent(page: Page) -> tuple[int, float] | None:
    found = json.loads(page.evaluate("JSON.stringify(window.sent)"))
    return None if found is None else (found[0], found[1])


@pytest.mark.parametrize(("family", "dies"), [("chromium", True), ("firefox", False)])
def test_pages_posts_and_uploads_go_on_the_gap_is_drawn_and_metering_resumes(
    family: str, meter: Running, standin: Standin, *, dies: bool
) -> None:
    serve(standin)
    with browsing(family, meter, standin) as page:
        page.navigate(f"https://{SITE}/")
        assert page.evaluate(LOOP)
        assert until(lambda: votes(meter) > 2)
        old = engine(meter)
        old.suspend()  # so that what is sent now is surely under way when it dies
        page.evaluate(UPLOAD % SIZE)
        if dies:
            time.sleep(0.3)
            old.kill()
        assert until(lambda: gaps(meter)), "no gap was drawn"
        assert until(lambda: [span for span in gaps(meter) if span.ended_at], 30)
        ended, counted = time.monotonic(), votes(meter)
        assert until(lambda: votes(meter) > counted, 5)
        assert time.monotonic() - ended < RESUMED
        upload = until(lambda: sent(page), 30)
        page.evaluate("window.on = false")
        time.sleep(1)
        asked = log(page)
    took = max(one[2] for one in asked) / 1000, upload[1] / 1000 if upload else 0
    assert max(took) < (DEAD if dies else HUNG)
    failed = [place for place, one in enumerate(asked) if one[1] != OK]
    assert len(failed) <= 1, "only what was under way may fail: nobody can finish it"
    assert len(asked) - 1 not in failed
    assert [span.reason for span in gaps(meter)] == ["engine-ended" if dies else "engine-hung"]
    arrived = [len(one.body) for one in standin.sent if one.path == "/upload"]
    assert upload is not None
    if family == "chromium":  # it sends again what no answer came to; Firefox says that it failed
        assert (upload[0], arrived) == (OK, [SIZE])
    else:
        assert arrived == [SIZE] * (upload[0] == OK)
