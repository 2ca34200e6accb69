from dataclasses import replace

import pytest

from labormeter.testing import NOON
from labormeter_ui.picture import day
from labormeter_ui.presenters.adding import Form, acts

TODAY = "2026-06-01"
FORM = Form(platform="facebook", activity="like", count=2, day="2026-05-03")


def made(form: Form) -> list[object]:
    return list(acts(form, now=NOON, today=TODAY, utc_offset=120, currencies=("EUR",)))


def test_acts_of_an_earlier_day_lie_at_its_noon_and_of_today_now() -> None:
    found = acts(FORM, now=NOON, today=TODAY, utc_offset=120, currencies=("EUR",))
    assert [(day(one.occurred_at, 120), one.source) for one in found] == [
        ("2026-05-03", "manual")
    ] * 2
    (one,) = acts(
        replace(FORM, count=1, day=TODAY), now=NOON, today=TODAY, utc_offset=0, currencies=()
    )
    assert one.occurred_at == NOON


def test_a_reward_is_one_amount() -> None:
    form = replace(FORM, activity="reward", count=1, amount="2.50", unit="EUR")
    (one,) = acts(form, now=NOON, today=TODAY, utc_offset=0, currencies=("EUR",))
    assert (one.quantity, one.unit) == (2_500_000, "EUR")


@pytest.mark.parametrize(
    "changed", [{"day": "2026-06-02"}, {"day": ""}, {"platform": "A B"}, {"activity": "reward"}]
)
def test_what_cannot_be_is_refused_in_a_sentence(changed: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        made(replace(FORM, **changed))  # type: ignore[arg-type]
