"""The document: canonical, the same after reading, and readable for ever."""

import itertools
import json
import random
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from labormeter import report
from labormeter.exports import document as documents
from labormeter.exports.build import Wanted
from labormeter.exports.document import EDITED, Count, cells, read, write
from labormeter.exports.form import KINDS, Kind
from labormeter.exports.tables import OTHER
from labormeter.valuation import shelf
from labormeter.valuation.calendar import calendar
from labormeter.valuation.lens import Lens, Reading

from .sample import CELLS, TODAY, WEEKS, document

GOLDEN = Path(__file__).parents[2] / "golden/documents"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_read_is_what_was_written(kind: Kind) -> None:
    made = document(kind)
    assert read(write(made), today=TODAY) == made
    assert write(read(write(made), today=TODAY)) == write(made)


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_version_is_readable_for_ever(kind: Kind) -> None:
    """These files are never changed: a new version of the format gets files beside them."""
    kept = (GOLDEN / f"{kind}-1.0.json").read_bytes()
    assert read(kept, today=TODAY) == document(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_canonical(kind: Kind) -> None:
    data = write(document(kind))
    found = json.loads(data)
    assert documents.canonical(found) == data
    assert not set(b" \n") & set(data.replace(b"2026-11 0123", b""))


def test_the_order_of_cells_does_not_matter() -> None:
    shuffled = list(CELLS)
    random.Random(3).shuffle(shuffled)  # noqa: S311 - no secret
    made = documents.write(document("room"))
    again = document("room")
    assert documents.write(again) == made
    assert again.counts == tuple(sorted(again.counts, key=lambda row: _order(again, row)))


def _order(made: documents.Document, row: Count) -> int:
    return made.counts.index(row)


def test_nothing_outside_the_format_is_written() -> None:
    made = document("room")
    for wrong in (
        replace(made, counts=(Count("2026-W44", "my-own-forum", "post", n=1, gestures=1),)),
        replace(made, counts=(Count("2026-W40", "x", "post", n=1, gestures=1),)),
        replace(made, counts=(Count("2026-W44", "x", "post", n=-1, gestures=1),)),
        replace(made, handle="Marie Curie"),
        replace(made, room="room of Marie"),
        replace(made, kind="study"),
        replace(made, first="2026-W54"),
    ):
        with pytest.raises(ValueError, match="outside its format"):
            write(wrong)


def test_edited_totals_are_added_up_anew_and_said() -> None:
    package = json.loads(write(document("room")))
    package["labormeter"]["totals"]["n"] = 1_000_000
    found = read(documents.canonical(package), today=TODAY)
    assert found.remarks == (EDITED,)
    assert found == document("room")
    assert documents.totals(found)["n"] < 100


def test_rewards_are_in_no_total() -> None:
    without = replace(
        document("full"), counts=tuple(row for row in document("full").counts if not row.unit)
    )
    assert documents.totals(document("full")) == documents.totals(without)


def test_a_study_is_told_of_no_more_than_it_may_ask() -> None:
    package = json.loads(write(document("study")))
    assert [one["name"] for one in package["resources"]] == ["weekly"]
    assert package["resources"][0]["data"][0] == [
        "period",
        "platform",
        "activity",
        "n",
        "seconds",
    ]


@pytest.mark.parametrize("lens", [one for one in get_args(Lens.__value__) if one != "platform"])
def test_worth_of_a_full_document_is_that_of_the_ledger(lens: Lens) -> None:
    """Weeks have one price: what is valued from a document is exact."""
    made = calendar(Reading(lens=lens), [("", shelf.shipped())])
    every = [one for one in CELLS if one.platform != "practice"]
    expected = report.total(report.entries(report.sheet(every), made))
    found = report.total(report.entries(report.sheet(cells(document("full"))), made))
    assert found == expected


def test_worth_of_a_card_is_that_of_what_was_metered() -> None:
    made = calendar(Reading(), [("", shelf.shipped())])
    metered = [
        one._replace(platform=OTHER) if one.platform == "my-own-forum" else one
        for one in CELLS
        if one.source == "wire"
    ]
    expected = report.total(report.entries(report.sheet(metered), made)).acts
    assert (
        report.total(report.entries(report.sheet(cells(document("room"))), made)).acts == expected
    )


def test_a_card_of_four_weeks_is_small() -> None:
    assert len(write(document("room", replace(WEEKS, first="2026-W43")))) < 6000


def test_months_are_a_grain_as_well() -> None:
    months = Wanted(first="2026-10", last="2026-11", grain="month", nearest=5)
    made = document("study", months)
    assert read(write(made), today=TODAY) == made
    assert {row.period for row in made.counts} <= {"2026-10", "2026-11"}
    assert all(row.n % 5 == 0 for row in made.counts)


def test_periods_without_rows_are_named() -> None:
    made = document("room", Wanted(first="2026-W30", last="2026-W46"))
    assert len(made.periods) == 17
    assert [row.period for row in made.coverage] == list(made.periods)
    assert all(one < other for one, other in itertools.pairwise(made.periods))
