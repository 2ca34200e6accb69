from __future__ import annotations

from labormeter.study import fields


def test_each_field_is_declared_once_and_says_what_it_is() -> None:
    names = [one.name for one in (*fields.FIELDS, *fields.TEXT)]
    assert len(names) == len(set(names))
    assert all(one.says.endswith(".") for one in (*fields.FIELDS, *fields.TEXT))


def test_what_is_asked_beside_counts_needs_a_yes_and_has_a_place_for_its_reason() -> None:
    names = {one.name: one for one in fields.FIELDS}
    for extra in ("seconds", "country", "age_band"):
        assert names[f"asked.{extra}"].default is False
        assert f"asked.reasons.{extra}" in names


def test_no_field_can_ask_for_more_than_the_program_allows() -> None:
    asked = {one.name for one in fields.FIELDS if one.name.startswith("asked.")}
    told = {"from", "until", "grain", "rounding", "platforms", "activities"}
    extra = {"seconds", "country", "age_band"}
    assert {
        name.removeprefix("asked.") for name in asked if ".reasons." not in name
    } == told | extra


def test_rewards_and_practice_cannot_be_asked_for() -> None:
    assert "reward" not in fields.COUNTED
    assert "practice" not in fields.ASKABLE
