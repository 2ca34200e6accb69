"""A seat is worth what its cells are worth one by one, and takes the time that its acts take."""

from fractions import Fraction

from labormeter.exports import document
from labormeter.room import file
from labormeter.room.sample import sample
from labormeter.room.seat import key, views
from labormeter.valuation.tally import total, valued

from .seated import card, cell, room, seats


def test_folding_weeks_changes_no_figure() -> None:
    known = room(first="2023-W50", last="2026-W46")
    book = file.book_of(known)
    for one in sample(known, 6):
        made = seats([one], known)[0]
        for lens, calendar in views(known, book).items():
            whole = total(valued(document.cells(one), calendar, ["activity"]))
            # Measured time is rounded once a fold, and not once a week: less than a millionth each.
            slack = 0 if lens != "time" else known.weeks
            ours, theirs = made.worth(lens), whole.acts
            assert abs(ours.low - theirs.low) <= slack
            assert abs(ours.central - theirs.central) <= slack
            assert abs(ours.high - theirs.high) <= slack


def test_counts_time_and_days() -> None:
    made = seats([
        card(
            "amber-otter",
            cell("facebook", "like", 7),
            cell("recaptcha", "captcha", 3, seconds=30),
            cell("recaptcha", "captcha", 2, day="2026-11-16"),
            told=(cell("facebook", "upload", 2)._replace(disclosure="gps"),),
            days=9,
        )
    ])[0]  # fmt: skip
    assert (made.n, made.days, made.minutes, made.weeks) == (12, 9, 540, 2)
    captcha = made.work["recaptcha", "captcha"]
    assert (captcha.n, captcha.measured) == (5, 30)
    seconds = file.book_of(room()).timings["captcha"]
    assert captcha.effort is not None
    assert captcha.effort.central == 30 + 2 * Fraction(seconds.central)
    assert made.told == {("facebook", "gps"): 2}


def test_what_was_received_is_no_work() -> None:
    points = cell("bing", "reward", 50)._replace(unit="POINT")
    made = seats([card("amber-otter", points, cell("bing", "rate", 1))])[0]
    assert set(made.work) == {("bing", "rate")}
    assert made.n == 1


def test_a_country_without_a_floor_in_the_book_has_no_lens_of_time() -> None:
    known = room(floor=file.Floor(amount=1, country="IS", source="x", day="2026-01-01"))
    assert "time" not in views(known, file.book_of(known))
    assert "time" in views(room(), file.book_of(room()))


def test_cards_are_told_apart() -> None:
    one, other = (
        card("amber-otter", cell("x", "like", 1)),
        card("amber-otter", cell("x", "like", 2)),
    )
    assert key(one) == key(card("amber-otter", cell("x", "like", 1)))
    assert key(one) != key(other)
