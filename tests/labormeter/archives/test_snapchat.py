import pytest
from exports_more import ARCHIVES
from exports_read import Reads


@pytest.mark.parametrize("era", ["snapchat-2025"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_a_place_of_zeros_is_none(reads: Reads) -> None:
    found = [one for _, one in reads(ARCHIVES["snapchat-2025"]().files)]
    uploads = [one.known for one in found if one.activity == "upload"]
    assert uploads == [("datetime",), ("gps", "datetime"), ("gps", "datetime")]
