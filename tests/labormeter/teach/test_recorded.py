"""Lessons from a recording: of one platform where one is named, and only as far as wanted."""

from pathlib import Path

from tests.labormeter.teach.recording import REVIEW, entry, written

from labormeter.rules import load
from labormeter.teach.recorded import heard, recorded
from labormeter.teach.words import Vocabulary

PACKS = load.shipped()
WORDS = Vocabulary.of(PACKS)
THING = entry(
    "https://x.com/i/api/graphql/QQQ/CreateThingMutation",
    {"variables": {"tweet_id": "123456"}},
    {"data": {"id": "777"}},
)


def test_only_hosts_of_the_platform_are_looked_at(tmp_path: Path) -> None:
    path = written(tmp_path / "r.har", REVIEW, THING)
    assert len(recorded(PACKS, WORDS, path)) == 2
    assert [one.name for one in recorded(PACKS, WORDS, path, "x")] == ["CreateThingMutation"]


def test_reading_ends_when_it_is_told_to(tmp_path: Path) -> None:
    path = written(tmp_path / "r.har", REVIEW, THING)
    assert recorded(PACKS, WORDS, path, stopped=lambda: True) == ()


def test_what_was_there_before_the_act_is_not_the_act(tmp_path: Path) -> None:
    (thing,) = recorded(PACKS, WORDS, written(tmp_path / "r.har", THING))
    line = thing.line().encode()
    assert heard([line], [line], WORDS) == ()
    assert heard([], [line, b"rubbish"], WORDS) == (thing,)
