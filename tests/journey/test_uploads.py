"""All the ways a file travels: a real Chromium uploads originals, and what they told is on the act."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import files
import pytest
from conftest import Running, labormeter, start
from standin import Answer, Sent, Standin
from test_canary import holders
from uploader import Uploader

from labormeter.browser import authority, devtools, find, launch
from labormeter.ledger import query
from labormeter.model import Act
from labormeter.rules import load

pytestmark = pytest.mark.journey

BYTES_HOST = "rupload-test1.up.facebook.com"
"""One of the many hosts to which Facebook's films go; the person of this test added it."""
TUS = """
schema = 1
platform = "tusser"
title = "Tusser"
version = "1"
reviewed = 2026-11-25
hosts = ["tus.example"]

[[rules]]
id = "begin"
path = ["/files"]
activity = "upload"
confidence = "B"
evidence = ["TUS 1.0.0, creation"]
accepted = [{ at = "response.header.location", present = true }]
made = "response.header.location | after-last /"
flow = { id = "file", stage = "open", key = "response.header.location | after-last /", total = "header.upload-length" }

[[rules]]
id = "upload"
method = ["PATCH"]
path = ["/files/{id}"]
activity = "upload"
confidence = "B"
evidence = ["TUS 1.0.0, core protocol"]
accepted = [{ at = "response.header.upload-offset", present = true }]
upload = ["body"]
flow = { id = "file", stage = "advance", key = "path.id", offset = "header.upload-offset", total = "header.upload-length", reached = "response.header.upload-offset" }

[[rules.cases]]
title = "a file in two parts"
exchanges = [
    { request = { method = "POST", url = "https://tus.example/files", headers = { upload-length = "18" } }, response = { status = 201, headers = { location = "https://tus.example/files/a1" } } },
    { after = 1, request = { method = "PATCH", url = "https://tus.example/files/a1", headers = { upload-offset = "0" }, body = "synthetic" }, response = { status = 204, headers = { upload-offset = "9" } } },
    { after = 1, request = { method = "PATCH", url = "https://tus.example/files/a1", headers = { upload-offset = "9" }, body = "synthetic" }, response = { status = 204, headers = { upload-offset = "18" } } },
]
expect = [{ activity = "upload", made = "a1" }]

[[rules.cases]]
title = "a part that is refused"
request = { method = "PATCH", url = "https://tus.example/files/a2", headers = { upload-offset = "0", upload-length = "9" }, body = "synthetic" }
response = { status = 409 }
expect = []

[[rules]]
id = "several"
path = ["/several"]
activity = "upload"
confidence = "B"
evidence = ["made up"]
accepted = [{ at = "response.json | files.*.id", present = true }]
made = "response.json | files.*.id"
upload = ["part.file"]

[[rules.cases]]
title = "two files in one body"
request = { method = "POST", url = "https://tus.example/several", parts = [{ name = "file", filename = "a", body = "one" }, { name = "file", filename = "b", body = "two" }] }
response = { json = { files = [{ id = "s1" }, { id = "s2" }] } }
expect = [{ activity = "upload", made = "s1" }, { activity = "upload", made = "s2" }]

[[rules.cases]]
title = "refused"
request = { method = "POST", url = "https://tus.example/several", parts = [{ name = "file", filename = "a", body = "one" }] }
response = { json = { error = 1 } }
expect = []

[[rules]]
id = "post"
path = ["/posts"]
activity = "post"
confidence = "B"
evidence = ["made up"]
accepted = [{ at = "response.json | id", present = true }]
made = "response.json | id"
uses = ["json | files.*", "json | file"]

[[rules.cases]]
title = "a post"
request = { method = "POST", url = "https://tus.example/posts", json = { file = "a1" } }
response = { json = { id = "p1" } }
expect = [{ activity = "post" }]

[[rules.cases]]
title = "a post that is refused"
request = { method = "POST", url = "https://tus.example/posts", json = { file = "a1" } }
response = { json = {} }
expect = []
"""


