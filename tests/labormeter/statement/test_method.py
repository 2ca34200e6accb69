from __future__ import annotations

import re

from labormeter.statement.method import METHOD


def test_both_languages_tell_the_same_points() -> None:
    assert len(METHOD["en"]) == len(METHOD["fr"])
    assert all(
        head.endswith(".") and len(body) > 80 for page in METHOD.values() for head, body in page
    )


def test_the_numbers_named_are_the_same_in_both() -> None:
    for (_, english), (_, french) in zip(METHOD["en"], METHOD["fr"], strict=True):
        assert re.findall(r"\d+", english) == re.findall(r"\d+", french)
