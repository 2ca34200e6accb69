from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from labormeter.home import Home
from labormeter.ledger.keys import Keys
from labormeter.ledger.keystore import Files
from labormeter.ledger.log import Log
from labormeter.meter import Meter, Taken
from labormeter.model import SECOND, Upload, Window
from labormeter.rules.index import Packs
from labormeter.rules.load import read
from labormeter.testing import exchange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from labormeter.model import Exchange, Partner
    from labormeter.rules.pack import Pack

SAMPLE = Path(__file__).with_name("rules") / "sample.toml"
WWW, API = "https://www.sample.test", "https://api.sample.test"
DAY = 86_400 * SECOND
AT = int(datetime(2026, 6, 29, 12, tzinfo=UTC).timestamp()) * SECOND
"""Two days before a quarter ends."""
CANARY = "canary-7f3a"


@pytest.fixture
def sample() -> Pack:
    pack, _ = read(SAMPLE, shipped=True)
    assert pack is not None
    return pack


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


@pytest.fixture
def log(home: Home) -> Iterator[Log]:
    with Log.open(home, now=AT) as opened:
        yield opened


def keys(home: Home, now: int = AT) -> Keys:
    return Keys.open(home, now, stores=(Files(home.keys),))


@pytest.fixture
def meter(sample: Pack, home: Home, log: Log) -> Meter:
    return Meter(Packs((sample,)), log, keys(home))


SEVERAL = """
schema = 1
platform = "several"
title = "Several"
version = "1"
reviewed = 2026-11-25
hosts = ["several.test"]

[[rules]]
id = "files"
path = ["/files"]
activity = "upload"
confidence = "B"
evidence = ["made up"]
accepted = [{ at = "response.json | ids.*", present = true }]
made = "response.json | ids.*"
upload = ["part.file"]

[[rules.cases]]
title = "a file"
request = { method = "POST", url = "https://several.test/files", parts = [{ name = "file", filename = "a", body = "one" }] }
response = { json = { ids = ["s1"] } }
expect = [{ activity = "upload", made = "s1" }]

[[rules.cases]]
title = "refused"
request = { method = "POST", url = "https://several.test/files", parts = [{ name = "file", filename = "a", body = "one" }] }
response = { json = {} }
expect = []

[[rules]]
id = "post"
path = ["/posts"]
activity = "post"
confidence = "B"
evidence = ["made up"]
accepted = [{ at = "response.json | id", present = true }]
uses = "json | files.*"

[[rules.cases]]
title = "a post"
request = { method = "POST", url = "https://several.test/posts", json = { files = ["s1"] } }
response = { json = { id = "p1" } }
expect = [{ activity = "post" }]

[[rules.cases]]
title = "refused"
request = { method = "POST", url = "https://several.test/posts", json = { files = ["s1"] } }
response = { json = {} }
expect = []
"""


def graphql(name: str, root: str, *, item: str = "1", at: int = AT, **more: Any) -> Exchange:
    variables = json.dumps({"id": item, "token": more.pop("token", None)})
    return exchange(
        "POST",
        f"{WWW}/api/graphql",
        {"variables": variables},
        headers={"X-Name": name, "Cookie": f"uid={more.pop('actor', 'me')}"},
        answer={"data": {root: more.pop("value", {"liked": True})}},
        at=at,
        **more,
    )


def like(**changes: Any) -> Exchange:
    return graphql("LikeMutation", "item_like", **changes)


def unlike(**changes: Any) -> Exchange:
    return graphql("UnlikeMutation", "item_unlike", **changes)


def test_an_exchange_becomes_an_act_in_the_ledger(meter: Meter, log: Log) -> None:
    taken = meter.take(like())
    (act,) = taken.acts
    assert (act.activity, act.net, act.source) == ("like", 1, "wire")
    assert log.append(taken.acts) == 0, "it is there already"


def test_no_id_is_in_an_act_or_in_what_is_remembered(meter: Meter) -> None:
    board = exchange(
        "POST", f"{API}/v1/captcha/board", {}, answer={"token": CANARY, "kind": "image"}, at=AT
    )
    seen = [
        like(item=CANARY, actor=CANARY),
        graphql(
            "CommentMutation",
            "comment_create",
            item=CANARY,
            token=CANARY,
            value={"id": CANARY},
        ),
        board,
    ]
    for each in seen:
        assert CANARY not in repr(meter.take(each))
    assert CANARY not in repr(meter._state)
    assert meter._state.flows
    assert meter._state.tokens


def test_like_unlike_like_nets_to_one(meter: Meter) -> None:
    nets = [meter.take(each).acts[0].net for each in (like(), unlike(at=AT + 1), like(at=AT + 2))]
    assert nets == [1, -1, 1]


