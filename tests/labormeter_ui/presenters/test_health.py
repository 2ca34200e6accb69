import pytest
from pytestqt.qtbot import QtBot

from labormeter.model import Health, Visit
from labormeter.testing import NOON
from labormeter_ui.picture import Meter, Picture
from labormeter_ui.presenters.health import LIVELY, HealthPresenter, pulses

ON = Meter(mode="metering", since=NOON)


@pytest.mark.parametrize(
    ("health", "meter", "mood"),
    [
        (Health(platform="x", last_traffic=NOON - LIVELY + 1), ON, "good"),
        (Health(platform="x", last_traffic=NOON - LIVELY), ON, "quiet"),
        (Health(platform="x"), ON, "never"),
        (Health(platform="x", last_traffic=NOON), Meter(mode="paused"), "off"),
        (Health(platform="x", last_traffic=NOON), Meter(), "off"),
        (Health(platform="x", last_traffic=NOON, unrecognised=1), ON, "warn"),
        (Health(platform="x", unrecognised=1), Meter(), "warn"),
    ],
)
def test_silence_is_never_taken_for_health(health: Health, meter: Meter, mood: str) -> None:
    (pulse,) = pulses(Picture(now=NOON, health=(health,), meter=meter))
    assert pulse.mood == mood


def test_watched_platforms_stand_there_before_any_traffic() -> None:
    found = pulses(Picture(now=NOON, meter=ON, watched=("reddit", "x"), unwatched=("google",)))
    assert [(one.platform, one.mood) for one in found] == [
        ("x", "never"),
        ("reddit", "never"),
        ("google", "unwatched"),
    ]


def test_what_was_switched_off_is_not_watched_however_lively_it_was() -> None:
    lively = Health(platform="google", last_traffic=NOON)
    (found,) = pulses(Picture(now=NOON, meter=ON, health=(lively,), unwatched=("google",)))
    assert found.mood == "unwatched"


def test_practice_is_no_platform_to_be_watched() -> None:
    assert pulses(Picture(now=NOON, health=(Health(platform="practice"),))) == ()


def test_seconds_change_nothing_minutes_do(qtbot: QtBot) -> None:
    presenter = HealthPresenter()
    health = (Health(platform="x", last_traffic=NOON),)
    presenter.see(Picture(now=NOON, health=health, meter=ON))
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.see(Picture(now=NOON + 59_000_000, health=health, meter=ON))
    with qtbot.waitSignal(presenter.changed):
        presenter.see(Picture(now=NOON + 60_000_000, health=health, meter=ON))


def test_captchas_are_compared_and_a_change_of_them_is_told(qtbot: QtBot) -> None:
    presenter = HealthPresenter()
    assert presenter.captchas.verdict == "none"
    seen = Visit(day="2026-06-01", platform="x", state="metered", pages=80, captchas=2)
    with qtbot.waitSignal(presenter.changed):
        presenter.see(Picture(now=NOON, visits=(seen,)))
    assert (presenter.captchas.metered.captchas, presenter.captchas.metered.pages) == (2, 80)
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.see(Picture(now=NOON, visits=(seen,)))
