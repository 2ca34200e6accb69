"""A notebook with the standard figures of a pool.

Wage owed per participant and week, by lens, platform and activity, weighed where weights are given.
The cells are plain Python over `labormeter.pool`; what they draw is exact and for the researcher's
eyes. Tables that may be published are those of a release.
"""

from __future__ import annotations

import json
from typing import Any, Final

_READ: Final = """
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

from labormeter.pool import asking, estimate, release, store, weights
from labormeter.valuation.lens import Reading

POOL = Path({pool!r})
WEIGHTS = {weights!r}  # a CSV of the population's shares, or ""
CURRENCY = {currency!r}
pool = store.opened(POOL)
index = store.index(POOL)
weeks = pd.Series(
    {{name: release.weeks_of(pool.study, one.first, one.last) for name, one in index.people.items()}}
)
if WEIGHTS:
    weighed = weights.weights(index.people, weights.read(Path(WEIGHTS).read_text("utf-8")))
    weight = pd.Series(weighed.of).reindex(weeks.index)
else:
    weight = pd.Series(1.0, index=weeks.index)
print(f"{{pool.study.id}}: {{len(weeks)}} participants, {{weeks.sum():.0f}} weeks")
"""

_VALUE: Final = '''
def per_week(lens):
    """Worth per participant and week, in units of the currency: a row each, a column a cell."""
    reading = Reading(lens=lens, currency=CURRENCY)
    totals = asking.ask(pool, ["totals"], reading)["totals"]
    frame = pd.DataFrame(totals.records())
    wide = frame.pivot_table(
        index="participant", columns=["platform", "activity"], values="central", aggfunc="sum"
    )
    wide = wide.reindex(weeks.index).fillna(0) / 1_000_000
    return wide.div(weeks, axis=0)


LENSES = ["worker", "buyer", "time"]
worth = {lens: per_week(lens) for lens in LENSES}
'''

_LENSES: Final = """
rows = []
for lens in LENSES:
    whole = worth[lens].sum(axis=1)
    for one in (estimate.median(list(whole)), estimate.mean(list(whole), list(weight))):
        rows.append((lens, one.kind, one.value, one.low, one.high))
table = pd.DataFrame(rows, columns=["lens", "of", "value", "low", "high"])
display(table)

figure, axes = plt.subplots(figsize=(7, 3.2))
for place, kind in enumerate(["median", "mean"]):
    part = table[table["of"] == kind]
    around = [part["value"] - part["low"], part["high"] - part["value"]]
    axes.errorbar(
        part["value"], [one + place / 5 for one in range(len(part))], xerr=around, fmt="os"[place], label=kind
    )
axes.set_yticks(range(len(LENSES)), LENSES)
axes.set_xscale("log")
axes.set_xlabel(f"{CURRENCY} a participant and week, intervals of 95 percent")
axes.set_title("The same acts through three lenses; never added together")
axes.legend()
figure.tight_layout()
"""

_CELLS: Final = '''
def by(level, lens="worker"):
    """Mean and interval of each platform (level 0) or activity (level 1)."""
    groups = worth[lens].T.groupby(level=level).sum().T
    found = {name: estimate.mean(list(groups[name]), list(weight)) for name in groups}
    order = sorted(found, key=lambda name: found[name].value)
    return pd.DataFrame(
        [(name, found[name].value, found[name].low, found[name].high) for name in order],
        columns=["what", "value", "low", "high"],
    )


figure, both = plt.subplots(1, 2, figsize=(9, 3.4))
for axes, level, title in zip(both, [0, 1], ["platform", "activity"], strict=True):
    part = by(level)
    around = [part["value"] - part["low"], part["high"] - part["value"]]
    axes.barh(part["what"], part["value"], xerr=around, color="#4269a5", ecolor="#222222")
    axes.set_title(f"by {title}, lens worker")
    axes.set_xlabel(f"{CURRENCY} a participant and week")
figure.tight_layout()
display(by(0), by(1))
'''

_PEOPLE: Final = """
whole = worth["worker"].sum(axis=1).sort_values()
share = whole.cumsum() / whole.sum()
figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.4))
left.hist(whole, bins=30, color="#4269a5")
left.set_xlabel(f"{CURRENCY} a week")
left.set_ylabel("participants")
left.set_title("How unequal it is")
right.plot([(one + 1) / len(share) for one in range(len(share))], share, color="#b4552d")
right.plot([0, 1], [0, 1], color="#888888", linewidth=1)
right.set_xlabel("share of participants, least first")
right.set_ylabel("share of the wage owed")
right.set_title("Lorenz curve")
figure.tight_layout()
"""

_INTRODUCTION: Final = """# {study}: the standard figures

Wage owed per participant and week. Everything here is exact: **do not publish it**. What may be published is drawn up by
`labormeter pool release`. A participant without a row somewhere has done nothing there and counts as 0. What has no observed
price is 0 in worth and stays in the units."""


def cells(study: str, pool: str, weights: str = "", currency: str = "EUR") -> list[tuple[str, str]]:
    """Return the notebook's cells: `markdown` or `code`, and their text."""
    opening = _READ.format(pool=pool, weights=weights, currency=currency)
    return [
        ("markdown", _INTRODUCTION.format(study=study)),
        ("code", opening.strip()),
        ("markdown", "## Worth"),
        ("code", _VALUE.strip()),
        ("markdown", "## Through three lenses"),
        ("code", _LENSES.strip()),
        ("markdown", "## By platform and activity"),
        ("code", _CELLS.strip()),
        ("markdown", "## Between people"),
        ("code", _PEOPLE.strip()),
    ]


def write(cells: list[tuple[str, str]]) -> str:
    """Return a notebook in Jupyter's format 4.5."""
    made: list[dict[str, Any]] = []
    for number, (kind, text) in enumerate(cells):
        cell = {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": text}
        code: dict[str, Any] = {"execution_count": None, "outputs": []} if kind == "code" else {}
        made.append(cell | code)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    document = {
        "cells": made,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"
