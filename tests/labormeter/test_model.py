import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter import model
from labormeter.model import ACTIVITIES, SOURCES, Window
from labormeter.testing import act


@given(st.binary(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_window_knows_whether_a_byte_is_missing(file: bytes, head: int, tail: int) -> None:
    window = Window(file[:head], file[-tail:] if tail else b"", len(file))
    kept = set(range(min(head, len(file)))) | set(range(max(0, len(file) - tail), len(file)))
    assert window.whole == (len(kept) == len(file))


def test_values_do_not_change() -> None:
    for value in vars(model).values():
        if dataclasses.is_dataclass(value) and isinstance(value, type):
            assert value.__dataclass_params__.frozen, value  # type: ignore[attr-defined]
    with pytest.raises(dataclasses.FrozenInstanceError):
        act().platform = "x"  # type: ignore[misc]


def test_each_activity_and_source_is_named_once() -> None:
    assert len(set(ACTIVITIES)) == len(ACTIVITIES)
    assert len(set(SOURCES)) == len(SOURCES)
