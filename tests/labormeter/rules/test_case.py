from __future__ import annotations

from labormeter.model import SECOND
from labormeter.rules.case import exchanges
from labormeter.rules.pack import Case
from labormeter.testing import NOON


def case(*tables: dict[str, object]) -> Case:
    return Case(title="t", exchanges=tables, expect=())


def test_a_case_becomes_exchanges_one_after_the_other() -> None:
    request = {"method": "POST", "url": "https://x.test/a%20b?q=1", "form": {"a": 1, "b": True}}
    one, two = exchanges(
        case(
            {"request": request, "response": {"json": {"ok": True}}},
            {"request": {"method": "GET", "url": "https://x.test/"}, "after": 1.5},
        )
    )
    assert one.request.body == b"a=1&b=true"
    assert one.request.path == "/a b"
    assert one.request.query == (("q", "1"),)
    assert one.response is not None
    assert (one.response.status, one.response.body) == (200, b'{"ok": true}')
    assert two.response is None
    assert two.started_at - one.started_at == 1.5 * SECOND
    assert one.started_at == NOON


def test_files_in_parts_become_uploads() -> None:
    parts = [
        {"name": "caption", "body": "c"},
        {"name": "file", "filename": "a.jpg", "type": "image/jpeg", "base64": "AAEC"},
    ]
    (seen,) = exchanges(
        case({"request": {"method": "POST", "url": "https://x.test/", "parts": parts}})
    )
    (upload,) = seen.uploads
    assert (upload.part, upload.media_type, upload.window.head) == ("file", "image/jpeg", b"\0\1\2")
    assert b'name="caption"\r\n\r\nc\r\n' in (seen.request.body or b"")


def test_a_raw_body_is_an_upload_too() -> None:
    request = {
        "method": "PUT",
        "url": "https://x.test/",
        "base64": "AAEC",
        "headers": {"content-type": "image/png"},
    }
    (seen,) = exchanges(case({"request": request, "response": {"base64": "AQ=="}}))
    assert seen.request.body == b"\0\1\2"
    assert [(upload.part, upload.media_type) for upload in seen.uploads] == [("", "image/png")]
    assert seen.response is not None
    assert seen.response.body == b"\1"
