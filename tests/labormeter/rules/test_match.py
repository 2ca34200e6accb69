from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import Exchange, Request, Response
from labormeter.rules.index import Packs
from labormeter.rules.match import NOTHING, match
from labormeter.testing import exchange

if TYPE_CHECKING:
    from labormeter.rules.pack import Pack

WWW, API = "https://www.sample.test", "https://api.sample.test"
GRAPHQL = f"{WWW}/api/graphql"


def like(answer: object, *, name: str = "LikeMutation", **changes: Any) -> Exchange:
    return exchange(
        "POST",
        GRAPHQL,
        {"variables": '{"id":"1"}'},
        headers={"X-Name": name, "Cookie": "uid=me"},
        answer=answer,  # type: ignore[arg-type]
        **changes,
    )


TAKEN = {"data": {"item_like": {"liked": True}}}


def test_both_halves_make_a_candidate(packs: Packs) -> None:
    found = match(packs, like(TAKEN))
    assert found.notices == ()
    (candidate,) = found.candidates
    assert candidate.platform == "sample"
    assert (candidate.activity, candidate.effect, candidate.outcome) == ("like", "do", "accepted")
    assert (candidate.rule, candidate.pack) == ("sample:like", "7")
    assert (candidate.target, candidate.actor) == ("1", "me")
    assert candidate.switches == ("dislike",)


@pytest.mark.parametrize(
    ("answer", "status", "outcome"),
    [
        ({"errors": [{"code": 1}], **TAKEN}, 200, "refused"),
        ({"errors": [], **TAKEN}, 200, "accepted"),
        ({"data": {"item_like": None}}, 200, "refused"),
        ({"data": {"item_like": {"liked": False}}}, 200, "refused"),
        ({}, 200, "refused"),
        (b"", 200, "refused"),
        (b"<html>", 200, "refused"),
        (TAKEN, 302, "refused"),
        (TAKEN, 403, "refused"),
        (TAKEN, 503, "unanswered"),
        (TAKEN, None, "unanswered"),
        (TAKEN, 201, "accepted"),
    ],
)
def test_a_200_proves_nothing(
    packs: Packs, answer: object, status: int | None, outcome: str
) -> None:
    (candidate,) = match(packs, like(answer, status=status)).candidates
    assert candidate.outcome == outcome


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_reads_and_preflights_make_nothing(packs: Packs, method: str) -> None:
    seen = like(TAKEN)
    assert match(packs, replace(seen, request=replace(seen.request, method=method))) == NOTHING


def test_what_is_asked_ahead_makes_nothing(packs: Packs) -> None:
    seen = like(TAKEN)
    headers = (*seen.request.headers, ("sec-purpose", "prefetch"))
    assert match(packs, replace(seen, request=replace(seen.request, headers=headers))) == NOTHING


# drift: exactly one half is known


def reasons(packs: Packs, seen: Exchange) -> list[tuple[str, str]]:
    found = match(packs, seen)
    assert not any(each.outcome == "accepted" for each in found.candidates)
    return [(notice.reason, notice.name) for notice in found.notices]


def test_a_new_name_with_a_known_root_is_noticed(packs: Packs) -> None:
    assert reasons(packs, like(TAKEN, name="NextLike")) == [("unknown-name", "NextLike")]


def test_a_known_name_with_a_new_root_is_noticed(packs: Packs) -> None:
    answer = {"data": {"next_like": dict[str, object]()}}
    assert reasons(packs, like(answer)) == [("unknown-answer", "LikeMutation")]


@pytest.mark.parametrize(
    ("name", "answer", "status"),
    [
        ("NextLike", {"data": {"next_like": {}}}, 200),
        ("NextLike", {"data": {"item_like": None}}, 200),
        ("NextLike", {"errors": [1], **TAKEN}, 200),
        ("NextLike", TAKEN, 500),
        ("NextLike", TAKEN, None),
        ("FeedQuery", TAKEN, 200),
        ("LikeMutation", {"errors": [1], "data": {"next_like": {}}}, 200),
        ("LikeMutation", {"data": {"item_like": {}}}, 200),
        ("LikeMutation", {"data": {"item_like": None, "next": None}}, 200),
        ("LikeMutation", {"data": {"next_like": {}}}, 500),
        ("LikeMutation", "<html>", 200),
        ("CommentMutation", {"data": {"next_comment": {}}}, 200),
    ],
)
def test_neither_half_or_a_refusal_is_not_noticed(
    packs: Packs, name: str, answer: object, status: int | None
) -> None:
    assert reasons(packs, like(answer, name=name, status=status)) == []


