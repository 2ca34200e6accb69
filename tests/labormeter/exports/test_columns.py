"""Columns are packed and unpacked; nothing else is taken for a message."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labormeter.exports.columns import pack, unpack

NUMBERS = st.integers(0, 255) | st.integers(0, 70_000) | st.integers(-(2**63), 2**63 - 1)
TABLES = st.integers(0, 20).flatmap(
    lambda rows: st.fixed_dictionaries(
        {
            "words": st.lists(st.text(max_size=3), min_size=rows, max_size=rows).map(tuple),
            "numbers": st.lists(NUMBERS, min_size=rows, max_size=rows).map(tuple),
        }
    )
)


@settings(deadline=None)
@given(TABLES, TABLES, st.dictionaries(st.text(), st.integers(), max_size=3))
def test_the_same_comes_back(one: Any, other: Any, said: dict[str, int]) -> None:
    tables = {"one": one, "other": other}
    assert unpack(pack(said, tables)) == (said, tables)


def test_more_texts_than_a_byte_counts() -> None:
    tables = {"t": {"c": tuple(map(str, range(70_000))), "d": tuple(range(70_000))}}
    assert unpack(pack(None, tables)) == (None, tables)


WHOLE = pack({"a": 1}, {"t": {"c": ("x", "y", "x"), "n": (1, 2, 300), "m": (1, 2, 3)}})


@given(st.data())
def test_spoilt_messages_raise_nothing_but_value_errors(data: st.DataObject) -> None:
    spoilt = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ValueError):
        unpack(bytes(spoilt))


@pytest.mark.parametrize(
    "message", [b"", b"\0\0\0\0", WHOLE[:-1], WHOLE + b"x", WHOLE.replace(b'"t",3', b'"t",9')]
)
def test_other_lengths_are_refused(message: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever message
        unpack(message)
