from pytestqt.qtbot import QtBot

from labormeter.doctor.finding import Finding
from labormeter_ui.presenters.setup import STEPS, Certificate, SetupPresenter


def test_the_first_run_goes_through_every_step_to_its_end(qtbot: QtBot) -> None:
    presenter = SetupPresenter()
    assert presenter.state.step is None
    with qtbot.waitSignal(presenter.needed):
        presenter.begin()
    seen = [presenter.state.step]
    for _ in STEPS[1:]:
        presenter.go(1)
        seen.append(presenter.state.step)
    assert tuple(seen) == STEPS
    with qtbot.waitSignal(presenter.finished) as told:
        presenter.go(1)
    assert told.args == [True]
    assert presenter.state.step is None


def test_back_stops_at_the_first_and_later_leaves(qtbot: QtBot) -> None:
    presenter = SetupPresenter()
    presenter.begin()
    presenter.go(1)
    presenter.go(-1)
    presenter.go(-1)
    assert presenter.state.step == STEPS[0]
    with qtbot.waitSignal(presenter.finished) as told:
        presenter.leave()
    assert told.args == [False]


def test_looking_and_removing_are_asked_for_once(qtbot: QtBot) -> None:
    presenter = SetupPresenter()
    with qtbot.waitSignal(presenter.check_wanted):
        presenter.check()
    with qtbot.assertNotEmitted(presenter.check_wanted):
        presenter.check()
    presenter.take_findings((Finding("ledger", "good", "It is."),))
    assert (presenter.state.checked, presenter.state.checking) == (True, False)
    with qtbot.waitSignal(presenter.removal_wanted):
        presenter.remove()
    with qtbot.assertNotEmitted(presenter.removal_wanted):
        presenter.remove()
    presenter.kept()
    assert not presenter.state.removing


def test_the_certificate_is_told_once(qtbot: QtBot) -> None:
    presenter = SetupPresenter()
    with qtbot.waitSignal(presenter.changed):
        presenter.take(Certificate(made=True, hosts=3))
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.take(Certificate(made=True, hosts=3))
