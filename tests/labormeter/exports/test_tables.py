"""The tables: vocabularies, bounds, and weeks that no calendar has."""

import re

import pytest

from labormeter.exports.tables import (
    CODE,
    DISCLOSED,
    FINER,
    PERIODS,
    PLATFORMS,
    Field,
    Table,
    first_day,
    named,
    number,
    periods,
    text,
)
from labormeter.metadata.kinds import KINDS
from labormeter.metadata.medium import MEDIA
from labormeter.rules.load import shipped


def test_every_platform_that_is_shipped_can_be_named() -> None:
    assert {pack.counts_as or pack.platform for pack in shipped().platforms} <= set(PLATFORMS)
    assert list(PLATFORMS[:-1]) == sorted(PLATFORMS[:-1])


def test_every_kind_of_metadata_can_be_named() -> None:
    assert list(DISCLOSED) == sorted(KINDS)


def test_every_finer_word_can_be_named() -> None:
    rules = {rule.finer for pack in shipped().platforms for rule in pack.rules}
    assert rules | set(MEDIA) <= set(FINER)


@pytest.mark.parametrize(
    ("field", "column"),
    [
        (number("n", ""), (1, True)),
        (number("n", ""), (1, "2")),
        (number("n", ""), (1, None)),
        (number("n", ""), (1, -1)),
        (number("n", "", most=9), (1, 10)),
        (text("t", "", "a", "b"), ("a", "c")),
        (text("t", "", "a", "b"), ("a", 1)),
        (text("t", "", "a", "b"), ("a", ["a"])),
        (text("t", "", pattern=r"^[a-z]+$"), ("a", "a\n")),
        (text("t", "", pattern=CODE), ("EURO",)),
    ],
)
def test_a_wrong_value_is_found_and_not_repeated(field: Field, column: tuple[object, ...]) -> None:
    (fault,) = field.faults(column)
    assert fault.startswith(field.name)


def test_rows_of_any_other_length_are_no_columns() -> None:
    table = Table((number("n", ""), number("m", "")), ("n",))
    assert table.columns([[1, 2], [3]]) is None
    assert table.columns([]) == {"n": (), "m": ()}
    assert table.faults({"n": (1, 1), "m": (2, 3)}) == ["a row stands there twice"]


def test_weeks_go_over_the_end_of_a_year() -> None:
    assert periods("2026-W52", "2027-W01") == ("2026-W52", "2026-W53", "2027-W01")
    assert periods("2026-11", "2027-02") == ("2026-11", "2026-12", "2027-01", "2027-02")
    assert named(first_day("2026-W53"), "week") == "2026-W53"
    with pytest.raises(ValueError, match="Invalid week"):
        first_day("2025-W53")


def test_a_period_is_written_in_one_way() -> None:
    for wrong in ("2026-W00", "2026-W54", "1999-W01", "2026-w01", "2026W01"):
        assert not re.match(PERIODS["week"], wrong)
    for wrong in ("2026-00", "2026-13", "2026-1"):
        assert not re.match(PERIODS["month"], wrong)
