"""The change log: whatever moves a total and is no act that was metered says so in a sentence.

A rate of one's own, a book read anew, acts added by hand or imported: what was done and how far
it moved the total is kept in the ledger. What was forgotten leaves its tombstone instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter import report, settings
from labormeter.ledger import pins, posted, query
from labormeter.ledger.log import Log
from labormeter.valuation import shelf
from labormeter.valuation.lens import LENSES, Reading
from labormeter.valuation.money import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.home import Home
    from labormeter.model import Act


def usual(kept: settings.Settings) -> Reading:
    """Return the reading that the person's settings ask for."""
    lens = kept.text("lens")
    return Reading(
        lens=next((one for one in LENSES if one == lens), LENSES[0]),
        currency=kept.text("currency").upper(),
        deflated=bool(kept["deflated"]),
        country=kept.text("country").upper(),
    )


def total(home: Home, *, today: str, now: int) -> str:
    """Return what all acts are worth in the usual reading, as the change log tells it."""
    how = usual(settings.read(home.settings))
    pinned = [(pin.from_week, pin.version) for pin in pins.read(home, now=now)]
    calendar = shelf.calendar_of(home, how, pins=pinned, today=today)
    with query.open(home) as ledger:
        cells = ledger.cells(None, None)
    sheet = report.sheet(posted.looked_up(home, cells))
    found = report.report(sheet.cells, calendar, today=today, now=0)
    return f"{shown(found.total.acts.central, how.currency)} ({how.lens})"


def keep(home: Home, what: str, before: str, *, today: str, now: int) -> str:
    """Keep in the ledger what was done and how far it moved the total; return the sentence.

    `before` is the total as it was. `what` names no platform and no day, for it outlives the
    acts that it is about.
    """
    after = total(home, today=today, now=now)
    moved = f"the total moved from {before} to {after}" if before != after else "no total moved"
    sentence = f"{what}: {moved}."
    with Log.open(home, now=now) as log:
        log.remark(now, sentence)
    return sentence


def add_acts(home: Home, acts: Sequence[Act], *, today: str, now: int) -> int:
    """Append acts that the person added by hand, and keep what they moved; say how many."""
    home.create()
    before = total(home, today=today, now=now)
    with Log.open(home, now=now) as log:
        added = log.append(acts)
    keep(home, f"{added} acts were added by hand", before, today=today, now=now)
    return added


def add_rate(home: Home, entry: dict[str, str], *, today: str, now: int) -> str:
    """Add a rate of the person's own and keep what it moved; return the sentence.

    Raises KnownError (`shelf.FaultyRatesError`) with every fault, and then nothing was changed.
    """
    book = shelf.book_of(home, today=today)
    before = total(home, today=today, now=now)
    added = shelf.add(home, entry, today=today)
    verb = "was put in the place of the shipped one" if book.prices_it(added) else "was added"
    what = f"The rate {added.id} for {entry.get('activity', added.activity)} {verb}"
    return keep(home, what, before, today=today, now=now)


def take_rates(home: Home, files: dict[str, str], *, today: str, now: int) -> str:
    """Take over files of rates, by name, and keep what they moved; return the sentence.

    Raises KnownError (`shelf.FaultyRatesError`) with every fault, and then nothing was changed.
    """
    book = shelf.book_of(home, today=today)
    before = total(home, today=today, now=now)
    taken = shelf.take(home, files, today=today)
    replaced = sum(book.prices_it(rate) for rate in taken.rates)
    what = f"{len(taken.rates)} rates and {len(taken.timings)} timings of your own were imported"
    if replaced:
        what += f", {replaced} in the place of shipped ones"
    return keep(home, what, before, today=today, now=now)
