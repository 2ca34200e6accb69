import pytest
from exports_more import ARCHIVES
from exports_read import Reads


@pytest.mark.parametrize("era", ["linkedin-2026"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_the_id_is_in_the_address(reads: Reads) -> None:
    found = [one for _, one in reads(ARCHIVES["linkedin-2026"]().files)]
    assert {one.target for one in found if one.activity == "like"} == {
        str(7000 + n) for n in range(5)
    }


def test_invitations_received_are_no_act(reads: Reads) -> None:
    found = [one for _, one in reads(ARCHIVES["linkedin-2026"]().files)]
    assert [one.finer for one in found if one.activity == "follow"].count("request") == 1
