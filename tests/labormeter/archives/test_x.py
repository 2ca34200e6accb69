import pytest
from exports_more import ARCHIVES
from exports_read import Reads


@pytest.mark.parametrize("era", ["x-2018", "x-2024"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_a_monthly_archive_and_its_csv_tell_the_same(reads: Reads) -> None:
    found = reads(ARCHIVES["x-2013"]().files)
    told = [(one.activity, one.at, one.made) for _, one in found]
    assert len(told) == 2 * len(set(told)) == 8


def test_likes_have_no_date_although_their_posts_have(reads: Reads) -> None:
    found = reads(ARCHIVES["x-2024"]().files)
    assert {one.at for _, one in found if one.activity == "like"} == {None}


def test_a_quote_is_a_share_of_what_it_quotes(reads: Reads) -> None:
    found = reads(ARCHIVES["x-2024"]().files)
    assert "77" in {one.target for _, one in found if one.activity == "share"}


def test_a_deleted_post_is_done_and_undone(reads: Reads) -> None:
    found = [one for _, one in reads(ARCHIVES["x-2024"]().files) if one.activity == "post"]
    undo = next(one for one in found if one.effect == "undo")
    assert undo.target in {one.made for one in found if one.effect == "do"}
