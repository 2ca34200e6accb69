from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.metadata.file import window
from labormeter.metadata.kinds import GROUPS

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "canary-7f3a91"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x010F] = CANARY
    exif[0x0132] = "2024:05:06 07:08:09"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 0.0), 3: "E", 4: (2.0, 21.0, 0.0)})
    Image.new("RGB", (9, 9)).save(path, exif=exif)
    return path


def run(home: Path, *words: str | Path) -> Result:
    arguments = ["--home", str(home), "inspect", *map(str, words)]
    return CliRunner().invoke(cli, arguments, catch_exceptions=True)


EXPECTED = [{"kind": kind, "sure": "seen"} for kind in ("gps", "datetime", "camera_make")]


def test_json_is_the_contract(photo: Path, tmp_path: Path) -> None:
    found = run(tmp_path, "--format", "json", photo)
    assert found.exit_code == 0
    assert json.loads(found.stdout) == [{"file": str(photo), "disclosures": EXPECTED}]


def test_lines_and_csv_hold_the_same(photo: Path, tmp_path: Path) -> None:
    lines = run(tmp_path, "--format", "jsonl", photo, photo).stdout.splitlines()
    assert [json.loads(line)["disclosures"] for line in lines] == [EXPECTED, EXPECTED]
    rows = [*csv.DictReader(io.StringIO(run(tmp_path, "--format", "csv", photo).stdout))]
    assert rows == [{"file": str(photo), **each} for each in EXPECTED]


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "table"])
def test_no_value_leaves_where_it_is_not_a_screen(form: str, photo: Path, tmp_path: Path) -> None:
    assert CANARY not in run(tmp_path, "--format", form, photo).output
    if form != "table":
        assert CANARY not in run(tmp_path, "--values", "--format", form, photo).output


def test_the_table_answers_the_questions_and_shows_values_where_asked(
    photo: Path, tmp_path: Path
) -> None:
    shown = run(tmp_path, "--values", photo).output
    places = [shown.index(f"  {group} ") for group in GROUPS[:3]]
    assert places == sorted(places)
    assert f"Make: {CANARY}" in shown
    assert "GPSLatitude: 48.85" in shown
    assert CANARY not in run(tmp_path, "--no-values", photo).output


def test_a_file_that_tells_nothing_is_said_to(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("GPS Exif", encoding="utf-8")
    assert "discloses nothing" in run(tmp_path, path).output
    assert json.loads(run(tmp_path, "--format", "json", path).stdout)[0]["disclosures"] == []


def test_what_cannot_be_read_is_said_together_and_the_rest_is_shown(
    photo: Path, tmp_path: Path
) -> None:
    found = run(tmp_path, "--format", "json", tmp_path / "none.jpg", photo, tmp_path)
    assert len(json.loads(found.stdout)) == 1
    assert isinstance(found.exception, KnownError)
    assert "2 files were not read" in str(found.exception)
    assert "none.jpg" in str(found.exception)


def test_nothing_is_kept(photo: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    run(home, "--values", photo)
    assert not home.exists()
    assert window(photo).whole


def test_no_file_is_a_usage_error(tmp_path: Path) -> None:
    assert run(tmp_path).exit_code == 2
