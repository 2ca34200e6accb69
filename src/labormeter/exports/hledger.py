"""Journal for hledger and ledger: `hledger balance -X EUR assets` gives the totals of the report."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from labormeter.exports.journal import unit
from labormeter.valuation.money import MILLION, decimal

if TYPE_CHECKING:
    from labormeter.exports.journal import Journal, Posting


def hledger(journal: Journal) -> str:
    """Return a journal as text."""
    currency = journal.currency
    lines = [f"; {line}" for line in journal.about]
    lines += ["", f"commodity 1000.000000 {currency}", ""]
    lines += [
        f'P {price.day} "{price.commodity}" {decimal(price.amount)} {currency}'
        f"  ; {' '.join(price.rates)}"
        for price in journal.prices
    ]
    for (day, platform), group in groupby(journal.postings, lambda one: (one.day, one.platform)):
        lines += ["", f"{day} {platform}"]
        for posting in group:
            lines += _pair(posting, currency)
    return "\n".join(lines) + "\n"


def _pair(posting: Posting, currency: str) -> list[str]:
    kind = "received" if posting.received else "owed"
    where = f"{posting.platform}:{posting.activity}"
    name = currency if posting.commodity == currency else f'"{posting.commodity}"'
    amounts = [
        f"{decimal(sign * posting.quantity * MILLION // unit(posting, currency))} {name}"
        for sign in (1, -1)
    ]
    return [f"    assets:{kind}:{where}  {amounts[0]}", f"    income:{where}  {amounts[1]}"]
