from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root: Path = tmp_path_factory.mktemp("home")
    with Log.open(Home(root).create(), now=NOON) as log:
        log.append([act(platform="x") for _ in range(312)] + [act(platform="reddit")])
    return root


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(
        cli, ["--home", str(home), "statement", *words], catch_exceptions=False
    )


def test_html_goes_to_the_screen_or_to_a_file(home: Path, tmp_path: Path) -> None:
    shown = run(home, "--language", "en").stdout
    file = tmp_path / "statement.html"
    run(home, "--language", "en", "-o", str(file))
    assert file.read_text(encoding="utf-8") == shown
    assert "Wage statement" in shown


def test_a_pdf_is_written_and_nothing_is_left_behind(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "statement.pdf"
    assert run(home, "--language", "fr", "-o", str(file)).exit_code == 0
    assert file.read_bytes().startswith(b"%PDF-")
    assert file.stat().st_size > 10_000
    assert not [one for one in Home(home).run.iterdir() if one.is_dir()]


def test_to_one_platform_alone(home: Path) -> None:
    told = run(home, "--platform", "x", "--language", "en").stdout
    assert "312" in told
    assert "reddit" not in told


def test_the_name_given_is_printed_and_kept_nowhere(home: Path) -> None:
    canary = "Canary Zwölf"
    assert canary in run(home, "--from", canary).stdout
    for path in home.rglob("*"):
        if path.is_file():
            assert canary.encode() not in path.read_bytes()


def test_another_ending_is_a_usage_error(home: Path, tmp_path: Path) -> None:
    assert run(home, "-o", str(tmp_path / "statement.doc")).exit_code == 2


@pytest.mark.parametrize("name", ["statement.html", "statement.pdf"])
def test_a_place_that_cannot_be_written_is_a_known_error(
    home: Path, tmp_path: Path, name: str
) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        run(home, "-o", str(tmp_path / "missing" / name))


def test_without_the_window_a_pdf_says_what_to_do(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(KnownError, match="needs PySide6"):
        run(home, "-o", str(tmp_path / "a.pdf"))


def test_the_printer_is_a_process_and_the_library_loads_no_window(home: Path) -> None:
    code = (
        "import sys; from labormeter.cli.statement import statement;"
        "assert not {'PySide6', 'pandas', 'labormeter_ui'} & set(sys.modules), 'loaded'"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=home)
