"""`packs teach` from a recording: marked words nowhere, nothing kept without being told to."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.labormeter.teach.recording import REVIEW, entry, written

from labormeter.cli.main import cli
from labormeter.rules import load


def run(home: Path, *words: str, **more: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), "packs", "teach", *words], **more)  # type: ignore[arg-type]


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    return written(tmp_path / "r.har", REVIEW)


THING = entry(
    "https://x.com/i/api/graphql/QQQ/CreateThingMutation",
    {"variables": {"tweet_id": "123456", "note": "CANARY"}},
    {"data": {"id": "777"}},
)


def test_shows_a_draft_and_keeps_nothing(tmp_path: Path, recording: Path) -> None:
    done = run(tmp_path / "home", "reviews", "--har", str(recording), "--activity", "review")
    assert done.exit_code == 0, done.output
    assert 'activity = "review"' in done.output
    assert "CANARY" not in done.output.upper()
    assert "jane" not in done.output
    assert not (tmp_path / "home").exists()


def test_keeps_an_own_pack_that_waits_and_adds_to_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    other = entry(
        "https://x.com/i/api/graphql/QQQ/CreateOtherMutation",
        {"variables": {"tweet_id": "1234"}},
        {"data": {"id": "1"}},
    )
    for number, one in enumerate((THING, other), 1):
        path = written(tmp_path / f"{number}.har", one)
        done = run(home, "x", "--har", str(path), "--keep", "--count")
        assert done.exit_code == 0, done.output
    packs, faults = load.load(home / "packs")
    assert not faults
    pack = packs.by_platform["x-own"]
    assert [rule.id for rule in pack.rules] == ["post-1", "post-2"]
    assert pack.counted == "x"
    assert packs.by_platform["x"].shipped
    held = b"".join(each.read_bytes() for each in home.rglob("*") if each.is_file())
    assert b"CANARY" not in held
    assert b"123456" not in held


def test_writes_a_draft_to_hand_in(tmp_path: Path, recording: Path) -> None:
    out = tmp_path / "draft.toml"
    done = run(tmp_path / "home", "--har", str(recording), "-o", str(out), "--format", "json")
    assert done.exit_code == 0, done.output
    pack, faults = load.read(out)
    assert pack is not None
    assert not faults


def test_words_that_the_person_typed_are_kept(tmp_path: Path, recording: Path) -> None:
    done = run(tmp_path / "home", "--har", str(recording), "--word", "review")
    assert "/*/*/review" in done.output


def test_what_is_counted_already_teaches_nothing(tmp_path: Path) -> None:
    like = entry(
        "https://x.com/i/api/graphql/QQQ/FavoriteTweet",
        {"variables": {"tweet_id": "1"}},
        {"data": {"favorite_tweet": "Done"}},
    )
    done = run(tmp_path / "home", "x", "--har", str(written(tmp_path / "x.har", like)))
    assert done.exit_code != 0
    assert "No new write was seen" in str(done.exception)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x"], "No meter runs"),
        (["nowhere"], "There is no platform"),
        (["--har", "none.har"], "cannot be read"),
    ],
)
def test_says_what_is_missing(tmp_path: Path, words: list[str], said: str) -> None:
    assert said in str(run(tmp_path / "home", *words).exception)


def test_usage(tmp_path: Path, recording: Path) -> None:
    assert run(tmp_path / "home").exit_code == 2
    assert run(tmp_path / "home", "--har", str(recording), "--pick", "9").exit_code == 2
