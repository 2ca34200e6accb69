"""Rows beside the acts are staged, and come in once; what is there already is left as it is."""

from contextlib import closing
from pathlib import Path

from labormeter.home import Home
from labormeter.ledger import aside, file
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


def test_every_table_that_is_staged_can_be_brought() -> None:
    assert set(aside.BRING) == set(aside.COLUMNS) - {"undated", "imports"}
