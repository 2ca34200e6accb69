"""Real clients that no one here wrote act through the meter: performed equals counted."""

import subprocess
from collections import Counter
from pathlib import Path

import pytest
from answers import answer_as_instagram, answer_as_x
from answers_more import (
    answer_as_bluesky,
    answer_as_linkedin,
    answer_as_mastodon,
    answer_as_pinterest,
    answer_as_reddit,
    answer_as_youtube_music,
)
from conftest import CLIENTS, Running, environment
from files import told
from photograph import TOLD
from standin import Standin

pytestmark = pytest.mark.journey

HERE = Path(__file__).parent


def drive(script: str, *words: str, ca: Path, surroundings: dict[str, str]) -> None:
    trust = dict.fromkeys(("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"), str(ca))
    done = subprocess.run(
        [str(CLIENTS), str(HERE / "clients" / script), *words],
        env=surroundings | trust,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.fixture(autouse=True)
def clients() -> None:
    if not CLIENTS.exists():
        pytest.skip("make setup has not made the clients' environment")


def counted(meter: Running) -> Counter[str]:
    return Counter(f"{act.activity} {act.effect} {act.net:+d}" for act in meter.acts())


def test_twikit(meter: Running, standin: Standin, photo: Path, tmp_path: Path) -> None:
    answer_as_x(standin)
    drive(
        "drive_twikit.py",
        *(meter.proxy, str(photo)),
        ca=meter.ca,
        surroundings=environment(tmp_path, standin),
    )
    assert {act.platform for act in meter.acts()} == {"x"}
    assert counted(meter) == {
        "like do +1": 2,
        "like undo -1": 1,
        "share do +1": 1,
        "share undo -1": 1,
        "save do +1": 1,
        "follow do +1": 1,
        "follow undo -1": 1,
        "comment do +1": 1,
        "post do +1": 2,
        "post undo -1": 1,
        "upload do +1": 1,
    }
    upload = next(act for act in meter.acts() if act.activity == "upload")
    assert {each.kind for each in upload.disclosures} == told([photo])[photo.name] >= TOLD


def test_instagrapi(meter: Running, standin: Standin, photo: Path, tmp_path: Path) -> None:
    answer_as_instagram(standin)
    drive(
        "drive_instagrapi.py",
        *(meter.proxy, str(meter.ca), str(photo)),
        ca=meter.ca,
        surroundings=environment(tmp_path, standin),
    )
    assert {act.platform for act in meter.acts()} == {"instagram"}
    assert counted(meter) == {
        "like do +1": 3,
        "like undo -1": 2,
        "comment do +1": 1,
        "follow do +1": 1,
        "follow undo -1": 1,
        "report do +1": 1,
        "save do +1": 1,
        "upload do +1": 1,
        "post do +1": 1,
    }
    upload = next(act for act in meter.acts() if act.activity == "upload")
    assert not {told.kind for told in upload.disclosures} & TOLD  # it re-encodes the picture


def proxied(meter: Running, standin: Standin, tmp_path: Path) -> dict[str, str]:
    """Surroundings for a client that asks them for its proxy."""
    return environment(tmp_path, standin) | {"HTTPS_PROXY": meter.proxy}


def disclosed(meter: Running) -> set[str]:
    upload = next(act for act in meter.acts() if act.activity == "upload")
    return {told.kind for told in upload.disclosures}


def test_atproto(meter: Running, standin: Standin, photo: Path, tmp_path: Path) -> None:
    answer_as_bluesky(standin)
    around = proxied(meter, standin, tmp_path)
    drive("drive_atproto.py", str(photo), ca=meter.ca, surroundings=around)
    assert {act.platform for act in meter.acts()} == {"bluesky"}
    assert counted(meter) == {
        "like do +1": 3,
        "like undo -1": 1,
        "share do +1": 2,
        "share undo -1": 1,
        "follow do +1": 1,
        "follow undo -1": 1,
        "post do +1": 3,
        "post undo -1": 2,
        "comment do +1": 1,
        "report do +1": 1,
        "save do +1": 1,
        "save undo -1": 1,
        "upload do +1": 1,
    }
    assert disclosed(meter) >= TOLD


def test_mastodon(meter: Running, standin: Standin, photo: Path, tmp_path: Path) -> None:
    answer_as_mastodon(standin)
    around = proxied(meter, standin, tmp_path)
    drive("drive_mastodon.py", str(photo), ca=meter.ca, surroundings=around)
    assert {act.platform for act in meter.acts()} == {"mastodon"}
    assert counted(meter) == {
        "like do +1": 2,
        "like undo -1": 1,
        "share do +1": 1,
        "share undo -1": 1,
        "save do +1": 1,
        "save undo -1": 1,
        "post do +1": 2,
        "post undo -1": 1,
        "comment do +1": 1,
        "follow do +1": 2,
        "follow undo -1": 1,
        "vote do +1": 1,
        "report do +1": 1,
        "upload do +1": 1,
    }
    assert disclosed(meter) >= TOLD


def test_linkedin(meter: Running, standin: Standin, tmp_path: Path) -> None:
    answer_as_linkedin(standin)
    around = environment(tmp_path, standin)
    drive("drive_linkedin.py", meter.proxy, ca=meter.ca, surroundings=around)
    assert {act.platform for act in meter.acts()} == {"linkedin"}
    assert counted(meter) == {
        "like do +1": 2,
        "follow do +1": 3,
        "follow undo -1": 3,
    }


def test_pinterest(meter: Running, standin: Standin, photo: Path, tmp_path: Path) -> None:
    answer_as_pinterest(standin)
    around = environment(tmp_path, standin)
    words = (meter.proxy, str(photo), str(tmp_path / "credentials"))
    drive("drive_pinterest.py", *words, ca=meter.ca, surroundings=around)
    assert {act.platform for act in meter.acts()} == {"pinterest"}
    assert counted(meter) == {
        "share do +1": 1,
        "share undo -1": 1,
        "comment do +1": 1,
        "comment undo -1": 1,
        "follow do +1": 2,
        "follow undo -1": 2,
        "upload do +1": 1,
        "post do +1": 1,
    }
    assert disclosed(meter) >= TOLD


def test_ytmusicapi(meter: Running, standin: Standin, tmp_path: Path) -> None:
    answer_as_youtube_music(standin)
    around = environment(tmp_path, standin)
    drive("drive_ytmusicapi.py", meter.proxy, ca=meter.ca, surroundings=around)
    assert {act.platform for act in meter.acts()} == {"youtube"}
    assert counted(meter) == {
        "like do +1": 2,
        "like undo -1": 1,
        "dislike do +1": 1,
        "follow do +1": 1,
        "follow undo -1": 1,
        "save do +1": 1,
    }


def test_praw(meter: Running, standin: Standin, tmp_path: Path) -> None:
    answer_as_reddit(standin)
    drive("drive_praw.py", ca=meter.ca, surroundings=proxied(meter, standin, tmp_path))
    assert {act.platform for act in meter.acts()} == {"reddit"}
    assert counted(meter) == {
        "like do +1": 2,
        "like undo -1": 1,
        "dislike do +1": 1,
        "save do +1": 1,
        "save undo -1": 1,
        "comment do +1": 1,
        "post do +1": 1,
        "follow do +1": 1,
        "follow undo -1": 1,
        "report do +1": 1,
    }