@pytest.mark.parametrize("name", ["a name with words", "x", "a" * 90, "jané", "a-b", "a.b"])
def test_only_a_declared_name_is_kept(packs: Packs, name: str) -> None:
    assert reasons(packs, like(TAKEN, name=name)) == [("unknown-name", "/api/graphql")]


def test_a_stranger_s_pack_keeps_no_names_that_the_page_could_choose(sample: Pack) -> None:
    own = Packs((replace(sample, shipped=False),))
    assert reasons(own, like(TAKEN, name="JaneDoe")) == [("unknown-name", "/*/*")]
    answer = {"data": {"next_like": dict[str, object]()}}
    assert reasons(own, like(answer)) == [("unknown-answer", "LikeMutation")]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_an_unknown_write_is_noticed_from_its_head_and_masked(packs: Packs, method: str) -> None:
    seen = exchange(method, f"{API}/v2/jane.doe/captcha?q=secret", status=204, answer=b"")
    unread = replace(
        seen, request=replace(seen.request, body=None), response=Response(status=204, body=None)
    )
    assert reasons(packs, unread) == [("unknown-write", "/*/*/captcha")]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v2/x", 200),
        ("POST", "/v2/x", 403),
        ("POST", "/v2/x", None),
        ("POST", "/telemetry/x", 200),
        ("POST", "/v1/timeline/x", 200),
        ("POST", "/v2/login", 200),
        ("POST", "/v2/password/x", 200),
        ("POST", "/v1/post", 200),
    ],
)
def test_other_requests_are_not_noticed(
    packs: Packs, method: str, path: str, status: int | None
) -> None:
    assert reasons(packs, exchange(method, API + path, status=status, answer={})) == []


def test_on_a_host_of_no_pack_nothing_is_noticed(packs: Packs) -> None:
    assert match(packs, exchange("POST", "https://elsewhere.test/x")) == NOTHING


def test_an_answer_that_was_too_large_is_noticed(packs: Packs) -> None:
    seen = like(b'{"data":')
    assert seen.response is not None
    cut = replace(seen, response=replace(seen.response, truncated=True))
    assert reasons(packs, cut) == [("too-large", "LikeMutation")]


# several operations in one request


def test_a_batch_is_paired_item_by_item(packs: Packs) -> None:
    sent = [{"operationName": "Follow", "variables": {"id": number}} for number in (1, 2, 3)] + [
        {"operationName": "FeedQuery"},
        {"operationName": "NextFollow"},
        7,
    ]
    got = [
        {"data": {"follow": {}}},
        {"errors": [1], "data": {"follow": {}}},
        {"data": {"follow": {}}},
        {"data": {"follow": {}}},
        {"data": {"follow": {}}},
    ]
    found = match(packs, exchange("POST", f"{API}/gql", body=sent, answer=got))
    assert [(each.target, each.outcome) for each in found.candidates] == [
        ("1", "accepted"),
        ("2", "refused"),
        ("3", "accepted"),
    ]
    assert [each.sequence for each in found.candidates] == [0, 1, 2]
    assert [notice.name for notice in found.notices] == ["NextFollow"]


def test_a_batch_with_fewer_answers_counts_what_was_answered(packs: Packs) -> None:
    sent = [{"operationName": "Follow", "variables": {"id": number}} for number in (1, 2)]
    found = match(
        packs, exchange("POST", f"{API}/gql", body=sent, answer=[{"data": {"follow": {}}}])
    )
    assert [each.outcome for each in found.candidates] == ["accepted", "refused"]


def test_a_batch_is_bounded(packs: Packs) -> None:
    sent = [{"operationName": "Follow", "variables": {"id": 1}}] * 5000
    found = match(packs, exchange("POST", f"{API}/gql", body=sent, answer={}))
    assert len(found.candidates) == 512


def test_each_element_of_a_list_is_judged_by_itself(packs: Packs) -> None:
    sent = {"writes": [{"kind": "a#share", "subject": "s1"}, {"kind": "x"}, {"kind": "#share"}]}
    got = {"results": [{"uri": "at://a/1"}, {"uri": "at://a/2"}]}
    found = match(packs, exchange("POST", f"{API}/v1/writes", body=sent, answer=got))
    assert [(each.target, each.made, each.outcome) for each in found.candidates] == [
        ("s1", "1", "accepted"),
        (None, None, "refused"),
    ]


