"""Private holds for what is open already: a browser's HTTP/2 connection from before is not matched."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Running
from standin import Answer, Standin
from straight import SITE, Page, browsing, metering, until

from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter_addon.door.listen import RESTING, WAITING

pytestmark = pytest.mark.journey

VOTE = """fetch("/api/vote", {method: "POST", cache: "no-store",
  body: new URLSearchParams({id: "t3_%s", dir: "1"})})
  .then(async (answer) => { await answer.arrayBuffer(); return answer.status; }, () => 0)"""
VOTING = """(async () => {
  const found = [], end = performance.now() + %d;
  while (performance.now() < end) found.push(await eval(window.vote.replace("NUMBER", found.length)));
  return JSON.stringify(found);
})()"""


@pytest.fixture
def meter(tmp_path: Path, standin: Standin, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    with metering(tmp_path, standin, monkeypatch) as running:
        yield running


def vote(page: Page, post: str) -> int:
    status = page.evaluate(VOTE % post)
    assert isinstance(status, int)
    return status


def ask(meter: Running, verb: str, state: str) -> None:
    now = time.time_ns() // 1000
    with Log.open(meter.home, now=now) as log, query.open(meter.home) as ledger:
        asked = log.ask(verb, now)  # type: ignore[arg-type]
        assert until(lambda: ledger.answer(asked)) == state


def test_a_like_on_an_h2_connection_of_before_is_not_counted(
    meter: Running, standin: Standin
) -> None:
    standin.on(SITE, "*", Answer("<title>page</title>"))
    standin.on(SITE, "/api/vote", Answer({}))
    with browsing("chromium", meter, standin) as page:
        page.navigate(f"https://{SITE}/")
        assert vote(page, "before") == 200
        assert len(meter.acts()) == 1
        assert standin.sent[-1].http == "2"
        page.evaluate(f"window.vote = {(VOTE % 'pNUMBER')!r}")
        ask(meter, "private", "private")
        # At once, on the connection that is open, and on until the engine has let go of it.
        before = len(standin.sent)
        found = page.evaluate(VOTING % 6000)
        assert found.count("200") > 10
        arrived = [one for one in standin.sent[before:] if one.path == "/api/vote"]
        assert len(arrived) > 10
        assert {one.http for one in arrived} == {"2"}
        assert len(meter.acts()) == 1, "private time was counted"
        ask(meter, "start", "on")
        # The straight tunnel comes to rest and is closed; one whose last word was the browser's
        # (h2 has such words of its own) is given `WAITING` seconds for an answer.
        end = time.monotonic() + 2 * WAITING
        while len(meter.acts()) < 2 and time.monotonic() < end:
            time.sleep(2 * RESTING)
            assert vote(page, "after") == 200
        assert until(lambda: len(meter.acts()) == 2)
