"""A lesson's rule as a pack of one's own: named after its host, tried, kept, added to."""

from pathlib import Path

import pytest
from tests.labormeter.teach.recording import REVIEW, written

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.rules import load
from labormeter.teach import own
from labormeter.teach.recorded import recorded
from labormeter.teach.shape import Shape
from labormeter.teach.words import Vocabulary

PACKS = load.shipped()
DAY = "2026-06-01"


@pytest.fixture
def shape(tmp_path: Path) -> Shape:
    found = recorded(PACKS, Vocabulary.of(PACKS), written(tmp_path / "r.har", REVIEW))
    return found[0]


def test_a_host_that_no_pack_knows_names_its_pack(shape: Shape) -> None:
    wanted = own.wish(PACKS, shape, platform="", activity="review", day=DAY)
    assert (wanted.counts_as, wanted.title, wanted.count) == (
        "",
        wanted.platform.capitalize(),
        False,
    )
    mine = own.wish(PACKS, shape, platform="x", activity="review", day=DAY, count=True)
    assert (mine.platform, mine.counts_as, mine.title) == ("x-own", "x", "X (taught)")


def test_a_rule_is_kept_and_a_second_one_joins_it(shape: Shape, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    wanted = own.wish(PACKS, shape, platform="reviews", activity="review", day=DAY)
    file = own.keep(home, PACKS, shape, wanted)
    own.keep(home, PACKS, shape, wanted)
    pack, faults = load.read(file)
    assert not faults
    assert pack is not None
    assert [rule.id for rule in pack.rules] == ["review-1", "review-2"]
    assert not any(rule.enabled for rule in pack.rules)


def test_what_is_spoilt_is_not_written_over(shape: Shape, tmp_path: Path) -> None:
    home = Home(tmp_path / "home").create()
    wanted = own.wish(PACKS, shape, platform="reviews", activity="review", day=DAY)
    (home.packs / "reviews.toml").write_text("mine = 1\n")
    with pytest.raises(KnownError, match="does not take this rule"):
        own.keep(home, PACKS, shape, wanted)
    assert (home.packs / "reviews.toml").read_text() == "mine = 1\n"
    with pytest.raises(KnownError, match="cannot be written"):
        own.write(tmp_path, "x")
