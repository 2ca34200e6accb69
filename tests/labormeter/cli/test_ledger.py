from __future__ import annotations

import csv
import io
import json
import time
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.model import Disclosure, Link
from labormeter.testing import NOON, act

if TYPE_CHECKING:
    from pathlib import Path

DAY = 86_400_000_000


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root: Path = tmp_path_factory.mktemp("home")
    upload = act(
        platform="x",
        activity="upload",
        finer="picture",
        disclosures=(Disclosure("gps"), Disclosure("lens")),
    )
    post = act(platform="x", activity="post")
    acts = [act(platform="x") for _ in range(312)]
    acts += [act(platform="x", effect="undo", net=-1), act(platform="x", effect="undo", net=0)]
    acts += [act(platform="facebook", occurred_at=NOON + 40 * DAY, source="manual")]
    acts += [act(platform="x", activity="save"), act(), upload, post]
    acts += [act(platform="bing", activity="reward", quantity=30, net=30, unit="POINT")]
    with Log.open(Home(root).create(), now=NOON) as log:
        log.append(acts, [Link(post.id, upload.id)])
    return root


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), "ledger", *words], catch_exceptions=False)


def records(home: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(home, *words, "--format", "json").stdout)
    return found


def test_units_come_first_and_worth_beside_them(home: Path) -> None:
    words = ("--lens", "worker", "--currency", "USD", "--nominal", "--activity", "like")
    found = {row["platform"]: row for row in records(home, *words)}
    likes = found["x"]
    assert (likes["gestures"], likes["net"], likes["acts"]) == (314, 311, 314)
    assert (likes["low"], likes["central"], likes["high"]) == (0.060334, 0.311, 31.1)
    assert likes["rates"] == ["CF-01", "CF-15", "MT-02"]
    assert (likes["lens"], likes["currency"]) == ("worker", "USD")


@pytest.mark.parametrize(
    ("by", "value"), [("day", "2026-06-01"), ("week", "2026-W23"), ("month", "2026-06")]
)
def test_by_time(home: Path, by: str, value: str) -> None:
    found = records(home, "--by", f"platform,activity,{by}", "--platform", "x")
    assert {row[by] for row in found} == {value}


def test_what_has_no_price_stays_in_sight(home: Path) -> None:
    (row,) = records(home, "--activity", "save")
    assert (row["net"], row["central"], row["unpriced"]) == (1, None, 1)
    assert "no price" in run(home, "--activity", "save").stdout
    assert "0.00" not in run(home, "--activity", "save").stdout.partition("At least")[0]


def test_a_posted_upload_is_priced_and_its_metadata_counted_by_kind(home: Path) -> None:
    (row,) = records(
        home, "--activity", "upload", "--lens", "worker", "--currency", "USD", "--nominal"
    )
    assert row["central"] == 0.15
    found = records(home, "--by", "disclosure")
    assert {one["disclosure"]: one["net"] for one in found} == {"gps": 1, "lens": 1}
    said = run(home, "--by", "disclosure").stdout
    assert "Of 1 upload, so many told: 1 where, 0 when, 0 with which device." in said
    assert "so many told" not in run(home, "--by", "disclosure", "--platform", "bing").stdout
    assert "so many told" not in run(home, "--by", "disclosure", "--format", "csv").stdout


def test_practice_is_left_out_and_said_to_be(home: Path) -> None:
    result = run(home)
    assert "practice" not in result.stdout
    assert "1 acts of practice are left out" in result.stderr
    assert any(row["platform"] == "practice" for row in records(home, "--practice"))
    assert records(home, "--platform", "practice")[0]["net"] == 1


def test_manual_acts_are_told_apart(home: Path) -> None:
    assert "1 of the gestures were added by hand" in run(home, "--platform", "facebook").stdout
    assert records(home, "--source", "manual")[0]["manual"] == 1


