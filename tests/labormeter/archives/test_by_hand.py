import pytest

from labormeter.archives import by_hand


def test_every_act_has_an_id_of_its_own_and_says_that_it_was_added_by_hand() -> None:
    made = by_hand.acts(platform="x", activity="like", count=3, at=5, utc_offset=60)
    assert len({act.id for act in made}) == 3
    assert {(act.source, act.rule, act.net, act.occurred_at) for act in made} == {
        ("manual", "manual", 1, 5)
    }


@pytest.mark.parametrize(
    ("amount", "unit", "wanted"),
    [("2.50", "eur", (2_500_000, "EUR")), ("300", "POINT", (300, "POINT"))],
)
def test_rewards_are_money_or_whole_points(amount: str, unit: str, wanted: tuple[int, str]) -> None:
    assert by_hand.received(amount, unit, ("EUR",)) == wanted


@pytest.mark.parametrize(
    ("amount", "unit"), [("0", "EUR"), ("1.5", "POINT"), ("x", "EUR"), ("1", "ZZZ"), ("-1", "EUR")]
)
def test_what_is_no_reward_is_refused_in_a_sentence(amount: str, unit: str) -> None:
    with pytest.raises(ValueError, match=r"^.+: .+\.$"):
        by_hand.received(amount, unit, ("EUR",))


def test_a_platform_is_written_as_in_packs() -> None:
    found = [by_hand.is_platform(name) for name in ("x", "my-own2", "X", "a b", "", "-a", "a" * 31)]
    assert found == [True, True, False, False, False, False, False]
