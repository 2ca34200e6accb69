"""The full export: a package of ten tables that other programs read, and a schema of its own."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from labormeter.exports import full
from labormeter.exports.asides import TABLES
from labormeter.exports.choice import Choice
from labormeter.exports.document import rows
from labormeter.exports.gather import gathered
from labormeter.ledger.dump import dump
from labormeter.valuation import shelf
from labormeter.valuation.calendar import calendar
from labormeter.valuation.lens import Reading

from .sample import HASH, NOW, TODAY, ledger

CALENDAR = calendar(Reading(), [("", shelf.shipped())])


def package(home: Any, choice: Choice = Choice(practice=True)) -> zipfile.ZipFile:  # noqa: B008 - frozen
    out = io.BytesIO()
    with dump(home) as state:
        found = gathered(home, choice.part, now=NOW)
        made, tables = full.contents(found, state, choice, CALENDAR, today=TODAY)
        full.write(out, made, tables, choice)
    return zipfile.ZipFile(out)


@pytest.fixture
def whole(tmp_path: Path) -> zipfile.ZipFile:
    return package(ledger(tmp_path))


def read(found: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    text = found.read(f"{name}.csv").decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_it_holds_what_it_says_and_nothing_else(whole: zipfile.ZipFile) -> None:
    said = json.loads(whole.read("datapackage.json"))
    paths = {one["path"] for one in said["resources"]}
    assert set(whole.namelist()) == paths | {"datapackage.json", "schema.json"}
    assert {one["name"] for one in said["resources"]} == {
        *(
            "acts",
            "links",
            "weekly",
            "disclosures",
            "coverage",
            "shifts",
            "gaps",
            "rates",
            "method",
        ),
        *TABLES,
    }
    for one in (said, *said["resources"]):
        assert one["$schema"].startswith("https://datapackage.org/profiles/2.0/")
    for one in said["resources"]:
        if one["name"] != "method":
            assert one["type"] == "table"
            assert one["schema"]["fieldsMatch"] == "equal"


def test_its_schema_accepts_it_and_no_other(whole: zipfile.ZipFile) -> None:
    judge = fastjsonschema.compile(json.loads(whole.read("schema.json")))
    said = json.loads(whole.read("datapackage.json"))
    judge(said)
    said["resources"][0]["path"] = "../acts.csv"
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        judge(said)


def test_the_weeks_add_up_to_the_acts(whole: zipfile.ZipFile) -> None:
    acts, weeks = read(whole, "acts"), read(whole, "weekly")
    assert len(acts) == 13
    assert sum(int(row["net"]) for row in acts) == sum(int(row["n"]) for row in weeks)
    assert sum(int(row["acts"]) for row in weeks) == 13
    assert {row["source"] for row in weeks} == {"wire", "har", "archive", "practice"}


def test_rates_gaps_and_shifts_are_there(whole: zipfile.ZipFile) -> None:
    assert read(whole, "rates")
    (gap,) = read(whole, "gaps")
    assert (gap["reason"], gap["late"], gap["lost"]) == ("stopped-unexpectedly", "2", "1")
    (shift,) = read(whole, "shifts")
    assert shift["kind"] == "shift"
    assert sum(int(row["minutes"]) for row in read(whole, "coverage")) == 120
    assert "What is counted." in whole.read("method.md").decode()


def test_nothing_tells_when_or_where_it_was_written(whole: zipfile.ZipFile) -> None:
    assert {member.date_time for member in whole.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.external_attr >> 16 & 0o777 for member in whole.infolist()} == {0o600}


def test_hashes_and_offsets_are_left_out(tmp_path: Path) -> None:
    home = ledger(tmp_path)
    found = package(home)
    every = b"".join(found.read(name) for name in found.namelist())
    assert b"utc_offset" not in every
    assert not [name for name, value in HASH.items() if value.encode() in every]
    marked = package(home, Choice(practice=True, hashes="rekeyed"))
    rows = read(marked, "acts")
    assert sum(bool(row["target"]) for row in rows) == 3
    assert not [value for value in HASH.values() if value.encode() in marked.read("acts.csv")]
    targets = [row["target"] for row in rows if row["platform"] == "x" and row["target"]]
    assert targets[0] == targets[1]


def test_a_part_is_whole_in_itself(tmp_path: Path) -> None:
    home = ledger(tmp_path)
    found = package(home, Choice(practice=True, since="2026-10-26", platforms=("x",)))
    assert {row["platform"] for row in read(found, "acts")} == {"x"}
    assert {row["platform"] for row in read(found, "weekly")} == {"x"}
    assert json.loads(found.read("datapackage.json"))["labormeter"]["chosen"] == {
        "since": "2026-10-26",
        "until": "",
        "platforms": ["x"],
        "hashes": "none",
    }


def test_an_empty_ledger_makes_an_empty_package(tmp_path: Path) -> None:
    from labormeter.home import Home  # noqa: PLC0415
    from labormeter.ledger.log import Log  # noqa: PLC0415

    home = Home(tmp_path).create()
    Log.open(home, now=NOW).close()
    found = package(home)
    assert read(found, "acts") == []
    assert [row["minutes"] for row in read(found, "coverage")] == ["0"]


def test_the_document_of_weeks_is_the_table(tmp_path: Path) -> None:
    home = ledger(tmp_path)
    found = gathered(home, Choice(practice=True).part, now=NOW)
    made = full.weekly(found, Choice(practice=True), CALENDAR, today=TODAY)
    table = read(package(home), "weekly")
    assert [[str(value) for value in row] for row in rows(made)["weekly"]] == [
        list(row.values()) for row in table
    ]
