from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.metadata.pdfvalue import Reader, Ref, Value, words
from labormeter.metadata.sight import Budget, Refused, Short


def value(raw: bytes) -> Value:
    return Reader(raw, Budget()).value()


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b" % note\n 12", 12),
        (b"-1.5", -1.5),
        (b"/Na#20me", "Na me"),
        (b"(a(b)c\\)\\101\\\nd)", b"a(b)c)Ad"),
        (b"<48 65 6>", b"He`"),
        (b"12 0 R", Ref(12)),
        (b"[1 0 2 0 R null true]", [1, 0, Ref(2), None, True]),
        (b"<< /A 1 /B [ (x) ] /C << /D /E >> >>", {"A": 1, "B": [b"x"], "C": {"D": "E"}}),
    ],
)
def test_values(raw: bytes, found: Value) -> None:
    assert value(raw) == found


@pytest.mark.parametrize("raw", [b"", b"<<", b"[1", b"(a", b"]", b"[" * 100, b"{"])
def test_what_is_cut_or_too_deep_is_refused(raw: bytes) -> None:
    with pytest.raises(Short):
        value(raw)


@given(st.binary(max_size=200))
def test_rubbish_ends(raw: bytes) -> None:
    with suppress(Refused, ValueError):
        value(b"[" + raw)


def test_words_in_their_encodings() -> None:
    assert words(b"\xfe\xff\0Z\0o\0\xeb") == "Zoë"
    assert words(b"\xff\xfeZ\0o\0\xeb\0") == "Zoë"
    assert words(b"\xef\xbb\xbfZo\xc3\xab") == "Zoë"
    assert words(b"Zo\xeb") == "Zoë"
