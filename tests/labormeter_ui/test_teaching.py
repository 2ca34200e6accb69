"""Lessons as the window gives them: from a real recording, and with a real line to an engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.labormeter.teach.recording import REVIEW, entry, written

from labormeter import lock
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.rules import load
from labormeter.teach.line import Caller, called
from labormeter.teach.recorded import recorded
from labormeter.teach.words import Vocabulary
from labormeter_ui.presenters.teach import TeachPresenter
from labormeter_ui.teaching import Teaching

THING = entry(
    "https://x.com/i/api/graphql/QQQ/CreateThingMutation",
    {"variables": {"tweet_id": "123456", "note": "CANARY"}},
    {"data": {"id": "777"}},
)


@pytest.fixture
def teaching(home: Home) -> Iterator[Teaching]:
    made = Teaching(home, TeachPresenter(), quiet=1)
    yield made
    made.close()


def presenter(teaching: Teaching) -> TeachPresenter:
    return teaching._presenter


def test_a_recording_becomes_a_rule_that_is_kept_and_waits(
    teaching: Teaching, home: Home, tmp_path: Path, qtbot: QtBot
) -> None:
    lesson = presenter(teaching)
    lesson.read(str(written(tmp_path / "r.har", REVIEW)), "", "review")
    qtbot.waitUntil(lambda: bool(lesson.state.text), timeout=30_000)
    assert 'activity = "review"' in lesson.state.text
    lesson.keep_wanted.emit(False)
    qtbot.waitUntil(lambda: lesson.state.stage == "kept", timeout=30_000)
    packs, faults = load.load(home.packs)
    assert not faults
    assert not any(rule.enabled for rule in packs.by_platform[lesson.state.pack].rules)


def test_a_recording_that_is_none_is_told(teaching: Teaching, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "r.har").write_text("no")
    with qtbot.waitSignal(teaching.refused):
        presenter(teaching).read(str(tmp_path / "r.har"), "", "post")
    assert presenter(teaching).state.stage == "idle"


def test_without_a_meter_there_is_no_lesson(teaching: Teaching, qtbot: QtBot) -> None:
    with qtbot.waitSignal(teaching.refused) as told:
        presenter(teaching).begin("x", "post")
    assert told.args is not None
    assert isinstance(told.args[0], KnownError)
    assert told.args[0].message == "No meter runs."


def test_what_leaves_with_the_act_is_found_and_what_leaves_by_itself_is_not(
    teaching: Teaching, home: Home, tmp_path: Path, qtbot: QtBot
) -> None:
    packs = load.shipped()
    path = written(tmp_path / "r.har", REVIEW, THING)
    itself, done = (one.line() for one in recorded(packs, Vocabulary.of(packs), path))
    lesson = presenter(teaching)
    with lock.hold(home.lock, port=1):
        lesson.begin("x", "post")
        qtbot.waitUntil(lambda: called(home) is not None, timeout=30_000)
        call = called(home)
        assert call is not None
        engine = Caller(call)
        qtbot.waitUntil(lambda: lesson.state.stage == "quiet", timeout=30_000)
        engine.send(itself)
        qtbot.waitUntil(lambda: lesson.state.stage == "act", timeout=30_000)
        engine.send(itself)
        engine.send(done)
        qtbot.waitUntil(lambda: lesson.state.heard == 2, timeout=30_000)
        lesson.finish()
        qtbot.waitUntil(lambda: lesson.state.stage == "found", timeout=30_000)
    assert len(lesson.state.found) == 1
    assert called(home) is None
    engine.close()


def test_a_lesson_that_is_cancelled_listens_no_more(
    teaching: Teaching, home: Home, qtbot: QtBot
) -> None:
    lesson = presenter(teaching)
    with lock.hold(home.lock, port=1):
        lesson.begin("x", "post")
        qtbot.waitUntil(lambda: called(home) is not None, timeout=30_000)
        lesson.cancel()
        qtbot.waitUntil(lambda: called(home) is None, timeout=30_000)
    assert lesson.state.stage == "idle"