@dataclass
class Ground:
    """A stand-in, a meter before it, a browser, and files to upload: one for all tests here."""

    folder: Path
    standin: Standin
    meter: Running
    uploader: Uploader
    files: dict[str, Path]
    told: dict[str, set[str]]
    seen: int = 0

    def new(self, wanted: int) -> list[Act]:
        """Return the acts since this was last asked."""
        acts = self.meter.acts()[self.seen :]
        until = time.monotonic() + 5
        while len(acts) < wanted and time.monotonic() < until:
            time.sleep(0.05)
            acts = self.meter.acts()[self.seen :]
        self.seen += len(acts)
        return acts

    def uploads(self, *names: str) -> list[Act]:
        """Return new acts, which must be uploads of these files that tell what exiftool finds."""
        acts = self.new(len(names))
        assert [(act.activity, act.effect, act.quantity) for act in acts] == [
            ("upload", "do", 1) for _ in names
        ]
        found = [{each.kind for each in act.disclosures} for act in acts]
        assert found == [self.told[self.files[name].name] for name in names]
        return acts

    def posted(self, *uploads: Act) -> None:
        """Expect one new post, tied to these uploads and to no other."""
        (post,) = self.new(1)
        assert (post.activity, post.effect) == ("post", "do")
        assert self.meter.links()[post.id] == {upload.id for upload in uploads}

    def nothing(self) -> None:
        """Expect that nothing new was counted."""
        time.sleep(0.3)
        assert self.new(0) == []

    def size(self, name: str) -> int:
        return self.files[name].stat().st_size


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    folder = tmp_path_factory.mktemp("uploads")
    for name in ("standin", "user", "files", "home/packs"):
        (folder / name).mkdir(parents=True)
    (folder / "home/packs/tusser.toml").write_text(TUS)
    hosts = {host for pack in load.shipped().platforms for host in pack.hosts}
    with (
        pytest.MonkeyPatch.context() as patch,
        Standin(folder / "standin", hosts | {BYTES_HOST, "tus.example"}) as standin,
    ):
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        labormeter(folder, standin, "platforms", "on", "--all", "--yes")
        labormeter(folder, standin, "platforms", "add-host", "facebook", BYTES_HOST, "--yes")
        labormeter(folder, standin, "platforms", "add-host", "tusser", "tus.example", "--yes")
        made = files.everything(folder / "files")
        meter = start(folder, standin)
        try:
            yield from _browsing(folder, standin, meter, made)
        finally:
            meter.stop()


def _browsing(
    folder: Path, standin: Standin, meter: Running, made: dict[str, Path]
) -> Iterator[Ground]:
    trusted = authority.read(meter.home)
    assert trusted is not None
    opened = launch.browse(
        meter.home,
        trusted,
        port=meter.port,
        url="about:blank",
        browser=next(found for found in find.installed() if found.family == "chromium"),
        headless=True,
        debug=True,
    )
    try:
        with devtools.attach(opened.profile.data, lambda: opened.process.poll() is None) as tools:
            told = files.told(list(made.values()))
            yield Ground(folder, standin, meter, Uploader(tools.open()), made, told)
            tools.quit()
    finally:
        opened.close()


@pytest.fixture(autouse=True)
def clean(ground: Ground) -> None:
    ground.standin.routes.clear()


def test_the_files_tell_what_they_are_for(ground: Ground) -> None:
    told = {name: ground.told[path.name] for name, path in ground.files.items()}
    assert {"gps", "serial", "owner"} <= told["photo"]
    assert {"gps", "camera_make", "datetime"} <= told["film"]
    assert "author" in told["document"]
    assert told["bare"] == set()


# Multipart, by a form without any script -------------------------------------------------------------


FORM = "https://upload.facebook.com/ajax/react_composer/attachments/photo/upload?__a=1"


