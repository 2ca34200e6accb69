from __future__ import annotations

from pathlib import Path

import pytest

from labormeter.doctor import examine as module
from labormeter.doctor.examine import PARTS, examine
from labormeter.doctor.finding import Finding
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.testing import NOON


def test_every_part_is_looked_at_and_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    found = examine(Home(tmp_path / "home"), NOON)
    assert [one.part for one in found] == [
        *("browser", "profile", "trust", "PAC", "front door", "engine", "captchas"),
        *("ledger", "packs", "disk", "clock", "versions"),
    ]
    assert not list(tmp_path.iterdir())


def test_what_is_not_good_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("no toml")
    (tmp_path / "ledger.db").write_bytes(b"no ledger")
    found = examine(Home(tmp_path), NOON)
    assert {one.part for one in found if one.state == "bad"} >= {"browser", "PAC", "ledger"}
    assert all(one.remedy for one in found if one.state != "good")
    assert not any(str(tmp_path) in one.sentence + one.remedy for one in found)


def test_a_part_that_fails_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(home: Home, _now: int) -> Finding:
        raise ValueError(str(home.root))

    def knows(home: Home, _now: int) -> Finding:
        raise KnownError(f"The file {home.root}/ledger.db is bad.", "Mend it.")

    monkeypatch.setattr(module, "PARTS", {"one": fails, "two": knows, "disk": PARTS["disk"]})
    one, two, disk = examine(Home(tmp_path), NOON)
    assert (one.state, "ValueError" in one.sentence) == ("bad", True)
    assert str(tmp_path) not in one.sentence
    assert two.sentence == "The file home/ledger.db is bad."
    assert disk.part == "disk"
