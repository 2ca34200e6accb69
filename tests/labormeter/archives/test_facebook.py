import json

import pytest
from exports_made import BEGUN
from exports_more import ARCHIVES
from exports_read import Reads

from labormeter.archives import meta
from labormeter.archives.found import UnreadableError


@pytest.mark.parametrize("era", ["facebook-2019", "facebook-2022", "facebook-2026"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_both_layouts_of_reactions_are_read_as_they_stand(reads: Reads) -> None:
    found = reads(ARCHIVES["facebook-2026"]().files)
    layouts = {one.layout for _, one in found if one.activity == "like"}
    assert layouts == {meta.NEWER, meta.PLAIN}
    newer = [one for _, one in found if one.layout == meta.NEWER]
    assert newer[0].target == "https://www.facebook.com/zoe/posts/0"


def test_spoilt_and_sound_text_tell_the_same(reads: Reads) -> None:
    sound = json.dumps([{"timestamp": BEGUN, "title": "Zoë"}])
    spoilt = json.dumps([{"timestamp": BEGUN, "title": "Zo\u00c3\u00ab"}])
    names = ("posts/your_posts_1.json", "posts/your_posts_2.json")
    found = reads(dict(zip(names, (sound, spoilt), strict=True)))
    assert len({one.tell for _, one in found}) == 1


def test_what_meta_kept_of_a_photo_is_told_by_kind(reads: Reads) -> None:
    found = reads(ARCHIVES["facebook-2019"]().files)
    kinds = {kind for _, one in found if one.activity == "upload" for kind in one.known}
    assert kinds == {"gps", "camera_make"}


def test_a_file_of_one_object_is_not_believed(reads: Reads) -> None:
    with pytest.raises(UnreadableError):
        reads({"comments_and_reactions/comments.json": "[object Object]"})
