import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.forget import describe
from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query, scrub
from labormeter.ledger.forget import Preview
from labormeter.ledger.log import Log
from labormeter.study import sent
from labormeter.study.contribution import Draft
from labormeter.study.sent import Entry
from labormeter.testing import NOON, act

HOUR = 3_600_000_000


def run(home: Home, *words: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.root), "forget", *words], input=answer)


def left(home: Home) -> set[str]:
    with query.open(home) as kept:
        return {one.id for one in kept.acts()}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Home(tmp_path_factory.mktemp("filled"))
    with Log.open(made, now=NOON) as log:
        log.append([act(platform="x"), act(platform="x"), act(platform="reddit")])
    return made.root


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Home:
    return Home(shutil.copytree(filled, tmp_path / "home"))


def test_it_shows_what_goes_and_asks(home: Home) -> None:
    before = left(home)
    asked = run(home, "--platform", "x", answer="n\n")
    assert "2 acts of 2026-06-01: x 2." in asked.output
    assert asked.exit_code == 1
    assert left(home) == before
    assert "Forgot 2 acts." in run(home, "--platform", "x", answer="y\n").output
    assert len(left(home)) == 1


def test_without_somebody_to_ask_nothing_goes(home: Home) -> None:
    before = left(home)
    assert run(home, "--everything").exit_code == 1
    assert left(home) == before


def test_yes_asks_nothing(home: Home) -> None:
    done = run(home, "--everything", "--yes")
    assert done.exit_code == 0
    assert "Forget this" not in done.output
    assert left(home) == set()


def test_one_act_by_its_id(home: Home) -> None:
    chosen = min(left(home))
    assert run(home, "--act", chosen, "--yes").exit_code == 0
    assert chosen not in left(home)
    again = run(home, "--act", chosen, "--yes")
    assert isinstance(again.exception, KnownError)
    assert "There is no act" in again.exception.message


def test_the_last_hour_is_what_the_clock_says(home: Home) -> None:
    now = time.time_ns() // 1000
    recent, older = act(occurred_at=now - HOUR // 2), act(occurred_at=now - 2 * HOUR)
    with Log.open(home, now=NOON) as log:
        log.append([recent, older])
    assert run(home, "--last-hour", "--yes").exit_code == 0
    assert recent.id not in left(home)
    assert older.id in left(home)


def test_a_range_of_days(home: Home) -> None:
    late = act(occurred_at=NOON + 96 * HOUR)
    with Log.open(home, now=NOON) as log:
        log.append([late])
    run(home, "--since", "2026-05-30", "--until", "2026-06-03", "--yes")
    assert left(home) == {late.id}


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--yes"],
        ["--act", "a", "--everything"],
        ["--everything", "--platform", "x"],
        ["--act", "a", "--since", "2026-06-01"],
        ["--last-hour", "--since", "2026-06-01"],
        ["--since", "sometime"],
    ],
)
def test_what_is_not_clear_is_a_usage_error_and_nothing_goes(home: Home, words: list[str]) -> None:
    before = left(home)
    assert run(home, *words).exit_code == 2
    assert left(home) == before


def test_a_reader_in_the_way_is_said_with_what_to_do(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrub, "PATIENCE", 0.1)
    with closing(sqlite3.connect(home.ledger, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM acts").fetchall()
        found = run(home, "--platform", "x", "--yes")
    assert isinstance(found.exception, KnownError)
    assert "traces are left" in found.exception.message
    assert "same command again" in found.exception.hint
    assert run(home, "--platform", "x", "--yes").exit_code == 0
    assert not scrub.unclean(home)


def test_the_preview_says_all_of_it() -> None:
    text = describe(
        Preview(
            acts=3,
            undos=1,
            platforms=(("x", 2), ("vk", 1)),
            first_day="2026-06-01",
            last_day="2026-06-03",
            damaged=("ledger.damaged-2026-06-01.db",),
        )
    )
    assert text.splitlines() == [
        "3 acts of 2026-06-01 to 2026-06-03: x 2, vk 1.",
        "1 of them undid one of the others, at another time.",
        "What was kept aside of a damaged ledger goes as well: ledger.damaged-2026-06-01.db.",
    ]
    assert describe(Preview(acts=0)).startswith("No act")


def test_everything_forgotten_is_no_row_given_to_a_study_either(home: Home) -> None:
    entry = Entry(at="", event="made", study="one", key="k", file="", what="contribution")
    sent.made(home, entry, Draft(b"{}", b"{}"), b"sealed")
    done = run(home, "--platform", "x", "--yes")
    assert list(sent.folder(home).glob("*/revision-*.json"))
    done = run(home, "--everything", "--yes")
    assert "What you gave to one is with its researchers" in done.output
    assert not list(sent.folder(home).glob("*/revision-*.json"))
    assert sent.read(home) == [entry], "that it left, and the key, stay: they take it back"
