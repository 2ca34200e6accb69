"""`labormeter acts`: every act, one by one."""

from __future__ import annotations

import itertools
import json
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import click

from labormeter.cli.listing import as_csv, format_option, show
from labormeter.cli.moment import Moment
from labormeter.ledger import archived, query
from labormeter.model import ACTIVITIES, SOURCES, Act

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from labormeter.cli.listing import Record
    from labormeter.home import Home

BATCH: Final = 1_000
"""Acts written at a time, so that a ledger of a million needs no more memory than a small one."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_PRACTICE: Final = "practice"
_COLUMNS: Final = (
    "{when:19}  {platform:10}  {activity:8}  {effect:4}  {quantity:>8}  {source:8}  {note}"
)


@click.command()
@click.option("--since", type=Moment(), help="From this local date or time on.")
@click.option("--until", type=Moment(end=True), help="A date: to its end. A time: before it.")
@click.option("--platform", metavar="NAME", help="Only this platform.")
@click.option("--activity", type=click.Choice(ACTIVITIES), metavar="NAME", help="Only this.")
@click.option("--source", type=click.Choice(SOURCES), help="Only what came this way.")
@click.option("--undated", is_flag=True, help="Those of which an archive does not say when.")
@format_option
@click.pass_obj
def acts(
    home: Home,
    *,
    since: int | None,
    until: int | None,
    platform: str | None,
    activity: str | None,
    source: str | None,
    undated: bool,
    form: str,
) -> None:
    """List acts, oldest first. Practice is listed and marked, and counts in no total."""
    if undated:
        _undated(home, platform, activity, form)
        return
    with query.open(home) as kept:
        found = kept.acts(
            since,
            until,
            platform=platform,
            activity=activity,
            source=source,
            newest_first=False,
        )
        for text in WRITERS[form](found):
            sys.stdout.write(text)
    sys.stdout.flush()


def record(act: Act) -> Record:
    """Return what a program reads of an act: the same fields in JSON and CSV."""
    return {
        "id": act.id,
        "occurred_at": iso(act.occurred_at),
        "day": local(act)[:10],
        "platform": act.platform,
        "activity": act.activity,
        "effect": act.effect,
        "target": act.target,
        "made": act.made,
        "actor": act.actor,
        "quantity": act.quantity,
        "unit": act.unit,
        "net": act.net,
        "rounds": act.rounds,
        "tiles": act.tiles,
        "seconds": None if act.seconds is None else act.seconds / 1_000_000,
        "source": act.source,
        "rule": act.rule,
        "pack": act.pack,
        "disclosures": [found.kind for found in act.disclosures],
        "flags": list(act.flags),
    }


def iso(at: int) -> str:
    """Return a time as ISO 8601 in UTC, to the microsecond."""
    moment = _EPOCH + timedelta(microseconds=at)
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def local(act: Act) -> str:
    """Return the date and time that the person's clock showed."""
    moment = _EPOCH + timedelta(microseconds=act.occurred_at, minutes=act.utc_offset)
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def practised(act: Act) -> bool:
    """Whether an act comes from the practice site and counts in no total."""
    return _PRACTICE in {act.source, act.platform}


def _lines(found: Iterable[Act]) -> Iterator[str]:
    for batch in itertools.batched(found, BATCH):
        yield "".join(json.dumps(record(act)) + "\n" for act in batch)


def _array(found: Iterable[Act]) -> Iterator[str]:
    before = "[\n"
    for act in found:
        yield before + json.dumps(record(act))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _csv(found: Iterable[Act]) -> Iterator[str]:
    """Yield CSV in pieces: the header once, even where no act follows it."""
    names = tuple(record(_ANY))
    yield as_csv([], names)
    for batch in itertools.batched(found, BATCH):
        yield as_csv([record(act) for act in batch], names).split("\n", 1)[1]


def _table(found: Iterable[Act]) -> Iterator[str]:
    """Yield lines for people, and at the end how many count."""
    heads = ("when", "platform", "activity", "effect", "quantity", "source", "note")
    yield _COLUMNS.format(**dict(zip(heads, heads, strict=True))).rstrip() + "\n"
    listed = practice = 0
    for act in found:
        listed += 1
        practice += practised(act)
        yield _row(act)
    left_out = f", {practice} of them practice (in no total)" if practice else ""
    yield f"{listed} {'act' if listed == 1 else 'acts'}{left_out}\n"


def _row(act: Act) -> str:
    kinds = ", ".join(found.kind for found in act.disclosures)
    notes = (*act.flags, f"disclosed {kinds}" if kinds else "")
    line = _COLUMNS.format(
        when=local(act),
        platform=act.platform,
        activity=act.activity,
        effect=act.effect,
        quantity=f"{act.quantity} {act.unit}".rstrip(),
        source=act.source,
        note="; ".join(filter(None, notes)),
    )
    return line.rstrip() + "\n"


def _undated(home: Home, platform: str | None, activity: str | None, form: str) -> None:
    """List acts without a date: they are in no other list."""
    with query.open(home):
        found = archived.undated_acts(home, platform, activity)
    usual = {"effect": "do", "occurred_at": None, "source": "archive", "flags": ["undated"]}
    columns = ("platform", "activity", "quantity", "source")
    show([one | usual for one in found], form, columns=columns)


WRITERS: Final = {"jsonl": _lines, "json": _array, "csv": _csv, "table": _table}
"""Format -> how acts are written in it, piece by piece."""

_ANY: Final = Act(
    id="",
    occurred_at=0,
    utc_offset=0,
    platform="",
    activity="",
    effect="do",
    rule="",
    pack="",
)
