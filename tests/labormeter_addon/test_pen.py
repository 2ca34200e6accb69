"""Ledger, keys and meter in one hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.labormeter_addon.test_strays import _packs

from labormeter import testing
from labormeter.home import Home
from labormeter.ledger import query
from labormeter_addon.pen import LedgerPen

if TYPE_CHECKING:
    from pathlib import Path


def test_judges_without_writing_and_writes_what_was_judged(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    pen = LedgerPen(home, _packs())
    like = testing.exchange(
        "POST", "https://social.example/api/like", body={"post": "1"}, answer={"liked": True}
    )
    taken = pen.judge(like, ())
    assert [act.activity for act in taken.acts] == ["like"]
    with query.open(home) as ledger:
        assert ledger.count() == 0
        assert pen.keep(taken) == 1
        assert pen.keep(taken) == 0, "the same again adds nothing"
        assert ledger.count() == 1
        pen.gap(1, 2, "tested", 3, 4)
        pen.health({"sample": 5})
        pen.challenged(6)
        assert [(span.reason, span.late, span.lost) for span in ledger.spans()] == [
            ("tested", 3, 4)
        ]
    pen.close()
