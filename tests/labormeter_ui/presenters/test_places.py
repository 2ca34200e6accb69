from dataclasses import replace
from pathlib import Path

from labormeter.home import Home
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Calendar
from labormeter.valuation.lens import Reading
from labormeter_ui.presenters.places import Places, PlacesPresenter, placed

TODAY, WEEK = "2026-06-01", "2026-W23"


def calendar(folder: Path, reading: Reading | None = None) -> Calendar:
    return shelf.calendar_of(Home(folder), reading or Reading(), pins=[], today=TODAY)


def test_rows_go_from_the_least_to_the_most_and_hold_every_observation(tmp_path: Path) -> None:
    found = placed(calendar(tmp_path), "hour_of_work", WEEK)
    assert [row.middle for row in found.rows] == sorted(row.middle for row in found.rows)
    assert len(found.every) == 40
    assert len({row.country for row in found.rows}) == len(found.rows)
    assert found.ends is not None
    least, most = found.ends
    assert (least.town, least.region, most.region) == ("Antananarivo", "south", "north")


def test_the_line_is_the_floor_for_hours_and_the_central_rate_for_acts(tmp_path: Path) -> None:
    hours = placed(calendar(tmp_path), "hour_of_work", WEEK)
    assert hours.yours == 11_880_000, "the French minimum wage of 2025, as the law has it"
    likes = placed(calendar(tmp_path), "like", WEEK)
    price = calendar(tmp_path).price("facebook", "like", WEEK)
    assert likes.yours == price.central  # type: ignore[union-attr]
    assert placed(calendar(tmp_path, Reading(lens="buyer")), "like", WEEK) == likes


def test_a_country_without_a_floor_has_no_line(tmp_path: Path) -> None:
    found = placed(calendar(tmp_path, Reading(country="JP")), "hour_of_work", WEEK)
    assert found.yours == 0
    assert found.rows


def test_an_act_that_nobody_knows_becomes_the_first_that_somebody_does(tmp_path: Path) -> None:
    assert placed(calendar(tmp_path), "dance", WEEK).word == "hour_of_work"


def test_an_own_rate_with_a_country_stands_among_them(tmp_path: Path) -> None:
    home = Home(tmp_path)
    entry = {
        "activity": "like", "side": "worker", "mid": "0.5", "currency": "EUR", "country": "JP",
        "source": "me", "observed_on": "2026",
    }  # fmt: skip
    shelf.add(home, entry, today=TODAY)
    found = placed(calendar(tmp_path), "like", WEEK)
    assert (found.rows[-1].country, found.rows[-1].region) == ("JP", "")
    assert found.yours == found.rows[-1].middle > 400_000


def test_what_was_asked_before_is_dropped_and_a_lost_act_gives_way(tmp_path: Path) -> None:
    presenter = PlacesPresenter()
    asked: list[str] = []
    presenter.needed.connect(asked.append)
    presenter.show("like")
    presenter.take(placed(calendar(tmp_path), "view", WEEK))
    assert presenter.state == Places()
    likes = placed(calendar(tmp_path), "like", WEEK)
    presenter.take(likes)
    assert presenter.state == likes
    presenter.look_at(3)
    presenter.take(replace(likes, rows=likes.rows[:1]))
    assert presenter.at == len(likes.rows[0].places) - 1
    presenter.look_at(99)
    assert presenter.at == -1
    presenter.show("gone")
    presenter.take(placed(calendar(tmp_path), "gone", WEEK))
    assert presenter.word == "hour_of_work"
    assert asked == ["like", "gone"]
