from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.valuation import tally
from labormeter.valuation.lens import LENSES
from labormeter.valuation.plan import kind_of, plan, valued
from labormeter.valuation.sheet import sheet

from .test_tally import BYS, cells, through

if TYPE_CHECKING:
    from labormeter.model import Cell


@given(cells, st.sampled_from(LENSES))
def test_a_plan_comes_to_what_entry_by_entry_comes_to(some: list[Cell], lens: str) -> None:
    how = through(lens)
    seen = sheet(some).of(how.reading.lens)
    made = plan(seen, kind_of(how.reading.lens), BYS)
    assert valued(made, how) == [tally.valued(seen, how, by) for by in BYS]


@given(cells)
def test_a_plan_is_not_used_up(some: list[Cell]) -> None:
    """Worker, buyer and worker again: the second reading leaves nothing behind."""
    made = plan(sheet(some).of("worker"), "paid", BYS)
    first = valued(made, through("worker"))
    valued(made, through("buyer"))
    assert valued(made, through("worker")) == first


@given(cells, st.sampled_from(LENSES))
def test_parts_add_up_to_the_whole_through_every_lens(some: list[Cell], lens: str) -> None:
    """Weeks, months and platforms of coarse cells come to the same millionth."""
    how = through(lens)
    kept = sheet(some)
    bys = (("week",), ("month",), ("platform",), ("day",))
    parts = [
        tally.several(kept.of(how.reading.lens), how, [by])[0]
        if by == ("day",)
        else valued(plan(kept.coarse(how.reading.lens), kind_of(how.reading.lens), [by]), how)[0]
        for by in bys
    ]
    sums = {
        tuple(sum(getattr(line.worth, name) for line in lines if line.worth) for name in FIGURES)
        for lines in parts
    }
    assert len(list(groupby(sums))) == 1


FIGURES = ("low", "central", "high")


@pytest.mark.parametrize(
    ("lens", "kind"),
    [("worker", "paid"), ("buyer", "paid"), ("time", "time"), ("platform", "platform")],
)
def test_worker_and_buyer_share_a_plan(lens: str, kind: str) -> None:
    assert kind_of(lens) == kind  # type: ignore[arg-type]
