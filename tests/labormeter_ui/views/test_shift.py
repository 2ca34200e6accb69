from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from labormeter.testing import NOON
from labormeter_ui.picture import Meter, Mode, Picture, Verb
from labormeter_ui.presenters.pages import Presenters
from labormeter_ui.views.shift import LOOKS, ShiftView


def shown(qtbot: QtBot, presenters: Presenters) -> ShiftView:
    view = ShiftView(presenters.shift)
    qtbot.addWidget(view)
    view.show()
    return view


def seen(view: ShiftView) -> set[Verb]:
    return {verb for verb, made in view.buttons.items() if made.isVisible()}


@pytest.mark.parametrize(
    ("mode", "verbs", "said"),
    [
        ("absent", {"start"}, "Not metering"),
        ("metering", {"pause", "private", "stop"}, "Metering"),
        ("paused", {"start", "stop"}, "Paused"),
        ("private", {"start", "stop"}, "Private"),
        ("stopped", {"start"}, "Shift ended"),
    ],
)
def test_each_mode_offers_what_can_be_done(
    qtbot: QtBot, presenters: Presenters, mode: Mode, verbs: set[Verb], said: str
) -> None:
    view = shown(qtbot, presenters)
    presenters.see(Picture(now=NOON, meter=Meter(mode=mode)))
    assert seen(view) == verbs
    assert view.mode.text() == said
    assert all(view.buttons[verb].isEnabled() for verb in verbs)


def test_a_press_asks_and_only_the_answer_changes_the_buttons(
    qtbot: QtBot, presenters: Presenters, picture: Picture
) -> None:
    view = shown(qtbot, presenters)
    with qtbot.waitSignal(presenters.shift.asked) as told:
        view.buttons["pause"].click()
    assert told.args == ["pause"]
    assert view.mode.text() == "Metering"
    waiting = replace(picture.meter, asked="pause", asked_at=picture.now)
    presenters.see(replace(picture, meter=waiting))
    assert view.since.text() == "asked, waiting for the meter"
    assert not any(made.isEnabled() for made in view.buttons.values())
    presenters.see(replace(picture, meter=Meter(mode="paused", since=picture.now)))
    assert view.mode.text() == "Paused"
    assert seen(view) == {"start", "stop"}
    assert view.buttons["start"].text() == "Resume"


def test_since_when_is_said(qtbot: QtBot, presenters: Presenters) -> None:
    assert shown(qtbot, presenters).since.text() == "since 10:00\u202fAM"


def test_no_two_modes_share_an_icon_without_words() -> None:
    assert len({name for name, _ in LOOKS.values()}) >= len(LOOKS) - 1
