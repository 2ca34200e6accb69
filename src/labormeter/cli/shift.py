"""`labormeter shift`: start, pause and stop metering, and say how it stands."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import click

from labormeter import lock
from labormeter.cli.acts import iso
from labormeter.cli.moment import Duration
from labormeter.errors import KnownError
from labormeter.ledger import query
from labormeter.ledger.log import Log

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.ledger.control import Metering, State, Verb

PATIENCE: Final = 15.0
"""Seconds to wait for the meter's acknowledgement."""

_SAYS: Final[dict[str, str]] = {
    "on": "Metering is on.",
    "paused": "Metering is paused.",
    "private": "Metering is off: this time is private.",
    "off": "Metering is stopped.",
}


@click.group()
def shift() -> None:
    """Start, pause or stop metering; `private` leaves no trace of what is done."""


@shift.command()
@click.pass_obj
def start(home: Home) -> None:
    """Start a shift, or go on after a pause."""
    _ask(home, "start")


@shift.command()
@click.option("--for", "length", type=Duration(), help="Go on by itself after this: 30m, 2h.")
@click.pass_obj
def pause(home: Home, length: int | None) -> None:
    """Pause metering."""
    _ask(home, "pause", length)


@shift.command()
@click.option("--for", "length", type=Duration(), help="Go on by itself after this: 30m, 2h.")
@click.pass_obj
def private(home: Home, length: int | None) -> None:
    """Stop looking at once, also at pages that are open."""
    _ask(home, "private", length)


@shift.command()
@click.pass_obj
def stop(home: Home) -> None:
    """End the shift."""
    _ask(home, "stop")


@shift.command()
@click.option(
    "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True
)
@click.pass_obj
def status(home: Home, form: str) -> None:
    """Say whether a meter runs and what it does."""
    with query.open(home) as kept:
        found = kept.state()
    click.echo(json.dumps(facts(found)) if form == "json" else describe(found))


def facts(found: Metering) -> dict[str, object]:
    """Return how metering stands, for a program; times as ISO 8601 in UTC."""
    values = asdict(found) | {"waiting": [asked.verb for asked in found.waiting]}
    for name in ("since", "until", "pulse"):
        if values[name] is not None:
            values[name] = iso(values[name])
    return values


def describe(found: Metering) -> str:
    """Return how metering stands, in sentences."""
    if not found.running:
        return "No meter runs on this folder. Start one with `labormeter meter`."
    since = f" The shift began at {_clock(found.since)}." if found.since else ""
    until = f" It goes on at {_clock(found.until)}." if found.until else ""
    place = f" (127.0.0.1:{found.port})" if found.port else ""
    return f"A meter runs{place}. {_SAYS[found.state]}{since}{until}"


def _clock(at: int) -> str:
    return f"{datetime.fromtimestamp(at // 1_000_000, UTC).astimezone():%H:%M}"


def _ask(home: Home, verb: Verb, length: int | None = None) -> None:
    """Write the wish, wait for the meter to acknowledge it, and say what it said."""
    if lock.held(home.lock) is None:
        raise KnownError("No meter runs on this folder.", "Start one with `labormeter meter`.")
    now = time.time_ns() // 1000
    with Log.open(home, now=now) as log:
        asked = log.ask(verb, now, None if length is None else now + length)
    click.echo(_SAYS[_answer(home, asked)])


def _answer(home: Home, asked: int) -> State:
    """Return the state acknowledged; raises KnownError where none comes in time."""
    until = time.monotonic() + PATIENCE
    with query.open(home) as kept:
        while (state := kept.answer(asked)) is None:
            if lock.held(home.lock) is None:
                raise KnownError("The meter ended before it answered.", "Start it again.")
            if time.monotonic() > until:
                raise KnownError("The meter does not answer.", "Look at `labormeter shift status`.")
            time.sleep(0.05)
    return state
