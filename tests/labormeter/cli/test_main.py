import importlib

import click
import pytest
from click.testing import CliRunner

from labormeter.cli import main as program
from labormeter.cli.main import VERBS, cli, main, report
from labormeter.errors import KnownError


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_is_where_the_table_says(verb: str) -> None:
    module, name = VERBS[verb].split(":")
    assert isinstance(getattr(importlib.import_module(module), name), click.Command)


def test_help_names_every_verb() -> None:
    said = CliRunner().invoke(cli, ["--help"]).output
    assert all(verb in said for verb in VERBS)


def ending(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(program.cli, "main", fail)
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def test_exit_codes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ending(monkeypatch, KnownError("No.", "Do that.")) == 1
    assert capsys.readouterr().err == "No. Do that.\n"
    assert ending(monkeypatch, click.UsageError("what?")) == 2
    assert ending(monkeypatch, click.Abort()) == 1
    assert ending(monkeypatch, click.exceptions.Exit(3)) == 3
    assert ending(monkeypatch, ValueError("CANARY")) == 70


def test_an_unknown_verb_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["nonsense"])
    assert stopped.value.code == 2


def test_a_bug_is_told_by_names_alone() -> None:
    try:
        int("CANARY")
    except ValueError as bug:
        said = report(bug)
    assert "ValueError" in said
    assert "test_a_bug_is_told_by_names_alone" in said
    assert "CANARY" not in said
