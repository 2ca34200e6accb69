import pytest

from labormeter.archives.survey import Source, Survey
from labormeter.ledger.imports import Tally
from labormeter_ui.presenters.history import HistoryPresenter, Line, Past, lines

SURVEY = Survey(
    sources=(Source(name="a.zip", reader="x", title="X"),),
    tallies=(
        Tally(platform="x", activity="post", year="2019", new=2),
        Tally(platform="x", activity="like", year="", new=5, same=1),
        Tally(platform="x", activity="post", year="2021", new=1, met=3, near=1),
    ),
)


@pytest.fixture
def presenter() -> HistoryPresenter:
    return HistoryPresenter()


def test_lines_are_by_act_with_their_years() -> None:
    assert lines(SURVEY.tallies) == (
        Line("x", "like", "", "", 6, 5, 1, 6),
        Line("x", "post", "2019", "2021", 7, 3, 4, 0),
    )


def test_nothing_is_brought_before_it_was_found(presenter: HistoryPresenter) -> None:
    asked: list[str] = []
    presenter.bring_wanted.connect(lambda: asked.append("bring"))
    presenter.look_wanted.connect(lambda paths: asked.append(paths[0]))
    presenter.bring()
    presenter.look(["a.zip"])
    presenter.look(["b.zip"])  # one at a time
    presenter.bring()
    assert asked == ["a.zip"]
    presenter.find(SURVEY)
    presenter.bring()
    assert asked == ["a.zip", "bring"]
    presenter.brought(3)
    assert (presenter.state.stage, presenter.state.number, presenter.state.added) == ("idle", 3, 8)


def test_what_changes_nothing_is_not_brought(presenter: HistoryPresenter) -> None:
    same = Survey(sources=(), tallies=(Tally(platform="x", activity="like", year="", same=1),))
    presenter.look(["a.zip"])
    presenter.find(same)
    presenter.bring()
    assert presenter.state.stage == "found"


def test_progress_counts_only_while_it_is_read(presenter: HistoryPresenter) -> None:
    presenter.progress(1, 2)
    assert presenter.state.total == 0
    presenter.look(["a.zip"])
    presenter.progress(1, 2)
    assert (presenter.state.done, presenter.state.total) == (1, 2)
    presenter.find(SURVEY)
    presenter.progress(2, 2)
    assert presenter.state.done == 1


def test_putting_away_stopping_and_undoing(presenter: HistoryPresenter) -> None:
    asked: list[object] = []
    presenter.put_away.connect(lambda: asked.append("put"))
    presenter.stop_wanted.connect(lambda: asked.append("stop"))
    presenter.undo_wanted.connect(asked.append)
    presenter.put()
    presenter.stop()
    presenter.look(["a.zip"])
    presenter.stop()
    presenter.undo(1)
    assert asked == ["stop"]
    presenter.find(SURVEY)
    presenter.put()
    presenter.undo(1)
    assert asked == ["stop", "put", 1]
    presenter.undo(2)
    presenter.rest()
    assert asked == ["stop", "put", 1]
    assert not presenter.busy


def test_what_is_held_is_kept_while_something_goes_on(presenter: HistoryPresenter) -> None:
    past = Past(returned=(("gps", 2),))
    presenter.take(past)
    presenter.look(["a.zip"])
    presenter.find(SURVEY)
    presenter.put()
    assert presenter.state.past is past
