"""Pages, connections and captchas by platform, so that what metering itself brings can be told.

ClientHello   opened or passed through: one connection of its platform
response      a document that loaded: one page; who embeds a captcha's widget
writer        a captcha that was counted: one, of the platform and the state it was asked for in

Names of platforms and whole days only; every five seconds the counts go into the ledger.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit

from labormeter.ledger.faults import NotKeptError
from labormeter.model import Visit
from labormeter_addon.guard import hook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mitmproxy import http, tls

    from labormeter.model import Act
    from labormeter.rules.index import Packs
    from labormeter_addon.standing import Standing
    from labormeter_addon.writer import Pen

type State = Literal["metered", "passed"]
type What = Literal["pages", "connections", "captchas"]

NEAR: Final = 120.0
"""Seconds for which a captcha of which nobody says who asked counts to the platform seen last."""
LASTS: Final = 1800.0
"""Seconds for which a widget stays with the page that embeds it."""
ELSEWHERE: Final = ""
"""A site that is not metered: its captchas are in no comparison."""


class Visits:
    """Counts while metering is on; forgets what it has written down."""

    name = "labormeter_visits"

    def __init__(
        self,
        packs: Packs,
        standing: Standing,
        note: Callable[[str, Exception], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        kinds = {pack.platform: pack.kind for pack in packs.platforms}
        self._vendors = {
            host: pack.counted
            for pack in packs.platforms
            if pack.kind == "captcha"
            for host in packs.hosts(pack.platform)
        }
        self._hosts = {
            host: platform
            for host, platform in standing.platforms.items()
            if kinds.get(platform) not in {"captcha", "practice"}
        }
        self._standing = standing
        self._clock = clock
        self.trouble = note
        self._turn = threading.Lock()
        self._counts: Counter[tuple[str, str, State, What]] = Counter()
        self._states: dict[str, State] = {}
        self._last = (ELSEWHERE, float("-inf"))
        self._asking: dict[str, tuple[str, float]] = {}

    @hook
    def tls_clienthello(self, data: tls.ClientHelloData) -> None:
        """Count a connection; the gate has decided by now whether it is opened."""
        there = data.context.server.address
        platform = self._hosts.get(there[0].lower()) if there else None
        if platform is None or self._standing.mode != "on":
            return
        state: State = "passed" if data.ignore_connection else "metered"
        self._seen(platform, state)
        self._count(platform, state, "connections")

    @hook
    def responseheaders(self, flow: http.HTTPFlow) -> None:
        """Count a page, or learn who embeds a captcha."""
        if self._standing.mode != "on" or flow.response is None:
            return
        host = flow.request.data.host
        platform = self._hosts.get(host)
        if platform is not None:
            if loaded(flow):
                self._seen(platform, "metered")
                self._count(platform, "metered", "pages")
        elif (vendor := self._vendors.get(host)) is not None:
            self._embedded(vendor, flow)

    def solved(self, acts: Iterable[Act]) -> None:
        """Count captchas that are on the disk now. Called by the writer's thread."""
        for act in acts:
            if act.activity != "captcha" or act.effect != "do" or act.source != "wire":
                continue
            platform = self._asked_by(act.platform)
            if platform != ELSEWHERE:
                state = self._states.get(platform, "metered")
                self._count(platform, state, "captchas", act.quantity)

    def write(self, pen: Pen) -> None:
        """Write the counts down. Raises NotKeptError, and then they wait for the next time."""
        with self._turn:
            counts, self._counts = self._counts, Counter()
        if not counts:
            return
        try:
            pen.visits(rows(counts))
        except NotKeptError:
            with self._turn:
                self._counts.update(counts)
            raise

    def _seen(self, platform: str, state: State) -> None:
        self._states[platform] = state
        self._last = (platform, self._clock())

    def _embedded(self, vendor: str, flow: http.HTTPFlow) -> None:
        site = urlsplit(flow.request.headers.get("referer", "")).hostname
        if site and site not in self._vendors:
            self._asking[vendor] = (self._hosts.get(site, ELSEWHERE), self._clock())

    def _asked_by(self, platform: str) -> str:
        """Return the platform on whose account a captcha was solved."""
        if platform in self._hosts.values():
            return platform
        now = self._clock()
        asking, at = self._asking.get(platform, (ELSEWHERE, float("-inf")))
        if now - at <= LASTS:
            return asking
        last, at = self._last
        return last if now - at <= NEAR else ELSEWHERE

    def _count(self, platform: str, state: State, what: What, number: int = 1) -> None:
        day = time.strftime("%Y-%m-%d")
        with self._turn:
            self._counts[day, platform, state, what] += number


def loaded(flow: http.HTTPFlow) -> bool:
    """Return whether an answer is a document that the browser navigated to."""
    status = flow.response.status_code if flow.response else 0
    if flow.request.data.method != b"GET" or not (200 <= status < 300 or status == 304):  # noqa: PLR2004 - HTTP
        return False
    headers = flow.request.headers
    wanted: str | None = headers.get("sec-fetch-dest")
    accepts: str = headers.get("accept", "")
    return wanted == "document" if wanted is not None else "text/html" in accepts


def rows(counts: Counter[tuple[str, str, State, What]]) -> list[Visit]:
    """Return counts as rows, one for each day, platform and state."""
    keys = sorted({key[:3] for key in counts})
    return [
        Visit(
            day=day,
            platform=platform,
            state=state,
            pages=counts[day, platform, state, "pages"],
            connections=counts[day, platform, state, "connections"],
            captchas=counts[day, platform, state, "captchas"],
        )
        for day, platform, state in keys
    ]
