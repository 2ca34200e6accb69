"""A tap changes nothing, and cannot hang an upload."""

from __future__ import annotations

import pytest

from labormeter_addon.tap import LIMIT, Tap

FORM = "application/x-www-form-urlencoded"


def _never(bug: Exception) -> None:
    raise bug


def test_passes_on_what_it_sees_and_keeps_a_copy() -> None:
    tap = Tap(FORM, files=False, trouble=_never)
    assert [tap(piece) for piece in (b"a=1", b"&b=2", b"")] == [b"a=1", b"&b=2", b""]
    assert tap.body() == (b"a=1&b=2", False)
    assert tap.uploads() == ()


def test_the_copy_is_bounded() -> None:
    tap = Tap(FORM, files=False, trouble=_never)
    for _ in range(40):
        tap(bytes(64 * 1024))
    body, cut = tap.body()
    assert (len(body), cut) == (LIMIT, True)


def test_a_raw_body_is_an_upload_where_a_rule_says_so() -> None:
    tap = Tap("image/png", files=True, trouble=_never)
    tap(b"pixels")
    (upload,) = tap.uploads()
    assert (upload.part, upload.media_type, upload.window.head) == ("", "image/png", b"pixels")
    assert Tap("image/png", files=True, trouble=_never).uploads() == ()


def test_a_failure_is_told_once_and_the_bytes_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Exception] = []

    def fail(*_: object) -> None:
        raise MemoryError

    tap = Tap("multipart/form-data; boundary=b", files=True, trouble=told.append)
    monkeypatch.setattr("labormeter_addon.multipart.Splitter.take", fail)
    assert [tap(b"one"), tap(b"two"), tap(b"")] == [b"one", b"two", b""]
    assert [type(bug) for bug in told] == [MemoryError]
    assert tap.body()[1]
