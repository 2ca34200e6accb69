"""Nothing that is shown changes by one seat: neither a removal nor an arrival is seen alone."""

from hypothesis import given
from hypothesis import strategies as st

from labormeter.room.deal import TOGETHER, Deal, choose, dealt

SEATS = st.lists(st.tuples(st.integers(0, 6), st.booleans()), max_size=40)


def test_too_few_are_never_revealed() -> None:
    deal = choose(choose(Deal(smallest=3), 1, on=True), 2, on=True)
    assert not deal.ready
    assert not dealt(deal).revealed
    assert dealt(choose(deal, 3, on=True)).dealt == {1, 2, 3}


def test_one_removal_waits_for_another() -> None:
    deal = dealt(Deal(smallest=3, chosen=frozenset(range(5))))
    one = choose(deal, 0, on=False)
    assert one.dealt == deal.dealt
    assert dealt(one) == one
    two = choose(one, 1, on=False)
    assert dealt(two).dealt == {2, 3, 4}


def test_a_change_of_mind_is_no_change() -> None:
    deal = dealt(Deal(smallest=3, chosen=frozenset(range(5))))
    back = choose(choose(deal, 0, on=False), 0, on=True)
    assert not back.pending
    assert not back.ready


@given(SEATS)
def test_two_looks_never_differ_by_one_seat(moves: list[tuple[int, bool]]) -> None:
    deal = Deal(smallest=3, chosen=frozenset({0, 1, 2}))
    for seat, on in moves:
        fresh = dealt(choose(deal, seat, on=on))
        if deal.revealed and fresh.dealt != deal.dealt:
            assert len(fresh.dealt ^ deal.dealt) >= TOGETHER
        assert not fresh.revealed or len(fresh.dealt) >= 3
        deal = fresh
