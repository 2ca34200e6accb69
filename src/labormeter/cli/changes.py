"""`labormeter rates changes`: what moved a total, and why, as the change log tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from labormeter import changelog, report
from labormeter.cli import reading
from labormeter.ledger import pins, query
from labormeter.valuation import shelf

if TYPE_CHECKING:
    from labormeter.cli.listing import Record
    from labormeter.home import Home


def total(home: Home) -> str:
    """Return what all acts are worth now in the usual reading."""
    return changelog.total(home, today=reading.today(), now=reading.now())


def keep(home: Home, what: str, before: str) -> str:
    """Keep in the ledger what was done just now and how far it moved the total."""
    return changelog.keep(home, what, before, today=reading.today(), now=reading.now())


def note(home: Home, what: str, before: str) -> None:
    """Keep and print it."""
    click.echo(keep(home, what, before))


def listed(home: Home) -> list[Record]:
    """Return everything that moved a total, the oldest first, after what holds by itself."""
    usual = [_pinned("by itself", week, version) for week, version in shelf.usual()]
    made = [
        (pin.pinned_at, _pinned(report.moment(pin.pinned_at), pin.from_week, pin.version))
        for pin in pins.read(home, now=reading.now())
    ]
    with query.open(home) as ledger:
        said = [(one.at, _said(report.moment(one.at), one.sentence)) for one in ledger.remarks()]
        gone = [_said(day, f"{acts} acts were forgotten.") for day, acts in ledger.tombstones()]
    dated = [*(record for _, record in sorted([*made, *said], key=lambda one: one[0])), *gone]
    return [*usual, *sorted(dated, key=lambda record: str(record["when"])[:10])]


def _pinned(when: str, week: str, version: str) -> Record:
    weeks = f"Weeks from {week} on are" if week else "All weeks are"
    sentence = f"{weeks} read in book {version}."
    return {"when": when, "what": sentence, "from_week": week or "all", "version": version}


def _said(when: str, sentence: str) -> Record:
    return {"when": when, "what": sentence, "from_week": None, "version": None}
