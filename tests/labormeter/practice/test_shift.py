from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from labormeter.browser import find, metering, profile
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query
from labormeter.practice import place, shift
from labormeter.practice.compare import ORDER
from labormeter.practice.shift import Outcome
from labormeter.practice.square import Square

if TYPE_CHECKING:
    from labormeter.practice.compare import Line

ACTS = 2


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("shift") / "home")


@pytest.fixture(scope="module")
def found(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """One shift: real Chromium, real door, real engine, real ledger."""
    try:
        find.choose("", "chromium")
    except KnownError as error:
        pytest.skip(str(error))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        return shift.run(home, acts=ACTS)


def line(found: Outcome, kind: str) -> Line:
    return next(line for line in found.lines if line.kind == kind)


@pytest.mark.journey
@pytest.mark.parametrize("kind", ORDER)
def test_done_accepted_and_counted_are_the_same(found: Outcome, kind: str) -> None:
    told = line(found, kind)
    assert (told.done, told.accepted, told.counted) == (ACTS, ACTS, ACTS)


@pytest.mark.journey
def test_nothing_else_was_counted_although_much_was_refused(found: Outcome, home: Home) -> None:
    assert [each.kind for each in found.lines] == list(ORDER)
    assert found.agrees
    # Seven are refused on purpose, and each captcha has a wrong board, the last one given up.
    assert found.refused == 7 + ACTS + 1
    with query.open(home) as ledger:
        acts = list(ledger.acts())
        assert {(act.platform, act.source) for act in acts} == {("practice", "practice")}
        assert len(acts) == ACTS * len(ORDER)
        assert ledger.notices() == []


@pytest.mark.journey
def test_likes_taken_back_net_to_nothing_and_captchas_keep_their_work(
    found: Outcome, home: Home
) -> None:
    assert found.lines
    with query.open(home) as ledger:
        acts = list(ledger.acts())
    net: Counter[str] = Counter()
    for act in acts:
        net[act.activity] += act.net
    assert (net["like"], net["follow"]) == (0, 0)
    assert (net["post"], net["captcha"]) == (ACTS, ACTS)
    for act in acts:
        if act.activity == "captcha":
            assert act.rounds == 3
            assert act.tiles is not None
            assert act.tiles >= 5
            assert act.seconds is not None
            assert act.seconds > 0


@pytest.mark.journey
def test_the_photos_said_what_they_say(found: Outcome) -> None:
    assert {"gps", "datetime", "camera_make", "camera_model"} <= set(found.disclosed)


@pytest.mark.journey
def test_nothing_is_left_running_and_no_profile_stays(found: Outcome, home: Home) -> None:
    assert found.lines
    assert metering.attached(home) is None
    assert place.port(home) is None
    where = profile.place(home, find.choose("", "chromium"), Path.home(), shift.PROFILE)
    assert not where.root.exists()


@pytest.mark.journey
def test_no_word_file_name_or_token_of_the_visit_is_in_home(found: Outcome, home: Home) -> None:
    assert found.lines
    said = (b"fine balcony", b"Practice post", b"Fair winds", b"IMG_0001", b"Practice Camera",
            b"no picture", b"plaza=", b"/api/like")  # fmt: skip
    for file in home.root.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        for word in said:
            assert word not in content, (file.name, word)


def test_a_count_that_stays_short_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shift, "PATIENCE", 0.05)
    square = Square(seed=1)
    square.like("p1")
    found = shift.outcome(Home(tmp_path / "home").create(), 0, square, Counter({"like": 1}))
    assert not found.agrees
    (told,) = found.lines
    assert (told.done, told.accepted, told.counted) == (1, 1, 0)


def test_nothing_at_all_is_no_agreement() -> None:
    assert not Outcome(lines=(), refused=0, disclosed=()).agrees


def test_without_a_chromium_it_says_so_and_starts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "installed", lambda _=None: ())
    home = Home(tmp_path / "home")
    with pytest.raises(KnownError, match="No browser was found"):
        shift.run(home, acts=1)
    assert not home.root.exists()
