"""Figures of groups: nearest rank, per metered day, too few in no figure, sums rounded to five."""

import pytest

from labormeter.room import compare, dots
from labormeter.room.compare import group

from .seated import HANDLES, card, cell, likes, room, seats


def test_a_kind_of_too_few_has_no_dots_and_no_line() -> None:
    cards = likes(5)
    cards[0] = card(HANDLES[0], cell("facebook", "like", 10), cell("reddit", "vote", 999))
    known = group(seats(cards), 3)
    panels = {panel.kind: panel for panel in dots.panels(known)}
    few = panels["reddit", "vote"]
    assert (few.dots, few.median, few.people) == ((), None, 1)
    bill = compare.invoice(known, "worker")
    assert [item.kind for item in bill.items] == [("facebook", "like")]
    assert bill.hidden == 1
    # No total lets the hidden line be told by subtraction.
    assert compare.total(bill.items) == bill.items[0].worth


def test_sums_are_rounded_to_five_and_worth_goes_with_them() -> None:
    cards = [card(HANDLES[at], cell("facebook", "like", n)) for at, n in enumerate((11, 12, 14))]
    (item,) = compare.invoice(group(seats(cards), 3), "worker").items
    assert item.n == 35
    one = seats([card(HANDLES[0], cell("facebook", "like", 35))])[0]
    assert item.worth == one.worth("worker")


@pytest.mark.parametrize(
    ("n", "shown"), [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (10**9 + 2, 10**9)]
)
def test_nearest_five(n: int, shown: int) -> None:
    assert compare.to_five(n) == shown


def quiet(number: int, n: int = 100) -> list[object]:
    return [
        card(HANDLES[10 + at], cell("facebook", "like", n), total_only=True) for at in range(number)
    ]


@pytest.mark.parametrize(("number", "counted"), [(1, 60), (4, 60), (5, 560)])
def test_in_the_total_only_wants_five(number: int, counted: int) -> None:
    known = group(seats([*likes(3), *quiet(number)]), 3)  # type: ignore[list-item]
    assert compare.invoice(known, "worker").items[0].n == counted
    assert len(dots.strip(known, "acts").dots) == 3
    assert known.number == (8 if number == 5 else 3)


def test_five_that_are_quiet_but_not_in_that_line_are_not_in_it() -> None:
    cards = [*likes(3), *quiet(4), card(HANDLES[20], cell("x", "like", 3), total_only=True)]
    known = group(seats(cards), 3)  # type: ignore[arg-type]
    assert compare.invoice(known, "worker").items[0].n == 60


def test_an_hour_is_a_range_over_the_time_that_acts_take() -> None:
    known = group(seats(likes(3)), 3)
    whole, facebook = compare.hourly(known, "worker")
    assert (whole.platform, facebook.platform) == ("", "facebook")
    assert 0 < whole.low < whole.high
    one = seats(likes(1))[0]
    effort = one.work["facebook", "like"].effort
    assert effort is not None
    assert whole.low == round(one.worth("worker").low * 3600 / effort.central)


def test_uploads_and_captchas_of_the_group() -> None:
    def upload(kind: str, n: int) -> object:
        return cell("facebook", "upload", n)._replace(disclosure=kind)

    cards = [
        card(
            HANDLES[at],
            cell("recaptcha", "captcha", 10, seconds=600),
            cell("facebook", "upload", 4),
            told=(upload("gps", 3), upload("serial", 1)) if at else (upload("gps", 3),),  # type: ignore[arg-type]
        )
        for at in range(3)
    ]
    known = group(seats(cards), 3)
    assert compare.told(known) == (compare.Told(kind="gps", people=3, uploads=10),)
    solved = compare.captchas(known)
    assert solved == compare.Captchas(people=3, n=30, minutes=30, measured=30)
    assert compare.captchas(group(seats(cards[:2]), 3)) is None


def test_another_price_and_the_one_at_which_an_hour_comes_to_the_floor() -> None:
    known = group(seats(likes(3)), 3)
    found = compare.supposed(known, 1_000_000, room().floor.amount)
    assert (found.n, found.total) == (60, 60_000_000)
    assert found.hourly is not None
    assert found.even is not None
    at_even = compare.supposed(known, found.even[0], room().floor.amount)
    assert at_even.hourly is not None
    # At the price for the least time an hour comes to the floor where acts take that least time.
    assert abs(at_even.hourly[1] - room().floor.amount) < room().floor.amount / 100
    assert compare.supposed(known, 1, 1, "vote").n == 0


def test_lenses_stand_beside_each_other() -> None:
    found = compare.spread(group(seats(likes(3)), 3))
    assert set(found) == {"worker", "buyer", "time"}
