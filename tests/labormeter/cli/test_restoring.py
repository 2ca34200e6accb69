"""`labormeter import` of a full export: looked at first, once only, kept in the change log."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.cli.restoring import asked
from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act


def run(home: Path, *words: str, said: str = "") -> Result:
    words = ("--home", str(home), *words)
    return CliRunner().invoke(cli, words, input=said, catch_exceptions=False)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    home = tmp_path / "one"
    with Log.open(Home(home).create(), now=NOON) as log:
        log.append([act(platform="x", activity="comment") for _ in range(3)])
    path = tmp_path / "full.zip"
    run(home, "export", "-o", str(path))
    return path


def test_it_is_looked_at_before_anything(tmp_path: Path, export: Path) -> None:
    other = tmp_path / "two"
    assert "labormeter, 1 file read" in run(other, "import", "--preview", str(export)).stdout
    assert run(other, "import", str(export), said="n\n").exit_code == 1
    with query.open(Home(other)) as ledger:
        assert ledger.count() == 0


def test_it_comes_back_once_and_says_so(tmp_path: Path, export: Path) -> None:
    other = tmp_path / "two"
    assert "Imported 3 acts." in run(other, "import", str(export), said="y\n").stdout
    assert "nothing changes" in run(other, "import", "--yes", str(export)).stdout
    with query.open(Home(other)) as ledger:
        assert ledger.count() == 3
        remarks = [remark.sentence for remark in ledger.remarks()]
    assert len([one for one in remarks if "3 acts were imported" in one]) == 1


def test_a_passphrase_is_asked_where_somebody_can_answer(export: Path) -> None:
    assert asked(export) is None
