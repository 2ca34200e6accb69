"""The questions that a pool is asked, each one Ibis expression in the subset that every engine knows.

    cells     participant  period  platform  activity  n  seconds  order
    prices    platform  activity  period  low  central  high          millionths for one unit
    people    participant  country  age_band  weeks

Integers alone, equality joins alone, no division, no engine's own hash and no engine's own
quantile: so DuckDB, SQLite, Spark and Spark Connect return the same rows, and the same SHA-256.
A quantile is by nearest rank: the smallest value that at least q percent of the values do not
exceed. `order` is a hash made at ingest: an order that is the same everywhere and says
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import ibis
from ibis import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ibis.expr.types import IntegerColumn, Table

type Expression = Table

QUANTILES: Final = (5, 25, 50, 75, 95)
"""Percent."""
TRIM: Final = 10
"""Percent cut from each end for a trimmed mean."""
TOP: Final = 3
CELL: Final = ("platform", "activity")


def valued(cells: Table, prices: Table) -> Table:
    """Return priced cells with what they are worth: units times the price of their period."""
    joined = cells.inner_join(prices, ["platform", "activity", "period"])
    return joined.mutate(low=_.n * _.low, central=_.n * _.central, high=_.n * _.high)


def also_unpriced(cells: Table, prices: Table) -> Table:
    """Return all cells with their central worth, 0 where there is no price for them."""
    joined = cells.left_join(prices, ["platform", "activity", "period"])
    return joined.mutate(central=_.n * ibis.coalesce(_.central, 0))


def units(cells: Table) -> Expression:
    """Return people, units and seconds of each platform and activity, with the largest person."""
    each = cells.group_by(*CELL, "participant").aggregate(n=_.n.sum(), seconds=_.seconds.sum())
    found = each.group_by(*CELL).aggregate(
        people=_.participant.count(), n=_.n.sum(), largest=_.n.max(), seconds=_.seconds.sum()
    )
    return _whole(found, *CELL)


def worth(cells: Table, prices: Table) -> Expression:
    """Return people and worth of each platform and activity, with the largest person's share."""
    each = (
        valued(cells, prices)
        .group_by(*CELL, "participant")
        .aggregate(low=_.low.sum(), central=_.central.sum(), high=_.high.sum())
    )
    found = each.group_by(*CELL).aggregate(
        people=_.participant.count(),
        low=_.low.sum(),
        central=_.central.sum(),
        high=_.high.sum(),
        largest=_.central.max(),
    )
    return _whole(found, *CELL)


def over_time(cells: Table, prices: Table) -> Expression:
    """Return quantiles of worth per person in each period.

    No sums: together with those of the cells they would say what a withheld cell holds.
    """
    each = (
        also_unpriced(cells, prices)
        .group_by("period", "participant")
        .aggregate(value=_.central.sum())
    )
    ranked = _ranked(each, ["period"], ["value"])
    return _whole(_at_quantiles(ranked, ["period"]), "period")


def bounded(cells: Table, most: int, cells_each: int) -> Expression:
    """Return units of each platform and activity with every person's influence bounded.

    Of each person's platforms and activities `cells_each` stay, chosen by `order`, and none says
    more than `most` over the whole study: what differential privacy has to know before it adds
    noise.
    """
    total = cells.group_by("participant", *CELL).aggregate(n=_.n.sum(), order=_.order.min())
    window = ibis.window(group_by="participant", order_by=["order", *CELL])
    ranked = total.mutate(rank=ibis.row_number().over(window))
    kept = ranked.filter(_.rank < cells_each).mutate(n=ibis.least(_.n, most))
    found = kept.group_by(*CELL).aggregate(people=_.participant.count(), n=_.n.sum())
    return _whole(found, *CELL)


def quantiles(cells: Table, prices: Table) -> Expression:
    """Return quantiles of worth per person and period, for each platform."""
    each = (
        valued(cells, prices)
        .group_by("platform", "participant", "period")
        .aggregate(value=_.central.sum())
    )
    ranked = _ranked(each, ["platform"], ["value"])
    return _whole(_at_quantiles(ranked, ["platform"]), "platform")


def people(cells: Table, prices: Table) -> Expression:
    """Return quantiles of worth per person over everything, one row."""
    each = also_unpriced(cells, prices).group_by("participant").aggregate(value=_.central.sum())
    ranked = _ranked(each.mutate(scope=ibis.literal("all")), ["scope"], ["value"])
    return _whole(_at_quantiles(ranked, ["scope"]), "scope")


