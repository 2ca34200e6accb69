"""The engine's end of a lesson: nothing is looked at unless somebody teaches."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from labormeter.home import Home
from labormeter.rules.load import shipped
from labormeter.teach.line import Listener
from labormeter.teach.shape import parse
from labormeter.teach.words import Vocabulary
from labormeter.testing import exchange
from labormeter_addon.lesson import Lesson
from labormeter_addon.translate import Head

NEW = "/i/api/graphql/AAA/CreateThingMutation"


def head(method: str = "POST", host: str = "x.com", path: str = NEW) -> Head:
    return Head(method, host, path, (), ())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


def test_without_a_lesson_nothing_is_wanted(home: Home) -> None:
    lesson = Lesson(home, shipped())
    lesson.look()
    assert not lesson.wants(head())
    lesson.take(exchange("POST", f"https://x.com{NEW}", body={"id": 1}))


def test_shapes_of_the_platform_that_is_taught_are_sent_and_no_others(home: Home) -> None:
    lesson = Lesson(home, shipped())
    with Listener(home, "x") as line:
        lesson.look()
        assert lesson.wants(head())
        for other in (
            head(host="www.reddit.com"),
            head(method="GET"),
            head(path="/i/api/1.1/dm/new.json"),
            head(path="/login"),
        ):
            assert not lesson.wants(other)
        for host in ("www.reddit.com", "x.com"):
            lesson.take(
                exchange("POST", f"https://{host}{NEW}", body={"variables": {"note": "CANARY"}})
            )
        for _ in range(200):
            if line.taken():
                break
            time.sleep(0.01)
        (sent,) = line.taken()
    assert b"CANARY" not in sent
    assert json.loads(sent)["name"] == "CreateThingMutation"
    assert parse(sent, Vocabulary.of(shipped())) is not None
    lesson.look()
    assert not lesson.wants(head())


def test_a_lesson_whose_teacher_is_gone_is_none(home: Home) -> None:
    lesson = Lesson(home, shipped())
    line = Listener(home, "x")
    call = (home.run / "lesson.json").read_bytes()
    line.close()
    (home.run / "lesson.json").write_bytes(call)
    lesson.look()
    assert not lesson.wants(head())
