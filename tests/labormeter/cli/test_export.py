from __future__ import annotations

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


def test_the_format_must_be_named(home: Path) -> None:
    assert run(home).exit_code == 2


def test_a_place_that_cannot_be_written_is_a_known_error(home: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        run(home, "--format", "hledger", "-o", str(tmp_path / "missing" / "file"))