def test_a_form_with_several_files(ground: Ground) -> None:
    chosen = ["photo", "bare", "film", "document"]
    ground.standin.on(
        "upload.facebook.com",
        "/ajax/react_composer/*",
        Answer('for (;;);{"__ar":1,"payload":{"photoID":"900000000000020"}}'),
        "POST",
    )
    ground.uploader.choose("https://www.facebook.com/", [ground.files[name] for name in chosen])
    ground.uploader.submit(FORM, "farr")
    uploads = ground.uploads(*chosen)
    sent = next(each for each in ground.standin.sent if each.path.startswith("/ajax/react"))
    assert all(ground.files[name].read_bytes() in sent.body for name in chosen)
    ground.standin.on(
        "www.facebook.com",
        "/api/graphql/",
        Answer(
            {"data": {"story_create": {"story_id": "UzpfSTE="}}, "extensions": {"is_final": True}}
        ),
        "POST",
    )
    variables = {
        "input": {
            "composer_type": "feed",
            "idempotence_token": "t1_FEED",
            "attachments": [{"photo": {"id": "900000000000020"}}],
        }
    }
    ground.uploader.choose("https://www.facebook.com/", [])
    name = "ComposerStoryCreateMutation"
    form = {"fb_api_req_friendly_name": name, "variables": json.dumps(variables)}
    ground.uploader.send(
        "https://www.facebook.com/api/graphql/", headers={"x-fb-friendly-name": name}, form=form
    )
    ground.posted(*uploads)


def test_a_form_that_is_refused_under_http_200(ground: Ground) -> None:
    ground.standin.on(
        "upload.facebook.com", "/ajax/*", Answer('for (;;);{"__ar":1,"error":1366046}'), "POST"
    )
    ground.uploader.choose("https://www.facebook.com/", [ground.files["photo"]])
    ground.uploader.submit(FORM, "farr")
    ground.nothing()


# Raw bodies with offsets: Meta's rupload ---------------------------------------------------------------


def rupload(ground: Ground, host: str = "i.instagram.com") -> None:
    """Answer as rupload does: partial until all bytes are there."""
    arrived: dict[str, set[int]] = {}

    def answer(sent: Sent) -> Answer:
        pieces = arrived.setdefault(sent.path, set())
        begin = int(sent.headers["offset"])
        pieces |= set(range(begin, begin + len(sent.body)))
        if len(pieces) < int(sent.headers["x-entity-length"]):
            return Answer({"debug_info": {"type": "PartialRequestError", "retriable": True}}, 200)
        number = sent.path.rsplit("_", 1)[1]
        return Answer({"upload_id": number, "media_id": 17900000000000011, "status": "ok"})

    ground.standin.on(host, "/rupload_*", answer, "POST")


def rupload_piece(
    ground: Ground, name: str, number: int, begin: int, end: int, *, breaks: int = 0
) -> int:
    kind, media = ("igvideo", 2) if name == "film" else ("igphoto", 1)
    return ground.uploader.send(
        f"https://i.instagram.com/rupload_{kind}/fb_uploader_{number}",
        headers={
            "offset": str(begin),
            "x-entity-length": str(ground.size(name)),
            "x-entity-name": "CANARYFILM.mp4",
            "x-instagram-rupload-params": json.dumps(
                {"media_type": media, "upload_id": str(number)}
            ),
            "content-type": "application/octet-stream",
        },
        file=ground.files[name],
        begin=begin,
        end=end,
        breaks=breaks,
    )


def configured(ground: Ground, number: int, path: str) -> None:
    answer = Answer({"media": {"pk": str(number + 1)}, "status": "ok"})
    ground.standin.on("www.instagram.com", path, answer, "POST")
    form = {"upload_id": str(number), "caption": "CANARYTEXT", "source_type": "library"}
    ground.uploader.send(f"https://www.instagram.com{path}", form=form)


def test_a_raw_body_at_once_is_a_draft_until_it_is_posted(ground: Ground) -> None:
    rupload(ground)
    ground.uploader.choose("https://www.instagram.com/", [ground.files["photo"]])
    assert rupload_piece(ground, "photo", 1700000000001, 0, ground.size("photo")) == 200
    (upload,) = ground.uploads("photo")
    assert rupload_piece(ground, "photo", 1700000000001, 0, ground.size("photo")) == 200
    ground.nothing()
    configured(ground, 1700000000001, "/api/v1/media/configure/")
    ground.posted(upload)


