from __future__ import annotations

from labormeter.pool import asking
from labormeter.pool.store import Pool
from labormeter.valuation.lens import Reading


def test_a_lens_changes_worth_and_no_unit(filled: Pool) -> None:
    worker = asking.ask(filled, ("units", "worth"), Reading())
    buyer = asking.ask(filled, ("units", "worth"), Reading(lens="buyer"))
    assert worker["units"].sha256 == buyer["units"].sha256
    assert worker["worth"].sha256 != buyer["worth"].sha256


def test_the_bound_of_a_question_is_the_study_s_unless_given(filled: Pool) -> None:
    usual = asking.ask(filled, ("bounded",), Reading())["bounded"]
    less = asking.ask(filled, ("bounded",), Reading(), most=5)["bounded"]
    assert sum(int(one["n"] or 0) for one in less.records()) < sum(
        int(one["n"] or 0) for one in usual.records()
    )
