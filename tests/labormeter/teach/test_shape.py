"""A shape holds names that are known and kinds of values, and survives its journey unchanged."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.labormeter.teach.recording import CANARY, REVIEW

from labormeter.archives.entry import exchanges_of
from labormeter.rules.load import shipped
from labormeter.teach.shape import JSON, parse, shape, tree
from labormeter.teach.words import Vocabulary
from labormeter.testing import exchange

WORDS = Vocabulary.of(shipped())


def test_no_marked_word_survives() -> None:
    (one,) = exchanges_of(REVIEW)
    found = shape(one, WORDS)
    assert CANARY.lower() not in found.line().lower()
    assert "jane" not in found.line()
    assert "4711" not in found.line()


def test_says_what_kind_of_value_stands_where() -> None:
    body = {
        "tweet_id": "123456",
        "text": "hello",
        "count": 3,
        "is_title": True,
        "items": [{"id": 1}],
    }
    found = shape(exchange("POST", "https://x.com/a", body=body, answer={"ok": True}), WORDS)
    assert found.body == {
        "tweet_id": "id",
        "text": "text",
        "count": "number",
        "field_3": "flag",
        "items": [{"id": "id"}],
    }
    assert found.answer == {"ok": "=true"}


def test_looks_into_documents_within_fields() -> None:
    form = {"variables": json.dumps({"media_id": 7}), "id": "1"}
    found = shape(exchange("POST", "https://x.com/a", form), WORDS)
    assert (found.kind, found.body) == (
        "form",
        {"variables": {JSON: {"media_id": "id"}}, "id": "id"},
    )


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=200)
@given(values, values, st.text(max_size=20))
def test_a_shape_comes_out_as_it_went_in(body: Any, answer: Any, path: str) -> None:
    sent = exchange(
        "POST",
        "https://x.com/" + path.replace("?", "").replace("#", "").replace("[", "").replace("]", ""),
        body=json.dumps(body),
        headers={"content-type": "application/json"},
        answer=json.dumps(answer),
    )
    found = shape(sent, WORDS)
    assert parse(found.line(), WORDS) == found


def _marked(value: Any) -> Any:
    match value:
        case str():
            return f"{value}CANARY"
        case list():
            return [_marked(inner) for inner in value]
        case dict():
            return {f"{key}CANARY": _marked(inner) for key, inner in value.items()}
        case _:
            return value


@settings(max_examples=200)
@given(values)
def test_no_value_survives(value: Any) -> None:
    marked = _marked(value)
    assert CANARY not in json.dumps(tree(marked, WORDS))


def test_deep_and_wide_documents_are_cut() -> None:
    deep: Any = "x"
    for _ in range(50):
        deep = {"data": deep}
    wide = {f"k{number}": 1 for number in range(1000)}
    assert len(json.dumps(tree(deep, WORDS))) < 200
    assert len(tree(wide, WORDS)) == 40


@pytest.mark.parametrize(
    "change",
    [
        {"path": "/i/CANARY"},
        {"name": "CANARY"},
        {"host": "x.com/CANARY"},
        {"name_at": "header.CANARY"},
        {"query": ["CANARY"]},
        {"body": {"CANARY": "text"}},
        {"body": "CANARY"},
        {"answer": {"data": "=CANARY"}},
        {"body": [["CANARY"]]},
        {"status": "CANARY"},
        {"more": 1},
        {"query": 7},
    ],
)
def test_what_is_no_shape_is_refused(change: dict[str, Any]) -> None:
    plain = json.loads(shape(exchange("POST", "https://x.com/a", body={"id": 1}), WORDS).line())
    assert parse(json.dumps(plain), WORDS) is not None
    assert parse(json.dumps({**plain, **change}), WORDS) is None


@pytest.mark.parametrize("line", [b"", b"x", b"[]", b"{}", b"null", b"\xff", b"[" * 5000])
def test_what_is_no_line_is_refused(line: bytes) -> None:
    assert parse(line, WORDS) is None
