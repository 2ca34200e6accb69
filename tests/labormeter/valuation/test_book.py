from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from labormeter.valuation import book as books
from labormeter.valuation import shelf
from labormeter.valuation.book import Choice, Reference
from labormeter.valuation.own import choice as own_choice
from labormeter.valuation.rate import rate as made

from .test_rate import row

BOOK = shelf.shipped()


def choice(central: str = "CF-01", **changes: object) -> Choice:
    one = Reference.parse(central)
    usual = {"side": "worker", "activity": "like", "lower": one, "central": one, "upper": one}
    return Choice(**(usual | {"confidence": "high"} | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("CF-01", Fraction(1, 1000)),
        ("CF-12.high", Fraction(13, 1000)),
        ("CA-10*0.5", Fraction(6, 10_000)),
        ("RP-04*9/250", Fraction(45, 100)),
        ("PR-11.low*1/3", Fraction(286, 300_000)),
    ],
)
def test_a_reference_is_an_amount_for_one_act(text: str, amount: Fraction) -> None:
    reference = Reference.parse(text)
    assert reference.amount(BOOK.rates[reference.id]) == amount


@pytest.mark.parametrize("text", ["", "CF-01.mid", "CF-01*", "CF-01*x", "CF 01", "CF-01.low.low"])
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no reference"):
        Reference.parse(text)


def test_the_later_choice_stands_before_the_earlier_and_the_platforms_before_any() -> None:
    chosen = (
        choice("CF-01"),
        choice("CF-10", since="2020-01-06"),
        choice("CF-14", platform="tiktok"),
    )
    book = replace(BOOK, choices=chosen)
    found = [
        book.chosen("worker", "like", platform, day)
        for platform, day in (("x", "2020-01-05"), ("x", "2020-01-06"), ("tiktok", "2026-01-05"))
    ]
    assert [one.central.id if one else None for one in found] == ["CF-01", "CF-10", "CF-14"]
    assert book.chosen("worker", "follow", "x", "2026-01-05") is None


def test_an_own_rate_stands_before_and_beside_the_shipped_one() -> None:
    mine = made(row(id="mine"), own=True)
    book = BOOK.with_own([mine], [own_choice(mine)], {})
    found = book.chosen("worker", "like", "x", "2026-01-05")
    assert found is not None
    assert found.central.id == "mine"
    assert book.rates["CF-01"] == BOOK.rates["CF-01"]
    assert book.version.startswith(f"{BOOK.version}+own.")
    assert book.hash != BOOK.hash


def test_an_own_rate_never_overwrites_a_shipped_one() -> None:
    mine = made(row(id="CF-01", mid="1", low="1"), own=True)
    assert BOOK.with_own([mine], [], {}).rates["CF-01"] == BOOK.rates["CF-01"]


def test_without_own_rates_the_book_is_the_shipped_one() -> None:
    assert BOOK.with_own([], [], {}) is BOOK


@pytest.mark.parametrize(
    ("central", "part"),
    [
        ("SM-03", "cannot be cited"),
        ("SEED-02", "claimed"),
        ("MT-17", None),
        ("XX-99", "no rate XX-99"),
    ],
)
def test_the_rules_of_the_book_are_held_against_its_choices(central: str, part: str | None) -> None:
    side = "buyer" if central == "SM-03" else "worker"
    found = books.book_faults(replace(BOOK, choices=(choice(central, side=side),)))
    if part is None:
        assert "unchecked" in found[0]
    else:
        assert any(part in fault for fault in found)


def test_a_rate_takes_effect_on_mondays_only() -> None:
    line = {"side": "worker", "activity": "like", "platform": "any", "since": "2026-06-02"}
    refs = {"lower": "CF-01", "central": "CF-01", "upper": "CF-01"}
    with pytest.raises(ValueError, match="Monday"):
        books.choices([line | refs | {"confidence": "low", "note": ""}])
