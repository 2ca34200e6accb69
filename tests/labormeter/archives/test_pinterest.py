import pytest
from exports_more import ARCHIVES
from exports_read import Reads

from labormeter.archives.found import UnreadableError


@pytest.mark.parametrize("era", ["pinterest-2025"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_a_page_without_pins_is_said_to_be_one(reads: Reads) -> None:
    with pytest.raises(UnreadableError, match="no pin"):
        reads({"pinterest.html": "<html><h1>Pins</h1></html>"})


def test_the_id_is_that_of_the_wire(reads: Reads) -> None:
    found = [one for _, one in reads(ARCHIVES["pinterest-2025"]().files)]
    assert found[0].made == "123456"
