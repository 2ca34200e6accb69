from __future__ import annotations

import pytest

from labormeter.rules.fault import FormatError
from labormeter.rules.source import find_source
from labormeter.rules.view import Documents, View
from labormeter.testing import exchange

EXCHANGE = exchange(
    "POST",
    "https://x.test/a/b?q=1",
    {"f": "2"},
    headers={"X-H": "3", "Cookie": "c=4"},
    status=201,
    answer="5",
    answer_headers={"X-R": "6"},
)
VIEW = View(Documents(EXCHANGE), {"name": "7"}, item="8", answer="9")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("method", ["POST"]),
        ("host", ["x.test"]),
        ("path", ["/a/b"]),
        ("path.name", ["7"]),
        ("path.none", []),
        ("query.q", ["1"]),
        ("form.f", ["2"]),
        ("part.f", ["2"]),
        ("header.X-H", ["3"]),
        ("cookie.c", ["4"]),
        ("item", ["8"]),
        ("status", [201]),
        ("response.status", [201]),
        ("response.item", ["9"]),
        ("response.json", [5]),
        ("response.body", [b"5"]),
        ("response.header.x-r", ["6"]),
        ('form."twitter:string:choice"', []),
    ],
)
def test_each_source(source: str, found: list[object]) -> None:
    assert find_source(source).find(VIEW) == found


@pytest.mark.parametrize("source", ["item", "response.item"])
def test_there_is_no_item_where_nothing_is_fanned_out(source: str) -> None:
    assert find_source(source).find(View(Documents(EXCHANGE), {})) == []


@pytest.mark.parametrize("source", ["status", "response.status", "response.json", "response.body"])
def test_there_is_nothing_in_an_answer_that_did_not_come(source: str) -> None:
    view = View(Documents(exchange("GET", "https://x.test/", status=None)), {})
    assert find_source(source).find(view) == []


@pytest.mark.parametrize(
    ("bad", "hint"),
    [
        ("heder.x", "header"),
        ("response.path", "no place"),
        ("response.method", "no place"),
        ("header", "needs a name"),
        ("query.", "needs a name"),
        ("json.data", "json | data"),
        ("response.json.data", "response.json | data"),
        ("", "no place"),
    ],
)
def test_a_bad_source_is_refused_with_advice(bad: str, hint: str) -> None:
    with pytest.raises(FormatError, match=hint.replace("|", r"\|")):
        find_source(bad)


def test_what_must_be_read_for_it_is_known() -> None:
    assert find_source("header.x").head
    assert not find_source("form.x").head
    assert find_source("form.x").body
    assert find_source("status").answer
    assert not find_source("status").answer_body
    assert find_source("response.json").answer_body
    assert not find_source("response.header.x").answer_body
