"""Real clients that no one here wrote act through the meter: performed equals counted."""

import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from answers import answer_as_instagram, answer_as_x
from answers_commons import answer_as_openstreetmap, answer_as_wikipedia
from answers_more import (
    answer_as_bluesky,
    answer_as_linkedin,
    answer_as_mastodon,
    answer_as_pinterest,
    answer_as_reddit,
    answer_as_youtube_music,
)
from answers_smaller import answer_as_stackexchange, answer_as_tumblr, answer_as_vk
from conftest import CLIENTS, Running, environment
from files import told
from photograph import TOLD
from standin import Standin

pytestmark = pytest.mark.journey

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Client:
    """A client, how it is driven, and what it then did."""

    script: str
    platform: str
    answer: Callable[[Standin], None]
    did: dict[str, int]
    """How often it did what; reads and what was refused are in none of these."""
    words: tuple[str, ...] = ()
    """What its script is told: `proxy`, `ca`, `photo` or `folder`. It asks the environment for its
    proxy where it is not told of it."""
    discloses: bool = True
    """Whether an upload lets the photograph's metadata out; instagrapi re-encodes the picture."""


ALL = (
    Client(
        script="drive_twikit.py",
        platform="x",
        answer=answer_as_x,
        words=("proxy", "photo"),
        did={
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
        },
    ),
    Client(
        script="drive_instagrapi.py",
        platform="instagram",
        answer=answer_as_instagram,
        words=("proxy", "ca", "photo"),
        discloses=False,
        did={
            "like do +1": 3,
            "like undo -1": 2,
            "comment do +1": 1,
            "follow do +1": 1,
            "follow undo -1": 1,
            "report do +1": 1,
            "save do +1": 1,
            "upload do +1": 1,
            "post do +1": 1,
        },
    ),
    Client(
        script="drive_atproto.py",
        platform="bluesky",
        answer=answer_as_bluesky,
        words=("photo",),
        did={
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
        },
    ),
    Client(
        script="drive_mastodon.py",
        platform="mastodon",
        answer=answer_as_mastodon,
        words=("photo",),
        did={
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
        },
    ),
    Client(
        script="drive_linkedin.py",
        platform="linkedin",
        answer=answer_as_linkedin,
        words=("proxy",),
        did={"like do +1": 2, "follow do +1": 3, "follow undo -1": 3},
    ),
    Client(
        script="drive_pinterest.py",
        platform="pinterest",
        answer=answer_as_pinterest,
        words=("proxy", "photo", "folder"),
        did={
            "share do +1": 1,
            "share undo -1": 1,
            "comment do +1": 1,
            "comment undo -1": 1,
            "follow do +1": 2,
            "follow undo -1": 2,
            "upload do +1": 1,
            "post do +1": 1,
        },
    ),
    Client(
        script="drive_ytmusicapi.py",
        platform="youtube",
        answer=answer_as_youtube_music,
        words=("proxy",),
        did={
            "like do +1": 2,
            "like undo -1": 1,
            "dislike do +1": 1,
            "follow do +1": 1,
            "follow undo -1": 1,
            "save do +1": 1,
        },
    ),
    Client(
        script="drive_praw.py",
        platform="reddit",
        answer=answer_as_reddit,
        did={
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
        },
    ),
    Client(
        script="drive_mwclient.py",
        platform="wikipedia",
        answer=answer_as_wikipedia,
        words=("photo",),
        did={
            "post do +1": 3,
            "rate do +1": 1,
            "like do +1": 1,
            "save do +1": 1,
            "save undo -1": 1,
            "upload do +1": 2,
        },
    ),
    Client(
        script="drive_osmapi.py",
        platform="openstreetmap",
        answer=answer_as_openstreetmap,
        did={"post do +1": 4, "post undo -1": 1, "comment do +1": 2},
    ),
    Client(
        script="drive_pytumblr.py",
        platform="tumblr",
        answer=answer_as_tumblr,
        words=("photo",),
        did={
            "like do +1": 2,
            "like undo -1": 1,
            "follow do +1": 1,
            "follow undo -1": 1,
            "post do +1": 2,
            "post undo -1": 1,
            "share do +1": 1,
            "upload do +1": 1,
        },
    ),
    Client(
        script="drive_vk_api.py",
        platform="vk",
        answer=answer_as_vk,
        did={
            "like do +1": 1,
            "like undo -1": 1,
            "post do +1": 1,
            "post undo -1": 1,
            "share do +1": 1,
            "comment do +1": 1,
            "comment undo -1": 1,
            "follow do +1": 2,
            "follow undo -1": 1,
            "vote do +1": 1,
            "save do +1": 1,
            "save undo -1": 1,
            "report do +1": 1,
        },
    ),
    Client(
        script="drive_stackapi.py",
        platform="stackexchange",
        answer=answer_as_stackexchange,
        did={
            "like do +1": 3,
            "like undo -1": 1,
            "dislike do +1": 1,
            "dislike undo -1": 1,
            "save do +1": 1,
            "save undo -1": 1,
            "post do +1": 2,
            "post undo -1": 1,
            "comment do +1": 1,
            "comment undo -1": 1,
            "report do +1": 1,
        },
    ),
)


@pytest.fixture(autouse=True)
def clients() -> None:
    if not CLIENTS.exists():
        pytest.skip("make setup has not made the clients' environment")


@pytest.mark.parametrize("client", ALL, ids=lambda client: client.script[6:-3])
def test_what_it_did_is_what_was_counted(
    client: Client, meter: Running, standin: Standin, photo: Path, tmp_path: Path
) -> None:
    client.answer(standin)
    around = environment(tmp_path, standin)
    if "proxy" not in client.words:
        around |= {"HTTPS_PROXY": meter.proxy}
    known = {
        "proxy": meter.proxy,
        "ca": str(meter.ca),
        "photo": str(photo),
        "folder": str(tmp_path / "credentials"),
    }
    drive(client.script, *(known[word] for word in client.words), ca=meter.ca, surroundings=around)
    acts = meter.acts()
    assert {act.platform for act in acts} == {client.platform}
    assert Counter(f"{act.activity} {act.effect} {act.net:+d}" for act in acts) == client.did
    for upload in (act for act in acts if act.activity == "upload"):
        kinds = {each.kind for each in upload.disclosures}
        assert kinds >= TOLD if client.discloses else not kinds & TOLD
        assert not client.discloses or kinds == told([photo])[photo.name]


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
