import pytest
from exports_more import ARCHIVES
from exports_read import Reads


@pytest.mark.parametrize("era", ["reddit-2025"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_ids_have_the_prefix_of_the_wire(reads: Reads) -> None:
    found = [one for _, one in reads(ARCHIVES["reddit-2025"]().files)]
    assert {one.target[:3] for one in found if one.activity == "dislike"} == {"t3_"}
    assert {one.made[:3] for one in found if one.activity == "comment"} == {"t1_"}
    assert "t3_abc" in {one.target for one in found if one.activity == "comment"}


def test_votes_taken_back_are_none(reads: Reads) -> None:
    votes = "id,permalink,direction\na,x,none\nb,x,removed\nc,x,DOWN\n"
    ((_, found),) = reads({"post_votes.csv": votes})
    assert (found.activity, found.target, found.at) == ("dislike", "t3_c", None)
