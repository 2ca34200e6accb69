from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from labormeter.cli import changes
from labormeter.cli.main import cli
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act

if TYPE_CHECKING:
    from pathlib import Path


def run(home: Path, *words: str) -> str:
    result = CliRunner().invoke(cli, ["--home", str(home), *words], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def listed(home: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(home, "rates", "changes", "--format", "json"))
    return found


def sentences(home: Path) -> list[str]:
    return [row["what"] for row in listed(home)]


RATE = ("rates", "add", "--amount", "0.5", "--currency", "EUR", "--source", "me", "--date", "2026")


def test_everything_that_moves_a_total_is_on_the_list_with_how_far(tmp_path: Path) -> None:
    run(tmp_path, "add", "like", "--platform", "facebook", "--count", "2", "--on", "2026-05-01")
    run(tmp_path, *RATE, "--activity", "like")
    run(tmp_path, *RATE, "--activity", "save")
    run(tmp_path, "rates", "revalue", "--from", "2026-W10")
    found = [one.replace("\xa0", " ") for one in sentences(tmp_path)]
    assert found[0] == "All weeks are read in book 2026-11."
    assert "2 acts were added by hand: the total moved from 0.00 EUR (worker) to" in found[1]
    assert "put in the place of the shipped one: the total moved from" in found[2]
    assert "no total moved" not in found[2]
    assert "own-2 for save was added: no total moved" in found[3]
    assert "Weeks from 2026-W10 on are read in book 2026-11." in found
    run(tmp_path, "forget", "--platform", "facebook", "--yes")
    assert "2 acts were forgotten." in sentences(tmp_path)


def test_the_log_names_no_platform_and_no_day_of_an_act_that_may_be_forgotten(
    tmp_path: Path,
) -> None:
    run(tmp_path, "add", "comment", "--platform", "gonebook", "--on", "2026-05-01")
    run(tmp_path, "forget", "--platform", "gonebook", "--yes")
    told = " ".join(sentences(tmp_path))
    assert "gonebook" not in told
    assert "2026-05" not in told
    assert "comment" not in told


def test_what_was_metered_moves_a_total_without_being_on_the_list(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    with Log.open(home, now=NOON) as log:
        log.append([act(platform="x")])
    assert len(changes.listed(home)) == 1


def test_people_read_when_and_what(tmp_path: Path) -> None:
    assert "by itself" in run(tmp_path, "rates", "changes")
