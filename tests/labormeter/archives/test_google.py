import pytest
from exports_more import ARCHIVES
from exports_read import Reads


@pytest.mark.parametrize("era", ["google-2019", "google-2025"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_a_photo_beside_its_file(reads: Reads) -> None:
    found = [one for _, one in reads(ARCHIVES["google-2025"]().files) if one.activity == "upload"]
    assert [(one.file, one.known) for one in found] == [("CANARYNAME.jpg", ("gps", "datetime"))]
