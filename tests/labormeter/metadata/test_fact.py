from __future__ import annotations

import pytest

from labormeter.metadata.fact import LONGEST, Fact, hint, tell


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("camera_make", "   "),
        ("camera_make", b"\0\0"),
        ("datetime", "0000:00:00 00:00:00"),
        ("datetime", "    :  :     :  :  "),
        ("serial", "00000000"),
        ("gps", "+00.0000+000.0000/"),
        ("orientation", "0"),
    ],
)
def test_a_field_that_was_not_filled_in_says_nothing(kind: str, raw: str | bytes) -> None:
    assert [*tell(kind, "tag", raw)] == []


def test_a_value_is_cleaned_for_a_screen_and_bounded() -> None:
    (fact,) = tell("title", "Title", "\x1b[31mred\x07" + "x" * 9_999)
    assert fact.value.startswith("[31mred")
    assert len(fact.value) <= LONGEST
    assert fact.value.isprintable()


def test_encodings_that_do_not_hold_are_shown_as_far_as_they_do() -> None:
    assert [fact.value for fact in tell("title", "t", "é".encode())] == ["é"]
    assert [*tell("title", "t", b"\xff\xfe\xfd")] != []


def test_a_hint_has_no_value() -> None:
    assert hint("gps", "GPS") == Fact("gps", "GPS", "", "seen-partly")
