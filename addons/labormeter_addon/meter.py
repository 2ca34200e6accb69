"""The metering addon: what rules need is kept while it passes, and counted before it is answered.

requestheaders    decide, on the head alone, what is kept; nothing for most requests
responseheaders   hold back what is to be judged; let everything large or open-ended stream
response          let it go when its act is on the disk, or after half a second
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.rules.index import Need
from labormeter_addon import translate
from labormeter_addon.guard import hook
from labormeter_addon.preflight import BAD
from labormeter_addon.strays import Strays
from labormeter_addon.tap import Tap

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mitmproxy import http

    from labormeter.rules.index import Packs
    from labormeter_addon.challenge import Challenges
    from labormeter_addon.lesson import Lesson
    from labormeter_addon.standing import Standing
    from labormeter_addon.translate import Head
    from labormeter_addon.writer import Writer

SMALL: Final = 256 * 1024
"""Bytes up to which a body that no rule needs passes as mitmproxy passes it, in one piece."""
LARGE: Final = 8 * 1024 * 1024
"""Bytes up to which the answer to a request that a rule needs is held back."""
KEY: Final = "labormeter"
"""Where a flow's own notes hang while it lives."""
SUSPECT: Final = frozenset({301, 302, 303, 307, 403, 429, 503})
"""Statuses under which a bot check hides."""


@dataclass(slots=True)
class Watch:
    """One flow that a rule may count."""

    head: Head
    need: Need | None
    """None for a write that no rule knows: only a notice may come of it."""
    tap: Tap | None
    lesson: bool = False
    """Somebody teaches, and wants its shape."""


