from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.exports.registry import JOURNALS
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root: Path = tmp_path_factory.mktemp("home")
    with Log.open(Home(root).create(), now=NOON) as log:
        log.append([act(platform="x") for _ in range(312)] + [act(), act(platform="reddit")])
    return root


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), "export", *words], catch_exceptions=False)


@pytest.mark.parametrize("form", JOURNALS)
def test_a_journal_goes_to_the_screen_or_to_a_file(home: Path, tmp_path: Path, form: str) -> None:
    shown = run(home, "--format", form).stdout
    assert "312" in shown
    assert "practice" not in shown.lower()
    file = tmp_path / "acts"
    run(home, "--format", form, "-o", str(file))
    assert file.read_text(encoding="utf-8") == shown


def test_one_platform_through_one_lens(home: Path) -> None:
    shown = run(home, "--format", "hledger", "--platform", "x", "--lens", "buyer").stdout
    assert "lens buyer" in shown
    assert "reddit" not in shown


def test_without_a_format_everything_is_written_as_a_package(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run(home).stderr
    (path,) = tmp_path.iterdir()
    assert path.name in said
    assert path.suffix == ".zip"
    with zipfile.ZipFile(path) as package:
        assert package.read("acts.csv").count(b"\n") == 315


def test_a_preview_writes_nothing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = run(home, "--preview", "--rows", "2").stdout
    assert "acts: 314 rows" in shown
    assert shown.count("practice:like") == 2
    assert list(tmp_path.iterdir()) == []


def test_sums_of_a_part_are_printed(home: Path) -> None:
    shown = run(home, "--format", "csv", "--grain", "month", "--platform", "x").stdout
    (row,) = csv.DictReader(io.StringIO(shown))
    assert (row["platform"], row["period"], row["n"]) == ("x", "2026-06", "312")
    both = run(
        *(home, "--format", "jsonl", "--grain", "month", "--platform", "x"),
        *("--platform", "practice", "--practice"),
    ).stdout
    assert {json.loads(line)["platform"] for line in both.splitlines()} == {"x", "practice"}


@pytest.mark.parametrize(
    "words",
    [
        ("--since", "2026-06-02", "--until", "2026-06-01"),
        ("--grain", "week"),
        ("--format", "hledger", "--grain", "act"),
        ("--format", "csv", "--grain", "day", "--hashes", "rekeyed"),
        ("--format", "json", "--hashes", "rekeyed"),
        ("--format", "sqlite", "--since", "2026-01-01"),
        ("--format", "sqlite", "--platform", "x"),
        ("--format", "csv", "--since", "yesterday"),
        ("--format", "pdf"),
    ],
)
def test_what_a_format_does_not_have_is_a_usage_error(home: Path, words: tuple[str, ...]) -> None:
    assert run(home, *words).exit_code == 2


def test_a_sealed_export_comes_back_with_its_passphrase(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.zip.age"
    words = ["--home", str(home), "export", "--passphrase-stdin", "-o", str(path)]
    done = CliRunner().invoke(cli, words, input="correct horse\n", catch_exceptions=False)
    assert done.exit_code == 0
    other = str(tmp_path / "other")
    back = ["--home", other, "import", "--yes", "--passphrase-stdin", str(path)]
    with pytest.raises(KnownError, match="does not open"):
        CliRunner().invoke(cli, back, input="wrong horse\n", catch_exceptions=False)
    done = CliRunner().invoke(cli, back, input="correct horse\n", catch_exceptions=False)
    assert "Imported 314 acts" in done.stdout


def test_a_place_that_cannot_be_written_is_a_known_error(home: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        run(home, "--format", "hledger", "-o", str(tmp_path / "missing" / "file"))


def test_a_card_says_its_handle_to_its_owner_alone(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    said = run(home, "--format", "card", "--since", "2026-06-01", "--until", "2026-06-07",
               "--handle", "oak-ash", "--total-only", "-o", str(path))  # fmt: skip
    assert "oak-ash" in said.stderr
    found = json.loads(path.read_text())["labormeter"]
    assert (found["handle"], found["total_only"]) == ("oak-ash", True)
    with pytest.raises(KnownError, match="two words"):
        run(home, "--format", "card", "--handle", "marie-curie", "-o", str(path))