def totals(cells: Table, prices: Table) -> Expression:
    """Return each person's units and worth on each platform by activity: what estimates are of."""
    each = also_unpriced(cells, prices).group_by("participant", *CELL)
    found = each.aggregate(n=_.n.sum(), central=_.central.sum())
    return _whole(found, "participant", *CELL)


def clamping(cells: Table, most: int) -> Expression:
    """Return how many cells there are, and how many stand at the study's bound, one row."""
    found = cells.mutate(scope=ibis.literal("all"), full=(_.n >= most).cast("int64"))
    return _whole(found.group_by("scope").aggregate(cells=_.n.count(), full=_.full.sum()), "scope")


def trimmed(cells: Table, prices: Table) -> Expression:
    """Return the middle of worth per person and period, for each platform and activity.

    `kept` values sum to `sum` when `TRIM` percent were cut from each end; the mean is theirs.
    """
    each = valued(cells, prices).select(*CELL, "participant", "period", value=_.central)
    ranked = _ranked(each, [*CELL], ["value", "participant", "period"])
    inner = ranked.filter(_.rank * 100 > _.many * TRIM, (_.many - _.rank + 1) * 100 > _.many * TRIM)
    found = inner.group_by(*CELL).aggregate(
        people=_.participant.nunique(),
        values=_.many.max(),
        kept=_.value.count(),
        sum=_.value.sum(),
    )
    return _whole(found, *CELL)


def top(cells: Table) -> Expression:
    """Return the most frequent activities of each platform, ties by name."""
    found = cells.group_by(*CELL).aggregate(n=_.n.sum())
    window = ibis.window(group_by="platform", order_by=[ibis.desc("n"), "activity"])
    ranked = found.mutate(place=ibis.row_number().over(window) + 1)
    return ranked.filter(_.place <= TOP).select(*CELL, "place", "n").order_by("platform", "place")


def _ranked(table: Table, groups: list[str], order: list[str]) -> Table:
    """Return rows with their rank from 1 within a group, and how many the group has.

    Which of two equal values comes first does not matter to the value at a rank, so that no order
    beyond the values is asked for there: engines sort numbers much faster than names.
    """
    ordered = ibis.window(group_by=groups, order_by=order)
    whole = ibis.window(group_by=groups)
    return table.mutate(rank=ibis.row_number().over(ordered) + 1, many=table.count().over(whole))


def _at_quantiles(ranked: Table, groups: list[str]) -> Table:
    """Return the values at the quantiles, one column each: by nearest rank, without a division."""

    def at(percent: int) -> IntegerColumn:
        here = (_.rank * 100 >= _.many * percent) & ((_.rank - 1) * 100 < _.many * percent)
        return ibis.cases((here, _.value), else_=None).max()

    columns = {f"q{percent:02d}": at(percent) for percent in QUANTILES}
    return ranked.group_by(*groups).aggregate(
        people=_.participant.nunique(), values=_.many.max(), **columns
    )


def _whole(table: Table, *keys: str) -> Table:
    """Return a table with its numbers as 64-bit integers, in an order that leaves no tie."""
    schema = table.schema()
    numbers = {
        name: table[name].cast("int64") for name, kind in schema.items() if not kind.is_string()
    }
    return table.mutate(**numbers).order_by(list(keys))


QUERIES: Final[Mapping[str, Callable[[Table, Table, int, int], Expression]]] = {
    "units": lambda cells, _prices, _most, _each: units(cells),
    "worth": lambda cells, prices, _most, _each: worth(cells, prices),
    "over-time": lambda cells, prices, _most, _each: over_time(cells, prices),
    "bounded": lambda cells, _prices, most, each: bounded(cells, most, each),
    "quantiles": lambda cells, prices, _most, _each: quantiles(cells, prices),
    "totals": lambda cells, prices, _most, _each: totals(cells, prices),
    "people": lambda cells, prices, _most, _each: people(cells, prices),
    "trimmed": lambda cells, prices, _most, _each: trimmed(cells, prices),
    "clamping": lambda cells, _prices, most, _each: clamping(cells, most),
    "top": lambda cells, _prices, _most, _each: top(cells),
}
"""All questions, by name: `f(cells, prices, most of a cell, cells of a person in a period)`."""