class Metering:
    """Watches the requests that rules name, and hands them to the writer."""

    name = "labormeter_metering"

    def __init__(
        self,
        packs: Packs,
        standing: Standing,
        writer: Writer,
        challenges: Challenges,
        note: Callable[[str, Exception], None],
        *,
        lesson: Lesson | None = None,
    ) -> None:
        self._lesson = lesson
        self._packs = packs
        self._strays = Strays(packs)
        self._methods = methods(packs)
        self._standing = standing
        self._writer = writer
        self._challenges = challenges
        self.trouble = note

    @hook
    def requestheaders(self, flow: http.HTTPFlow) -> None:
        """Decide what of this exchange is kept."""
        data = flow.request.data
        standing = self._standing
        platform = standing.platforms.get(data.host)
        if flow.response is not None or flow.error is not None:
            return
        if standing.mode != "on" or platform is None:
            flow.request.stream = True
            return
        standing.traffic[platform] = data.timestamp_start
        watch = self._watch(flow) if data.method in self._methods[data.host] else None
        if watch is not None:
            flow.metadata[KEY] = watch
        if watch is not None and watch.tap is not None:
            flow.request.stream = watch.tap
        elif data.method not in _BARE:
            size = translate.length(data.headers.fields)
            flow.request.stream = size is None or size > SMALL

    def _watch(self, flow: http.HTTPFlow) -> Watch | None:
        head = translate.head(flow)
        need = self._packs.need(head.method, head.host, head.path, head.query, head.headers)
        lesson = self._lesson is not None and self._lesson.wants(head)
        if lesson and not translate.astray(flow, head):
            need = Need(body=True, response=True) | (need or Need())
        elif need is None:
            return Watch(head, None, None) if self._strays.new(head) else None
        if translate.astray(flow, head):
            return None
        tap = None
        if need.body or need.files:
            kind = head.header("content-type")
            tap = Tap(kind, files="" in need.files, trouble=lambda bug: self.trouble("tap", bug))
        return Watch(head, need, tap, lesson)

    @hook
    def responseheaders(self, flow: http.HTTPFlow) -> None:
        """Hold the answer back where a rule must judge it; stream what is large or open-ended."""
        response = flow.response
        assert response is not None  # noqa: S101 - mitmproxy calls this with one
        if response.status_code in SUSPECT and translate.challenges(flow):
            self._challenges.seen(flow.request.data.host)
        fields = response.data.headers.fields
        size = translate.length(fields)
        watch = flow.metadata.get(KEY) if flow.metadata else None
        if self._standing.mode != "on":
            response.stream = True
        elif watch is None or watch.need is None:
            response.stream = size is None or size > SMALL
        else:
            # Also where the head alone is judged: the browser must not see it before the commit.
            response.stream = translate.streams(fields) or (size is not None and size > LARGE)

    @hook
    def response(self, flow: http.HTTPFlow) -> Awaitable[None] | None:
        """Let the answer go once what it says is on the disk."""
        watch = flow.metadata.pop(KEY, None) if flow.metadata else None
        if watch is None or self._standing.mode != "on":
            return None
        found = translate.exchange(flow, watch.head, watch.tap, answer=watch.need is not None)
        if watch.need is None:
            self._writer.put(found)
            return None
        if watch.lesson and self._lesson is not None:
            teach = self._lesson.take
            self._writer.aside(lambda _: teach(found))
        return self._writer.commit(found)

    @hook
    def error(self, flow: http.HTTPFlow) -> None:
        """Hand on what was never answered: a retry of it is no second act."""
        watch = flow.metadata.pop(KEY, None) if flow.metadata else None
        if watch is not None and watch.need is not None and self._standing.mode == "on":
            self._writer.put(translate.exchange(flow, watch.head, watch.tap))
        if flow.error is not None:
            self._step_aside(flow.request.host.lower(), flow.error.msg)

    def _step_aside(self, host: str, said: str) -> None:
        """Pass a host through where the way to it is none that the engine can go."""
        if _SLOPPY in said:
            self._standing.passes(host, "sloppy")
        elif _UNTRUSTED in said:
            # The preflight saw another certificate: the network is another one since, or a portal's.
            self._standing.passes(host, "untrusted", seconds=BAD)

    @hook
    def websocket_start(self, flow: http.HTTPFlow) -> None:
        """Decide on its first request whether a websocket's frames are looked at."""
        head = translate.head(flow)
        need = self._packs.need("SEND", head.host, head.path, head.query, head.headers)
        if need is not None and not translate.astray(flow, head):
            flow.metadata[KEY] = Watch(head, need, None)

    @hook
    def websocket_message(self, flow: http.HTTPFlow) -> None:
        """Look at a frame that the client sent where a rule asks for it, and keep none."""
        socket = flow.websocket
        assert socket is not None  # noqa: S101 - mitmproxy calls this with one
        message = socket.messages[-1]
        # mitmproxy keeps every message for the life of the socket; nobody reads them again.
        del socket.messages[:-1]
        watch = flow.metadata.get(KEY)
        if watch is None or not (message.from_client and message.is_text):
            return
        if self._standing.mode == "on":
            self._writer.put(translate.frame(flow, watch.head, message.content))


_BARE: Final = frozenset({b"GET", b"HEAD", b"OPTIONS"})
"""Methods that come without a body."""
_SLOPPY: Final = "request smuggling"
"""What mitmproxy says of headers that it will not pass on."""
_UNTRUSTED: Final = "Certificate verify failed"
"""What it says of a server whose certificate it cannot verify."""


WRITES: Final = frozenset({b"POST", b"PUT", b"PATCH", b"DELETE"})


def methods(packs: Packs) -> dict[str, frozenset[bytes]]:
    """Return, for every host, writes and what rules there name: the first thing looked at."""
    found: dict[str, set[bytes]] = {host: set() for host in packs.every_host}
    for pack in packs.platforms:
        for surface in (*pack.surfaces, *(rule.surface for rule in pack.rules)):
            for host in surface.hosts or packs.hosts(pack.platform):
                found.setdefault(host, set()).update(one.encode() for one in surface.methods)
    return {host: frozenset(some) | WRITES for host, some in found.items()}
