from dataclasses import replace
from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from labormeter.model import Span
from labormeter.testing import NOON
from labormeter_ui.picture import Meter, Mode, Picture
from labormeter_ui.presenters.shift import PATIENCE, VERBS, ShiftPresenter, shift

ON = Picture(now=NOON, meter=Meter(mode="metering", since=NOON))


def test_every_mode_says_what_can_be_asked() -> None:
    assert set(VERBS) == set(get_args(Mode.__value__))


def mode_of(presenter: ShiftPresenter) -> Mode:
    return presenter.state.mode


def test_while_an_answer_is_awaited_nothing_else_can_be_asked() -> None:
    asked = replace(ON, meter=replace(ON.meter, asked="pause", asked_at=NOON))
    state = shift(asked)
    assert state.mode == "metering"
    assert not any(state.allows(verb) for verb in ("start", "pause", "private", "stop"))
    assert not state.unanswered


def test_a_meter_that_does_not_answer_is_said_to_be_so() -> None:
    meter = replace(ON.meter, asked="pause", asked_at=NOON - PATIENCE - 1)
    assert shift(replace(ON, meter=meter)).unanswered


def test_an_open_gap_is_told_with_its_reason() -> None:
    gap = Span("gap", NOON - 1, None, "engine-ended")
    state = shift(replace(ON, spans=(Span("gap", 1, 2), gap)))
    assert (state.gap, state.gap_reason) == (True, "engine-ended")
    assert not shift(replace(ON, spans=(Span("gap", 1, 2),))).gap


def test_only_what_is_allowed_is_asked(qtbot: QtBot) -> None:
    presenter = ShiftPresenter()
    presenter.see(ON)
    with qtbot.assertNotEmitted(presenter.asked):
        presenter.ask("start")
    with qtbot.waitSignal(presenter.asked) as told:
        presenter.ask("pause")
    assert told.args == ["pause"]
    assert mode_of(presenter) == "metering"


@pytest.mark.parametrize("mode", ["metering", "paused", "private"])
def test_a_meter_that_goes_without_being_asked_is_missed(mode: Mode, qtbot: QtBot) -> None:
    presenter = ShiftPresenter()
    presenter.see(replace(ON, meter=Meter(mode=mode)))
    with qtbot.waitSignal(presenter.lost):
        presenter.see(replace(ON, meter=Meter()))
    assert mode_of(presenter) == "absent"


def test_a_shift_that_was_ended_is_not_missed(qtbot: QtBot) -> None:
    presenter = ShiftPresenter()
    presenter.see(replace(ON, meter=Meter(mode="stopped")))
    with qtbot.assertNotEmitted(presenter.lost):
        presenter.see(replace(ON, meter=Meter()))


def test_starting_lasts_until_there_is_a_meter() -> None:
    presenter = ShiftPresenter()
    presenter.begin(True)
    assert mode_of(presenter) == "starting"
    presenter.see(replace(ON, meter=Meter()))
    assert mode_of(presenter) == "starting"
    assert not presenter.state.allows("start")
    presenter.see(ON)
    assert mode_of(presenter) == "metering"
    presenter.see(replace(ON, meter=Meter()))
    assert mode_of(presenter) == "absent"


def test_a_meter_that_could_not_be_started_can_be_started_again() -> None:
    presenter = ShiftPresenter()
    presenter.begin(True)
    presenter.begin(False)
    assert presenter.state.allows("start")
