"""Journal for beancount and Fava: `bean-check` accepts it, and its totals are those of the report."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from labormeter.exports.journal import unit
from labormeter.valuation.money import MILLION, decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.exports.journal import Journal, Posting


def beancount(journal: Journal) -> str:
    """Return a journal as text."""
    currency = journal.currency
    lines = [f"; {line}" for line in journal.about]
    lines += ["", 'option "title" "labormeter"', f'option "operating_currency" "{currency}"', ""]
    lines += _opened(journal.postings)
    lines += [
        f"{price.day} price {price.commodity} {decimal(price.amount)} {currency}"
        f" ; {' '.join(price.rates)}"
        for price in journal.prices
    ]
    for (day, platform), group in groupby(journal.postings, lambda one: (one.day, one.platform)):
        lines += ["", f'{day} * "{platform}"']
        for posting in group:
            lines += _pair(posting, currency)
    return "\n".join(lines) + "\n"


def _opened(postings: Iterable[Posting]) -> list[str]:
    """Open each account on the first day it is used; postings come by day."""
    first: dict[str, str] = {}
    for posting in postings:
        for account in _accounts(posting):
            first.setdefault(account, posting.day)
    return [f"{day} open {account}" for account, day in sorted(first.items())]


def _accounts(posting: Posting) -> tuple[str, str]:
    kind = "Received" if posting.received else "Owed"
    where = f"{_component(posting.platform)}:{_component(posting.activity)}"
    return f"Assets:{kind}:{where}", f"Income:{where}"


def _component(name: str) -> str:
    """Return a part of an account's name: it begins with a capital or a digit."""
    kept = "".join(one if one.isalnum() else "-" for one in name) or "Any"
    return kept[0].upper() + kept[1:]


def _pair(posting: Posting, currency: str) -> list[str]:
    amounts = [
        f"{decimal(sign * posting.quantity * MILLION // unit(posting, currency))}"
        for sign in (1, -1)
    ]
    return [
        f"  {account}  {amount} {posting.commodity}"
        for account, amount in zip(_accounts(posting), amounts, strict=True)
    ]
