from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter import report
from labormeter.home import Home
from labormeter.model import ACTIVITIES, Cell
from labormeter.rules.load import shipped
from labormeter.statement import account
from labormeter.valuation import commons, shelf
from labormeter.valuation.lens import Absent, Reading

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.valuation.lens import Lens

DAY = "2026-11-25"
NAMED = sorted(pack.platform for pack in shipped().platforms if pack.kind == "commons")
LENSES: tuple[Lens, ...] = ("worker", "buyer", "time", "platform")


def cell(platform: str, activity: str = "like", **more: int) -> Cell:
    numbers = {"gestures": 3, "net": 3, "acts": 3} | more
    return Cell(DAY, platform, activity, "wire", **numbers)  # type: ignore[arg-type]


def test_the_price_map_knows_every_shipped_commons_and_no_other_platform() -> None:
    assert sorted(shelf.shipped().prices.commons) == NAMED
    assert {"wikipedia", "openstreetmap", "mastodon"} <= set(NAMED)


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("platform", NAMED)
def test_no_act_of_a_commons_has_a_price_in_any_lens(
    tmp_path: Path, lens: Lens, platform: str
) -> None:
    prices = shelf.calendar_of(Home(tmp_path), Reading(lens=lens), pins=[], today=DAY)
    for activity in ACTIVITIES:
        assert isinstance(prices.price(platform, activity, report.week(DAY)), Absent)


@pytest.mark.parametrize("lens", LENSES)
def test_a_commons_is_counted_and_adds_nothing_to_any_total(tmp_path: Path, lens: Lens) -> None:
    """With measured time too, which the time lens pays by the hour elsewhere."""
    prices = shelf.calendar_of(Home(tmp_path), Reading(lens=lens), pins=[], today=DAY)
    cells = [cell("wikipedia", "post"), cell("wikipedia", "captcha", seconds=9, timed=3)]
    found = report.report(cells, prices, today=DAY, now=1)
    assert found.total.acts.high == 0
    assert {line.row["platform"] for line in found.lines["platform",]} == {"wikipedia"}
    assert sum(line.row.net for line in found.lines["activity",] if line.row.unit == "") == 6


def test_a_statement_says_so_and_bills_nothing(tmp_path: Path) -> None:
    prices = shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today=DAY)
    both = [cell("mastodon"), cell("x")]
    alone = [cell("x")]
    span = {"since": DAY, "until": DAY, "issued": DAY, "now": 1}
    bill, without = (account.statement(some, [], prices, **span) for some in (both, alone))  # type: ignore[arg-type]
    assert bill.total.acts == without.total.acts
    assert ("Work for a commons: it is counted apart, and never billed.", 3) in bill.total.unpriced
    (item,) = [item for item in bill.items if item.platform == "mastodon"]
    assert (item.price, item.worth, item.net) == (None, None, 3)


def test_a_rate_of_ones_own_does_not_bill_a_commons_either(tmp_path: Path) -> None:
    home = Home(tmp_path)
    entry = {"activity": "like", "platform": "mastodon", "amount": "1", "currency": "EUR"}
    shelf.add(
        home,
        entry | {"observed_on": DAY, "source": "mine", "side": "worker", "unit": "per_act"},
        today=DAY,
    )
    prices = shelf.calendar_of(home, Reading(), pins=[], today=DAY)
    assert isinstance(prices.price("mastodon", "like", report.week(DAY)), Absent)


def test_a_pack_of_ones_own_may_be_a_commons(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.packs.mkdir(parents=True)
    (home.packs / "wiki.toml").write_text('platform = "wiki"\nkind = "commons"\n', "utf-8")
    (home.packs / "shop.toml").write_text('platform = "shop"\nkind = "commercial"\n', "utf-8")
    (home.packs / "torn.toml").write_text("platform = ", "utf-8")
    (home.packs / "odd.toml").write_text('platform = 7\nkind = "commons"\n', "utf-8")
    (home.packs / "bytes.toml").write_bytes(b"\xff\xfe")
    prices = shelf.calendar_of(home, Reading(), pins=[], today=DAY)
    assert isinstance(prices.price("wiki", "like", report.week(DAY)), Absent)
    assert not isinstance(prices.price("shop", "like", report.week(DAY)), Absent)


def test_a_text_that_is_no_pack_names_none() -> None:
    commons_pack = 'kind = "commons"\nplatform = "wiki"'
    torn, odd = 'platform = "', 'kind = "commons"\nplatform = 7'
    assert commons.named([commons_pack, torn, odd, "", "\0"]) == {"wiki"}
    assert commons.named(["a" + ".a" * 9000 + " = 1"]) == frozenset()
