"""Spark and Spark Connect against DuckDB: `make test-spark`, since Spark weighs half a gigabyte."""

from __future__ import annotations

import os

import pytest

from labormeter.pool import asking, queries
from labormeter.pool.store import Pool
from labormeter.valuation.lens import Reading

pytest.importorskip("pyspark", reason="`make test-spark` brings Spark")

URL = {"classic": "", "connect": "local[2]"}[os.environ.get("LABORMETER_SPARK", "classic")]
"""One process has one kind of session: the target runs this file twice."""


@pytest.mark.timeout(900)
def test_every_answer_has_the_hash_that_it_has_on_duckdb(filled: Pool) -> None:
    here = asking.ask(filled, queries.QUERIES, Reading())
    there = asking.ask(filled, queries.QUERIES, Reading(), name="spark", url=URL)
    assert {name: one.sha256 for name, one in there.items()} == {
        name: one.sha256 for name, one in here.items()
    }
