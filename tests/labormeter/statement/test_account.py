from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import Cell, Span
from labormeter.statement.account import Statement, statement
from labormeter.valuation import shelf
from labormeter.valuation.calendar import calendar
from labormeter.valuation.lens import LENSES, Reading
from labormeter.valuation.worth import Worth

BOOK = shelf.shipped()
HOUR = 3_600_000_000


def cell(day: str = "2026-06-01", **changes: object) -> Cell:
    usual = {"platform": "x", "activity": "like", "source": "wire", "gestures": 1, "net": 1}
    return Cell(day=day, **(usual | changes))  # type: ignore[arg-type]


def drawn_up(cells: list[Cell], spans: list[Span] | None = None, **reading: object) -> Statement:
    return statement(
        cells,
        spans or [],
        calendar(Reading(**reading), [("", BOOK)]),  # type: ignore[arg-type]
        since="2025-01-01",
        until="2026-12-31",
        issued="2026-11-24",
        now=10 * HOUR,
    )


cells = st.lists(
    st.builds(
        Cell,
        day=st.sampled_from(["2019-12-31", "2021-06-01", "2026-06-01"]),
        platform=st.sampled_from(["x", "facebook"]),
        activity=st.sampled_from(["like", "save", "captcha", "upload", "reward"]),
        source=st.sampled_from(["wire", "manual"]),
        unit=st.just(""),
        gestures=st.integers(0, 10**6),
        net=st.integers(0, 10**6),
        posted=st.just(0),
        seconds=st.just(0),
        timed=st.just(0),
        acts=st.just(1),
        disclosure=st.just(""),
    ),
    max_size=12,
    unique_by=lambda one: (one.day, one.platform, one.activity, one.source),
)


@given(cells, st.sampled_from(LENSES))
def test_items_add_up_to_the_total_and_units_times_rate_is_the_amount(
    some: list[Cell], lens: str
) -> None:
    found = drawn_up(some, lens=lens)
    worths = [item.worth for item in found.items if item.worth is not None]
    assert sum(worths, start=Worth()) == found.total.owed
    for item in found.items:
        if item.price is not None and item.worth is not None:
            assert item.worth.central == item.priced * item.price.central
            assert item.worth.high == item.priced * item.price.high


def test_a_year_whose_exchange_differs_is_an_item_of_its_own() -> None:
    found = drawn_up([cell("2014-06-02"), cell("2026-06-01"), cell("2026-06-02")])
    assert [(item.since, item.until, item.net) for item in found.items] == [
        ("2014-06-02", "2014-06-02", 1),
        ("2026-06-01", "2026-06-02", 2),
    ]


def test_every_rate_used_has_its_source() -> None:
    some = [cell(), cell(platform="facebook", activity="comment"), cell(activity="save")]
    found = drawn_up([cell("2013-01-08", activity="post"), *some])
    used = {rate for item in found.items if item.price for rate in item.price.rates}
    assert {step.reference for step in found.sources} == used
    assert all(step.rate.source for step in found.sources)


def test_floors_that_changed_are_all_among_the_sources() -> None:
    some = [cell("2017-03-01"), cell("2026-03-01")]
    found = drawn_up(some, lens="time")
    assert {step.reference for step in found.sources} == {"MW-04", "MW-07"}


def test_gaps_and_metered_time_are_told() -> None:
    spans = [Span("shift", 0, 4 * HOUR), Span("gap", 4 * HOUR, 5 * HOUR, "x", 0, 2)]
    found = drawn_up([cell()], spans)
    assert found.coverage.metered == 4 * HOUR
    assert (found.coverage.gaps, found.coverage.lost, len(found.gaps)) == (1, 2, 1)


def test_practice_is_not_billed_unless_it_is_asked_for() -> None:
    assert drawn_up([cell(source="practice")]).items == ()


def test_compensation_stands_last() -> None:
    some = [cell(platform="bing", activity="reward", unit="EUR", net=5_000_000), cell()]
    assert [item.activity for item in drawn_up(some).items] == ["like", "reward"]
