from pytestqt.qtbot import QtBot

from labormeter.testing import NOON, act
from labormeter_ui.picture import DAY, Picture
from labormeter_ui.presenters.feed import FeedPresenter


def test_new_acts_are_told_by_their_number(qtbot: QtBot) -> None:
    presenter = FeedPresenter()
    old, new = act(platform="x"), act(platform="x")
    presenter.see(Picture(now=NOON, acts=(old,)))
    with qtbot.waitSignal(presenter.changed) as told:
        presenter.see(Picture(now=NOON, acts=(new, old)))
    assert told.args == [1]
    assert presenter.acts == (new, old)
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.see(Picture(now=NOON, acts=(new, old)))


def test_practice_shows_only_when_it_is_wanted() -> None:
    presenter = FeedPresenter()
    wire, own, other = (
        act(platform="x"),
        act(platform="practice"),
        act(platform="x", source="practice"),
    )
    presenter.see(Picture(now=NOON, acts=(wire, own, other)))
    assert list(presenter.acts) == [wire]
    presenter.show_practice(True)
    assert list(presenter.acts) == [wire, own, other]


def test_forgotten_acts_go_and_are_not_new(qtbot: QtBot) -> None:
    presenter = FeedPresenter()
    one, two = act(platform="x"), act(platform="x")
    presenter.see(Picture(now=NOON, acts=(two, one)))
    with qtbot.waitSignal(presenter.changed) as told:
        presenter.see(Picture(now=NOON, acts=(one,)))
    assert told.args == [0]


def test_at_midnight_times_get_their_dates(qtbot: QtBot) -> None:
    presenter = FeedPresenter()
    presenter.see(Picture(now=NOON, acts=(act(platform="x"),)))
    with qtbot.waitSignal(presenter.changed):
        presenter.see(Picture(now=NOON + DAY, acts=presenter.acts))
    assert presenter.today == "2026-06-02"
