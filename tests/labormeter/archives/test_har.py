"""HAR files as browsers write them, and as nobody should."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labormeter.archives import har
from labormeter.archives.har import exchanges
from labormeter.errors import KnownError


def entry(url: str, second: float = 0.0, lasted: float = 5.0, **request: Any) -> dict[str, Any]:
    return {
        "startedDateTime": f"2026-06-01T12:00:{second:06.3f}Z",
        "time": lasted,
        "request": {"method": "POST", "url": url, "headers": [], "bodySize": 0, **request},
        "response": {"status": 200, "headers": [], "content": {"size": 2, "text": "ok"}},
    }


def written(folder: Path, *entries: object, before: bytes = b"", after: int = 0) -> Path:
    path = folder / "recording.har"
    text = json.dumps({"log": {"version": "1.2", "entries": entries}}).encode()
    path.write_bytes(before + (text[:-after] if after else text))
    return path


def test_yields_each_entry_in_the_order_in_which_they_finished(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        entry("https://a.example/slow", 1, lasted=9000),
        entry("https://a.example/first", 2),
        entry("https://a.example/second", 3),
        entry("https://a.example/last", 20),
    )
    assert [each.request.path for each in exchanges(path)] == [
        "/first",
        "/second",
        "/slow",
        "/last",
    ]


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    path = written(tmp_path, entry("https://a.example/x"), before=b"\xef\xbb\xbf")
    assert len(list(exchanges(path))) == 1


def test_an_empty_recording_holds_nothing(tmp_path: Path) -> None:
    assert list(exchanges(written(tmp_path))) == []


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"hello", b"\x00\xff", b'{"a": 1}', b"\x1f\x8b\x08\x00"]
)
def test_what_is_no_har_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.har"
    path.write_bytes(content)
    with pytest.raises(KnownError, match=r"x\.har is no HAR file"):
        list(exchanges(path))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        list(exchanges(tmp_path / "none.har"))
    with pytest.raises(KnownError, match="cannot be read"):
        list(exchanges(tmp_path))


def test_what_came_before_a_break_is_yielded_and_the_break_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, entry("https://a.example/1"), entry("https://a.example/2"), after=40)
    found = exchanges(path)
    assert next(found).request.path == "/1"
    with pytest.raises(KnownError, match="breaks off; 1 entries were read"):
        list(found)


def test_an_entry_that_is_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(har, "LARGEST", 200_000)
    small = [entry("https://a.example/1", number) for number in range(9)]
    large = entry("https://a.example/2", postData={"text": "x" * 900_000})
    with pytest.raises(KnownError, match="holds an entry of more than"):
        list(exchanges(written(tmp_path, *small, large)))
    # and many small ones together are no large one
    many = [
        entry(f"https://a.example/{number}", 1, postData={"text": "x" * 999})
        for number in range(900)
    ]
    assert len(list(exchanges(written(tmp_path, *many)))) == 900


def test_entries_that_are_not_in_form_are_passed_over(tmp_path: Path) -> None:
    strange: list[object] = [
        None,
        1,
        "x",
        [],
        {},
        {"request": 1},
        {**entry("https://a.example/"), "startedDateTime": 7},
    ]
    path = written(tmp_path, *strange, entry("https://a.example/good"))
    assert [each.request.path for each in exchanges(path)] == ["/good"]


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(
    field=st.sampled_from(
        ["request", "response", "time", "startedDateTime", "connection", "_webSocketMessages"]
    ),
    value=anything,
    inner=st.sampled_from(["method", "url", "headers", "cookies", "postData", "status", "content"]),
    given_inner=anything,
)
def test_no_entry_can_break_the_reading(
    tmp_path_factory: pytest.TempPathFactory, field: str, value: Any, inner: str, given_inner: Any
) -> None:
    folder = tmp_path_factory.mktemp("har")
    spoilt = {**entry("https://a.example/x"), field: value}
    half = entry("https://a.example/x")
    half["response" if inner in {"status", "content"} else "request"][inner] = given_inner
    found = list(exchanges(written(folder, spoilt, half, entry("https://a.example/good", 50))))
    assert any(each.request.path == "/good" for each in found)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_can_break_the_reading(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("har") / "x.har"
    path.write_bytes(b'{"log": {"entries": [' + content)
    with pytest.raises(KnownError):
        list(exchanges(path))