def test_days_are_local_and_both_ends_count(home: Path) -> None:
    assert records(home, "--since", "2026-06-02")[0]["platform"] == "facebook"
    found = records(home, "--until", "2026-06-01", "--since", "2026-06-01")
    assert "facebook" not in {row["platform"] for row in found}


def test_csv_and_lines_say_what_json_says(home: Path) -> None:
    as_json = records(home)
    rows = list(csv.DictReader(io.StringIO(run(home, "--format", "csv").stdout)))
    lines = [json.loads(line) for line in run(home, "--format", "jsonl").stdout.splitlines()]
    assert lines == as_json
    assert [row["net"] for row in rows] == [str(row["net"]) for row in as_json]
    assert rows[0]["rates"] == " ".join(as_json[0]["rates"])


def test_units_alone_have_no_money(home: Path) -> None:
    assert all("central" not in row for row in records(home, "--units"))


def test_compensation_is_subtracted_and_shown_apart(home: Path) -> None:
    (row,) = records(home, "--activity", "reward", "--currency", "USD", "--nominal")
    assert row["unit"] == "POINT"
    assert row["central"] < 0
    assert "Received -" in run(home).stdout


def test_an_empty_home_lists_nothing(tmp_path: Path) -> None:
    assert records(tmp_path / "new") == []
    assert run(tmp_path / "new").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [["--by", "mood"], ["--since", "June"], ["--lens", "moon"], ["--activity", "dance"]],
)
def test_a_wrong_word_is_a_usage_error(home: Path, words: list[str]) -> None:
    assert run(home, *words).exit_code == 2


def test_the_table_ends_in_at_least_and_its_lens(home: Path) -> None:
    assert "At least" in run(home, "--lens", "buyer").stdout
    assert "lens buyer, deflated" in run(home, "--lens", "buyer").stdout


def test_a_page_of_figures_is_quick(home: Path) -> None:
    began = time.monotonic()
    run(home, "--by", "day")
    assert time.monotonic() - began < 5


def test_what_was_metered_and_what_was_missed_stand_beside_the_total(tmp_path: Path) -> None:
    with Log.open(Home(tmp_path).create(), now=NOON) as log:
        log.append([act(platform="x")])
        log.span("shift", NOON)
        log.end_span("shift", NOON + DAY // 12)
        log.gap(NOON + DAY // 12, NOON + DAY // 8, "stopped-unexpectedly", lost=3)
    told = run(tmp_path).stdout
    assert "Metered 2.0 h. 1 gaps, 1.0 h together. 3 acts are known to be lost." in told


def test_old_rates_are_said_to_be_old(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "last reviewed" not in run(home).stdout
    monkeypatch.setattr("labormeter.cli.reading.today", lambda: "2029-01-01")
    assert "last reviewed on 2026-11-24" in run(home).stdout


def test_hours_of_the_week_are_units_and_add_up_to_the_gestures(home: Path) -> None:
    found = records(home, "--by", "weekday,hour")
    assert {row["weekday"] for row in found} <= set("1234567")
    assert all(len(row["hour"]) == 2 for row in found)
    plain = sum(row["gestures"] for row in found if not row["unit"])
    assert plain == sum(row["gestures"] for row in records(home) if not row["unit"])
    (platform,) = records(home, "--by", "platform,weekday", "--platform", "facebook")
    assert platform["gestures"] == 1


def test_an_hour_has_no_day(home: Path) -> None:
    result = run(home, "--by", "hour,day")
    assert result.exit_code == 2
    assert "go without day" in result.stderr


def test_an_empty_ledger_says_what_to_do_and_shows_no_nought(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert "labormeter browse" in result.stdout
    assert "0.00" not in result.stdout
    assert records(tmp_path) == []


def test_a_range_without_acts_says_so(home: Path) -> None:
    result = run(home, "--since", "2020-01-01", "--until", "2020-01-02")
    assert "Nothing" in result.stdout
    assert "0.00" not in result.stdout
