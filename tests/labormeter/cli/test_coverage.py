import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from exports_made import Made, reacted

from labormeter.cli.main import cli
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.model import SECOND
from labormeter.testing import act


def run(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.root), *arguments])


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Twenty reactions of which the meter saw fifteen, and two more that no archive has."""
    home = Home(tmp_path / "home").create()
    begun = int(time.time()) - 3 * 86_400
    made = Made()
    items = [reacted(0) | {"timestamp": begun + 600 * n} for n in range(20)]
    made.write("comments_and_reactions/likes_and_reactions_1.json", items)
    with Log.open(home, now=begun * SECOND) as log:
        seen = [begun + 600 * n + 2 for n in range(15)] + [begun + 300, begun + 900]
        log.append(
            [act(platform="facebook", occurred_at=at * SECOND, source="wire") for at in seen]
        )
        log.span("shift", (begun - 60) * SECOND)
        log.end_span("shift", (begun + 86_400) * SECOND)
    run(home, "import", str(made.zipped(tmp_path / "a.zip")), "--yes")
    return home


def test_a_share_with_its_interval(home: Home) -> None:
    (row,) = json.loads(run(home, "coverage", "--format", "json").stdout)
    assert (row["live"], row["both"], row["archive_only"], row["near"]) == (17, 15, 5, 15)
    assert row["share"] == 0.75
    assert row["share_low"] < 0.75 < row["share_high"]
    assert row["known"] == 22 <= row["estimate_low"] <= row["estimate"] <= row["estimate_high"]


def test_the_ledger_says_it_beside_its_total(home: Home) -> None:
    said = run(home, "ledger").output
    assert "the meter saw 75%" in said
    assert "There were at least 22" in said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "the meter saw 75% (53 to 89%)"), ("fr", "le compteur en a vu 75 % (53 à 89 %)")],
)
def test_the_statement_says_it_too(home: Home, tmp_path: Path, language: str, said: str) -> None:
    path = tmp_path / "statement.html"
    done = run(home, "statement", "-o", str(path), "--language", language)
    assert done.exit_code == 0, done.output
    assert said in path.read_text(encoding="utf-8")
    other = run(home, "statement", "-o", str(path), "--platform", "x", "--language", language)
    assert other.exit_code == 0
    assert said not in path.read_text(encoding="utf-8")


def test_nothing_to_compare(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").create()
    assert "Nothing can be compared yet" in run(home, "coverage").output


def test_unknown_dimensions(home: Home) -> None:
    assert run(home, "coverage", "--by", "moon").exit_code == 2