def test_of_two_rules_the_first_that_accepts_counts_and_an_upload_beside_it(sample: Pack) -> None:
    rules = {rule.id: rule for rule in sample.rules}
    post = rules["post"]
    both = (
        replace(post, id="first", accepted=()),
        replace(post, id="second", accepted=()),
        replace(rules["photo"], surface=post.surface, accepted=()),
    )
    found = match(
        Packs((replace(sample, rules=both),)),
        exchange("POST", f"{API}/v1/post", body={}, answer={"id": 1}),
    )
    assert [each.rule for each in found.candidates] == ["sample:first", "sample:photo"]


def test_rules_are_told_apart_by_the_answer(sample: Pack) -> None:
    rules = {rule.id: rule for rule in sample.rules}
    one = replace(rules["like"], id="one")
    two = replace(rules["like"], id="two", activity="dislike", accepted=(), roots=one.roots)
    packs = Packs((replace(sample, rules=(one, two)),))
    liked = match(packs, like(TAKEN)).candidates
    other = match(packs, like({"data": {"item_like": {"liked": False}}})).candidates
    assert [each.activity for each in liked] == ["like"]
    assert [(each.activity, each.outcome) for each in other] == [("dislike", "accepted")]


def test_two_packs_on_one_host_both_judge(sample: Pack, other: Pack) -> None:
    found = match(Packs((sample, other)), exchange("POST", f"{API}/stars/5"))
    assert [each.platform for each in found.candidates] == ["other"]


def test_a_frame_that_the_client_sends_needs_no_answer(packs: Packs) -> None:
    seen = exchange("SEND", f"{API}/", body="@client-nonce=n PRIVMSG #c :synthetic", status=None)
    (candidate,) = match(packs, seen).candidates
    assert (candidate.target, candidate.token, candidate.outcome) == ("c", "n", "accepted")
    assert match(packs, exchange("SEND", f"{API}/", body="PONG", status=None)) == NOTHING


# whatever comes

HOSTS = st.sampled_from(["www.sample.test", "api.sample.test", "upload.sample.test"])
KNOWN = "/api/graphql /graphql/a/LikeMutation /gql /v1/writes /v1/captcha/verify /upload /v1/post"
PATHS = st.sampled_from([*KNOWN.split(), "/v1/photo", "/v1/points", "/v1/items/5", "/"]) | st.text()
PAIRS = st.lists(
    st.tuples(
        st.sampled_from(["x-name", "cookie", "content-type", "command", "id", "segment"])
        | st.text(),
        st.sampled_from(["LikeMutation", "INIT", "multipart/form-data; boundary=b"]) | st.text(),
    ),
    max_size=5,
).map(tuple)
BODY = (
    st.none()
    | st.binary()
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).map(lambda value: json.dumps(value).encode())
    | st.sampled_from([b"[" * 100_000, b'{"a":' * 50_000, b"variables=" + b"%5B" * 30_000])
)


@given(
    host=HOSTS,
    path=PATHS,
    method=st.sampled_from(["GET", "POST", "DELETE", "PUT", "SEND", "OPTIONS"]),
    query=PAIRS,
    headers=PAIRS,
    sent=BODY,
    got=BODY,
    status=st.none() | st.integers(0, 999),
    cut=st.booleans(),
)
def test_nothing_raises_out_of_match_or_need(packs: Packs, **drawn: Any) -> None:
    request = Request(
        method=drawn["method"],
        host=drawn["host"],
        path=drawn["path"],
        query=drawn["query"],
        headers=drawn["headers"],
        body=drawn["sent"],
        truncated=drawn["cut"],
    )
    response = drawn["status"] and Response(
        status=drawn["status"], headers=drawn["headers"], body=drawn["got"], truncated=drawn["cut"]
    )
    seen = Exchange(request=request, response=response or None, started_at=1, finished_at=2)
    packs.need(request.method, request.host, request.path, request.query, request.headers)
    found = match(packs, seen)
    assert len(found.candidates) <= 1024


@given(sent=st.binary(), got=st.binary())
def test_random_bytes_count_nothing(packs: Packs, sent: bytes, got: bytes) -> None:
    seen = like(got)
    random = replace(seen, request=replace(seen.request, body=sent))
    assert not any(each.outcome == "accepted" for each in match(packs, random).candidates)
