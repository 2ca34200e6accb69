"""A release: what of a pool is published, under the study's rules. Pure but for the noise.

    answers, rules, the last release's marks --draw up--> Release: tables, and how they were made

Releases are numbered and frozen. What a methods reviewer asks for stands in `Release.method`.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final

from labormeter import __version__
from labormeter.pool import disclosure, estimate, judge, privacy
from labormeter.pool.queries import CELL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from labormeter.pool.answer import Answer, Value
    from labormeter.pool.estimate import Estimate
    from labormeter.pool.store import Index
    from labormeter.pool.weights import Weights
    from labormeter.study.study import Study
    from labormeter.valuation.lens import Reading

MONEY: Final = frozenset({"low", "central", "high"})
QUANTILES: Final = ("q05", "q25", "q50", "q75", "q95")
SHARE: Final = 0.2
"""Share of a release's budget that goes to how many people there are; the rest to the units."""
_WEEK: Final = 7

type Row = dict[str, Value]
type Marks = dict[str, list[str]]
"""By cell: a salted hash of each person and what they said there. Stays in the pool."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is published, and the marks that the next release is compared with."""

    number: int
    tables: Mapping[str, Sequence[Mapping[str, Any]]]
    method: Mapping[str, Any]
    marks: Marks = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a release is drawn up from."""

    study: Study
    index: Index
    reading: Reading
    book: str
    """Version and hash."""
    answers: Mapping[str, Answer]
    number: int
    before: Marks | None = None
    """Marks of the last release, None where there was none."""
    today: str = ""
    weights: Weights | None = None
    """For the means of estimates, where the study gives them."""

    @property
    def rules(self) -> disclosure.Rules:
        """Return the study's rules; money is rounded to hundredths as counts are to ones."""
        study = self.study
        return disclosure.Rules(
            k=study.k,
            dominance=study.dominance,
            rounding=study.rounding,
            money=study.rounding * 10_000,
        )


def draw_up(basis: Basis) -> Release:
    """Return a release under disclosure control; no noise is added, and it says so."""
    marks = marked(basis.index, basis.answers["totals"])
    changes = _changes(basis.before, marks)
    tables = {
        "cells": _cells(basis, changes),
        "platforms": _spread(basis, "quantiles", changes),
        "periods": _spread(basis, "over-time", changes),
        "people": _spread(basis, "people", changes),
    }
    tables["estimates"] = _estimates(basis, tables["cells"])
    return Release(number=basis.number, tables=tables, method=_method(basis, tables), marks=marks)


