from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from labormeter.errors import KnownError
from labormeter.pool import deposit
from labormeter.pool.release import Release


def made(number: int = 1, **more: Any) -> Release:
    method: dict[str, Any] = {
        "date": "2026-11-25",
        "program": "1",
        "study": {"id": "s"},
        "protection": {"kind": "disclosure control"},
        "value": {"lens": "worker", "currency": "EUR", "book": "1"},
    }
    rows = [
        {"platform": "x", "activity": "like", "people": 10, "n": 100, "withheld": ""},
        {"platform": "x", "activity": "post", "withheld": "k"},
    ]
    usual: dict[str, Any] = {"tables": {"cells": rows, "people": []}, "marks": {"x like": ["a"]}}
    return Release(number=number, method=method, **usual | more)


def test_a_release_is_whole_and_frozen(tmp_path: Path) -> None:
    folder = deposit.write(tmp_path, made())
    assert {one.name for one in folder.iterdir()} == {
        "cells.csv",
        "people.csv",
        "codebook.md",
        "datapackage.json",
        "release-1.json",
    }
    assert not any(one.stat().st_mode & 0o222 for one in folder.iterdir())
    with pytest.raises(KnownError, match="frozen"):
        deposit.write(tmp_path, made())
    assert deposit.last(tmp_path) == 1


def test_the_table_s_empty_fields_are_what_is_withheld() -> None:
    text = deposit.table(made().tables["cells"])
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[1] == {"platform": "x", "activity": "post", "people": "", "n": "", "withheld": "k"}


def test_files_are_named_with_their_hashes(tmp_path: Path) -> None:
    folder = deposit.write(tmp_path, made())
    said = json.loads((folder / "release-1.json").read_text())["files_sha256"]
    for name, digest in said.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_every_column_has_its_meaning(tmp_path: Path) -> None:
    package = json.loads((deposit.write(tmp_path, made()) / "datapackage.json").read_text())
    (resource,) = package["resources"]
    assert [field["name"] for field in resource["schema"]["fields"]] == [
        "platform",
        "activity",
        "people",
        "n",
        "withheld",
    ]
    assert all(field["description"] for field in resource["schema"]["fields"])


def test_marks_stay_beside_and_not_in_the_release(tmp_path: Path) -> None:
    folder = deposit.write(tmp_path, made())
    assert deposit.marks(tmp_path, 1) == {"x like": ["a"]}
    assert "marks-1.json" not in {one.name for one in folder.iterdir()}
    assert deposit.marks(tmp_path, 0) is None
    deposit.write(tmp_path, made(2, marks={}))
    assert deposit.marks(tmp_path, 2) == {}
    (tmp_path / "marks-1.json").write_text("[")
    with pytest.raises(KnownError, match="cannot be compared"):
        deposit.marks(tmp_path, 1)
