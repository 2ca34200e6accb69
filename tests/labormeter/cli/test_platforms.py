from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from labormeter import lock, settings
from labormeter.cli.platforms import platforms
from labormeter.errors import KnownError
from labormeter.home import Home

if TYPE_CHECKING:
    from pathlib import Path

OWN = """
schema = 1
platform = "own"
title = "Own"
version = "1"
reviewed = 2026-11-24
hosts = ["own.example"]
[[rules]]
id = "like"
path = ["/like"]
activity = "like"
effect = "do"
confidence = "B"
evidence = ["seen here"]
target = "json | id"
[[rules.cases]]
title = "a like"
request = { method = "POST", url = "https://own.example/like", json = { id = "1" } }
response = { json = {} }
expect = [{ activity = "like" }]
[[rules.cases]]
title = "a refused one"
request = { method = "POST", url = "https://own.example/like", json = { id = "1" } }
response = { status = 403 }
expect = []
[[rules.cases]]
title = "a read"
request = { method = "GET", url = "https://own.example/like" }
response = { json = {} }
expect = []
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home").create()
    (made.packs / "own.toml").write_text(OWN)
    return made


def run(home: Home, *words: str, typed: str = "") -> str:
    result = CliRunner().invoke(platforms, words, obj=home, input=typed)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def state(home: Home, name: str) -> dict[str, object]:
    rows = json.loads(run(home, "list", "--format", "json"))
    found: dict[str, object] = next(row for row in rows if row["platform"] == name)
    return found


def test_lists_for_people_and_for_programs(home: Home) -> None:
    assert "metered" in run(home, "list")
    assert "platforms on own" in run(home, "list")
    rows = [json.loads(line) for line in run(home, "list", "--format", "jsonl").splitlines()]
    assert {"practice", "own", "x"} <= {row["platform"] for row in rows}
    assert run(home, "list", "--format", "csv").startswith("platform,title,kind,state,")
    assert state(home, "own")["state"] == "waits"


def test_a_pack_without_hosts_says_how_one_is_added(home: Home) -> None:
    table = run(home, "list")
    assert "labormeter platforms add-host mastodon HOST" in table
    run(home, "add-host", "mastodon", "social.example", "--yes")
    table = run(home, "list")
    assert "labormeter platforms add-host mastodon HOST" not in table
    assert "labormeter platforms add-host awswaf HOST" in table


def test_looking_writes_nothing(home: Home) -> None:
    run(home, "list")
    assert not home.settings.exists()


def test_a_yes_is_given_by_option_or_typed_and_nothing_else_will_do(home: Home) -> None:
    with pytest.raises(KnownError, match="--yes"):
        run(home, "on", "own")
    for typed in ("y\n", "no\n", "\n"):
        with pytest.raises(KnownError, match="Nothing was changed"):
            run(home, "on", "own", typed=typed)
    assert state(home, "own")["state"] == "waits"
    said = run(home, "on", "own", typed="yes\n")
    assert "own.example" in said
    assert "Reopen the metered browser" in said
    assert state(home, "own")["state"] == "on"


def test_a_yes_in_advance(home: Home) -> None:
    run(home, "on", "own", "--yes")
    assert state(home, "own")["hosts"] == ["own.example"]
    assert "own.example" not in run(home, "on", "own"), "it is not asked twice"


def test_all_takes_those_that_ask_as_well(home: Home) -> None:
    run(home, "on", "--all", "--yes")
    rows = json.loads(run(home, "list", "--format", "json"))
    off = [row["platform"] for row in rows if row["state"] != "on"]
    assert off == ["awswaf", "mastodon"], "they have no host before the person names one"


def test_one_no_among_all_changes_nothing(home: Home) -> None:
    with pytest.raises(KnownError):
        run(home, "on", "--all", typed="no\n")
    assert not home.settings.exists()


def test_off_and_on_again(home: Home) -> None:
    run(home, "off", "x")
    assert state(home, "x")["state"] == "off"
    assert state(home, "x")["hosts"] == []
    run(home, "on", "x")
    assert state(home, "x")["state"] == "on"
    run(home, "off", "--all")
    rows = json.loads(run(home, "list", "--format", "json"))
    assert [row["platform"] for row in rows if row["state"] == "on"] == ["practice"]


def test_nothing_new_needs_no_reopening(home: Home) -> None:
    run(home, "off", "x")
    assert "Reopen" not in run(home, "off", "x")


def test_with_a_meter_running_it_says_to_restart_it(home: Home) -> None:
    with lock.hold(home.lock, port=1):
        assert "Restart the meter" in run(home, "off", "x")


def test_a_host_is_added_after_a_yes(home: Home) -> None:
    with pytest.raises(KnownError):
        run(home, "add-host", "x", "mirror.example", typed="no\n")
    run(home, "add-host", "x", "mirror.example", "--yes")
    hosts = state(home, "x")["hosts"]
    assert isinstance(hosts, list)
    assert "mirror.example" in hosts
    assert settings.read(home.settings).words("hosts") == ["x=mirror.example"]


@pytest.mark.parametrize("host", ["accounts.google.com", "*.x.com", "www.instagram.com"])
def test_a_host_that_must_stay_closed_is_refused_before_it_is_asked(home: Home, host: str) -> None:
    with pytest.raises(KnownError):
        run(home, "add-host", "x", host, "--yes")
    assert not home.settings.exists()


@pytest.mark.parametrize("words", [("on",), ("off",), ("on", "x", "--all")])
def test_neither_names_nor_all_is_a_usage_error(home: Home, words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(platforms, words, obj=home)
    assert result.exit_code == click.UsageError.exit_code


def test_a_faulty_pack_is_told_and_the_others_work(home: Home) -> None:
    (home.packs / "bad.toml").write_text("schema = 1\n")
    result = CliRunner().invoke(platforms, ["list", "--format", "json"], obj=home)
    assert "bad.toml" in result.stderr
    assert json.loads(result.stdout)