def marked(index: Index, totals: Answer) -> Marks:
    """Return the marks of every cell, and of all people together under `all`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in totals.records():
        said = f"{row['participant']} {row['n']}"
        for key in (f"{row['platform']} {row['activity']}", str(row["platform"])):
            found[key].append(_mark(index, f"{said} {key}"))
    found["all"] = [_mark(index, f"{name} {one.content}") for name, one in index.people.items()]
    return {key: sorted(marks) for key, marks in found.items()}


def _mark(index: Index, text: str) -> str:
    return hashlib.sha256(f"{index.salt} {text}".encode()).hexdigest()[:24]


def _changes(before: Marks | None, marks: Marks) -> Callable[[str], int | None]:
    def changed(key: str) -> int | None:
        if before is None:
            return None
        old, new = set(before.get(key, ())), set(marks.get(key, ()))
        return max(len(old - new), len(new - old))

    return changed


def _cells(basis: Basis, changes: Callable[[str], int | None]) -> list[Row]:
    """Return every platform by activity that was asked, published or withheld with the reason."""
    units = _by_cell(basis.answers["units"])
    worth = _by_cell(basis.answers["worth"])
    found = []
    for key in _asked(basis.study):
        row: Row = {"platform": key[0], "activity": key[1]}
        if key not in units:
            found.append(row | {"withheld": "k"})
            continue
        said = units[key]
        reason = disclosure.withheld(
            basis.rules, said, total="n", changed=changes(f"{key[0]} {key[1]}")
        )
        if not reason and key in worth:
            reason = disclosure.withheld(basis.rules, worth[key], total="central")
            said = said | {name: worth[key][name] for name in ("low", "central", "high")}
        published = {} if reason else disclosure.rounded(basis.rules, said, MONEY)
        found.append(row | published | {"withheld": reason})
    return found


def _asked(study: Study) -> list[tuple[str, str]]:
    asked = study.asked
    return [(one, other) for one in sorted(asked.platforms) for other in sorted(asked.activities)]


def _by_cell(answer: Answer) -> dict[tuple[Value, ...], Row]:
    return {tuple(row[name] for name in CELL): row for row in answer.records()}


def _spread(basis: Basis, name: str, changes: Callable[[str], int | None]) -> list[Row]:
    found = []
    for row in basis.answers[name].records():
        key = str(row["platform"]) if "platform" in row else "all"
        reason = disclosure.withheld(basis.rules, row, total="", changed=changes(key))
        shown = {name: row[name] for name in ("platform", "period", "scope") if name in row}
        published = {} if reason else _rounded(basis.rules, row)
        found.append(shown | published | {"withheld": reason})
    return found


def _rounded(rules: disclosure.Rules, row: Row) -> Row:
    """Return quantiles with three significant digits, and counts rounded."""
    found = disclosure.rounded(rules, row, MONEY)
    return found | {one: significant(int(row[one] or 0)) for one in QUANTILES}


def _estimates(basis: Basis, cells: Iterable[Row]) -> list[dict[str, Any]]:
    """Return estimates of one person and week: of everything, and of each published cell.

    Of everything no mean is given: with those of the cells it would say what a withheld one holds.
    """
    weeks = {
        name: weeks_of(basis.study, one.first, one.last) for name, one in basis.index.people.items()
    }
    if len(weeks) < basis.study.k:
        return []
    worth: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    whole: Counter[str] = Counter()
    for row in basis.answers["totals"].records():
        key = (str(row["platform"]), str(row["activity"]))
        worth[key][str(row["participant"])] = int(row["central"] or 0)
        whole[str(row["participant"])] += int(row["central"] or 0)
    values = [whole[name] / weeks[name] for name in sorted(weeks)]
    found = [
        _said("all", "all", one) for one in (estimate.median(values), estimate.trimmed(values))
    ]
    for row in cells:
        if not row["withheld"] and "central" in row:
            key = (str(row["platform"]), str(row["activity"]))
            values = [worth[key].get(name, 0) / weeks[name] for name in sorted(weeks)]
            mean = estimate.mean(values, _weighing(basis, sorted(weeks)))
            found += [_said(*key, one) for one in (mean, estimate.trimmed(values))]
    return found


def _weighing(basis: Basis, names: Sequence[str]) -> list[float] | None:
    return None if basis.weights is None else [basis.weights.of[name] for name in names]


def _said(platform: str, activity: str, one: Estimate) -> dict[str, Any]:
    rounded = {name: significant(getattr(one, name)) for name in ("value", "low", "high")}
    return (
        {"platform": platform, "activity": activity, "of": one.kind}
        | rounded
        | {"people": one.people}
    )


def significant(value: float) -> int | None:
    """Return a number with three significant digits, None for one without a bound."""
    if not math.isfinite(value):
        return None
    digits = 2 - math.floor(math.log10(abs(value))) if value else 0
    return round(round(value, min(0, digits)))


def weeks_of(study: Study, first: str, last: str) -> float:
    """Return how many weeks a contribution speaks of."""
    spoken = [one for one in study.asked.periods if first <= one <= last]
    return sum(judge.days(one) for one in spoken) / _WEEK


def noised(basis: Basis, *, epsilon: float, most: int, total: float) -> Release:
    """Return a release with noise: each cell's units and people, and nothing that is exact.

    `most` bounds what one person says in one cell over the whole study; `total` is the epsilon of
    all releases with this one.
    """
    study = basis.study
    delta = study.delta or 0.0
    rho = privacy.rho_of(epsilon, delta)
    each = min(study.cells, len(study.asked.platforms) * len(study.asked.activities))
    counts = _by_cell(basis.answers["bounded"])
    keys = _asked(study)
    units = [int(counts.get(key, {}).get("n") or 0) for key in keys]
    heads = [int(counts.get(key, {}).get("people") or 0) for key in keys]
    noisy = privacy.noisy(units, cells=each, most=most, rho=rho * (1 - SHARE))
    many = privacy.noisy(heads, cells=each, most=1, rho=rho * SHARE)
    rows = [
        {
            "platform": key[0],
            "activity": key[1],
            "n": n,
            "n_interval": noisy.interval,
            "people": heads,
            "people_interval": many.interval,
        }
        for key, n, heads in zip(keys, noisy.values, many.values, strict=True)
    ]
    protection = {
        "kind": "central differential privacy",
        "unit": "one participant's whole contribution to the study",
        "neighbours": "one participant more or less",
        "mechanism": "discrete Gaussian (OpenDP make_gaussian), zero-concentrated",
        "rho": rho,
        "epsilon": epsilon,
        "delta": delta,
        "epsilon_of_all_releases": total,
        "epsilon_of_the_study": study.epsilon,
        "bound_cells": each,
        "bound_n": most,
        "public_keys": "every platform by activity that the study asks for",
        "interval": "95 percent of the noise alone, added and taken away",
        "clamping": "not published: it would cost budget",
    }
    method = _about(basis) | {"protection": protection}
    return Release(number=basis.number, tables={"cells": rows}, method=method)


def _method(basis: Basis, tables: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    study = basis.study
    reasons = Counter(str(row["withheld"]) for row in tables["cells"] if row["withheld"])
    return _about(basis) | {
        "people": disclosure.nearest(len(basis.index.people), study.rounding),
        "weights": _weighed(basis.weights),
        "protection": {
            "kind": "disclosure control, no noise: this is not differential privacy",
            "rules": asdict(basis.rules),
            "withheld": dict(reasons),
            "meaning": disclosure.WITHHELD,
            "share_withheld": _share_withheld(basis, tables["cells"]),
            "share_at_the_bound": _share(*_full(basis)),
            "changes": "a cell of which fewer than k people changed since the last is withheld",
        },
        "files": {
            "refused": len(basis.index.refused),
            "reasons": dict(Counter(one for some in basis.index.refused.values() for one in some)),
            "taken_back": len(basis.index.erasures),
        },
    }


def _weighed(given: Weights | None) -> dict[str, Any] | None:
    if given is None:
        return None
    return {
        "of": "means in estimates.csv",
        "how": "post-stratification by country and age band",
        "strata_without_participants": [" ".join(one).strip() for one in given.empty],
        "participants_outside": given.outside,
    }


def _share_withheld(basis: Basis, cells: Iterable[Row]) -> int:
    gone = {(row["platform"], row["activity"]) for row in cells if row["withheld"]}
    units = {key: int(row["n"] or 0) for key, row in _by_cell(basis.answers["units"]).items()}
    return _share(sum(n for key, n in units.items() if key in gone), sum(units.values()))


def _full(basis: Basis) -> tuple[int, int]:
    rows = basis.answers["clamping"].records()
    return (int(rows[0]["full"] or 0), int(rows[0]["cells"] or 0)) if rows else (0, 0)


def _share(part: int, whole: int) -> int:
    """Return a share in percent, to tens: finer would say what a withheld cell holds."""
    return disclosure.nearest(100 * part // whole, 10) if whole else 0


def _about(basis: Basis) -> dict[str, Any]:
    study = basis.study
    return {
        "labormeter_release": 1,
        "number": basis.number,
        "date": basis.today,
        "program": __version__,
        "study": {"id": study.id, "version": study.version},
        "asked": asdict(study.asked),
        "bounds": {"n": study.most, "cells": study.cells},
        "value": {"book": basis.book, **asdict(basis.reading), "money": "millionths"},
        "readers": study.fields.get("storage.readers", ""),
        "biases": study.fields.get("method.biases", ""),
    }
