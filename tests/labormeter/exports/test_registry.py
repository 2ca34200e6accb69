from __future__ import annotations

import pytest

from labormeter.exports.registry import JOURNALS

from .test_journal import cell, made, through


@pytest.mark.parametrize("form", JOURNALS)
def test_every_format_writes_text_that_ends_in_a_line(form: str) -> None:
    text = JOURNALS[form](made([cell()], through("worker")))
    assert text.endswith("\n")
    assert "X-LIKE" in text
