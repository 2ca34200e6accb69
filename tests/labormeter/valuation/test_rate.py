from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.valuation import rate
from labormeter.valuation.rate import FIELDS, Known

KNOWN = Known(activities={"like"}, currencies={"USD", "EUR"}, today="2026-11-24")


def row(**changes: str) -> dict[str, str]:
    usual = {
        "id": "A-1",
        "activity": "like",
        "platform": "any",
        "market": "clickfarm",
        "side": "worker",
        "low": "1",
        "mid": "2",
        "high": "3",
        "unit": "per_1000",
        "currency": "USD",
        "country": "BD",
        "observed_on": "2013-08-02",
        "source": "A newspaper",
        "locator": "page 1",
        "verified": "read",
        "notes": "",
    }
    return usual | changes


def test_a_sound_row_has_no_faults() -> None:
    assert rate.faults(row(), KNOWN) == []
    found = rate.rate(row())
    assert (found.each, found.year, found.checked, found.background) == (1000, 2013, True, False)


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"source": " "}, "source"),
        ({"low": "-1"}, "low"),
        ({"low": "0"}, "above zero"),
        ({"low": "4"}, "must not fall"),
        ({"mid": "x"}, "mid"),
        ({"currency": "XXX"}, "currency: XXX"),
        ({"activity": "dance"}, "activity: dance"),
        ({"side": "god"}, "side"),
        ({"unit": "per_moon"}, "unit"),
        ({"observed_on": "2027-01"}, "future"),
        ({"observed_on": "2026-12"}, "future"),
        ({"observed_on": "2026-02-30"}, "observed_on"),
        ({"observed_on": "May"}, "observed_on"),
        ({"source": '=HYPERLINK("x")'}, "formula"),
        ({"notes": "@SUM(1)"}, "formula"),
        ({"locator": "+1"}, "formula"),
        ({"id": "a b"}, "id"),
        ({"id": "=1"}, "id"),
        ({"colour": "red"}, "no such column"),
    ],
)
def test_each_fault_is_named(changes: dict[str, str], part: str) -> None:
    found = rate.faults(row(**changes), KNOWN)
    assert len(found) == 1
    assert part in found[0]


def test_all_faults_come_at_once_and_by_line() -> None:
    rows = [
        (2, row()),
        (3, row(source="", currency="XXX")),
        (4, row(id="A-2", low="9")),
        (5, row()),
    ]
    found, wrong = rate.rates(rows, KNOWN, file="mine.csv")
    assert [one.id for one in found] == ["A-1"]
    assert [fault.line for fault in wrong] == [3, 3, 3, 4, 5]
    assert str(wrong[3]) == "mine.csv:4: low, mid, high: they must not fall."


@pytest.mark.parametrize(
    ("text", "day"),
    [("2017", date(2017, 7, 1)), ("2017-06", date(2017, 6, 15)), ("2017-06-03", date(2017, 6, 3))],
)
def test_a_date_stands_for_the_middle_of_what_it_says(text: str, day: date) -> None:
    assert rate.rate(row(observed_on=text)).day == day


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=12)))
def test_no_content_raises(given_row: dict[str, str]) -> None:
    _, wrong = rate.rates([(1, given_row)], KNOWN, file="x")
    assert wrong
    assert all(str(fault).startswith("x:1: ") for fault in wrong)
