"""What may be kept of a request: only words that are known beforehand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.rules.load import shipped
from labormeter.teach.words import COMMON, Vocabulary, pieces

WORDS = Vocabulary.of(shipped())


@pytest.mark.parametrize(
    "key", ["variables", "tweet_id", "media_id", "reviewText", "created_at_"[:7]]
)
def test_keeps_what_packs_read_and_schemas_are_made_of(key: str) -> None:
    assert WORDS.key(key)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "CANARY",
        "jane",
        "jane_doe_id",
        "my review",
        "user_4711",
        "like-jane",
        "Straße",
        "id\n",
        "a" * 99,
    ],
)
def test_keeps_no_other_key(key: str) -> None:
    assert not WORDS.key(key)


def test_keeps_what_the_person_typed() -> None:
    own = Vocabulary.of(shipped(), ["stars5", "biz"])
    assert own.key("stars5")
    assert own.segment("biz")
    assert not WORDS.segment("biz")


def test_keeps_segments_that_a_pack_writes_out_and_no_schema_words() -> None:
    assert WORDS.segment("graphql")
    assert not WORDS.segment("comment_by_user")
    assert not WORDS.segment("1234")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("FavoriteTweet", True),
        ("useCometReviewCreateMutation", True),
        ("CANARYOPERATION", False),
        ("JaneDoe", False),
        ("create review", False),
        ("createReview/../x", False),
        ("CreateReview20261125", False),
        ("ab", False),
        ("_" * 90 + "Create", False),
    ],
)
def test_keeps_names_of_operations_that_say_what_is_done(name: str, kept: bool) -> None:  # noqa: FBT001
    assert WORDS.operation(name) is kept


@given(st.text(max_size=30))
def test_a_key_that_is_kept_is_known_or_made_of_schema_words(text: str) -> None:
    if WORDS.key(text) and text not in WORDS.keys:
        assert all(piece in COMMON for piece in pieces(text))
        assert text.isascii()
