from __future__ import annotations

import json

from click.testing import CliRunner

from labormeter import terms as clauses
from labormeter.cli.terms import terms


def run(*words: str) -> str:
    result = CliRunner().invoke(terms, words)
    assert result.exit_code == 0, result.output
    return result.output


def test_every_clause_is_listed_with_its_link() -> None:
    rows = json.loads(run("--format", "json"))
    assert len(rows) == len(clauses.clauses())
    assert all(row["link"].startswith("https://") and row["version"] for row in rows)


def test_one_platforms_clauses() -> None:
    rows = [json.loads(line) for line in run("facebook", "--format", "jsonl").splitlines()]
    assert {row["platform"] for row in rows} == {"facebook"}
    assert "Meta Terms of Service" in run("facebook")


def test_where_none_was_verified_it_says_so() -> None:
    assert run("hcaptcha") == "No clause was verified for hcaptcha.\n"
    assert json.loads(run("hcaptcha", "--format", "json")) == []
