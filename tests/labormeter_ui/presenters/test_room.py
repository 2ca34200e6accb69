"""The room as the window holds it: what comes, who is meant, what is shown, and what is left."""

import pytest
from PySide6.QtWidgets import QApplication
from tests.labormeter.room.seated import HANDLES, card, cell, likes, room

from labormeter.exports.document import Document
from labormeter.room import sample, table
from labormeter.room.drawing import Look
from labormeter.room.slides import NAMES, How
from labormeter.room.taking import Refused, Taken
from labormeter_ui.presenters.room import Room, RoomPresenter


@pytest.fixture
def presenter(qapp: QApplication) -> RoomPresenter:
    made = RoomPresenter(qapp)
    made.laying.connect(lambda cards, given: made.laid(table.laid(cards, given or room())))
    return made


def take(presenter: RoomPresenter, cards: list[Document]) -> None:
    presenter.take(Taken(tuple(cards), ()))


def test_cards_that_come_are_meant_to_be_in(presenter: RoomPresenter) -> None:
    take(presenter, likes(2))
    few = presenter.state.deal
    assert not few.ready
    take(presenter, likes(3))
    assert len(presenter.state.cards) == 3
    assert presenter.state.deal.ready
    assert presenter.slide(Look()) is None


def test_nothing_is_shown_before_the_reveal_and_all_views_after(presenter: RoomPresenter) -> None:
    take(presenter, likes(5))
    assert presenter.slide(Look()) is None
    presenter.deal()
    seen = []
    for _ in NAMES:
        shown = presenter.slide(Look())
        assert shown is not None
        seen.append(shown.name)
        presenter.step(1)
    assert tuple(seen) == NAMES
    presenter.step(-1)
    assert presenter.state.view == NAMES[-1]


def test_one_that_leaves_or_comes_changes_nothing_until_two_have(presenter: RoomPresenter) -> None:
    take(presenter, likes(5))
    presenter.deal()
    before = presenter.slide(Look())
    presenter.choose(next(iter(presenter.state.deal.chosen)), on=False)
    presenter.deal()
    assert presenter.slide(Look()) == before
    take(presenter, likes(6))
    assert presenter.slide(Look()) == before
    presenter.deal()
    assert presenter.slide(Look()) != before


def test_a_second_card_of_one_person_is_not_in_until_it_is_ticked(presenter: RoomPresenter) -> None:
    take(presenter, [*likes(3), card(HANDLES[0], cell("x", "like", 1))])
    assert len(presenter.state.deal.chosen) == 3


def test_who_was_left_out_stays_out_when_others_come(presenter: RoomPresenter) -> None:
    take(presenter, likes(4))
    gone = next(iter(presenter.state.deal.chosen))
    presenter.choose(gone, on=False)
    take(presenter, likes(6))
    assert gone not in presenter.state.deal.chosen
    assert len(presenter.state.deal.chosen) == 5


def test_another_room_file_hides_all_again(presenter: RoomPresenter) -> None:
    take(presenter, likes(4))
    presenter.deal()
    presenter.settle(room(smallest=4))
    assert not presenter.state.deal.revealed
    assert presenter.state.deal.smallest == 4


def test_wiping_leaves_nothing_of_anybody(presenter: RoomPresenter) -> None:
    cards = list(sample.sample(room(), 6))
    refused = Refused("CANARY.json", "no")
    presenter.settle(room())
    presenter.take(Taken(tuple(cards), (refused,)))
    presenter.deal()
    presenter.look(How(mine=cards[0].handle, language="fr"))
    told = presenter.round
    presenter.wipe()
    assert presenter.state == Room(file=room(), how=How(language="fr"))
    assert presenter.round == told + 1
    text = str(presenter.state)
    assert not [one.handle for one in cards if one.handle in text]
    assert "CANARY" not in text


def test_a_sheet_is_asked_for_with_those_who_are_looked_at(presenter: RoomPresenter) -> None:
    asked: list[tuple[object, ...]] = []
    presenter.keeping.connect(lambda *given: asked.append(given))
    presenter.keep("sheet.pdf")
    assert asked == []
    take(presenter, likes(4))
    presenter.deal()
    presenter.keep("sheet.pdf")
    assert asked[0][0] == "sheet.pdf"
    assert asked[0][1].number == 4  # type: ignore[attr-defined]


def test_made_up_cards_take_the_place_of_all_and_go_with_them(presenter: RoomPresenter) -> None:
    take(presenter, likes(4))
    presenter.rehearse(room(), Taken(tuple(sample.sample(room(), 6)), ()))
    assert presenter.state.sample
    assert len(presenter.state.cards) == 6
    presenter.wipe()
    assert presenter.state == Room()
