from __future__ import annotations

from labormeter.valuation import shelf
from labormeter.valuation.claims import BENCHMARKS, claims

BOOK = shelf.shipped()


def test_each_benchmark_is_in_the_book_and_checked() -> None:
    found = claims(BOOK, "EUR", 2026)
    assert {claim.rate.id for claim in found} == set(BENCHMARKS)
    assert all(claim.rate.checked for claim in found)


def test_the_demand_against_facebook_is_500_euros_a_person() -> None:
    found = {claim.rate.id: claim for claim in claims(BOOK, "EUR", 2026)}
    assert found["SEED-05"].central == 500_000_000
    assert "25,000" in found["SEED-05"].says


def test_no_claim_prices_an_act() -> None:
    used = {reference.id for choice in BOOK.choices for reference in choice.references}
    assert "SEED-05" not in used
