from __future__ import annotations

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import HEAD, TAIL, Window
from labormeter.rules.assemble import PARTS, Parts

BIG = random.Random(7).randbytes(4 * 1024 * 1024)  # noqa: S311 - content of a test file


def window(content: bytes) -> Window:
    return Window(content[:HEAD], content[-TAIL:], len(content))


def cut(content: bytes, places: list[int]) -> list[tuple[int, bytes]]:
    edges = sorted({0, len(content), *(place % (len(content) + 1) for place in places)})
    return [(a, content[a:b]) for a, b in itertools.pairwise(edges)]


@given(
    st.integers(1, len(BIG)),
    st.lists(st.integers(0, len(BIG)), max_size=9),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_in_whatever_order_parts_come_the_two_ends_are_those_of_the_file(
    size: int,
    places: list[int],
    order: random.Random,
    by_number: bool,  # noqa: FBT001
) -> None:
    content = BIG[:size]
    pieces = list(enumerate(cut(content, places)))
    order.shuffle(pieces)
    parts = Parts()
    for number, (start, piece) in pieces:
        parts = parts.add(
            window(piece), number if by_number else start, numbered=by_number, media_type="t"
        )
    assert parts.window() == window(content)
    assert parts.kept <= 3 * (HEAD + TAIL) + HEAD + TAIL


def test_a_part_sent_again_is_the_same_part() -> None:
    parts = Parts()
    for start, piece in [(0, b"one"), (3, b"two"), (0, b"one")]:
        parts = parts.add(window(piece), start, numbered=False, media_type="")
    assert parts.window() == window(b"onetwo")


def test_a_part_that_is_missing_leaves_a_hole_that_nothing_is_read_across() -> None:
    parts = Parts()
    for start, piece in [(0, b"one"), (6, b"three")]:
        parts = parts.add(window(piece), start, numbered=False, media_type="")
    assert parts.window() == Window(b"one", b"three", 11)
    assert not parts.window().whole
    numbered = Parts()
    for number, piece in [(0, b"one"), (2, b"three")]:
        numbered = numbered.add(window(piece), number, numbered=True, media_type="")
    assert numbered.window().head == b"one"
    assert numbered.window().tail == b"three"
    assert not numbered.window().whole


def test_parts_that_overlap_are_read_once() -> None:
    parts = Parts()
    for start, piece in [(0, b"abcd"), (2, b"cdef")]:
        parts = parts.add(window(piece), start, numbered=False, media_type="")
    assert parts.window() == window(b"abcdef")


def test_numbers_may_begin_at_one_and_without_numbers_the_order_counts() -> None:
    for numbers in ([1, 2], [0, 1], [None, None]):
        parts = Parts()
        for number, piece in zip(numbers, (b"one", b"two"), strict=True):
            parts = parts.add(window(piece), number, numbered=True, media_type="")
        assert parts.window() == window(b"onetwo")


def test_without_the_first_part_there_is_no_head() -> None:
    parts = Parts().add(window(b"two"), 5, numbered=True, media_type="")
    assert parts.window().head == b""
    assert parts.window().tail == b"two"


def test_the_number_of_parts_is_bounded() -> None:
    parts = Parts()
    for number in range(PARTS + 5):
        parts = parts.add(Window(b"", b"", 0), number, numbered=True, media_type="")
    assert len(parts.parts) == PARTS


def test_emptied_parts_keep_their_sizes_alone() -> None:
    parts = Parts().add(window(b"x" * 100), 0, numbered=False, media_type="image/jpeg").emptied()
    assert parts.kept == 0
    assert parts.window() == Window(b"", b"", 100)
    assert parts.media_type == "image/jpeg"


@given(
    st.integers(1, len(BIG)),
    st.lists(st.tuples(st.integers(0, len(BIG)), st.integers(0, len(BIG))), max_size=12),
)
def test_parts_that_break_off_and_overlap_give_the_two_ends_of_the_file(
    size: int, broken: list[tuple[int, int]]
) -> None:
    content = BIG[:size]
    pieces = sorted({(at % size, min(size, at % size + long)) for at, long in broken})
    parts = Parts()
    reached = 0
    for at, end in [*pieces, (0, size)]:
        begin = min(at, reached)  # whoever resumes does so at what has arrived
        parts = parts.add(window(content[begin:end]), begin, numbered=False, media_type="")
        reached = max(reached, end)
    parts = parts.add(window(content[reached // 2 :]), reached // 2, numbered=False, media_type="")
    assert parts.window() == window(content)
