"""One entry: what browsers leave out, add and write differently."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from labormeter.archives.entry import exchanges_of
from labormeter.model import Exchange
from labormeter.rules.view import Half


def entry(
    request: dict[str, Any] | None = None, response: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    return {
        "startedDateTime": "2026-06-01T14:00:00.250+02:00",
        "time": 120.5,
        "request": {
            "method": "post",
            "url": "https://WWW.Site.example:443/a%20b/c?x=1&x=2&y=#part",
            "headers": [{"name": ":authority", "value": "x"}, {"name": "X-Name", "value": "v"}],
            **(request or {}),
        },
        "response": {"status": 201, "headers": [], "content": {}, **(response or {})},
        **more,
    }


def one(**changes: Any) -> Exchange:
    (found,) = exchanges_of(entry(**changes))
    return found


def test_reads_method_host_path_query_and_headers() -> None:
    request = one().request
    assert (request.method, request.host, request.path) == ("POST", "www.site.example", "/a b/c")
    assert request.query == (("x", "1"), ("x", "2"), ("y", ""))
    assert request.headers == (("x-name", "v"),)


def test_reads_when_it_was_and_how_far_from_greenwich() -> None:
    found = one()
    assert found.started_at == 1_780_315_200_250_000
    assert found.finished_at - found.started_at == 120_500
    assert found.utc_offset == 120


@pytest.mark.parametrize("time", [None, -1, "x", 1e300, True])
def test_a_duration_that_is_none_lasts_nothing_or_a_day(time: object) -> None:
    (found,) = exchanges_of({**entry(), "time": time})
    assert 0 <= found.finished_at - found.started_at <= 86_400_000_000


def test_a_body_is_text_or_base64() -> None:
    assert one(request={"postData": {"text": "é"}}).request.body == "é".encode()
    binary = {"text": base64.b64encode(b"\x00\xff").decode(), "encoding": "base64"}
    assert one(request={"postData": binary}).request.body == b"\x00\xff"
    answer = one(response={"content": {"size": 2, **binary}}).response
    assert answer is not None
    assert answer.body == b"\x00\xff"


def test_fields_without_a_text_are_put_together() -> None:
    post = {
        "mimeType": "application/x-www-form-urlencoded",
        "params": [{"name": "a b", "value": "1&2"}, {"name": "c", "value": "\ud800"}],
    }
    request = one(request={"postData": post}).request
    assert request.body is not None
    assert request.body.startswith(b"a+b=1%262")
    assert Half(request).form("a b") == ["1&2"]


def test_a_multipart_form_is_put_together_and_its_files_are_uploads() -> None:
    post = {
        "mimeType": "multipart/form-data; boundary=XX",
        "params": [
            {"name": "text", "value": "hello"},
            {"name": "photo", "fileName": "IMG_1.jpg", "contentType": "image/jpeg", "value": "abc"},
            {"name": "film", "fileName": "f.mp4"},
        ],
    }
    found = one(request={"postData": post})
    assert Half(found.request).form("text") == ["hello"]
    assert Half(found.request).form("photo") == []
    assert b"IMG_1" not in (found.request.body or b"")
    assert [(each.part, each.media_type, each.window.size) for each in found.uploads] == [
        ("photo", "image/jpeg", 3),
        ("film", "", 0),
    ]


def test_a_multipart_form_without_its_boundary_gets_one() -> None:
    post = {"mimeType": "multipart/form-data", "params": [{"name": "a", "value": "1"}]}
    assert Half(one(request={"postData": post}).request).form("a") == ["1"]


def test_a_raw_body_may_be_an_upload() -> None:
    post = {"mimeType": "image/jpeg", "text": "abc"}
    (upload,) = one(request={"postData": post}).uploads
    assert (upload.part, upload.media_type, upload.window.head) == ("", "image/jpeg", b"abc")


def test_what_was_not_recorded_is_missing_and_not_empty() -> None:
    answer = one(response={"content": {"size": 9}}).response
    assert answer is not None
    assert (answer.body, answer.truncated) == (None, True)
    empty = one(response={"content": {"size": 0}}).response
    assert empty is not None
    assert (empty.body, empty.truncated) == (b"", False)
    assert one(request={"bodySize": 10}).request.body is None
    assert one(request={"bodySize": 0}).request.body == b""


@pytest.mark.parametrize("status", [0, None, "200", 99, 1000, -1])
def test_no_answer_is_no_answer(status: object) -> None:
    assert one(response={"status": status}).response is None


def test_cookies_that_are_listed_are_sent() -> None:
    cookies = [{"name": "a", "value": "1"}, {"name": "b", "value": "2"}]
    assert Half(one(request={"cookies": cookies}).request).cookie("b") == ["2"]


@pytest.mark.parametrize(
    "changes",
    [
        {"_fromCache": "disk"},
        {"startedDateTime": "yesterday"},
        {"startedDateTime": "0001-01-01T00:00:00Z"},
        {"request": {"url": "https://[bad"}},
        {"request": {"url": "data:text/plain,x"}},
        {"request": {"url": "chrome-extension://abc/x"}},
        {"request": {"method": ""}},
    ],
)
def test_what_never_left_the_browser_is_nothing(changes: dict[str, Any]) -> None:
    given = entry()
    request = {**given["request"], **changes.pop("request", {})}
    assert list(exchanges_of({**given, "request": request, **changes})) == []


def test_frames_that_were_sent_are_exchanges_of_their_own() -> None:
    messages = [
        {"type": "send", "time": 1_780_315_201.5, "opcode": 1, "data": "mine"},
        {"type": "receive", "time": 1_780_315_202, "opcode": 1, "data": "theirs"},
        {"type": "send", "time": 1_780_315_203, "opcode": 2, "data": "bytes"},
        "nonsense",
    ]
    opening, frame = exchanges_of({**entry(), "_webSocketMessages": messages})
    assert frame.request.method == "SEND"
    assert frame.request.body == b"mine"
    assert frame.response is None
    assert frame.started_at == 1_780_315_201_500_000
    assert (frame.request.host, frame.client) == (opening.request.host, opening.client)
