"""Head and tail of what streams past."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labormeter_addon.keep import Keep


@given(
    pieces=st.lists(st.binary(max_size=40), max_size=30),
    head=st.integers(0, 50),
    tail=st.integers(1, 50),
)
def test_keeps_what_a_slice_of_the_whole_would_hold(
    pieces: list[bytes], head: int, tail: int
) -> None:
    keep = Keep(head, tail)
    for piece in pieces:
        keep.take(piece)
    whole = b"".join(pieces)
    window = keep.window()
    assert window.head == whole[:head]
    assert window.tail == whole[-tail:]
    assert window.size == len(whole)


def test_holds_no_more_than_it_needs() -> None:
    keep = Keep(1000, 5000)
    for _ in range(10_000):
        keep.take(bytes(900))
    held = keep._kept + len(keep._head)
    assert held <= 1000 + 5000 + 900
