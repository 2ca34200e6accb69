"""Rows beside the acts are staged, and come in once; what is there already is left as it is."""

from contextlib import closing
from pathlib import Path

import pytest

from labormeter.home import Home
from labormeter.ledger import aside, file
from labormeter.ledger.dump import Part
from labormeter.ledger.log import Log
from labormeter.testing import NOON


def test_visits_and_stretches_come_in_once_and_open_ones_never(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    Log.open(home, now=NOON).close()
    with closing(file.connect(home.ledger)) as connection:
        aside.stage(connection, "visits", [("2026-06-01", "x", "metered", 3, 2, 1)])
        aside.stage(connection, "spans", [("shift", 1, 9, "", 0, 0), ("shift", 20, None, "", 0, 0)])
        for _ in range(2):
            aside.bring(connection, 1)
        assert connection.execute("SELECT pages FROM visits").fetchall() == [(3,)]
        edges = connection.execute("SELECT edge, at FROM spans ORDER BY seq").fetchall()
    assert edges == [("begin", 1), ("end", 9)]


@pytest.mark.parametrize("part", [Part(), Part(since="2026-01-01", platforms=("x",))])
def test_no_table_beside_the_acts_looks_at_every_act(tmp_path: Path, part: Part) -> None:
    """They are small, and acts are a million: an empty one must cost nothing."""
    home = Home(tmp_path).create()
    Log.open(home, now=NOON).close()
    with closing(file.connect(home.ledger)) as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        for name in aside.COLUMNS:
            if name != "spans":
                aside.rows(connection, name, part)
        connection.set_trace_callback(None)
        plans = [
            step[3]
            for statement in asked
            for step in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
        ]
    assert len(asked) >= 3
    assert [step for step in plans if step.startswith("SCAN acts")] == []
    assert any(step.startswith("SEARCH acts") for step in plans)


def test_every_table_that_is_staged_can_be_brought() -> None:
    assert set(aside.BRING) == set(aside.COLUMNS) - {"undated", "imports"}
