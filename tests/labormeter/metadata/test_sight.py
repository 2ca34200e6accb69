from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.metadata.fact import Fact
from labormeter.metadata.sight import Budget, Short, Sight, Spent, Unread, contained
from labormeter.model import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = bytes(range(200))


def cut(head: int, tail: int) -> Sight:
    return Sight.of(Window(TEXT[:head], TEXT[len(TEXT) - tail :], len(TEXT)))


@given(st.integers(0, 200), st.integers(0, 200), st.integers(-5, 210), st.integers(0, 210))
def test_what_is_read_is_what_the_file_holds(head: int, tail: int, at: int, size: int) -> None:
    held = cut(head, tail)
    try:
        found = held.read(at, size)
    except Short:
        assert at < 0 or at + size > len(TEXT)
    except Unread:
        assert at + size > head
        assert at < len(TEXT) - tail
    else:
        assert found == TEXT[at : at + size]


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 199), st.integers(0, 210))
def test_some_is_a_beginning_of_what_was_asked_for(
    head: int, tail: int, at: int, size: int
) -> None:
    assert TEXT[at : at + size].startswith(cut(head, tail).some(at, size))


def test_a_part_counts_from_its_own_beginning() -> None:
    inner = cut(200, 0).part(50, 20)
    assert inner.read(3, 4) == TEXT[53:57]
    with pytest.raises(Short):
        inner.read(18, 4)
    with pytest.raises(Short):
        inner.part(21)


def test_the_end_is_given_with_its_place() -> None:
    at, tail = cut(50, 30).end()
    assert TEXT[at : at + len(tail)] == tail == TEXT[170:]
    assert cut(50, 30).part(180).end() == (0, TEXT[180:])


def test_both_ends_are_searched() -> None:
    assert [*cut(50, 30).scan()] == [(170, TEXT[170:]), (0, TEXT[:50])]
    assert [*cut(200, 0).scan()] == [(0, TEXT)]


def test_gapless_is_what_is_held_in_full() -> None:
    held = cut(50, 30)
    assert not held.gapless
    assert held.part(0, 50).gapless
    assert held.part(170).gapless
    assert not held.part(0, 51).gapless


def test_work_is_counted() -> None:
    budget = Budget(steps=2)
    budget.step(2)
    with pytest.raises(Spent):
        budget.step()


def test_inflating_ends_at_the_budget_and_at_rubbish() -> None:
    held = cut(10, 10)
    assert held.inflate(zlib.compress(b"a" * 100)) == b"a" * 100
    with pytest.raises(Spent):
        held.inflate(zlib.compress(bytes(10_000_000)))
    with pytest.raises(Short):
        cut(1, 1).inflate(b"no stream")


def test_what_was_found_before_a_break_stands() -> None:
    def broken(error: Exception) -> list[Fact]:
        def facts() -> Iterator[Fact]:
            yield Fact("gps", "a", "1")
            raise error

        return [*contained(facts())]

    assert broken(Short()) == broken(ValueError()) == broken(KeyError()) == [Fact("gps", "a", "1")]
    with pytest.raises(Spent):
        broken(Spent())
