import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from exports_made import Made
from exports_more import ARCHIVES

from labormeter.cli.main import cli
from labormeter.errors import KnownError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return ARCHIVES["reddit-2025"]().zipped(tmp_path / "reddit.zip")


def run(tmp_path: Path, *arguments: str, answer: str = "") -> Result:
    home = ["--home", str(tmp_path / "home"), "import"]
    return CliRunner().invoke(cli, [*home, *arguments], input=answer)


def test_nothing_is_imported_before_a_yes(tmp_path: Path, path: Path) -> None:
    refused = run(tmp_path, str(path), answer="n\n")
    assert refused.exit_code == 1
    assert "have no date" in refused.output
    assert "Nothing was imported" in run(tmp_path, "--list").output
    assert "Imported 19 acts" in run(tmp_path, str(path), answer="y\n").output


def test_looking_alone_asks_nothing(tmp_path: Path, path: Path) -> None:
    found = run(tmp_path, str(path), "--preview", "--format", "json")
    assert found.exit_code == 0
    assert sum(one["new"] for one in json.loads(found.stdout)) == 19
    assert "Nothing was imported" in run(tmp_path, "--list").output


def test_list_undo_and_again(tmp_path: Path, path: Path) -> None:
    run(tmp_path, str(path), "--yes")
    assert "nothing changes" in run(tmp_path, str(path), "--yes").output
    (listed,) = json.loads(run(tmp_path, "--list", "--format", "json").stdout)
    assert (listed["reader"], listed["added"], listed["undated"]) == ("reddit", 19, 13)
    assert "Undone" in run(tmp_path, "--undo", "1", "--yes").output
    assert json.loads(run(tmp_path, "--list", "--format", "json").stdout) == []
    unknown = run(tmp_path, "--undo", "1", "--yes")
    assert isinstance(unknown.exception, KnownError)


def test_acts_without_a_date_are_listed_apart(tmp_path: Path, path: Path) -> None:
    run(tmp_path, str(path), "--yes")
    home = ["--home", str(tmp_path / "home"), "acts", "--format", "json"]
    listed = json.loads(CliRunner().invoke(cli, [*home, "--undated"]).stdout)
    assert {one["occurred_at"] for one in listed} == {None}
    assert [one["activity"] for one in listed].count("dislike") == 2
    assert len(listed) == 13
    dated = json.loads(CliRunner().invoke(cli, home).stdout)
    assert len(dated) == 6


def test_what_is_passed_over_and_missing_is_said(tmp_path: Path) -> None:
    made = Made()
    made.write("post_votes.csv", "")
    made.write("comments.csv", "<html>")
    made.write("messages.csv", "CANARY")
    made.write("posts.csv", "id,permalink,date\np,l,2024-01-01 00:00:00 UTC\n")
    said = run(tmp_path, str(made.zipped(tmp_path / "a.zip")), "--preview").output
    assert "of post-votes: has none of the columns" in said
    assert "of comments: is HTML where CSV was expected" in said
    assert "private messages are never read" in said
    assert "Nothing of: comment-votes" in said


@pytest.mark.parametrize("arguments", [[], ["--list", "--undo", "1"], ["a.zip", "--list"]])
def test_one_thing_at_a_time(tmp_path: Path, arguments: list[str]) -> None:
    assert run(tmp_path, *arguments).exit_code == 2
