"""Pages, connections and captchas: what counts, on whose account, and that nothing else is kept."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from mitmproxy.test import tflow, tutils
from tests.labormeter_addon.conftest import SITE, until

from labormeter import testing
from labormeter.ledger.faults import NotKeptError
from labormeter.rules import load
from labormeter_addon.standing import Standing
from labormeter_addon.visits import LASTS, NEAR, Visits, loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mitmproxy.http import HTTPFlow
    from tests.labormeter_addon.conftest import Browser, Running, Start

    from labormeter.model import Visit

PACKS = load.shipped()
HOSTS = {
    "x.com": "x",
    "www.reddit.com": "reddit",
    "www.google.com": "recaptcha-google",
    "www.recaptcha.net": "recaptcha",
    "hcaptcha.com": "hcaptcha",
    "practice.labormeter.test": "practice",
}


class Pen:
    """Takes rows, or does not."""

    def __init__(self) -> None:
        self.rows: list[Visit] = []
        self.full = False

    def visits(self, counted: Sequence[Visit]) -> None:
        if self.full:
            raise NotKeptError("full")
        self.rows += counted


class Clock:
    """Says the time it is told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def visits(clock: Clock) -> Visits:
    return Visits(PACKS, Standing(dict(HOSTS)), _raise, clock)


def _raise(_: str, bug: Exception) -> None:
    raise bug


def written(visits: Visits) -> list[tuple[str, str, int, int, int]]:
    pen: Any = Pen()
    visits.write(pen)
    return [(v.platform, v.state, v.pages, v.connections, v.captchas) for v in pen.rows]


def connect(visits: Visits, host: str, *, passed: bool = False) -> None:
    there = SimpleNamespace(server=SimpleNamespace(address=(host, 443)))
    visits.tls_clienthello(SimpleNamespace(context=there, ignore_connection=passed))  # type: ignore[arg-type]  # no more is asked


def get(host: str, status: int = 200, method: str = "GET", **headers: str) -> HTTPFlow:
    fields = tuple((name.replace("_", "-").encode(), v.encode()) for name, v in headers.items())
    request = tutils.treq(
        method=method.encode(),
        host=host,
        path=b"/",
        headers=tutils.treq().headers.__class__(fields),
    )
    return tflow.tflow(req=request, resp=tutils.tresp(status_code=status))


def page(visits: Visits, host: str) -> None:
    visits.responseheaders(get(host, sec_fetch_dest="document"))


def solve(visits: Visits, platform: str = "hcaptcha", quantity: int = 1) -> None:
    visits.solved([testing.act(platform=platform, activity="captcha", quantity=quantity)])


@pytest.mark.parametrize(
    ("flow", "counts"),
    [
        (get("x.com", sec_fetch_dest="document"), True),
        (get("x.com", 304, sec_fetch_dest="document"), True),
        (get("x.com", accept="text/html,*/*"), True),
        (get("x.com", 302, sec_fetch_dest="document"), False),
        (get("x.com", 403, sec_fetch_dest="document"), False),
        (get("x.com", method="POST", sec_fetch_dest="document"), False),
        (get("x.com", sec_fetch_dest="iframe", accept="text/html"), False),
        (get("x.com", sec_fetch_dest="empty", accept="text/html"), False),
        (get("x.com", accept="*/*"), False),
        (get("x.com"), False),
    ],
)
def test_a_page_is_a_document_that_came(flow: HTTPFlow, *, counts: bool) -> None:
    assert loaded(flow) is counts


def test_pages_and_connections_are_counted_by_platform_and_state(visits: Visits) -> None:
    connect(visits, "x.com")
    page(visits, "x.com")
    page(visits, "x.com")
    connect(visits, "X.com", passed=True)
    connect(visits, "www.reddit.com")
    assert written(visits) == [
        ("reddit", "metered", 0, 1, 0),
        ("x", "metered", 2, 1, 0),
        ("x", "passed", 0, 1, 0),
    ]
    assert written(visits) == [], "and then it is forgotten"


@pytest.mark.parametrize("host", ["www.google.com", "hcaptcha.com", "practice.labormeter.test"])
def test_vendors_of_captchas_and_practice_are_no_platform_to_visit(
    visits: Visits, host: str
) -> None:
    connect(visits, host)
    page(visits, host)
    assert written(visits) == []


