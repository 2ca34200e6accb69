"""The log knows names, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter_addon import notebook
from labormeter_addon.notebook import Notebook

if TYPE_CHECKING:
    from pathlib import Path


def test_writes_names_and_hides_all_else(tmp_path: Path) -> None:
    book = Notebook(tmp_path / "meter.log")
    book.note("judge", "ValueError")
    book.note("https://x.com/a?b", "a sentence\nwith lines")
    lines = book.path.read_text().splitlines()
    assert [line.split(" ", 1)[1] for line in lines] == ["judge ValueError", "? ?"]


def test_is_put_aside_when_it_is_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook, "LIMIT", 200)
    book = Notebook(tmp_path / "meter.log")
    for _ in range(50):
        book.note("judge", "ValueError")
    assert book.path.stat().st_size < 300
    assert (tmp_path / "meter.log.1").stat().st_size < 300


def test_a_log_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    Notebook(tmp_path / "nowhere/meter.log").note("a", "b")
