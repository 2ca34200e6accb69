from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from labormeter import settings as file
from labormeter.cli.settings import ASKED, settings
from labormeter.errors import KnownError
from labormeter.home import Home

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def run(home: Home, *words: str) -> str:
    result = CliRunner().invoke(settings, words, obj=home)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def test_every_setting_is_shown_with_its_sentence(home: Home) -> None:
    table = run(home)
    for setting in file.SETTINGS:
        assert setting.name in table
        assert setting.help in table
    rows = json.loads(run(home, "--format", "json"))
    assert [row["name"] for row in rows] == [setting.name for setting in file.SETTINGS]
    assert not home.root.exists(), "looking writes nothing"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("lens", "buyer", "buyer"),
        ("deflated", "no", False),
        ("alone", "YES", True),
        ("port", "4711", 4711),
        ("browser", "firefox", "firefox"),
        ("currency", "USD", "USD"),
    ],
)
def test_a_setting_is_set_and_shown(*, home: Home, name: str, text: str, value: file.Value) -> None:
    shown = run(home, name, text)
    assert file.read(home.settings)[name] == value
    assert run(home, name) == shown


@pytest.mark.parametrize(
    ("name", "text"),
    [("lens", "mine"), ("deflated", "perhaps"), ("port", "1.5"), ("port", "x"), ("language", "")],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    home: Home, name: str, text: str
) -> None:
    with pytest.raises(KnownError):
        run(home, name, text)
    assert not home.settings.exists()


@pytest.mark.parametrize("name", ASKED)
def test_what_needs_an_answer_is_not_set_behind_its_question(home: Home, name: str) -> None:
    with pytest.raises(KnownError, match="labormeter platforms"):
        run(home, name, "x")
    run(home, name)


def test_an_unknown_one_is_said_with_those_there_are(home: Home) -> None:
    with pytest.raises(KnownError, match=r"no setting 'colour'.*language"):
        run(home, "colour")


def test_a_long_list_is_told_short_in_a_table_and_whole_to_programs(home: Home) -> None:
    home.create()
    hosts = [f"x=host{number}.example" for number in range(9)]
    file.change(home.settings, "hosts", list(hosts))
    assert "9 entries" in run(home)
    rows = json.loads(run(home, "hosts", "--format", "json"))
    assert rows[0]["value"].split() == hosts
