from __future__ import annotations

from typing import Any

import pytest

from labormeter.errors import KnownError
from labormeter.pool import answer, asking, queries
from labormeter.pool.answer import Answer
from labormeter.pool.store import Pool
from labormeter.valuation.lens import Reading


def test_two_engines_give_one_hash_for_every_question(filled: Pool) -> None:
    hashes: dict[str, dict[str, str]] = {}
    for name in ("duckdb", "sqlite"):
        found = asking.ask(filled, queries.QUERIES, Reading(), name=name)
        hashes[name] = {question: one.sha256 for question, one in found.items()}
    assert hashes["duckdb"] == hashes["sqlite"]
    assert all(len(one.rows) for one in found.values())


def test_a_value_changed_changes_the_hash() -> None:
    one, other = (Answer("n", ("a", "b"), (("x", value),)) for value in (1, 2))
    assert one.sha256 != other.sha256
    assert one.records() == [{"a": "x", "b": 1}]


def test_there_is_no_other_question() -> None:
    engine: Any = None
    with pytest.raises(KnownError, match="no question"):
        answer.ask(engine, "select * from cells", most=1, each=1)
