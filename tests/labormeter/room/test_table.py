"""The table: seats by their cards, doubtful ones apart, and no group of too few."""

import pytest

from labormeter.errors import KnownError
from labormeter.room import table

from .seated import HANDLES, card, cell, likes, room


def test_second_cards_of_one_person_are_doubtful() -> None:
    again = card(HANDLES[0], cell("x", "like", 6))
    laid = table.laid([*likes(3), again], room())
    assert len(laid.seats) == 4
    assert len(laid.sure) == 3
    assert len(laid.doubtful) == 1


def test_too_few_make_no_group() -> None:
    laid = table.laid(likes(4), room())
    with pytest.raises(KnownError, match="At least 3 cards"):
        table.group(laid, list(laid.seats)[:2])
    assert table.group(laid, list(laid.seats)[:3]).number == 3


def test_a_room_of_another_book_is_not_opened() -> None:
    with pytest.raises(KnownError, match="not the one"):
        table.laid(likes(3), room(book="2026-11 0000000000000000"))
