from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter import changelog, settings
from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act
from labormeter.valuation import shelf

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-11-25"
RATE = {
    "activity": "like",
    "side": "worker",
    "mid": "0.5",
    "currency": "EUR",
    "source": "A payslip",
    "observed_on": "2026-03",
}
CSV = (
    "id,activity,side,amount,currency,source,observed_on\n"
    "mine-1,like,worker,0.5,EUR,A payslip,2026-03\n"
    "mine-2,save,worker,0.25,EUR,A payslip,2026-03\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path).create()
    home.settings.write_text('currency = "EUR"\ndeflated = false\n', encoding="utf-8")
    with Log.open(home, now=NOON) as log:
        log.append([act(platform="x") for _ in range(10)])
    return home


def remarks(home: Home) -> list[str]:
    with query.open(home) as ledger:
        return [one.sentence for one in ledger.remarks()]


def total(home: Home) -> str:
    return changelog.total(home, today=TODAY, now=NOON)


def test_the_reading_is_the_persons_own(home: Home) -> None:
    kept = settings.Settings({"lens": "buyer", "currency": "usd", "country": "de"})
    found = changelog.usual(kept)
    assert (found.lens, found.currency, found.country) == ("buyer", "USD", "DE")
    assert not changelog.usual(settings.Settings({"deflated": False})).deflated
    assert total(home).endswith("(worker)")


def test_a_rate_added_says_what_it_moved_and_whose_place_it_took(home: Home) -> None:
    before = total(home)
    said = changelog.add_rate(home, RATE, today=TODAY, now=NOON)
    assert said == (
        "The rate own-1 for like was put in the place of the shipped one: the total moved from"
        f" {before} to 5.00\u00a0EUR (worker)."
    )
    assert remarks(home) == [said]
    said = changelog.add_rate(home, RATE | {"activity": "save"}, today=TODAY, now=NOON)
    assert said == "The rate own-2 for save was added: no total moved."


def test_a_faulty_rate_changes_and_says_nothing(home: Home) -> None:
    wrong = RATE | {"low": "3", "high": "1", "source": "", "observed_on": "2036"}
    with pytest.raises(shelf.FaultyRatesError) as caught:
        changelog.add_rate(home, wrong, today=TODAY, now=NOON)
    fields = {fault.sentence.partition(":")[0] for fault in caught.value.faults}
    assert fields == {"source", "low, mid, high", "observed_on"}
    assert remarks(home) == []
    assert not (home.root / "rates").exists()


def test_files_of_rates_are_taken_over_whole_and_say_what_they_moved(home: Home) -> None:
    timings = (
        '[[timing]]\nactivity = "like"\nlow = 1\ncentral = 2\nhigh = 3\n'
        'kind = "assumption"\nreason = "By a stop watch."\n'
    )
    said = changelog.take_rates(
        home, {"mine.csv": CSV, "timings.toml": timings}, today=TODAY, now=NOON
    )
    assert said.startswith(
        "2 rates and 1 timings of your own were imported, 1 in the place of shipped ones: the"
        " total moved from"
    )
    assert remarks(home) == [said]
    assert {"mine-1", "mine-2"} <= set(shelf.book_of(home, today=TODAY).rates)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("bad.csv", CSV + "mine-3,dance,worker,-1,XXX,=1+1,2036\n", "activity: dance"),
        ("mine.txt", CSV, "a TOML or CSV file is wanted"),
        ("first.csv", CSV, "is there already"),
        ("again.csv", CSV, "stands in another of your files"),
    ],
)
def test_a_file_with_a_fault_is_not_taken(home: Home, name: str, text: str, said: str) -> None:
    changelog.take_rates(home, {"first.csv": CSV}, today=TODAY, now=NOON)
    kept = (home.root / "rates" / "first.csv").read_text()
    with pytest.raises(shelf.FaultyRatesError, match=said):
        changelog.take_rates(home, {name: text}, today=TODAY, now=NOON)
    assert [file.name for file in (home.root / "rates").iterdir()] == ["first.csv"]
    assert (home.root / "rates" / "first.csv").read_text() == kept
    assert len(remarks(home)) == 1


def test_acts_added_by_hand_say_what_they_moved(home: Home) -> None:
    assert (
        changelog.add_acts(home, [act(source="manual", platform="facebook")], today=TODAY, now=NOON)
        == 1
    )
    (said,) = remarks(home)
    assert said.startswith("1 acts were added by hand: the total moved from")
    assert "facebook" not in said
