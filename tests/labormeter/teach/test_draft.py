"""A draft is a sound pack that proves itself, whatever the shape."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.labormeter.teach.recording import CANARY, REVIEW

from labormeter.archives.entry import exchanges_of
from labormeter.rules.check import check
from labormeter.rules.load import read_text, shipped
from labormeter.rules.pack import Pack
from labormeter.teach.draft import Wish, draft, rule_text
from labormeter.teach.shape import shape
from labormeter.teach.words import Vocabulary
from labormeter.testing import exchange

WORDS = Vocabulary.of(shipped())
WISH = Wish(platform="reviews", title="Reviews", activity="review", day="2026-11-25")


def sound(text: str) -> Pack:
    pack, faults = read_text(text, "draft.toml")
    assert not faults, [str(fault) for fault in faults]
    assert pack is not None
    assert [str(fault) for fault in check(pack)] == []
    return pack


def test_a_candidate_waits_and_holds_no_marked_word() -> None:
    (one,) = exchanges_of(REVIEW)
    text = draft(shape(one, WORDS), WISH)
    (rule,) = sound(text).rules
    assert not rule.enabled
    assert rule.wanted
    assert CANARY not in text.upper()
    assert rule.target is not None
    assert rule.target.text == "json | review.place_id"


def test_without_its_name_an_operation_may_not_count() -> None:
    (one,) = exchanges_of(REVIEW)
    text = draft(shape(one, WORDS), Wish(**{**_fields(WISH), "count": True}))
    assert not sound(text).rules[0].enabled


def test_a_rule_that_may_count_reads_both_halves() -> None:
    sent = exchange(
        "POST",
        "https://www.reviews.example/write/55",
        body={"review": {"place_id": "7"}},
        answer={"success": True},
    )
    (rule,) = sound(draft(shape(sent, WORDS), Wish(**{**_fields(WISH), "count": True}))).rules
    assert rule.enabled
    assert [each.text for each in rule.accepted] == ['response.json | "success" equals True']


def test_an_operation_of_a_shipped_surface_stands_on_a_copy_of_it() -> None:
    sent = exchange(
        "POST", "https://x.com/i/api/graphql/A/CreateThing", body={"variables": {"tweet_id": "5"}}
    )
    found = shape(sent, WORDS, ("CreateThing", "path.operation"))
    wish = Wish(
        platform="x-own", title="X", activity="post", day="2026-11-25", counts_as="x", count=True
    )
    pack = sound(draft(found, wish, surface="x:graphql"))
    assert pack.counted == "x"
    (rule,) = pack.rules
    assert rule.enabled
    assert rule.names.exact == {"CreateThing"}


def test_a_second_rule_stands_behind_the_first() -> None:
    sent = shape(exchange("POST", "https://a.example/x", body={"id": "1"}), WORDS)
    first = draft(sent, WISH)
    more = rule_text(sent, Wish(**{**_fields(WISH), "known": ("review-1",)}))
    assert [rule.id for rule in sound(first + "\n" + more).rules] == ["review-1", "review-2"]


values = st.recursive(
    st.sampled_from([None, True, 7, "x", "12345", "ok", '{"id": 1}']),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["id", "data", "text", "json", "tweet_id", "success", "length", "nope", "items"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=10,
)


@settings(max_examples=150, deadline=None)
@given(values, values, st.sampled_from(["json", "form"]), st.booleans())
def test_every_shape_gives_a_sound_pack(body: Any, answer: Any, kind: str, count: bool) -> None:  # noqa: FBT001
    if kind == "form":
        sent = exchange(
            "POST",
            "https://a.example/i/jane/7?id=3",
            {"id": str(body), "text": "x"},
            answer={"data": answer},
        )
    else:
        sent = exchange(
            "PUT", "https://a.example/i/jane/7", body={"data": body}, answer={"data": answer}
        )
    sound(draft(shape(sent, WORDS), Wish(**{**_fields(WISH), "count": count})))


@pytest.mark.parametrize("path", ["/", "/a", "/a/b/c/d/e/f/g/h/i/j"])
def test_any_path_gives_a_sound_pack(path: str) -> None:
    sound(draft(shape(exchange("DELETE", f"https://a.example{path}"), WORDS), WISH))


def _fields(wish: Wish) -> dict[str, Any]:
    return {name: getattr(wish, name) for name in Wish.__dataclass_fields__}
