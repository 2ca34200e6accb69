from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.pool import simulate
from labormeter.pool.simulate import Field
from labormeter.study import contribution, seal, sent, signing
from labormeter.testing import NOON, act

CANARY = "ca9a51ca9a51ca9a51ca9a51ca9a51ca"


@pytest.fixture
def field(tmp_path: Path) -> Field:
    made = simulate.study(first="2026-01", last="2026-12")
    (tmp_path / "s.labormeter").write_bytes(signing.write(made.signed))
    return made


@pytest.fixture
def root(tmp_path: Path, field: Field) -> Path:  # noqa: ARG001 - its file lies there
    with Log.open(Home(tmp_path / "home").create(), now=NOON) as log:
        log.append([act(platform="x") for _ in range(312)])
        log.append([act(platform="reddit"), act(platform="facebook", activity="post")])
    return tmp_path


def run(root: Path, verb: str, *words: object, given: str | None = None) -> Result:
    file = [] if verb == "log" else [str(root / "s.labormeter")]
    arguments = ["--home", str(root / "home"), "study", verb, *file, *map(str, words)]
    return CliRunner().invoke(cli, arguments, input=given, catch_exceptions=False)


def opened(field: Field, path: Path) -> tuple[seal.Opened, contribution.Contribution]:
    found = seal.opened(seal.decrypt(path.read_bytes(), field.readers[:1]))
    return found, contribution.read(found, today="2026-11-25")


def test_what_is_sent_is_byte_for_byte_what_was_previewed(root: Path, field: Field) -> None:
    raw = run(root, "preview", "--raw").stdout.strip()
    run(root, "give", "--agree", "research", "-o", root / "me.age", "--yes")
    found, given = opened(field, root / "me.age")
    assert raw.encode() == found.consent + b"\n" + found.document
    assert given.document is not None
    assert [(one.platform, one.n) for one in given.document.counts] == [("x", 310)]


def test_the_preview_says_what_stays(root: Path) -> None:
    rows = json.loads(run(root, "preview", "--format", "json", "--platform", "facebook").stdout)
    assert [(row[""], row["platform"]) for row in rows] == [("stays here", "x")]


def test_without_a_yes_nothing_is_made(root: Path) -> None:
    with pytest.raises(KnownError, match="nothing is sent"):
        run(root, "give", "-o", root / "me.age", "--yes")
    asked = run(root, "give", "--agree", "research", "-o", root / "me.age", given="n\n")
    assert asked.exit_code == 1
    assert not (root / "me.age").exists()
    assert [one.event for one in sent.read(Home(root / "home"))] == ["opened"]


def test_not_sent_yet_until_it_is_handed_in(root: Path) -> None:
    run(root, "give", "--agree", "research", "-o", root / "me.age", "--yes")
    states = [row["state"] for row in json.loads(run(root, "log", "--format", "json").stdout)]
    assert states == ["opened", "not sent yet"]
    shown = run(root, "log", "--handed-in", "study-that-never-was", "--format", "json").stdout
    assert "not sent yet" not in shown
    with pytest.raises(KnownError, match="Nothing waits"):
        run(root, "log", "--handed-in", "study-that-never-was")


def test_taking_back_is_as_easy_and_as_long(root: Path, field: Field) -> None:
    run(root, "give", "--agree", "research", "-o", root / "me.age", "--yes")
    run(root, "withdraw", "-o", root / "back.age", "--yes")
    assert (root / "me.age").stat().st_size == (root / "back.age").stat().st_size
    _, given = opened(field, root / "me.age")
    _, back = opened(field, root / "back.age")
    assert back.participant == given.participant
    assert (back.document, back.consent.revision) == (None, given.consent.revision + 1)


def test_a_lost_computer_s_code_takes_back_from_another(root: Path, field: Field) -> None:
    run(root, "give", "--agree", "research", "-o", root / "me.age", "--yes")
    code = run(root, "code").stdout.splitlines()[1]
    other = ["--home", str(root / "other"), "study", "withdraw", str(root / "s.labormeter")]
    CliRunner().invoke(
        cli, [*other, "--code", code, "-o", str(root / "back.age"), "--yes"], catch_exceptions=False
    )
    _, given = opened(field, root / "me.age")
    _, back = opened(field, root / "back.age")
    assert back.participant == given.participant
    assert back.consent.revision > given.consent.revision


def test_another_key_under_the_same_name_warns(root: Path) -> None:
    assert "Warning" not in run(root, "open", "--short").stderr
    again = simulate.study(first="2026-01", last="2026-12")
    (root / "s.labormeter").write_bytes(signing.write(again.signed))
    assert "another key" in run(root, "open", "--short").stderr


def test_the_same_time_given_to_two_studies_warns(root: Path) -> None:
    run(root, "give", "--agree", "research", "-o", root / "me.age", "--yes")
    other = simulate.study(first="2026-01", last="2026-12", name="another-study")
    (root / "s.labormeter").write_bytes(signing.write(other.signed))
    shown = run(root, "give", "--agree", "research", "-o", root / "two.age", "--yes")
    assert "study-that-never-was" in shown.stderr


def test_a_way_or_a_purpose_that_is_not_there(root: Path) -> None:
    with pytest.raises(KnownError, match="does not take contributions in this way"):
        run(root, "give", "--agree", "research", "--send", "nextcloud", "--yes")
    assert run(root, "give", "--agree", "research").exit_code == 2
    with pytest.raises(KnownError, match="no purpose fame"):
        run(root, "give", "--agree", "fame", "-o", root / "me.age", "--yes")


def test_nothing_but_counts_is_in_what_leaves_or_in_the_record(root: Path, field: Field) -> None:
    with Log.open(Home(root / "home"), now=NOON) as log:
        log.append([act(platform="x", target=CANARY, actor=CANARY)])
    run(root, "give", "--agree", "research", "-o", root / "me.age", "--yes")
    found, _ = opened(field, root / "me.age")
    kept = b"".join(
        path.read_bytes() for path in sent.folder(Home(root / "home")).rglob("*") if path.is_file()
    )
    for data in (found.consent, found.document, kept):
        assert CANARY.encode() not in data
        assert str(root).encode() not in data


def test_what_is_not_sent_yet_can_be_handed_in_once_more_as_it_is(root: Path) -> None:
    run(root, "give", "--agree", "research", "-o", root / "me.age", "--yes")
    run(root, "again", "-o", root / "again.age")
    assert (root / "again.age").read_bytes() == (root / "me.age").read_bytes()
    run(root, "log", "--handed-in", "study-that-never-was")
    with pytest.raises(KnownError, match="Nothing waits"):
        run(root, "again", "-o", root / "more.age")


def test_refusing_is_kept_here_alone_and_leaves_no_file(root: Path) -> None:
    assert "costs nothing" in run(root, "refuse").stdout
    home = Home(root / "home")
    assert [one.event for one in sent.read(home)] == ["opened", "refused"]
    assert [path.name for path in sent.folder(home).glob("*/*")] == ["study.labormeter"]


def test_a_room_card_of_the_same_weeks_warns(root: Path) -> None:
    words = ["--home", str(root / "home"), "export", "--format", "card", "-o", str(root / "c.json")]
    words += ["--since", "2026-06-01", "--until", "2026-06-07"]
    CliRunner().invoke(cli, words, catch_exceptions=False)
    shown = run(root, "give", "--agree", "research", "-o", root / "me.age", "--yes")
    assert "a room card" in shown.stderr
