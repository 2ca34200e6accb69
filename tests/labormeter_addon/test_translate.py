"""Flows to exchanges."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mitmproxy.http import HTTPFlow
from mitmproxy.test import tflow, tutils

from labormeter_addon import translate
from labormeter_addon.tap import Tap


def _flow(**request: object) -> HTTPFlow:
    usual: dict[str, object] = {"host": "x.com", "authority": b"", "headers": tutils.treq().headers}
    return tflow.tflow(req=tutils.treq(**(usual | request)), resp=True)


def test_reads_the_head() -> None:
    flow = _flow(method=b"post", host="X.com", path=b"/a%2Fb/%C3%A9?q=1&q=%20&z")
    flow.request.headers["Cookie"] = "a=b"
    head = translate.head(flow)
    assert (head.method, head.host, head.path) == ("POST", "x.com", "/a/b/é")
    assert head.query == (("q", "1"), ("q", " "), ("z", ""))
    assert head.header("cookie") == "a=b"
    assert head.header("none") == ""


@given(st.binary(max_size=200), st.lists(st.tuples(st.binary(max_size=9), st.binary(max_size=9))))
def test_never_raises_on_what_a_client_may_send(
    path: bytes, fields: list[tuple[bytes, bytes]]
) -> None:
    flow = _flow(path=path)
    flow.request.headers.fields = tuple(fields)
    head = translate.head(flow)
    translate.astray(flow, head)
    translate.length(flow.request.headers.fields)
    assert translate.exchange(flow, head, None).request.body is None


@pytest.mark.parametrize(
    ("authority", "host", "astray"),
    [
        (b"", "x.com", False),
        (b"", "X.com:443", False),
        (b"x.com", "", False),
        (b"x.com.", "", False),
        (b"bank.example", "x.com", True),
        (b"", "bank.example", True),
        (b"x.com:444", "", True),
    ],
)
def test_tells_requests_for_another_host(authority: bytes, host: str, astray: bool) -> None:  # noqa: FBT001 - a table
    flow = _flow(authority=authority)
    flow.request.headers.clear()
    if host:
        flow.request.headers["host"] = host
    assert translate.astray(flow, translate.head(flow)) is astray


@pytest.mark.parametrize(
    ("fields", "length"),
    [
        (((b"Content-Length", b"12"),), 12),
        (((b"content-length", b"-1"),), None),
        (((b"content-length", b"1, 1"),), None),
        ((), None),
    ],
)
def test_reads_a_declared_length(
    fields: tuple[tuple[bytes, bytes], ...], length: int | None
) -> None:
    assert translate.length(fields) == length


def test_gives_body_uploads_and_answer() -> None:
    flow = _flow()
    flow.request.headers["content-encoding"] = "gzip"
    tap = Tap("image/png", files=True, trouble=lambda _: None)
    tap(gzip.compress(b"pixels"))
    assert flow.response is not None
    flow.response.headers["content-encoding"] = "gzip"
    flow.response.data.content = gzip.compress(b"thanks")
    found = translate.exchange(flow, translate.head(flow), tap)
    assert (found.request.body, found.request.truncated) == (b"pixels", False)
    assert len(found.uploads) == 1
    assert found.response is not None
    assert (found.response.status, found.response.body) == (200, b"thanks")
    assert found.finished_at >= found.started_at > 0


def test_reads_what_a_client_says_it_packed_and_did_not() -> None:
    flow = _flow()
    flow.request.headers["content-encoding"] = "gzip"
    tap = Tap("application/json", files=False, trouble=lambda _: None)
    tap(b'{"target": {"videoId": "synthetic"}}')
    sent = translate.exchange(flow, translate.head(flow), tap).request
    assert (sent.body, sent.truncated) == (b'{"target": {"videoId": "synthetic"}}', False)
    flow.request.timestamp_end = None  # cut short: who knows what it was
    sent = translate.exchange(flow, translate.head(flow), tap).request
    assert (sent.body, sent.truncated) == (None, True)


def test_says_where_something_is_missing() -> None:
    flow = _flow()
    flow.request.timestamp_end = None
    tap = Tap("", files=False, trouble=lambda _: None)
    found = translate.exchange(flow, translate.head(flow), tap)
    assert found.request.truncated
    assert flow.response is not None
    flow.response.stream = True
    answer = translate.exchange(flow, translate.head(flow), tap).response
    assert answer is not None
    assert (answer.body, answer.truncated) == (None, True)
    head_only = translate.exchange(flow, translate.head(flow), None, answer=False).response
    assert head_only is not None
    assert (head_only.body, head_only.truncated) == (None, False)
    flow.response = None
    assert translate.exchange(flow, translate.head(flow), tap).response is None


@pytest.mark.parametrize(
    ("status", "headers", "challenged"),
    [
        (403, {"cf-mitigated": "challenge"}, True),
        (403, {"x-datadome": "protected"}, True),
        (429, {"X-DD-B": "1"}, True),
        (302, {"location": "https://www.google.com/sorry/index?continue=x"}, True),
        (302, {"location": "https://x.com/captcha/start"}, True),
        (302, {"location": "https://x.com/home?from=captcha"}, False),
        (403, {}, False),
        (503, {"cf-ray": "1"}, False),
    ],
)
def test_knows_a_bot_check(status: int, headers: dict[str, str], challenged: bool) -> None:  # noqa: FBT001 - a table
    flow = _flow()
    assert flow.response is not None
    flow.response.status_code = status
    for name, value in headers.items():
        flow.response.headers[name] = value
    assert translate.challenges(flow) is challenged


def test_a_frame_is_an_exchange_of_its_own() -> None:
    flow = _flow(path=b"/chat")
    found = translate.frame(flow, translate.head(flow), b"{}")
    assert (found.request.method, found.request.path) == ("SEND", "/chat")
    assert found.request.body == b"{}"
    assert found.response is None
    assert found.client == translate.client(flow) > 0


def test_event_streams_are_known() -> None:
    assert translate.streams(((b"Content-Type", b"text/event-stream; charset=utf-8"),))
    assert not translate.streams(((b"content-type", b"text/html"),))
