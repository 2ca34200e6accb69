from __future__ import annotations

from labormeter.valuation.price_map import price_map

MAP = price_map(
    {
        "version": "1",
        "line": [
            {"activity": "follow", "price": "follow", "reason": "a"},
            {"activity": "follow", "platform": "linkedin", "price": "", "reason": "b"},
        ],
    }
)


def test_a_platforms_own_line_stands_before_any() -> None:
    line = MAP.line("linkedin", "follow")
    assert line is not None
    assert (line.price, line.reason) == ("", "b")
    other = MAP.line("x", "follow")
    assert other is not None
    assert other.price == "follow"


def test_what_is_no_act_has_no_line() -> None:
    assert MAP.line("x", "") is None
