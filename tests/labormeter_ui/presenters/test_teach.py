from pytestqt.qtbot import QtBot

from labormeter.teach.shape import Shape
from labormeter_ui.presenters.teach import SHOWN, TeachPresenter

ONE, OTHER = (Shape(method="POST", host="x.com", path=f"/{name}") for name in "ab")


def begun() -> TeachPresenter:
    presenter = TeachPresenter()
    presenter.begin("x", "post")
    return presenter


def test_a_lesson_goes_from_quiet_to_the_act_to_what_was_found(qtbot: QtBot) -> None:
    presenter = TeachPresenter()
    with qtbot.waitSignal(presenter.begin_wanted) as told:
        presenter.begin("x", "like")
    stages: list[str] = [presenter.state.stage]
    presenter.changed.connect(lambda: stages.append(presenter.state.stage))
    presenter.quiet(9)
    presenter.listen()
    presenter.listen(2)
    with qtbot.waitSignal(presenter.done):
        presenter.finish()
    with qtbot.waitSignal(presenter.draft_wanted) as wanted:
        presenter.take((ONE, OTHER))
    assert told.args == ["x"]
    assert list(dict.fromkeys(stages)) == ["calling", "quiet", "act", "reading", "found"]
    assert wanted.args == [ONE, "x", "like"]
    presenter.take_draft("schema = 1", "x-own")
    with qtbot.waitSignal(presenter.draft_wanted) as again:
        presenter.pick(1)
    assert again.args == [OTHER, "x", "like"]
    assert presenter.state.text == ""
    presenter.kept()
    assert (presenter.state.stage, presenter.busy) == ("kept", False)


def test_one_lesson_at_a_time_and_none_without_a_platform(qtbot: QtBot) -> None:
    presenter = begun()
    with qtbot.assertNotEmitted(presenter.begin_wanted):
        presenter.begin("reddit", "post")
    with qtbot.assertNotEmitted(presenter.recording_wanted):
        presenter.read("a.har", "", "post")
    with qtbot.assertNotEmitted(presenter.begin_wanted):
        TeachPresenter().begin("", "post")


def test_what_comes_after_a_lesson_was_given_up_is_dropped(qtbot: QtBot) -> None:
    presenter = TeachPresenter()
    with qtbot.waitSignal(presenter.recording_wanted):
        presenter.read("a.har", "", "review")
    with qtbot.waitSignal(presenter.cancelled):
        presenter.cancel()
    presenter.take((ONE,))
    assert (presenter.state.stage, presenter.state.activity) == ("idle", "review")


def test_nothing_new_is_said_and_many_are_cut_short() -> None:
    presenter = TeachPresenter()
    presenter.read("a.har", "", "post")
    presenter.take(())
    assert presenter.state.stage == "nothing"
    presenter.read("a.har", "", "post")
    presenter.take((ONE,) * 50)
    assert len(presenter.state.found) == SHOWN


def test_done_means_nothing_before_it_was_asked_for(qtbot: QtBot) -> None:
    presenter = begun()
    with qtbot.assertNotEmitted(presenter.done):
        presenter.finish()
    presenter.fail()
    assert (presenter.state.stage, presenter.state.platform) == ("idle", "x")
