from __future__ import annotations

from labormeter.valuation import shelf
from labormeter.valuation.calendar import Price, calendar
from labormeter.valuation.explain import Explanation, explain
from labormeter.valuation.lens import Absent, Reading

BOOK = shelf.shipped()


def of(
    activity: str, platform: str = "x", week: str = "2026-W23", **reading: object
) -> Explanation:
    made = calendar(Reading(**reading), [("", BOOK)])  # type: ignore[arg-type]
    return explain(made, platform, activity, week)


def test_a_like_names_its_observations_and_every_conversion() -> None:
    found = of("like")
    assert isinstance(found.price, Price)
    assert [step.rate.id for step in found.used] == ["CF-15", "CF-01", "MT-02"]
    assert found.used[1].amount == found.price.central
    assert tuple(map(str, found.used[1].steps)) == (
        "1000 acts for the amount.",
        "Carried from 2013 to 2025 by US consumer prices (CPI-U).",
        "USD to EUR at the average of 2025, the year on file for 2026.",
    )


def test_every_other_observation_of_the_act_says_why_it_was_not_used() -> None:
    found = of("like", lens="buyer")
    all_of_them = {rate.id for rate in BOOK.observed("buyer", "like")}
    told = {one.rate.id: one.reason for one in found.passed}
    assert all_of_them <= set(told) | {step.rate.id for step in found.used}
    assert "cannot be cited" in told["SM-03"]
    assert "Unchecked" in told["AC-01"]
    assert "Claimed" in told["SEED-02"]


def test_an_exchange_rate_that_was_recalled_is_said_to_be() -> None:
    found = of("share", lens="buyer")
    assert found.used[2].rate.id == "CF-21"
    assert any("recalled and not confirmed" in str(step) for step in found.used[2].steps)


def test_no_price_is_explained_as_well() -> None:
    found = of("dislike", lens="buyer")
    assert found.price == Absent("No citable price.")
    assert [one.rate.id for one in found.passed] == ["SM-30"]


def test_time_and_presence_name_only_what_could_have_been_taken() -> None:
    assert {one.rate.country for one in of("like", lens="time").passed} == {"FR"}
    assert {one.rate.side for one in of("", "facebook", lens="platform").passed} == {"platform"}


def test_the_map_gives_its_reason() -> None:
    assert of("captcha").mapped.startswith("captcha is captcha_token in the book. Each solve")


def test_revenue_of_another_platform_is_not_told_as_passed_over() -> None:
    assert {one.rate.platform for one in of("", "facebook", lens="platform").passed} == {"facebook"}
    assert of("", "instagram", lens="platform").passed == ()
    assert [step.rate.platform for step in of("", "x", lens="platform").used] == ["twitter"] * 3
