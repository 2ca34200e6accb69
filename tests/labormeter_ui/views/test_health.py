import pytest
from pytestqt.qtbot import QtBot

from labormeter.captchas import Comparison, Rate
from labormeter.testing import NOON
from labormeter_ui import language
from labormeter_ui.presenters.health import Mood, Pulse
from labormeter_ui.presenters.pages import Presenters
from labormeter_ui.views.health import HealthView

MINUTE = 60_000_000


def shown(qtbot: QtBot, presenters: Presenters) -> HealthView:
    view = HealthView(presenters.health)
    qtbot.addWidget(view)
    view.show()
    return view


@pytest.mark.parametrize(
    ("mood", "traffic", "said"),
    [
        ("off", None, "not metered now"),
        ("off", NOON - 5 * MINUTE, "not metered now, last traffic 5 min ago"),
        ("quiet", NOON - 90 * MINUTE, "silent, last traffic 1 h 30 min ago"),
        ("good", NOON, "seen, no act yet"),
    ],
)
def test_silence_is_said_in_words(
    qtbot: QtBot, presenters: Presenters, mood: Mood, traffic: int | None, said: str
) -> None:
    view = shown(qtbot, presenters)
    assert view.sentence(Pulse(platform="x", mood=mood, last_traffic=traffic, now=NOON)) == said


def test_writes_that_no_rule_knows_are_told(qtbot: QtBot, presenters: Presenters) -> None:
    pulse = Pulse(platform="x", mood="warn", last_act=NOON - MINUTE, unrecognised=3, now=NOON)
    found = shown(qtbot, presenters).sentence(pulse)
    assert found == "last act 1 min ago, 3 writes that no rule knows"


def test_each_watched_platform_has_a_line_and_the_others_are_named(
    qtbot: QtBot, presenters: Presenters
) -> None:
    view = shown(qtbot, presenters)
    assert [name.text() for _, name, _ in view.lines] == ["X"]
    assert view.never.text() == "No traffic seen yet: Instagram."
    assert view.unwatched.text() == "Not watched: Google."
    assert all(mark.accessibleName() and not mark.pixmap().isNull() for mark, _, _ in view.lines)


def test_lines_come_and_go(qtbot: QtBot, presenters: Presenters) -> None:
    view = shown(qtbot, presenters)
    presenters.health.pulses = ()
    presenters.health.changed.emit()
    assert view.lines == []
    assert not view.unwatched.isVisible()


def test_another_language_is_spoken_at_once(qtbot: QtBot, presenters: Presenters) -> None:
    view = shown(qtbot, presenters)
    language.use("fr")
    qtbot.waitUntil(lambda: view.unwatched.text() == "Non suivies : Google.")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Comparison(Rate(0, 0), Rate(0, 0)), ""),
        (
            Comparison(Rate(4, 330), Rate(0, 0)),
            "Captchas on 100 pages: 1.2 while metered (0.3 to 3.1).",
        ),
        (
            Comparison(Rate(4, 330), Rate(0, 72)),
            (
                "Captchas on 100 pages: 1.2 while metered (0.3 to 3.1),"
                " about 0.0 while passed through (0.0 to 5.1). That may be chance."
            ),
        ),
        (
            Comparison(Rate(40, 400), Rate(2, 400)),
            (
                "Captchas on 100 pages: 10.0 while metered (7.1 to 13.6),"
                " about 0.5 while passed through (0.1 to 1.8). Metering probably brings more of them."
            ),
        ),
    ],
)
def test_captchas_stand_with_their_interval_and_silence_where_nothing_is_known(
    qtbot: QtBot, presenters: Presenters, found: Comparison, said: str
) -> None:
    view = shown(qtbot, presenters)
    presenters.health.captchas = found
    presenters.health.changed.emit()
    assert view.captchas.text() == said
    assert view.captchas.isVisible() is bool(said)
