"""The change log: what moved a total, and why.

Whatever changes a figure without an act being metered says so in one sentence, which is kept in
the ledger: a rate of one's own, a book read anew, acts added by hand or imported. What was
forgotten leaves its tombstone: how much, and not what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from labormeter import report
from labormeter.cli import reading
from labormeter.ledger import pins, query
from labormeter.ledger.log import Log
from labormeter.valuation import shelf
from labormeter.valuation.money import shown

if TYPE_CHECKING:
    from labormeter.cli.listing import Record
    from labormeter.home import Home


def total(home: Home) -> str:
    """Return what all acts are worth in the usual reading, as the change log tells it."""
    chosen = dict.fromkeys(("lens", "currency", "deflated", "country"))
    how = reading.reading(home, {**chosen, "as_of": "reviewed", "floor": "minimum"})
    sheet = report.sheet(reading.kept(home, None, None).cells)
    found = report.report(sheet.cells, reading.calendar(home, how), today=reading.today(), now=0)
    return f"{shown(found.total.acts.central, how.currency)} ({how.lens})"


def keep(home: Home, what: str, before: str) -> str:
    """Keep in the ledger what was done and how far it moved the total; return the sentence.

    `what` names no platform and no day, for it outlives the acts that it is about.
    """
    after = total(home)
    moved = f"the total moved from {before} to {after}" if before != after else "no total moved"
    sentence = f"{what}: {moved}."
    with Log.open(home, now=reading.now()) as log:
        log.remark(reading.now(), sentence)
    return sentence


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
