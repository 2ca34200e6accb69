from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
import pytest

from labormeter import settings
from labormeter.cli import reading
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import pins
from labormeter.ledger.log import Log
from labormeter.model import SECOND
from labormeter.testing import NOON, act
from labormeter.valuation.lens import Reading

if TYPE_CHECKING:
    from pathlib import Path

NOTHING: dict[str, Any] = {
    "lens": None,
    "currency": None,
    "deflated": None,
    "country": None,
    "as_of": "reviewed",
    "floor": "minimum",
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


def test_what_is_not_said_comes_from_the_settings(home: Home) -> None:
    assert reading.reading(home, NOTHING) == Reading()
    settings.change(home.settings, "lens", "time")
    settings.change(home.settings, "deflated", value=False)
    found = reading.reading(home, NOTHING)
    assert (found.lens, found.deflated) == ("time", False)


def test_what_is_said_stands_before_the_settings(home: Home) -> None:
    said = {"lens": "buyer", "currency": "usd", "deflated": False, "country": "de"}
    found = reading.reading(home, NOTHING | said)
    assert (found.lens, found.currency, found.country) == ("buyer", "USD", "DE")
    assert not found.deflated


def test_cells_and_spans_of_the_local_days_asked_for(home: Home) -> None:
    with Log.open(home, now=NOON) as log:
        log.append([act(), act(occurred_at=NOON + 86_400 * SECOND)])
        log.span("shift", NOON - 10 * SECOND)
        log.end_span("shift", NOON + 10 * SECOND)
    one = reading.kept(home, "2026-06-01", "2026-06-01")
    other = reading.kept(home, "2026-06-02", None)
    assert ([cell.day for cell in one.cells], len(one.spans)) == (["2026-06-01"], 1)
    assert ([cell.day for cell in other.cells], len(other.spans)) == (["2026-06-02"], 0)


def test_a_calendar_follows_the_pins(home: Home) -> None:
    pins.append(home, pins.Pin(NOON, "shipped", "2026-11", "2026-W23"))
    found = reading.calendar(home, Reading())
    assert [week for week, _ in found.books] == ["", "2026-W23"]


def test_a_pin_to_a_book_that_is_gone_is_a_known_error(home: Home) -> None:
    pins.append(home, pins.Pin(NOON, "shipped", "1999-01", ""))
    with pytest.raises(KnownError, match="no book of rates 1999-01"):
        reading.calendar(home, Reading())


def test_weeks_and_days_are_read_strictly() -> None:
    context, option = click.Context(click.Command("x")), click.Option(["--x"])
    assert reading.iso_week(context, option, "2026-W23") == "2026-W23"
    assert reading.iso_week(context, option, "") == ""
    assert reading.day(context, option, None) is None
    assert reading.day(context, option, "TODAY") == reading.today()
    with pytest.raises(click.BadParameter):
        reading.day(context, option, "2026-02-30")
