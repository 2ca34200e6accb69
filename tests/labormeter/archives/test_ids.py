import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.archives import ids


@pytest.mark.parametrize("text", ["café 👍", "Zoë", "плохо", "plain", "日本"])
def test_spoilt_text_is_mended_and_sound_text_kept(text: str) -> None:
    assert ids.mended(text.encode().decode("latin-1")) == text
    assert ids.mended(text) == text


@given(st.text())
def test_mending_twice_is_mending_once_for_what_was_spoilt(text: str) -> None:
    spoilt = text.encode("utf-8", "surrogatepass").decode("latin-1")
    assert ids.mended(ids.mended(spoilt)) in {ids.mended(spoilt), ids.mended(ids.mended(spoilt))}


def test_ids_out_of_addresses() -> None:
    assert ids.media("https://www.instagram.com/p/CuE2WNQs6vH/") == "3135870261135649735"
    assert ids.media("https://www.instagram.com/zoe/reel/CuE2WNQs6vH") == "3135870261135649735"
    assert ids.media("https://www.instagram.com/zoe") == ""
    assert ids.thread("https://www.threads.net/@zoe/post/CuE2WNQs6vH") == "3135870261135649735"
    assert ids.video("https://www.youtube.com/watch?v=J1tF-DKKt7k&t=1") == "J1tF-DKKt7k"
    assert ids.video("https://youtu.be/J1tF-DKKt7k") == "J1tF-DKKt7k"
    clip = ids.CLIP.search("https://www.tiktok.com/@zoe/video/7301234567890123456")
    assert clip
    assert clip[1] == "7301234567890123456"
    assert ids.status("https://twitter.com/zoe/status/123?s=1") == "123"
    assert ids.pin("https://www.pinterest.fr/pin/123456/") == "123456"
    assert ids.update("https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A700") == "700"
    assert ids.update("https://x/urn:li:comment:(activity:7,8)") == "7"


@given(st.text())
def test_nothing_raises(text: str) -> None:
    for find in (
        ids.media,
        ids.thread,
        ids.video,
        ids.CLIP.search,
        ids.status,
        ids.pin,
        ids.update,
    ):
        find(text)