@pytest.mark.parametrize("name", ["film", "photo"])
def test_a_raw_body_that_broke_off_is_resumed_where_it_had_come_to(
    name: str, ground: Ground
) -> None:
    rupload(ground)
    number = 1700000000010 + len(name)
    half, size = ground.size(name) // 2, ground.size(name)
    ground.uploader.choose("https://www.instagram.com/", [ground.files[name]])
    assert rupload_piece(ground, name, number, 0, size, breaks=half) == 0
    ground.nothing()
    arrived = [sent.method for sent in ground.standin.sent if sent.path.endswith(f"_{number}")]
    assert "POST" not in arrived
    ground.standin.routes.clear()
    done = Answer({"upload_id": str(number), "media_id": 1, "status": "ok"})
    ground.standin.on("i.instagram.com", "/rupload_*", done, "POST")
    assert rupload_piece(ground, name, number, half - 1000, size) == 200
    ground.uploads(name)


def test_chunks_out_of_order_and_again(ground: Ground) -> None:
    rupload(ground)
    number, size = 1700000000020, ground.size("film")
    third = size // 3
    ground.uploader.choose("https://www.instagram.com/", [ground.files["film"]])
    pieces = [(2 * third, size), (0, third), (2 * third, size), (third, 2 * third)]
    for begin, end in pieces:
        ground.nothing()
        assert rupload_piece(ground, "film", number, begin, end) == 200
    (upload,) = ground.uploads("film")
    assert rupload_piece(ground, "film", number, third, 2 * third) == 200
    ground.nothing()
    configured(ground, number, "/api/v1/media/configure_to_clips/")
    ground.posted(upload)


def test_a_raw_body_that_is_refused(ground: Ground) -> None:
    failed = Answer({"debug_info": {"type": "ProcessingFailedError"}}, 400)
    ground.standin.on("i.instagram.com", "/rupload_*", failed, "POST")
    ground.uploader.choose("https://www.instagram.com/", [ground.files["film"]])
    assert rupload_piece(ground, "film", 1700000000030, 0, ground.size("film")) == 400
    ground.nothing()