@pytest.mark.parametrize("mode", ["private", "paused"])
def test_nothing_is_counted_while_nobody_is_to_look(visits: Visits, mode: Any) -> None:
    visits._standing.mode = mode
    connect(visits, "x.com")
    connect(visits, "x.com", passed=True)
    page(visits, "x.com")
    assert written(visits) == []


def test_a_captcha_counts_to_the_page_that_embeds_it_and_the_state_it_is_in(visits: Visits) -> None:
    connect(visits, "x.com")
    visits.responseheaders(get("www.google.com", sec_fetch_dest="iframe", referer="https://x.com/"))
    connect(visits, "www.reddit.com")
    solve(visits, "recaptcha")
    connect(visits, "x.com", passed=True)
    solve(visits, "recaptcha", quantity=2)
    found = {(platform, state): captchas for platform, state, _, _, captchas in written(visits)}
    assert found == {("x", "metered"): 1, ("x", "passed"): 2, ("reddit", "metered"): 0}


def test_a_captcha_of_a_site_that_is_not_metered_counts_to_none(visits: Visits) -> None:
    page(visits, "x.com")
    visits.responseheaders(get("hcaptcha.com", referer="https://shop.example/basket"))
    visits.responseheaders(get("hcaptcha.com", referer="https://hcaptcha.com/frame"))
    solve(visits)
    assert written(visits) == [("x", "metered", 1, 0, 0)]


def test_where_nobody_says_who_asked_it_was_the_platform_seen_last(
    visits: Visits, clock: Clock
) -> None:
    solve(visits)
    connect(visits, "www.reddit.com", passed=True)
    clock.now += NEAR
    solve(visits)
    clock.now += 1
    solve(visits)
    assert written(visits) == [("reddit", "passed", 0, 1, 1)]


def test_a_widget_is_forgotten_in_the_end(visits: Visits, clock: Clock) -> None:
    visits.responseheaders(get("hcaptcha.com", referer="https://x.com/"))
    clock.now += LASTS + 1
    solve(visits)
    assert written(visits) == []


def test_a_platform_s_own_captcha_is_its_own(visits: Visits) -> None:
    page(visits, "www.reddit.com")
    solve(visits, "x")
    assert ("x", "metered", 0, 0, 1) in written(visits)


def test_only_captchas_solved_on_the_wire_count(visits: Visits) -> None:
    page(visits, "x.com")
    visits.solved(
        [
            testing.act(platform="x", activity="like"),
            testing.act(platform="x", activity="captcha", source="har"),
            testing.act(platform="practice", activity="captcha", source="practice"),
        ]
    )
    assert written(visits) == [("x", "metered", 1, 0, 0)]


def test_what_the_ledger_does_not_take_waits(visits: Visits) -> None:
    pen: Any = Pen()
    pen.full = True
    page(visits, "x.com")
    with pytest.raises(NotKeptError):
        visits.write(pen)
    page(visits, "x.com")
    assert written(visits) == [("x", "metered", 2, 0, 0)]


def test_a_running_meter_keeps_pages_and_what_it_passed_through(
    start: Start, browser: Callable[..., Browser]
) -> None:
    running = start()
    client = browser(running)
    secret = "/a-secret-page?with=a-secret-word"
    assert client.ask("GET", secret, accept="text/html", sec_fetch_dest="document")[0] == 200
    assert client.ask("GET", "/script.js", sec_fetch_dest="script")[0] == 200
    client.like()
    assert until(lambda: _rows(running), 15) == [("sample", "metered", 1, 1, 0)]
    assert running.stop() == 0
    assert _rows(running) == [("sample", "metered", 1, 1, 0)]
    kept = b"".join(path.read_bytes() for path in running.home.root.glob("ledger.db*"))
    assert b"a-secret" not in kept


def test_what_was_counted_last_is_kept_when_the_meter_stops(
    start: Start, browser: Callable[..., Browser]
) -> None:
    running = start()
    client = browser(running, SITE)
    assert client.ask("GET", "/", accept="text/html")[0] == 200
    assert running.stop() == 0
    assert _rows(running) == [("sample", "metered", 1, 1, 0)]


def _rows(running: Running) -> list[Any]:
    return running.rows("SELECT platform, state, pages, connections, captchas FROM visits")
