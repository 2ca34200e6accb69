"""The seats: two words each, what is doubtful, and no figure."""

from pytestqt.qtbot import QtBot
from tests.labormeter.room.seated import HANDLES, card, cell, likes, room

from labormeter.room import table
from labormeter.room.taking import Taken
from labormeter_ui.presenters.room import RoomPresenter
from labormeter_ui.views.seats import SeatsView


def test_each_card_is_a_box_with_its_words(qtbot: QtBot) -> None:
    presenter = RoomPresenter()
    presenter.laying.connect(lambda cards, _given: presenter.laid(table.laid(cards, room())))
    view = SeatsView(presenter)
    qtbot.addWidget(view)
    again = card(HANDLES[0], cell("x", "like", 77))
    quiet = card(HANDLES[8], cell("x", "like", 1), total_only=True, days=0)
    presenter.take(Taken((*likes(3), again, quiet), ()))
    told = sorted(box.text() for box in view.boxes.values())
    assert len(told) == 5
    assert any("the same words twice" in one for one in told)
    assert any("in the total only · no day was metered" in one for one in told)
    assert "77" not in "".join(told)
    assert sum(box.isChecked() for box in view.boxes.values()) == 4
    doubtful = next(box for box in view.boxes.values() if not box.isChecked())
    doubtful.click()
    assert len(presenter.state.deal.chosen) == 5
