import pytest
from exports_more import ARCHIVES
from exports_read import Reads


@pytest.mark.parametrize("era", ["discord-2021", "discord-2025"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_direct_messages_are_never_read(reads: Reads) -> None:
    made = ARCHIVES["discord-2025"]()
    made.files["Messages/c200/messages.json"] = b"no JSON at all"
    assert Reads.count(reads(made.files))["discord", "comment"] == 4
