"""`labormeter add`: acts done where nothing meters them, marked `manual`."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import click

from labormeter import changelog
from labormeter.archives import by_hand
from labormeter.cli import reading
from labormeter.errors import KnownError
from labormeter.model import ACTIVITIES, SECOND
from labormeter.valuation import shelf
from labormeter.valuation.worth import REWARD

if TYPE_CHECKING:
    from labormeter.home import Home


def slug(_context: click.Context, _option: click.Parameter, text: str) -> str:
    """Return a platform's name as it is written in packs; a usage error for any other text."""
    if not by_hand.is_platform(text):
        raise click.BadParameter("a platform is written as facebook, x or bing.")
    return text


@click.command()
@click.argument("activity", type=click.Choice(ACTIVITIES))
@click.option("--platform", required=True, callback=slug, help="As facebook.")
@click.option("--count", type=click.IntRange(1, by_hand.MOST), default=1, show_default=True)
@click.option(
    "--on", "day", metavar="DAY", callback=reading.day, help="Local day; today otherwise."
)
@click.option("--received", metavar="AMOUNT", help="Reward: how much, as 5 or 2.50.")
@click.option("--in", "unit", metavar="CODE", help="Reward: currency, or POINT for points.")
@click.pass_obj
def add(
    home: Home,
    /,
    *,
    activity: str,
    platform: str,
    count: int,
    day: str | None,
    received: str | None,
    unit: str | None,
) -> None:
    """Add acts by hand: done on a phone, or a reward received. Figures say how many are."""
    quantity, unit = _reward(activity, received, unit)
    at, offset = _moment(day)
    acts = by_hand.acts(
        platform=platform,
        activity=activity,
        count=count,
        at=at,
        utc_offset=offset,
        quantity=quantity,
        unit=unit,
    )
    added = changelog.add_acts(home, acts, today=reading.today(), now=reading.now())
    click.echo(f"{added} added by hand: {activity}, {platform}.")


def _reward(activity: str, received: str | None, unit: str | None) -> tuple[int, str]:
    """Return quantity and unit; usage errors where a reward is half described."""
    if activity != REWARD:
        if received or unit:
            raise click.UsageError("--received and --in belong to a reward.")
        return 1, ""
    if not received or not unit:
        raise click.UsageError("A reward needs --received AMOUNT and --in CURRENCY or POINT.")
    try:
        return by_hand.received(received, unit, shelf.shipped().currencies.known)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _moment(day: str | None) -> tuple[int, int]:
    """Return microseconds and minutes east of UTC: now, or noon of a day that is not to come."""
    seconds = time.time()
    if day is not None:
        when = date.fromisoformat(day)
        noon = (when.year, when.month, when.day, 12, 0, 0, 0, 0, -1)
        if day > reading.today():
            raise KnownError(f"{day} lies in the future.", "Name a day that has begun.")
        seconds = seconds if day == reading.today() else time.mktime(noon)
    offset = time.localtime(seconds).tm_gmtoff // 60
    return int(seconds * SECOND), offset
