"""The catalogue in docs is the one that the packs give."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from labormeter.rules.catalogue import catalogue
from labormeter.rules.load import shipped

PAGE = Path(__file__).parents[3] / "docs/platforms.md"


def test_the_page_is_up_to_date() -> None:
    found = catalogue(shipped().platforms)
    assert PAGE.read_text("utf-8") == found, "run `make catalogue`"


def test_every_platform_and_every_rule_is_on_it() -> None:
    page = PAGE.read_text("utf-8")
    for pack in shipped().platforms:
        assert f"## {pack.title}\n" in page
        for rule in pack.rules:
            assert f"`{rule.id}`" in page
            assert rule.enabled or " ".join(rule.wanted.split()).replace("|", "\\|") in page


def test_a_candidate_gives_no_confidence() -> None:
    page = catalogue(shipped().platforms)
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.split(" | ")]
        if len(cells) == 6 and cells[4] == "-":
            assert cells[1] == "-", line
        assert "C" not in cells[1:2] or not cells[0].startswith("| "), line


def test_make_writes_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "labormeter.rules.catalogue"],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert done.stdout == catalogue(shipped().platforms)
