from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act

if TYPE_CHECKING:
    from pathlib import Path

OWN = ("--activity", "like", "--amount", "0.002", "--currency", "EUR", "--source", "A payslip")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Log.open(Home(tmp_path).create(), now=NOON) as log:
        log.append([act(platform="x") for _ in range(10)])
    return tmp_path


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), *words], catch_exceptions=False)


def records(home: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(home, *words, "--format", "json").stdout)
    return found


def test_every_shipped_rate_is_listed_with_its_source_and_standing(tmp_path: Path) -> None:
    found = records(tmp_path, "rates", "list")
    assert len(found) == 246
    assert all(row["source"] and row["observed_on"] for row in found)
    standing = [row["status"] for row in found]
    assert (standing.count("unchecked"), standing.count("background")) == (21, 31)


def test_a_ledgers_word_finds_the_books(tmp_path: Path) -> None:
    found = records(tmp_path, "rates", "list", "--activity", "captcha", "--side", "buyer")
    assert {row["activity"] for row in found} == {"captcha_token"}


def test_a_figure_explains_itself(tmp_path: Path) -> None:
    told = run(tmp_path, "rates", "show", "like").stdout
    assert "CF-01" in told
    assert "The Guardian" in told
    assert "Not used:" in told
    found = records(tmp_path, "rates", "show", "dislike", "--lens", "buyer")
    assert [(row["reference"], row["role"]) for row in found] == [("SM-30", "not used")]


def test_one_rate_is_shown_by_its_id(tmp_path: Path) -> None:
    assert records(tmp_path, "rates", "show", "CF-01")[0]["mid"] == 1.0
    with pytest.raises(KnownError, match="no rate and no activity called CF-99"):
        run(tmp_path, "rates", "show", "CF-99")


def test_an_own_rate_moves_the_total_and_the_change_is_kept(home: Path) -> None:
    before = records(home, "ledger", "--nominal", "--currency", "EUR")[0]["central"]
    told = run(home, "rates", "add", *OWN, "--date", "2026-03").stdout
    after = records(home, "ledger", "--nominal", "--currency", "EUR")[0]
    assert after["central"] == 0.02 != before
    assert after["rates"] == ["own-1"]
    assert "the total moved from" in told
    with query.open(Home(home)) as ledger:
        assert ledger.remarks()[0].sentence == told.strip()
    run(home, "rates", "add", *OWN, "--date", "2026-04", "--platform", "reddit")
    assert {row["id"] for row in records(home, "rates", "list")} >= {"own-1", "own-2", "CF-01"}


def test_faults_come_all_at_once_and_nothing_is_changed(home: Path) -> None:
    wrong = ("--activity", "dance", "--amount", "-1", "--currency", "XXX", "--source", "=1+1")
    with pytest.raises(KnownError) as caught:
        run(home, "rates", "add", *wrong, "--date", "2036")
    for part in ("activity: dance", "mid:", "currency: XXX", "formula", "future"):
        assert part in caught.value.message
    assert not (home / "rates").exists() or not list((home / "rates").iterdir())


def test_low_above_high_is_refused(home: Path) -> None:
    with pytest.raises(KnownError, match="must not fall"):
        run(home, "rates", "add", *OWN, "--date", "2026", "--low", "3", "--high", "1")


def test_a_file_is_checked_without_being_used(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("given") / "mine.csv"
    file.write_text("id,activity\na,like\n", encoding="utf-8")
    with pytest.raises(KnownError, match=r"mine\.csv:2: source"):
        run(home, "rates", "check", str(file))
    assert "no faults" in run(home, "rates", "check").stdout


def test_a_file_that_is_not_there_is_a_known_error(home: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        run(home, "rates", "check", str(home / "nothing.csv"))


def test_files_are_imported_and_the_change_is_kept(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("given")
    file = folder / "mine.csv"
    head = "id,activity,side,amount,currency,source,observed_on\n"
    file.write_text(f"{head}a,like,worker,0.002,EUR,A payslip,2026-03\n", encoding="utf-8")
    told = run(home, "rates", "import", str(file)).stdout.strip()
    assert "1 rates and 0 timings of your own were imported, 1 in the place" in told
    assert told in [row["what"] for row in records(home, "rates", "changes")]
    (folder / "more").mkdir()
    twice = folder / "more" / "mine.csv"
    twice.write_text(head, encoding="utf-8")
    with pytest.raises(KnownError, match="same name"):
        run(home, "rates", "import", str(file), str(twice))
    with pytest.raises(KnownError, match=r"mine\.csv:1: a file of this name"):
        run(home, "rates", "import", str(file))


def test_revaluing_is_a_new_pin_and_no_update(home: Path) -> None:
    run(home, "rates", "revalue", "--from", "2026-W23")
    told = run(home, "rates", "revalue").stdout
    assert "no total moved" in told
    found = records(home, "rates", "changes")
    assert [row["from_week"] for row in found if row["from_week"]] == ["all", "2026-W23", "all"]
    assert sum("no total moved" in row["what"] for row in found) == 2


@pytest.mark.parametrize("week", ["2026-23", "2026-W60", "soon"])
def test_a_week_that_is_none_is_a_usage_error(home: Path, week: str) -> None:
    assert run(home, "rates", "revalue", "--from", week).exit_code == 2


def test_a_book_that_is_not_shipped_is_refused(home: Path) -> None:
    with pytest.raises(KnownError, match="no book of rates 1999"):
        run(home, "rates", "revalue", "--book", "1999")


def test_places_go_from_the_least_to_the_most(tmp_path: Path) -> None:
    found = records(tmp_path, "rates", "places", "hour_of_work")
    assert [row["central"] for row in found] == sorted(row["central"] for row in found)
    assert {"Antananarivo", "Manila", "Paris"} <= {row["town"] for row in found}


def test_the_spread_has_every_lens_and_no_sum(tmp_path: Path) -> None:
    found = records(tmp_path, "rates", "spread", "like")
    assert [row["lens"] for row in found] == ["worker", "buyer", "time", "platform"]
    assert found[0]["times_the_wage"] == 1


def test_claims_stand_by_themselves(tmp_path: Path) -> None:
    found = {row["rate"]: row for row in records(tmp_path, "rates", "claims", "--currency", "EUR")}
    assert found["SEED-05"]["central"] == 500
