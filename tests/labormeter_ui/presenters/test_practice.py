from pytestqt.qtbot import QtBot

from labormeter.model import Cell
from labormeter.testing import NOON
from labormeter_ui.picture import Picture
from labormeter_ui.presenters.practice import Compared, PracticePresenter, outcome

SAID = (
    "The practice square is open.\n"
    '{"act": "like", "done": null, "accepted": 3, "counted": 3, "agrees": true}\n'
    '{"act": "post", "done": null, "accepted": 1, "counted": 1, "agrees": true}\n'
    '[1]\n{"act": "share"}\nnull\n'
)


def picture(likes: int, wire: int = 5) -> Picture:
    practised = Cell(
        day="2026-06-01",
        platform="practice",
        activity="like",
        source="practice",
        net=likes,
        gestures=likes,
    )
    other = Cell(
        day="2026-06-01", platform="x", activity="like", source="wire", net=wire, gestures=wire
    )
    return Picture(now=NOON, cells=(practised, other))


def test_what_arrives_in_the_shift_is_counted_and_nothing_else(qtbot: QtBot) -> None:
    presenter = PracticePresenter()
    presenter.see(picture(4))
    with qtbot.waitSignal(presenter.wanted) as told:
        presenter.begin(by_hand=True)
    assert told.args == [True]
    presenter.see(picture(4, wire=9))
    assert presenter.state.total == 0
    presenter.see(picture(7))
    assert presenter.state.counted == (("like", 3),)
    presenter.end(0, SAID)
    presenter.see(picture(8))
    assert presenter.state.total == 4
    assert presenter.state.agrees
    assert not presenter.state.running


def test_before_any_shift_practice_is_not_shown(qtbot: QtBot) -> None:
    presenter = PracticePresenter()
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.see(picture(4))


def test_a_second_shift_waits_for_the_first(qtbot: QtBot) -> None:
    presenter = PracticePresenter()
    with qtbot.assertNotEmitted(presenter.unwanted):
        presenter.stop()
    presenter.begin(by_hand=False)
    with qtbot.assertNotEmitted(presenter.wanted):
        presenter.begin(by_hand=False)
    with qtbot.waitSignal(presenter.unwanted):
        presenter.stop()


def test_lines_that_are_no_comparison_are_passed_over() -> None:
    assert outcome(SAID) == (Compared("like", 3, 3), Compared("post", 1, 1))
    assert outcome("") == ()


def test_counts_that_differ_do_not_agree_and_a_fault_is_kept() -> None:
    presenter = PracticePresenter()
    presenter.end(1, '{"act": "like", "accepted": 3, "counted": 2}')
    assert not presenter.state.agrees
    assert presenter.state.fault == ""
    presenter.end(1, "Starting\nNo browser was found.\n")
    assert presenter.state.fault == "No browser was found."
    assert not presenter.state.agrees
