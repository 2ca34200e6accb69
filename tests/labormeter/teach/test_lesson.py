"""What a lesson is about: writes that were taken, that no rule counts and nothing denies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from labormeter.rules.load import shipped
from labormeter.teach.lesson import fresh, lesson_of
from labormeter.teach.shape import Shape
from labormeter.teach.words import Vocabulary
from labormeter.testing import exchange

PACKS = shipped()
WORDS = Vocabulary.of(PACKS)
NEW = "https://x.com/i/api/graphql/AAA/CreateThingMutation"


def looked_at(method: str, url: str, **more: object) -> Shape | None:
    return lesson_of(PACKS, exchange(method, url, body={"id": "1"}, **more), WORDS)  # type: ignore[arg-type]


def test_a_new_write_is_looked_at_and_its_declared_name_kept() -> None:
    found = looked_at("POST", NEW)
    assert found is not None
    assert (found.name, found.name_at) == ("CreateThingMutation", "path.operation")
    assert found.path == "/i/api/graphql/*/CreateThingMutation"


@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("GET", NEW),
        ("POST", "https://x.com/i/api/graphql/AAA/HomeTimeline"),
        ("POST", "https://x.com/i/api/graphql/AAA/SendMessageMutation"),
        ("POST", "https://x.com/i/api/1.1/dm/new.json"),
        ("POST", "https://x.com/login/create"),
        ("POST", "https://accounts.google.com/create"),
        ("POST", "https://my.bank/create"),
        ("POST", "https://127.0.0.1/create"),
    ],
)
def test_reads_and_what_is_private_are_not(method: str, url: str) -> None:
    assert looked_at(method, url) is None


def test_what_was_not_taken_or_is_counted_already_is_not() -> None:
    assert looked_at("POST", NEW, status=403) is None
    assert looked_at("POST", NEW, status=None) is None
    assert looked_at("POST", NEW, headers={"sec-purpose": "prefetch"}) is None
    counted = exchange(
        "POST",
        "https://x.com/i/api/graphql/AAA/FavoriteTweet",
        body={"variables": {"tweet_id": "1"}},
        answer={"data": {"favorite_tweet": "Done"}},
    )
    assert lesson_of(PACKS, counted, WORDS) is None


def test_only_what_was_not_there_before_is_new_and_the_likeliest_comes_first() -> None:
    ping = Shape(method="POST", host="x.com", path="/*")
    act = replace(ping, path="/*/*", name="CreateThing", answer={"ok": "=true"})
    other = replace(ping, path="/*/*/*")
    assert fresh([ping], [ping, other, other, act]) == (act, other)
    assert fresh([], []) == ()
