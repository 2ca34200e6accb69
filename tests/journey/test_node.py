"""instagram-private-api, a client for Node that no one here wrote, uploads originals."""

import itertools
import json
import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qs

import files
import pytest
from conftest import ROOT, Running, environment
from standin import Answer, Sent, Standin

pytestmark = pytest.mark.journey

SCRIPT = Path(__file__).parent / "clients/drive_instagram_private_api.cjs"
MODULES = ROOT / ".setup/node/node_modules"


def answer_as_instagram(standin: Standin) -> None:
    """Answer uploads by their own id, and each configure with a medium of its own."""
    numbers = itertools.count(3900000000000000100)

    def uploaded(sent: Sent) -> Answer:
        if sent.method == "GET":
            return Answer({"offset": 0, "status": "ok"})
        params = json.loads(sent.headers["x-instagram-rupload-params"])
        answer = {"upload_id": params["upload_id"], "media_id": 1, "stream_id": "s1"}
        return Answer(answer | {"status": "ok"})

    def configured(sent: Sent) -> Answer:
        assert "signed_body" in parse_qs(sent.body.decode())
        return Answer({"media": {"pk": str(next(numbers))}, "status": "ok"})

    standin.on("i.instagram.com", "/*", Answer({"status": "ok"}))
    standin.on("i.instagram.com", "/rupload_*", uploaded)
    standin.on("i.instagram.com", "/api/v1/media/configure*", configured, "POST")


def test_instagram_private_api_sends_originals(
    meter: Running, standin: Standin, photo: Path, tmp_path: Path
) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed: packaging/system.sh")
    assert MODULES.exists(), "make setup has not installed the clients for Node"
    film, bare = files.film(tmp_path / "CANARYFILM.mp4"), files.bare(tmp_path / "bare.jpg")
    told = files.told([photo, film, bare])
    answer_as_instagram(standin)
    done = subprocess.run(
        [node, str(SCRIPT), meter.proxy, str(photo), str(film), str(bare)],
        env=environment(tmp_path, standin)
        | {"NODE_PATH": os.fspath(MODULES), "NODE_EXTRA_CA_CERTS": str(meter.ca)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    acts = meter.acts()
    # A film's cover bears the film's id and is no upload of its own.
    assert [act.activity for act in acts] == [
        *("upload", "post"),
        *("upload", "upload", "post"),
        *("upload", "post"),
        *("upload", "post"),
    ]
    uploads = [act for act in acts if act.activity == "upload"]
    sent = [photo, photo, bare, film, film]
    found = [{each.kind for each in act.disclosures} for act in uploads]
    assert found == [told[path.name] for path in sent]
    assert {each.sure for act in uploads for each in act.disclosures} == {"seen"}
    tied = meter.links()
    assert sorted(len(tied[act.id]) for act in acts if act.activity == "post") == [1, 1, 1, 2]
