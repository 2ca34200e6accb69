"""Whether a pool takes a contribution: every reason against it, as short names.

Pure: it knows the study, the index and the contribution. `REASONS` says what each name means.
"""

from __future__ import annotations

import hashlib
from array import array
from datetime import date, timedelta
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from labormeter.exports import tables
from labormeter.study import contribution as contributions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.pool.store import Index, Pool
    from labormeter.study.contribution import Columns, Contribution

SHORTEST: Final = 1
"""Seconds that any act takes at least: more acts than seconds in a period are impossible."""

_FEWEST: Final = 7 * 86_400
"""Seconds of the shortest period."""

REASONS: Final = {
    "unreadable": "No key of ours opens it, it was changed, or it is no contribution.",
    "malformed": "It is signed, and its consent or its rows are outside the format.",
    "foreign-study": "It is for another study.",
    "unknown-study-file": "It answers a study file that this pool does not have.",
    "wrong-size": "Its length is not that of this study's contributions.",
    "not-agreed": "A purpose that taking part means was not agreed to.",
    "no-invitation": "It has no invitation code, and the study asks for one.",
    "invitation-used": "Another participant came with its invitation code.",
    "unknown-invitation": "Its invitation code was not given out.",
    "wrong-grain": "Its rows are by another grain or rounding than the study asked for.",
    "not-asked": "It holds what the study did not ask for.",
    "over-bound": "A cell says more than the study's bound.",
    "too-many-cells": "A period has more cells than the study's bound.",
    "impossible": "It claims more than fits into the time.",
    "too-early": "It came before the first day of the study.",
    "expired": "It came after the last day of the study.",
    "too-late": "It takes back after the last day of withdrawal.",
    "old-revision": "A revision as high or higher is here already.",
    "withdrawn": "This revision was taken back.",
}
"""What each reason for a refusal means."""


def reasons(
    pool: Pool,
    index: Index,
    given: Contribution,
    rows: Columns,
    *,
    today: date,
    invitations: frozenset[str],
    holders: Mapping[str, str],
) -> list[str]:
    """Return why a pool does not take a contribution; nothing where it does.

    `rows` are those of the contribution; `invitations` the codes given out, none for any;
    `holders` says who came with which code.
    """
    study = pool.answered(given.consent.file)
    found = contributions.faults(study, pool.files, given, rows)
    if "foreign-study" in found:
        return found
    if given.document is None:
        return found + _back(pool, index, given, today)
    found += _dated(pool, today)
    found += _known(index, given)
    found += _invited(given, invitations, holders)
    if impossible(rows):
        found.append("impossible")
    return found


def _back(pool: Pool, index: Index, given: Contribution, today: date) -> list[str]:
    if today > pool.study.withdraw_until:
        return ["too-late"]
    person = index.people.get(given.participant)
    if person is not None and given.consent.revision < person.revision:
        return ["old-revision"]
    return []


def _dated(pool: Pool, today: date) -> list[str]:
    if today < pool.study.valid_from:
        return ["too-early"]
    return ["expired"] if today > pool.study.valid_until else []


def _known(index: Index, given: Contribution) -> list[str]:
    revision = given.consent.revision
    if revision <= index.tombstones.get(index.tombstone(given.participant), 0):
        return ["withdrawn"]
    person = index.people.get(given.participant)
    return ["old-revision"] if person is not None and revision <= person.revision else []


def _invited(
    given: Contribution, invitations: frozenset[str], holders: Mapping[str, str]
) -> list[str]:
    code = given.consent.invitation
    if not code:
        return []
    if invitations and code not in invitations:
        return ["unknown-invitation"]
    holder = holders.get(code, given.participant)
    return ["invitation-used"] if holder != given.participant else []


def impossible(rows: Columns) -> bool:
    """Whether rows claim more seconds than a period has, measured or at the least."""
    periods, _, _, numbers, seconds = rows
    if sum(numbers) * SHORTEST + sum(seconds) <= _FEWEST:
        return False  # all of it fits into one period
    found: dict[str, int] = {}
    for period, n, measured in zip(periods, numbers, seconds, strict=True):
        found[period] = found.get(period, 0) + max(measured, n * SHORTEST)
    return any(claimed > _seconds(period) for period, claimed in found.items())


@cache
def _seconds(period: str) -> int:
    return days(period) * 86_400 + 3600  # an hour more where the clocks go back


def days(period: str) -> int:
    """Return how many days a week or a month has."""
    if "W" in period:
        return 7
    first = tables.first_day(period)
    return ((first + timedelta(days=32)).replace(day=1) - first).days


def content(rows: Columns) -> str:
    """Return the SHA-256 of rows: equal for equal rows, whoever sent them."""
    words = "\0".join(chain.from_iterable(rows[:3]))
    numbers = array("q", rows[3]).tobytes()
    return hashlib.sha256(words.encode() + numbers).hexdigest()
