"""The room on the command line: room file, sample, comparison, sheet, hand-out, and mine."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from labormeter.cli import reading
from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.exports import document
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.room import file, sheet
from labormeter.testing import NOON


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return Home(tmp_path / "home").create().root


@pytest.fixture
def sample(home: Path, tmp_path: Path) -> Path:
    run(home, "--sample", "12", str(tmp_path / "cards"))
    return tmp_path / "cards"


def run(home: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(
        cli, ["--home", str(home), "room", *words], input=typed, catch_exceptions=False
    )


def test_a_room_is_tried_alone(home: Path, sample: Path) -> None:
    assert len(list(sample.glob("*.json"))) == 12
    told = run(home, "--room", str(sample / "room.toml"), str(sample), "--language", "en")
    assert told.exit_code == 0
    assert "What 11 people did for platforms" in told.stdout
    for title in ("ACTS BY METERED DAY", "INVOICE OF THE GROUP", "CAPTCHAS", "WHAT IF THE RATE"):
        assert title in told.stdout
    assert not [one.stem for one in sample.glob("*.json") if one.stem in told.stdout]


def test_a_sample_overwrites_nothing(home: Path, sample: Path) -> None:
    with pytest.raises(KnownError, match="not empty"):
        run(home, "--sample", "3", str(sample))


def test_a_room_file_is_made_by_questions(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "room.toml"
    answers = "2026-W40\n2026-W43\nEUR\nDE\n\n\n\n4\nfr\n"
    assert run(home, "--new", str(path), typed=answers).exit_code == 0
    made = file.read(path.read_bytes())
    assert (made.first, made.weeks, made.smallest, made.language) == ("2026-W40", 4, 4, "fr")
    assert made.floor.country == "DE"
    assert made.floor.amount == 13_900_000
    with pytest.raises(KnownError, match="already"):
        run(home, "--new", str(path), typed=answers)


def test_all_faults_of_the_answers_are_said_and_nothing_is_written(
    home: Path, tmp_path: Path
) -> None:
    answers = "2026-W40\n2026-W99\nEUR\nFR\n0\nnobody\nyesterday\n2\nfr\n"
    with pytest.raises(KnownError) as error:
        run(home, "--new", str(tmp_path / "room.toml"), typed=answers)
    for word in ("last: an ISO week", "smallest", "amount", "date"):
        assert word in str(error.value)
    assert not (tmp_path / "room.toml").exists()


def test_bad_files_are_named_and_the_others_compared(home: Path, sample: Path) -> None:
    (sample / "bad.json").write_text("{}")
    told = run(home, str(sample))
    assert "bad.json: This is no document" in told.stderr
    assert told.exit_code == 0


def test_too_few_are_not_compared(home: Path, sample: Path) -> None:
    with pytest.raises(KnownError, match="At least 3"):
        run(home, *map(str, sorted(sample.glob("*.json"))[:2]))
    with pytest.raises(KnownError, match="no card"):
        run(home, str(sample / "room.toml"))


def test_twins_are_left_out_where_nobody_can_be_asked(home: Path, sample: Path) -> None:
    path = next(sample.glob("*.json"))
    card = document.read(path.read_bytes(), today="2099-01-01")
    other = document.write(document.Document(**{name: getattr(card, name) for name in (
        "kind", "first", "last", "disclosures", "coverage", "program", "handle", "room")}))  # fmt: skip
    (sample / "again.json").write_bytes(other)
    told = run(home, str(sample))
    assert f"{card.handle}: left out; it has the same two words as another card." in told.stderr


@pytest.mark.parametrize("suffix", ["html", "json", "pdf"])
def test_the_sheet_is_written(home: Path, sample: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"sheet.{suffix}"
    assert run(home, str(sample), "-o", str(path), "--language", "fr").exit_code == 0
    begins = {"html": b"<!DOCTYPE", "json": b"{", "pdf": b"%PDF-"}[suffix]
    assert path.read_bytes().startswith(begins)
    assert not [p for p in home.rglob("*") if p.is_file()], "nothing of a room stays at home"


def test_no_other_ending_is_written(home: Path, sample: Path, tmp_path: Path) -> None:
    assert run(home, str(sample), "-o", str(tmp_path / "sheet.docx")).exit_code == 2
    assert run(home).exit_code == 2
    with pytest.raises(KnownError, match="no group sheet"):
        run(home, "--sheet", str(sample / "room.toml"), "--mine", "x")


def test_the_hand_out_is_in_the_rooms_language(home: Path, sample: Path) -> None:
    told = run(home, "--hand-out", "--room", str(sample / "room.toml")).stdout
    assert "<!DOCTYPE html>" in told
    french = run(home, "--hand-out", "--language", "fr").stdout
    assert "Notre travail non payé" in french


def test_mine_against_the_group(home: Path, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheet.json"
    run(home, str(sample), "-o", str(path))
    assert sheet.read(path.read_bytes()).people == 11
    card = next(
        one for one in sorted(sample.glob("*.json")) if b'"total_only"' not in one.read_bytes()
    )
    at_home = run(home, "--sheet", str(path), "--mine", str(card), "--language", "en")
    assert "Mine against the group" in at_home.stdout
    assert "Acts by metered day" in at_home.stdout
    here = run(home, str(sample), "--mine", card.stem, "--language", "en")
    assert here.stdout.endswith(at_home.stdout)
    with pytest.raises(KnownError, match="no dot"):
        run(home, str(sample), "--mine", "no-body")


def test_a_card_is_made_for_a_room(home: Path, sample: Path, tmp_path: Path) -> None:
    room, path = file.opened(sample / "room.toml"), tmp_path / "card.json"
    export = [
        "--home",
        str(home),
        "export",
        "--format",
        "card",
        "--room",
        str(sample / "room.toml"),
    ]
    Log.open(Home(home), now=NOON).close()
    done = CliRunner().invoke(cli, [*export, "-o", str(path)], catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    card = document.read(path.read_bytes(), today=reading.today())
    assert (card.room, card.first, card.last) == (room.id, room.first, room.last)
    assert CliRunner().invoke(cli, [*export, "--since", "2026-01-01"]).exit_code == 2
    with pytest.raises(KnownError, match="cannot be opened"):
        CliRunner().invoke(cli, [*export[:-1], str(tmp_path / "gone.toml")], catch_exceptions=False)
