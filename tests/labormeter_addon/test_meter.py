"""What is kept of which request; the whole way is in test_engine."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from mitmproxy.test import tflow, tutils
from mitmproxy.websocket import WebSocketMessage
from tests.labormeter_addon.conftest import SITE
from tests.labormeter_addon.test_strays import _packs
from wsproto.frame_protocol import Opcode

from labormeter_addon.meter import KEY, LARGE, SMALL, Metering, methods
from labormeter_addon.preflight import BAD
from labormeter_addon.standing import Standing
from labormeter_addon.tap import Tap

if TYPE_CHECKING:
    from mitmproxy.http import HTTPFlow, Response

    from labormeter.model import Exchange
    from labormeter_addon.challenge import Challenges
    from labormeter_addon.writer import Writer


class Desk:
    """Takes what the addon hands on."""

    def __init__(self) -> None:
        self.put_in: list[Exchange] = []
        self.committed: list[Exchange] = []
        self.challenged: list[str] = []
        self.faults: list[str] = []

    def put(self, exchange: Exchange) -> None:
        self.put_in.append(exchange)

    async def commit(self, exchange: Exchange) -> None:
        self.committed.append(exchange)

    def seen(self, host: str) -> None:
        self.challenged.append(host)


def _addon() -> tuple[Metering, Desk, Standing]:
    desk = Desk()
    standing = Standing({SITE: "sample"})
    writer: Writer = desk  # type: ignore[assignment]  # no more is asked of it
    challenges: Challenges = desk  # type: ignore[assignment]  # nor of this
    note = lambda place, bug: desk.faults.append(f"{place} {type(bug).__name__}")  # noqa: E731
    return Metering(_packs(), standing, writer, challenges, note), desk, standing


def _flow(method: str, path: str, host: str = SITE, **headers: str) -> HTTPFlow:
    fields = tuple(
        (name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()
    )
    request = tutils.treq(
        method=method.encode(),
        path=path.encode(),
        host=host,
        authority=b"",
        headers=tutils.treq().headers.__class__(fields),
    )
    return tflow.tflow(req=request)


def _answered(flow: HTTPFlow) -> Response:
    flow.response = tutils.tresp()
    return flow.response


def test_reads_nothing_of_what_no_rule_names() -> None:
    addon, desk, standing = _addon()
    for method, path in (("GET", "/"), ("GET", "/api/like"), ("POST", "/api/feed")):
        flow = _flow(method, path, content_length="10")
        addon.requestheaders(flow)
        _answered(flow)
        addon.responseheaders(flow)
        assert addon.response(flow) is None
        assert flow.metadata == {}
        assert not flow.request.stream
    assert standing.traffic["sample"] > 0
    assert (desk.put_in, desk.committed, desk.faults) == ([], [], [])


def test_streams_what_is_large_or_of_no_known_size() -> None:
    addon, _, _ = _addon()
    for length, streamed in (
        ({}, True),
        ({"content_length": str(SMALL + 1)}, True),
        ({"content_length": "9"}, False),
    ):
        flow = _flow("POST", "/api/feed", **length)
        addon.requestheaders(flow)
        assert bool(flow.request.stream) is streamed
        answer = _answered(flow)
        answer.headers.clear()
        for name, value in length.items():
            answer.headers[name.replace("_", "-")] = value
        addon.responseheaders(flow)
        assert bool(answer.stream) is streamed


def test_watches_what_a_rule_names_and_waits_for_the_commit() -> None:
    addon, desk, _ = _addon()
    flow = _flow("POST", "/api/like", content_type="application/json", cookie="a=b")
    addon.requestheaders(flow)
    assert isinstance(flow.request.stream, Tap)
    assert flow.request.stream(b'{"post": "1"}') == b'{"post": "1"}'
    answer = _answered(flow)
    answer.stream = True
    answer.headers["content-length"] = str(LARGE)
    addon.responseheaders(flow)
    assert answer.stream is False
    waiting = addon.response(flow)
    assert waiting is not None
    asyncio.run(waiting)  # type: ignore[arg-type]  # a coroutine, as mitmproxy awaits it
    assert [one.request.body for one in desk.committed] == [b'{"post": "1"}']
    assert flow.metadata == {}


@pytest.mark.parametrize(
    ("name", "value"), [("content-length", str(LARGE + 1)), ("content-type", "text/event-stream")]
)
def test_lets_go_of_answers_that_are_too_large_or_never_end(name: str, value: str) -> None:
    addon, _, _ = _addon()
    flow = _flow("POST", "/api/like")
    addon.requestheaders(flow)
    answer = _answered(flow)
    answer.headers[name] = value
    addon.responseheaders(flow)
    assert answer.stream is True


def test_matches_nothing_from_the_moment_the_mode_changes() -> None:
    addon, desk, standing = _addon()
    begun = _flow("POST", "/api/like")
    addon.requestheaders(begun)
    standing.mode = "private"
    answer = _answered(begun)
    addon.responseheaders(begun)
    assert answer.stream is True
    assert addon.response(begun) is None
    later = _flow("POST", "/api/like")
    addon.requestheaders(later)
    assert later.request.stream is True
    assert later.metadata == {}
    addon.error(later)
    assert (desk.committed, desk.put_in) == ([], [])


def test_what_is_never_answered_is_handed_on_as_such() -> None:
    addon, desk, standing = _addon()
    flow = _flow("POST", "/api/like")
    addon.requestheaders(flow)
    flow.error = tflow.terr("connection closed")
    addon.error(flow)
    assert [one.response for one in desk.put_in] == [None]
    sloppy = _flow("GET", "/")
    sloppy.error = tflow.terr(
        "Received x from server, refusing to prevent request smuggling attacks."
    )
    addon.error(sloppy)
    assert not standing.opens(SITE)


def test_a_server_that_cannot_be_verified_any_more_is_passed_through_but_not_for_long() -> None:
    addon, _, standing = _addon()
    told: list[tuple[str, str, float]] = []
    standing.tell = lambda *words: told.append(words)
    for said, passed in (("connection closed", True), ("Certificate verify failed: x", False)):
        flow = _flow("GET", "/")
        flow.error = tflow.terr(said)
        addon.error(flow)
        assert standing.opens(SITE) is passed
    assert told == [("sample", "untrusted", BAD)]


def test_requests_for_another_host_on_the_same_connection_are_not_read() -> None:
    addon, _, _ = _addon()
    flow = _flow("POST", "/api/like", host=SITE)
    flow.request.headers["host"] = "bank.example"
    addon.requestheaders(flow)
    assert flow.metadata == {}


def test_unknown_writes_are_told_by_their_head_alone() -> None:
    addon, desk, _ = _addon()
    flow = _flow("POST", "/new/thing", content_length="5")
    addon.requestheaders(flow)
    assert not callable(flow.request.stream)
    _answered(flow)
    addon.responseheaders(flow)
    assert addon.response(flow) is None
    (told,) = desk.put_in
    assert told.request.body is None
    assert told.response is not None
    assert told.response.body is None


def test_bot_checks_are_counted() -> None:
    addon, desk, _ = _addon()
    flow = _flow("GET", "/")
    answer = _answered(flow)
    answer.status_code = 403
    answer.headers["cf-mitigated"] = "challenge"
    addon.responseheaders(flow)
    assert desk.challenged == [SITE]


def test_looks_at_frames_of_the_client_where_a_rule_asks_and_keeps_none() -> None:
    addon, desk, standing = _addon()
    flow = tflow.twebsocketflow()
    flow.request = _flow("GET", "/chat").request
    assert flow.websocket is not None
    flow.websocket.messages.clear()
    addon.websocket_start(flow)

    def frame(text: bytes, *, mine: bool, kind: Opcode = Opcode.TEXT) -> None:
        assert flow.websocket is not None
        flow.websocket.messages.append(WebSocketMessage(kind, mine, text))
        addon.websocket_message(flow)
        assert len(flow.websocket.messages) == 1

    frame(b'{"say": "hi"}', mine=True)
    frame(b'{"say": "not me"}', mine=False)
    frame(b"binary", mine=True, kind=Opcode.BINARY)
    standing.mode = "private"
    frame(b'{"say": "quietly"}', mine=True)
    assert [one.request.body for one in desk.put_in] == [b'{"say": "hi"}']
    assert flow.metadata[KEY]


def test_frames_of_other_sockets_are_trimmed_as_well() -> None:
    addon, desk, _ = _addon()
    flow = tflow.twebsocketflow()
    flow.request = _flow("GET", "/notifications").request
    addon.websocket_start(flow)
    addon.websocket_message(flow)
    assert flow.websocket is not None
    assert len(flow.websocket.messages) == 1
    assert desk.put_in == []


def test_a_failure_is_told_by_type_and_the_flow_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    addon, desk, _ = _addon()

    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(addon._packs, "need", fail)
    addon.requestheaders(_flow("POST", "/api/like"))
    assert desk.faults == ["requestheaders RecursionError"]


def test_knows_the_methods_of_every_host() -> None:
    found = methods(_packs())
    assert found[SITE] == {b"POST", b"PUT", b"PATCH", b"DELETE", b"SEND"}
