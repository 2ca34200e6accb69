import csv
import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from labormeter.cli import acts as verb
from labormeter.cli.main import cli
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.model import Act, Disclosure
from labormeter.testing import NOON, act

GIVEN = (
    act(
        platform="x",
        target="a" * 32,
        occurred_at=NOON,
        utc_offset=120,
        flags=("instrument",),
        rule="x:like",
    ),
    act(platform="x", activity="upload", occurred_at=NOON + 1, disclosures=(Disclosure("gps"),)),
    act(occurred_at=NOON + 2, source="practice"),
    act(platform="x", effect="undo", net=-1, occurred_at=NOON + 3, source="archive"),
    act(
        platform="hcaptcha",
        activity="captcha",
        quantity=2,
        net=2,
        rounds=2,
        tiles=18,
        seconds=2_500_000,
        occurred_at=NOON + 86_400_000_000,
    ),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("home")
    with Log.open(Home(root), now=NOON) as log:
        log.append(GIVEN)
    return root


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), "acts", *words], catch_exceptions=False)


def lines(home: Path, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(home, "--format", "jsonl", *words).stdout.splitlines()]


def test_json_lines_say_what_the_contract_names(home: Path) -> None:
    found = lines(home)
    assert [line["id"] for line in found] == [one.id for one in GIVEN]
    like, upload, practice, undo, captcha = found
    assert {
        name: like[name]
        for name in ("platform", "activity", "effect", "occurred_at", "target", "quantity")
    } == {
        "platform": "x",
        "activity": "like",
        "effect": "do",
        "occurred_at": "2026-06-01T12:00:00.000000Z",
        "target": "a" * 32,
        "quantity": 1,
    }
    assert (like["rule"], like["flags"], like["source"]) == ("x:like", ["instrument"], "wire")
    assert (upload["disclosures"], upload["target"]) == (["gps"], None)
    assert (practice["source"], undo["source"], undo["net"]) == ("practice", "archive", -1)
    assert (captcha["seconds"], captcha["rounds"], captcha["tiles"]) == (2.5, 2, 18)
    assert captcha["day"] == "2026-06-02"
    assert "utc_offset" not in like


def test_json_is_one_list_also_of_nothing(home: Path) -> None:
    assert json.loads(run(home, "--format", "json").stdout) == lines(home)
    assert json.loads(run(home, "--format", "json", "--platform", "vk").stdout) == []


def test_csv_has_its_header_once_also_above_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verb, "BATCH", 2)
    found = list(csv.DictReader(io.StringIO(run(home, "--format", "csv").stdout)))
    assert [row["id"] for row in found] == [one.id for one in GIVEN]
    assert set(found[0]) == set(lines(home)[0])
    assert (found[3]["net"], found[1]["disclosures"], found[0]["seconds"]) == ("-1", "gps", "")
    nothing = run(home, "--format", "csv", "--platform", "vk").stdout
    assert nothing.splitlines() == [",".join(lines(home)[0])]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_runs_no_formula(text: str) -> None:
    written = "".join(verb.WRITERS["csv"]([act(rule=text, pack='="x"', flags=(text,))]))
    found = list(csv.DictReader(io.StringIO(written, newline="")))
    for name in ("rule", "pack", "flags"):
        assert not found[0][name].startswith(("=", "+", "-", "@", "\t", "\r")), name


def test_the_table_marks_practice_and_counts(home: Path) -> None:
    shown = run(home).stdout.splitlines()
    assert len(shown) == len(GIVEN) + 2
    assert "2026-06-01 14:00:00" in shown[1]
    assert "instrument" in shown[1]
    assert "disclosed gps" in shown[2]
    assert "practice" in shown[3]
    assert shown[-1] == "5 acts, 1 of them practice (in no total)"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--platform", "x"], [0, 1, 3]),
        (["--activity", "like"], [0, 2, 3]),
        (["--source", "practice"], [2]),
        (["--platform", "x", "--activity", "like", "--source", "wire"], [0]),
        (["--since", "2026-06-01T12:00:00.000002Z"], [2, 3, 4]),
        (["--until", "2026-06-01T12:00:00.000002Z"], [0, 1]),
        (["--since", "2026-06-02T06:00Z"], [4]),
        (["--since", "2026-06-05"], []),
        (["--until", "2026-06-05"], [0, 1, 2, 3, 4]),
    ],
)
def test_filters(home: Path, words: list[str], expected: list[int]) -> None:
    assert [line["id"] for line in lines(home, *words)] == [GIVEN[at].id for at in expected]


@pytest.mark.parametrize(
    "words",
    [
        ["--since", "soon"],
        ["--activity", "sleep"],
        ["--source", "x"],
        ["--format", "xml"],
        ["more"],
    ],
)
def test_what_is_not_understood_is_a_usage_error(home: Path, words: list[str]) -> None:
    assert run(home, *words).exit_code == 2


def test_a_new_home_lists_nothing(tmp_path: Path) -> None:
    assert run(tmp_path / "new").stdout.splitlines()[-1] == "0 acts"


@pytest.mark.parametrize("form", sorted(verb.WRITERS))
def test_what_is_listed_needs_no_more_memory_when_it_is_longer(form: str) -> None:
    def many(count: int) -> Iterator[Act]:
        for number in range(count):
            yield act(id=f"{number:032x}")

    def peak(count: int) -> int:
        tracemalloc.start()
        for text in verb.WRITERS[form](many(count)):
            assert text
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(6_000) < peak(2_000) + 200_000
