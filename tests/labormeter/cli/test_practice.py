from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from labormeter.browser import screen
from labormeter.cli import practice
from labormeter.home import Home
from labormeter.practice import shift
from labormeter.practice.compare import ORDER, Line
from labormeter.practice.shift import Outcome

if TYPE_CHECKING:
    from pathlib import Path

GOOD = Outcome(
    lines=(Line(kind="like", done=2, accepted=2, counted=2),),
    refused=1,
    disclosed=("datetime", "gps"),
)
SHORT = Outcome(
    lines=(*GOOD.lines, Line(kind="post", done=1, accepted=1, counted=0)), refused=0, disclosed=()
)
IDLE = Outcome(lines=(), refused=0, disclosed=())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def run(
    home: Home, found: Outcome, monkeypatch: pytest.MonkeyPatch, *words: str
) -> tuple[int, str]:
    monkeypatch.setattr(shift, "run", lambda *_, **__: found)
    result = CliRunner().invoke(practice.practice, ["--headless", *words], obj=home)
    return result.exit_code, result.output


def test_agreement_is_said_and_ends_well(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = run(home, GOOD, monkeypatch)
    assert code == 0
    assert "All counts agree: 2 acts accepted, 2 counted." in said
    assert "1 refused acts counted nothing." in said
    assert "datetime, gps" in said


def test_a_difference_is_said_plainly_and_ends_with_1(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = run(home, SHORT, monkeypatch)
    assert code == 1
    assert "DIFFER: 3 acts accepted, 2 counted" in said
    assert "DIFFERS" in said


def test_a_shift_in_which_nothing_happened_is_no_success(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = run(home, IDLE, monkeypatch)
    assert code == 1
    assert "Nothing was done" in said


def test_programs_get_the_lines_and_nothing_else(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = run(home, SHORT, monkeypatch, "--format", "json")
    assert code == 1
    assert [row["agrees"] for row in json.loads(said)] == [True, False]


def test_a_person_by_hand_sees_two_counts(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    by_hand = Outcome(
        lines=(Line(kind="like", done=None, accepted=1, counted=1),), refused=0, disclosed=()
    )
    monkeypatch.setattr(screen, "present", lambda: True)
    monkeypatch.setattr(practice, "by_hand", lambda *_, **__: by_hand)
    result = CliRunner().invoke(practice.practice, [], obj=home)
    assert result.exit_code == 0
    assert "done in" not in result.output


def test_a_person_who_did_nothing_failed_nothing(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "present", lambda: True)
    monkeypatch.setattr(practice, "by_hand", lambda *_, **__: IDLE)
    assert CliRunner().invoke(practice.practice, [], obj=home).exit_code == 0


def test_without_a_screen_the_script_practises(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "present", lambda: False)
    monkeypatch.setattr(shift, "run", lambda *_, **__: GOOD)
    assert "All counts agree" in CliRunner().invoke(practice.practice, [], obj=home).output


@pytest.mark.parametrize("words", [["--acts", "0"], ["--acts", "x"], ["--format", "xml"], ["y"]])
def test_usage(home: Home, words: list[str]) -> None:
    assert CliRunner().invoke(practice.practice, words, obj=home).exit_code == 2


def test_every_kind_has_a_name_for_people() -> None:
    assert set(practice.NAMES) == set(ORDER)