def test_an_undo_after_a_restart_finds_its_do(
    meter: Meter, sample: Pack, home: Home, log: Log
) -> None:
    meter.take(like())
    again = Meter(Packs((sample,)), log, keys(home, AT + DAY))
    assert again.take(unlike(at=AT + DAY)).acts[0].net == -1
    assert again.take(unlike(at=AT + DAY + 1)).acts[0].flags == ("unmatched",)


def test_an_undo_across_the_turn_of_a_quarter_finds_its_do(meter: Meter) -> None:
    done = meter.take(like()).acts[0]
    undone = meter.take(unlike(at=AT + 5 * DAY)).acts[0]
    assert undone.target == done.target, "under the hash of its do, though another key holds"
    assert undone.net == -1
    assert meter.take(unlike(at=AT + 6 * DAY)).acts[0].net == 0
    assert meter.take(like(at=AT + 7 * DAY)).acts[0].target != done.target


def test_a_deletion_across_the_turn_of_a_quarter_finds_what_was_made(meter: Meter) -> None:
    (done,) = meter.take(graphql("CommentMutation", "comment_create", value={"id": 5})).acts
    gone = exchange("DELETE", f"{API}/v1/items/5", status=204, answer=b"", at=AT + 5 * DAY)
    (act,) = meter.take(gone).acts
    assert (act.activity, act.net) == ("comment", -1)
    assert done.made in {act.made, act.target}


def test_a_retry_across_the_turn_of_a_quarter_is_one(meter: Meter) -> None:
    midnight = int(datetime(2026, 7, 1, tzinfo=UTC).timestamp()) * SECOND
    sent = [
        graphql("CommentMutation", "comment_create", value={"id": 5}, token="k", at=midnight + at)
        for at in (-SECOND, SECOND)
    ]
    assert [len(meter.take(each).acts) for each in sent] == [1, 0]


def test_a_flow_across_the_turn_of_a_quarter_goes_on(meter: Meter) -> None:
    midnight = int(datetime(2026, 7, 1, tzinfo=UTC).timestamp()) * SECOND
    board = exchange(
        "POST",
        f"{API}/v1/captcha/board",
        {},
        answer={"token": "c", "kind": "image"},
        at=midnight - SECOND,
    )
    solve = exchange(
        "POST", f"{API}/v1/captcha/verify", {"c": "c"}, answer='["uv","d",1]', at=midnight + SECOND
    )
    assert meter.take(board).acts == ()
    (act,) = meter.take(solve).acts
    assert act.seconds == 2 * SECOND


def test_a_post_is_linked_to_its_upload(meter: Meter) -> None:
    upload = "https://upload.sample.test/upload?command="
    for url in (f"{upload}INIT", f"{upload}FINALIZE&id=m"):
        taken = meter.take(exchange("POST", url, answer={"id": "m"}, at=AT))
    made = taken.acts[0].id
    post = meter.take(
        exchange("POST", f"{API}/v1/post", body={"media": ["m"]}, answer={"id": "p"}, at=AT)
    )
    assert [(link.act, link.upload) for link in post.links] == [(post.acts[0].id, made)]


def test_what_could_not_be_written_yet_is_counted_in(meter: Meter) -> None:
    waiting = meter.judge(like())
    undone = meter.judge(unlike(at=AT + 1), unwritten=waiting.acts)
    assert undone.acts[0].net == -1
    assert meter.keep(waiting) == 1
    assert meter.keep(undone) == 1
    assert meter.keep(undone) == 0


def test_acts_of_one_exchange_know_each_other(meter: Meter) -> None:
    sent = [{"operationName": "Follow", "variables": {"id": 1}}] * 2
    taken = meter.take(
        exchange("POST", f"{API}/gql", body=sent, answer=[{"data": {"follow": {}}}] * 2, at=AT)
    )
    assert len({act.id for act in taken.acts}) == 2


@pytest.mark.parametrize(
    ("after", "flags"), [(0, ("instrument",)), (119, ("instrument",)), (121, ())]
)
def test_a_captcha_soon_after_a_challenge_was_probably_our_doing(
    meter: Meter, after: int, flags: tuple[str, ...]
) -> None:
    meter.challenged(AT)
    at = AT + after * SECOND
    meter.take(
        exchange(
            "POST", f"{API}/v1/captcha/board", {}, answer={"token": "c", "kind": "image"}, at=at
        )
    )
    (act,) = meter.take(
        exchange("POST", f"{API}/v1/captcha/verify", {"c": "c"}, answer='["uv","d",1]', at=at)
    ).acts
    assert act.flags == flags
    assert meter.take(like(at=at)).acts[0].flags == ()


