"""Made-up cards are cards like any other, and the same each time but for their words."""

from dataclasses import replace

from labormeter.exports import document
from labormeter.room.sample import sample

from .seated import TODAY, room


def test_they_are_cards_that_a_room_takes() -> None:
    for one in sample(room(), 14):
        assert document.read(document.write(one), today=TODAY) == one
        assert one.room == room().id


def test_they_are_the_same_each_time_but_for_their_words() -> None:
    one, other = sample(room(), 5), sample(room(), 5)
    assert [replace(a, handle="") for a in one] == [replace(a, handle="") for a in other]
    assert len({card.handle for card in sample(room(), 40)}) == 40


def test_people_differ_and_one_is_in_the_total_only() -> None:
    made = sample(room(), 12)
    assert len({sum(row.n for row in card.counts) for card in made}) > 8
    assert sum(card.total_only for card in made) == 1
