from __future__ import annotations

import tomllib

import pyrage

from labormeter.study import check, sample


def test_the_example_has_no_fault_in_any_grain() -> None:
    keys = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(3)]
    for text in (
        sample.text(keys),
        sample.text(keys[:2], grain="week", first="2026-W01", last="2026-W26", rounding=1),
        sample.text(keys, seconds=True, activities=("captcha", "like")),
    ):
        assert not check.faults(tomllib.loads(text))