def test_a_film_to_facebook_by_a_host_that_the_person_added(ground: Ground) -> None:
    size = ground.size("film")
    base = "https://vupload-edge.facebook.com/ajax/video/upload/requests"
    started = {"video_id": "900000000000030", "start_offset": 0, "skip_upload": False}
    on = ground.standin.on
    on("vupload-edge*", "*/start/", Answer("for (;;);" + json.dumps({"payload": started})), "POST")
    on("vupload-edge*", "*/receive/", Answer('for (;;);{"payload":{"start_offset":9}}'), "POST")
    on(BYTES_HOST, "/fb_video/*", Answer({"h": "handle"}), "POST")
    ground.uploader.choose("https://www.facebook.com/", [ground.files["film"]])
    ground.uploader.send(f"{base}/start/?__a=1", form={"file_size": str(size)})
    for begin, end in [(0, size // 2), (size // 2, size)]:
        head = {"offset": str(begin), "product_media_id": "900000000000030"}
        address = f"https://{BYTES_HOST}/fb_video/abc-{begin}-{end}"
        sent = {"file": ground.files["film"], "begin": begin, "end": end}
        assert ground.uploader.send(address, headers=head, **sent) == 200  # type: ignore[arg-type]
    ground.nothing()
    form = {"video_id": "900000000000030", "fbuploader_video_file_chunk": "handle"}
    ground.uploader.send(f"{base}/receive/?__a=1", form=form)
    ground.uploads("film")


# Numbered segments: X ----------------------------------------------------------------------------------

X = "https://upload.x.com/i/media/upload.json"


def x_segments(ground: Ground, number: str, name: str, order: list[int], final: Answer) -> None:
    """Send a file to X in three segments, in some order, and finalize."""

    def answer(sent: Sent) -> Answer:
        command = sent.query.get("command")
        if command == "APPEND":
            return Answer(b"", 204)
        return Answer({"media_id_string": number}, 202) if command == "INIT" else final

    ground.standin.on("upload.x.com", "/i/media/upload.json", answer, "POST")
    ground.uploader.choose("https://x.com/", [ground.files[name]])
    step = ground.size(name) // 3 + 1
    ground.uploader.send(f"{X}?command=INIT&total_bytes={ground.size(name)}&media_type=video%2Fmp4")
    for index in order:
        ground.uploader.send(
            f"{X}?command=APPEND&media_id={number}&segment_index={index}",
            file=ground.files[name],
            begin=index * step,
            end=(index + 1) * step,
            parts=[("media", "@file")],
        )
    ground.nothing()
    ground.uploader.send(f"{X}?command=FINALIZE&media_id={number}")


def test_segments_out_of_order_one_of_them_twice(ground: Ground) -> None:
    number = "1800000000000000001"
    x_segments(ground, number, "film", [1, 0, 1, 2], Answer({"media_id_string": number}, 201))
    (upload,) = ground.uploads("film")
    posted = {
        "data": {"create_tweet": {"tweet_results": {"result": {"rest_id": "19000000000001"}}}}
    }
    ground.standin.on("x.com", "/i/api/graphql/*", Answer(posted), "POST")
    media = {"media_entities": [{"media_id": number, "tagged_users": []}]}
    ground.uploader.send(
        "https://x.com/i/api/graphql/AAAA/CreateTweet",
        document={"variables": {"tweet_text": "CANARYTEXT", "media": media}},
    )
    ground.posted(upload)


def test_segments_that_are_refused_at_the_end(ground: Ground) -> None:
    x_segments(ground, "1800000000000000002", "photo", [0, 1, 2], Answer({"error": "x"}, 400))
    ground.nothing()


def test_a_draft_is_an_upload_and_no_post(ground: Ground) -> None:
    number = "1800000000000000003"
    x_segments(ground, number, "photo", [0, 1, 2], Answer({"media_id_string": number}, 201))
    ground.uploads("photo")
    drafted = Answer({"data": {"tweet": {"rest_id": "19000000000002"}}})
    ground.standin.on("x.com", "/i/api/graphql/*", drafted, "POST")
    ground.uploader.send(
        "https://x.com/i/api/graphql/AAAA/CreateDraftTweet",
        document={"variables": {"post_tweet_request": {"media_ids": [number]}}},
    )
    ground.nothing()


# Google's resumable protocol -------------------------------------------------------------------------


def test_resumable_with_several_offsets_and_a_connection_that_breaks(ground: Ground) -> None:
    base = "https://upload.youtube.com/upload/studio?authuser=0"
    session = f"{base}&upload_id=SYNTH1&upload_protocol=resumable"

    def answer(sent: Sent) -> Answer:
        command = sent.headers["x-goog-upload-command"]
        if command == "start":
            return Answer(headers={"x-goog-upload-url": session})
        if "finalize" in command:
            done = {"status": "STATUS_SUCCESS", "scottyResourceId": "synthscotty1"}
            return Answer(done, headers={"x-goog-upload-status": "final"})
        return Answer(headers={"x-goog-upload-status": "active"})

    ground.standin.on("upload.youtube.com", "/upload/studio", answer, "POST")
    ground.uploader.choose("https://www.youtube.com/", [ground.files["film"]])
    size = ground.size("film")
    third = size // 3

    def piece(command: str, begin: int, end: int, breaks: int = 0) -> int:
        head = {"x-goog-upload-command": command, "x-goog-upload-offset": str(begin)}
        return ground.uploader.send(
            session,
            headers=head,
            file=ground.files["film"],
            begin=begin,
            end=end,
            breaks=breaks,
        )

    begin = {"x-goog-upload-command": "start", "x-goog-upload-protocol": "resumable"}
    assert ground.uploader.send(base, headers=begin, form={"name": "CANARYFILM.mp4"}) == 200
    assert piece("upload", 0, third, breaks=third // 2) == 0
    assert ground.uploader.send(session, headers={"x-goog-upload-command": "query"}) == 200
    assert piece("upload", third // 3, third) == 200
    assert piece("upload", third, 2 * third) == 200
    ground.nothing()
    assert piece("upload, finalize", 2 * third, size) == 200
    (upload,) = ground.uploads("film")
    assert piece("upload, finalize", 2 * third, size) == 200
    ground.nothing()
    create(ground, draft=True)
    ground.nothing()
    create(ground, draft=False)
    ground.posted(upload)


def create(ground: Ground, *, draft: bool) -> None:
    """Make a video of what was uploaded."""
    ground.standin.on("www.youtube.com", "/youtubei/*", Answer({"videoId": "SYNTHvideo9"}), "POST")
    ground.uploader.send(
        "https://www.youtube.com/youtubei/v1/upload/createvideo?alt=json",
        headers={"authorization": "SAPISIDHASH 1700000000_0synthetic"},
        document={
            "resourceId": {"scottyResourceId": {"id": "synthscotty1"}},
            "frontendUploadId": f"innertube_studio:S:{draft}",
            "initialMetadata": {"draftState": {"isDraft": draft}},
        },
    )


# A lease, and the bytes straight to the store --------------------------------------------------------

STORE = "reddit-uploaded-media.s3-accelerate.amazonaws.com"


def lease(ground: Ground, store: str) -> None:
    leased = {"args": {"action": f"//{store}", "fields": []}, "asset": {"asset_id": "synthasset"}}
    ground.standin.on("www.reddit.com", "/api/media/asset.json", Answer(leased), "POST")
    ground.uploader.choose("https://www.reddit.com/", [ground.files["photo"]])
    form = {"filepath": "IMG_CANARYPLACE.jpg", "mimetype": "image/jpeg"}
    assert ground.uploader.send("https://www.reddit.com/api/media/asset.json", form=form) == 200


def unknown_hosts(ground: Ground) -> list[tuple[str, str, str]]:
    with query.open(ground.meter.home) as kept:
        return [
            (each.platform, each.host, each.name)
            for each in kept.notices()
            if each.reason == "unknown-host"
        ]


def test_a_store_that_a_lease_names(ground: Ground) -> None:
    lease(ground, STORE)
    key = "rte_images/synthasset"
    answers = [
        Answer("<Error><Code>EntityTooLarge</Code></Error>", 400),
        Answer(f"<PostResponse><Location>x</Location><Key>{key}</Key></PostResponse>", 201),
    ]
    ground.standin.on(STORE, "/", lambda _sent: answers.pop(0), "POST")
    parts = [("key", key), ("acl", "private"), ("file", "@file")]
    send = ground.uploader.send
    assert send(f"https://{STORE}/", file=ground.files["photo"], parts=parts) == 400
    ground.nothing()
    assert send(f"https://{STORE}/", file=ground.files["photo"], parts=parts) == 201
    (upload,) = ground.uploads("photo")
    taken = {"json": {"errors": [], "data": {"name": "t3_synth9", "id": "synth9"}}}
    ground.standin.on("www.reddit.com", "/api/submit", Answer(taken), "POST")
    form = {"kind": "image", "title": "CANARYTEXT", "url": f"https://{STORE}/{key}"}
    send("https://www.reddit.com/api/submit", form=form)
    ground.posted(upload)
    assert unknown_hosts(ground) == []


def test_a_store_that_no_pack_names_stays_closed_and_leaves_a_notice(ground: Ground) -> None:
    lease(ground, "other-store.example/CANARYPATH?CANARYQUERY")
    ground.uploader.send(
        "https://other-store.example/", file=ground.files["photo"], parts=[("file", "@file")]
    )
    ground.nothing()
    assert not [sent for sent in ground.standin.sent if sent.host == "other-store.example"]
    assert unknown_hosts(ground) == [("reddit", "other-store.example", "/api/media/asset.json")]


# TUS, by a pack of the person's ------------------------------------------------------------------------


def test_tus_with_a_part_that_breaks(ground: Ground) -> None:
    location = "https://tus.example/files/a1b2"
    exposed = {"access-control-expose-headers": "*"}

    def patched(sent: Sent) -> Answer:
        reached = int(sent.headers["upload-offset"]) + len(sent.body)
        return Answer(b"", 204, {"upload-offset": str(reached)} | exposed)

    created = Answer(b"", 201, {"location": location} | exposed)
    ground.standin.on("tus.example", "/files", created, "POST")
    ground.standin.on("tus.example", "/files/*", patched, "PATCH")
    ground.standin.on("tus.example", "/posts", Answer({"id": "p1"}), "POST")
    ground.uploader.choose("https://tus.example/", [ground.files["film"]])
    size = ground.size("film")
    named = {"upload-length": str(size), "upload-metadata": "filename Q0FOQVJZRklMTQ=="}
    assert ground.uploader.send("https://tus.example/files", headers=named) == 201

    def patch(begin: int, end: int, breaks: int = 0) -> int:
        head = {"upload-offset": str(begin), "content-type": "application/offset+octet-stream"}
        return ground.uploader.send(
            location,
            method="PATCH",
            headers=head,
            file=ground.files["film"],
            begin=begin,
            end=end,
            breaks=breaks,
        )

    assert patch(0, size // 2, breaks=size // 3) == 0
    assert patch(size // 4, size // 2) == 204
    ground.nothing()
    assert patch(size // 2, size) == 204
    (upload,) = ground.uploads("film")
    assert patch(size // 2, size) == 204
    ground.nothing()
    ground.uploader.send("https://tus.example/posts", document={"file": "a1b2"})
    ground.posted(upload)


def test_files_of_one_body_are_told_apart_by_their_ids(ground: Ground) -> None:
    """A post that names the second file alone is tied to that one; a shared id leads to all."""
    chosen = ["photo", "bare", "document"]
    names = ["s1", "s2", "s3"]
    ground.standin.on(
        "tus.example",
        "/several",
        lambda _sent: Answer({"files": [{"id": name} for name in names]}),
        "POST",
    )
    ground.standin.on("tus.example", "/posts", Answer({"id": "p2"}), "POST")

    def send() -> list[Act]:
        ground.uploader.choose("https://tus.example/", [ground.files[name] for name in chosen])
        ground.uploader.submit("https://tus.example/several", "file")
        return ground.uploads(*chosen)

    def post(*used: str) -> None:
        ground.uploader.choose("https://tus.example/", [])
        ground.uploader.send("https://tus.example/posts", document={"files": list(used)})

    first, second, third = send()
    post("s2")
    ground.posted(second)
    post("s3", "s1")
    ground.posted(first, third)
    names = ["t1", "t2"]
    uploads = send()
    post("t2")
    ground.posted(*uploads)


# And what is kept and shown of it all --------------------------------------------------------------------


def shown(ground: Ground, *words: str) -> str:
    return labormeter(ground.folder, ground.standin, *words)


def test_the_ledger_by_disclosure_says_how_many_uploads_told_what(ground: Ground) -> None:
    uploads = [act for act in ground.meter.acts() if act.activity == "upload"]
    assert uploads, "run the whole module: this looks at what the tests before it uploaded"
    rows = json.loads(shown(ground, "ledger", "--by", "disclosure", "--format", "json"))
    counted = {row["disclosure"]: row["gestures"] for row in rows}
    kinds = [each.kind for act in uploads for each in act.disclosures]
    assert counted == {kind: kinds.count(kind) for kind in set(kinds)}
    assert 0 < counted["gps"] < len(uploads)  # the bare one told nothing
    days = json.loads(
        shown(ground, "ledger", "--by", "day,platform,disclosure", "--format", "json")
    )
    assert sum(row["gestures"] for row in days) == len(kinds)
    lines = shown(ground, "acts", "--activity", "upload", "--format", "jsonl").splitlines()
    told = {line["id"]: set(line["disclosures"]) for line in map(json.loads, lines)}
    assert told == {act.id: {each.kind for each in act.disclosures} for act in uploads}


def test_nothing_that_a_file_says_is_kept(ground: Ground) -> None:
    words = {*files.CANARIES, "CANARY"}
    assert ground.meter.acts(), "nothing was counted, so nothing was proved"
    assert holders(ground.meter.home.root, words) == []
    for verb in (("acts",), ("acts", "--format", "csv"), ("ledger", "--by", "disclosure")):
        text = shown(ground, *verb)
        assert not [word for word in words if word.lower() in text.lower()]
    assert not [line for line in ground.meter.said if "CANARY" in line]