def test_practice_is_marked_as_practice(sample: Pack, home: Home, log: Log) -> None:
    practice = Meter(Packs((replace(sample, kind="practice"),)), log, keys(home))
    assert practice.take(like()).acts[0].source == "practice"
    imported = Meter(Packs((sample,)), log, keys(home), source="har")
    assert imported.take(like(at=AT + 9)).acts[0].source == "har"


def test_notices_are_kept_and_nothing_is_counted(meter: Meter) -> None:
    taken = meter.take(graphql("NextLike", "item_like"))
    assert taken.acts == ()
    assert [notice.name for notice in taken.notices] == ["NextLike"]


def test_what_is_nothing_asks_nothing_of_the_ledger(sample: Pack, home: Home) -> None:
    class Untouched:
        def __getattr__(self, name: str) -> Any:
            raise AssertionError(name)

    quiet = Meter(Packs((sample,)), Untouched(), keys(home))
    assert quiet.take(exchange("GET", f"{WWW}/")) == Taken()
    assert quiet.take(like(status=403)) == Taken()
    assert not Taken()


def test_the_same_exchanges_again_add_nothing(
    meter: Meter, sample: Pack, home: Home, log: Log
) -> None:
    seen = [like(), unlike(at=AT + 1), like(at=AT + 2)]
    for each in seen:
        meter.take(each)
    again = Meter(Packs((sample,)), log, keys(home))
    assert [again.keep(again.judge(each)) for each in seen] == [0, 0, 0]


def test_where_the_ledger_raised_the_exchange_may_be_judged_again(
    sample: Pack, home: Home, log: Log
) -> None:
    class Stuck:
        """A ledger that cannot be asked the first time."""

        def __init__(self) -> None:
            self.tries = 0

        def partner(self, *asked: Any) -> Partner:
            self.tries += 1
            if self.tries == 1:
                raise TimeoutError("locked")
            return log.partner(*asked)

        def append(self, *given: Any) -> int:
            return log.append(*given)

        def uploads_made(self, marks: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
            return log.uploads_made(marks)

    stuck = Meter(Packs((sample,)), Stuck(), keys(home))
    seen = like(token="k")
    with pytest.raises(TimeoutError, match="locked"):
        stuck.judge(seen)
    assert len(stuck.take(seen).acts) == 1


def test_a_post_is_linked_to_an_upload_that_is_not_written_yet(meter: Meter) -> None:
    upload = "https://upload.sample.test/upload?command="
    for url in (f"{upload}INIT", f"{upload}FINALIZE&id=m"):
        waiting = meter.judge(exchange("POST", url, answer={"id": "m"}, at=AT))
    seen = exchange("POST", f"{API}/v1/post", body={"media": ["m"]}, answer={"id": "p"}, at=AT)
    assert [link.upload for link in meter.judge(seen, unwritten=waiting.acts).links] == [
        waiting.acts[0].id
    ]


def test_a_post_that_names_a_further_id_uses_the_files_of_that_body(
    home: Home, log: Log, tmp_path: Path
) -> None:
    pack = tmp_path / "several.toml"
    pack.write_text(SEVERAL)
    several, faults = read(pack, shipped=True)
    assert several is not None, faults
    meter = Meter(Packs((several,)), log, keys(home))
    window = Window(b"\x89PNG\r\n\x1a\n", b"", 8)

    def send(count: int, *ids: str, at: int) -> list[str]:
        seen = exchange("POST", "https://several.test/files", answer={"ids": ids}, at=at)
        files = tuple(Upload("file", "image/png", window) for _ in range(count))
        return [act.id for act in meter.take(replace(seen, uploads=files)).acts]

    def used(*ids: str, at: int) -> set[str]:
        seen = exchange(
            "POST", "https://several.test/posts", body={"files": ids}, answer={"id": "p"}, at=at
        )
        return {link.upload for link in meter.take(seen).links}

    first, second = send(2, "a", "b", at=AT)
    assert used("b", at=AT + 1) == {second}
    assert used("a", at=AT + 2) == {first}
    three = send(3, "c", "d", at=AT + 3)
    assert used("d", at=AT + 4) == used("c", at=AT + 5) == set(three)
    (alone,) = send(1, "e", "f", at=AT + 6)
    assert used("f", at=AT + 7) == {alone}
    assert meter._state.names
    assert all(len(name) == 32 for name in meter._state.names)


def test_a_date_in_a_file_does_not_turn_the_keys(sample: Pack, home: Home, log: Log) -> None:
    marks = keys(home)
    before = marks.mark("sample", "id", "1", AT)
    far = AT + 40_000 * DAY
    imported = Meter(Packs((sample,)), log, marks, source="har", now=AT)
    assert imported.take(like(at=far)).acts[0].target == before
    assert marks.mark("sample", "id", "1", AT) == before
