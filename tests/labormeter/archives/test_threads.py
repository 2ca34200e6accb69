import pytest
from exports_more import ARCHIVES
from exports_read import Reads


@pytest.mark.parametrize("era", ["threads-2024"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_within_instagrams_export_they_are_threads_all_the_same(reads: Reads) -> None:
    found = reads(ARCHIVES["instagram-2026"]().files)
    assert Reads.count(found)["threads", "post"] == 2


def test_the_id_is_that_of_the_wire(reads: Reads) -> None:
    found = reads(ARCHIVES["threads-2024"]().files)
    assert all(one.target.isdigit() for _, one in found if one.activity == "like")
