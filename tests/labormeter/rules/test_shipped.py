"""The packs that come with the program: their cases, and what none of them may ever count.

Each case is run alone and with all packs on. Then every exchange of every case is spoilt in ways
that must leave nothing to count: as a preflight, unanswered, refused, answered by an empty page.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest

from labormeter.rules.case import exchanges
from labormeter.rules.check import Run, compare, run
from labormeter.rules.denied import host_denied
from labormeter.rules.index import Packs
from labormeter.rules.load import load
from labormeter.rules.pack import SEND

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.model import Exchange, Response
    from labormeter.rules.pack import Case, Pack

PACKS, FAULTS = load(None)
EXPECTED: Final = frozenset(
    (
        "facebook",
        "instagram",
        "threads",
        "x",
        "youtube",
        "tiktok",
        "reddit",
        "recaptcha",
        "recaptcha-google",
        "hcaptcha",
        "arkose",
        "linkedin",
        "pinterest",
        "twitch",
        "discord",
        "amazon",
        "bing",
        "google",
        "bluesky",
        "mastodon",
        "tumblr",
        "vk",
        "quora",
        "stackexchange",
        "wikipedia",
        "openstreetmap",
        "uber",
        "airbnb",
        "tripadvisor",
        "yelp",
        "geetest",
        "awswaf",
        "yandex",
    )
)
REVERSIBLE: Final = frozenset(("like", "dislike", "share", "save", "follow", "post", "comment"))
NO_UNDO_SEEN: Final = frozenset(
    {
        ("tiktok", "post"),
        ("youtube", "post"),
        ("linkedin", "share"),
        ("twitch", "comment"),
        ("discord", "follow"),
        ("quora", "like"),
        ("quora", "dislike"),
        ("wikipedia", "post"),
        ("wikipedia", "comment"),
        ("wikipedia", "like"),
        ("openstreetmap", "comment"),
    }
)
"""How it is taken back there was not seen, or cannot be; a candidate rule says what is wanted."""
SDUI: Final = ("react", "unreact", "comment", "repost", "follow", "unfollow", "connect")
TAKEN_ON_STATUS: Final = frozenset(
    {
        *("youtube:upload", "reddit:unfollow-user"),
        *(f"linkedin:{rule}" for rule in SDUI),
        *("linkedin:follow-company", "linkedin:unfollow-company", "linkedin:unfollow-older"),
        *("linkedin:connect-voyager", "linkedin:disconnect", "linkedin:upload"),
        *("bluesky:save", "bluesky:unsave", "pinterest:upload", "discord:upload"),
        *("google:upload", "amazon:captcha", "openstreetmap:create-element"),
    }
)
"""Their answers are empty or a stream without a word of it, and the clients that speak to them look
at the status alone; Google says it in a header, Amazon by any page that is not the captcha, and
OpenStreetMap by a number, of which a part is a number too."""

TAKEN_BY_REDIRECT: Final = frozenset(
    {"openstreetmap:diary", "openstreetmap:report", "wikipedia:edit-form"}
)
"""Forms of the old kind: a redirect says that they were taken, a page that they were not."""

each_pack = pytest.mark.parametrize(
    "pack", PACKS.platforms, ids=[pack.platform for pack in PACKS.platforms]
)


def test_all_packs_are_there_and_without_fault() -> None:
    assert [str(fault) for fault in FAULTS] == []
    assert {pack.platform for pack in PACKS.platforms} >= EXPECTED


@each_pack
def test_its_cases_hold_where_it_stands_alone(pack: Pack) -> None:
    assert _wrong(pack, Packs((pack,))) == []


@each_pack
def test_its_cases_hold_where_all_packs_are_on(pack: Pack) -> None:
    """Two packs may share a host; neither counts what is the other's, nor notices it."""
    assert _wrong(pack, PACKS) == []


def _wrong(pack: Pack, packs: Packs) -> list[str]:
    """Return what is wrong with the cases of a pack's enabled rules."""
    return [
        f"{rule.id}: {case.title}: {wrong}"
        for rule in pack.rules
        if rule.enabled
        for case in rule.cases
        if (wrong := compare(_own(pack, case, run(packs, list(exchanges(case)))), case))
    ]


def _own(pack: Pack, case: Case, found: Run) -> Run:
    """Where a case counts nothing, another pack on the same host may count it as its own."""
    if case.expect:
        return found
    acts = tuple(act for act in found.acts if act.rule.startswith(f"{pack.platform}:"))
    return replace(found, acts=acts)


def _spoilt(pack: Pack, spoil: Callable[[Exchange], Exchange]) -> set[str]:
    """Spoil every exchange of every case, and return the rules that count something still."""
    packs = Packs((pack,))
    return {
        act.rule
        for rule in pack.rules
        for case in rule.cases
        for act in run(packs, [spoil(each) for each in exchanges(case)]).acts
    }


@each_pack
@pytest.mark.parametrize("method", ["OPTIONS", "HEAD"])
def test_a_preflight_never_counts(pack: Pack, method: str) -> None:
    assert not _spoilt(
        pack, lambda each: replace(each, request=replace(each.request, method=method))
    )


@each_pack
@pytest.mark.parametrize("header", ["sec-purpose", "purpose"])
def test_what_is_fetched_ahead_never_counts(pack: Pack, header: str) -> None:
    def ahead(each: Exchange) -> Exchange:
        headers = (*each.request.headers, (header, "prefetch"))
        return replace(each, request=replace(each.request, headers=headers))

    assert not _spoilt(pack, ahead)


@each_pack
def test_what_is_never_answered_never_counts(pack: Pack) -> None:
    assert not _spoilt(_answered(pack), lambda each: replace(each, response=None))


@each_pack
@pytest.mark.parametrize("status", [302, 401, 403, 404, 429, 500, 503])
def test_an_error_status_never_counts(pack: Pack, status: int) -> None:
    found = _spoilt(
        _answered(pack), lambda each: replace(each, response=_answer(each, status=status))
    )
    assert found <= (TAKEN_BY_REDIRECT if status == 302 else frozenset())


@each_pack
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b""),
        ("text/html", b"<!DOCTYPE html><html><body>Log in</body></html>"),
        ("text/plain", b"blocked"),
        ("application/json", b"null"),
        ("application/json", b"[]"),
        ("application/octet-stream", b"\x00\x01\x02"),
    ],
    ids=["nothing", "a page", "words", "null", "an empty list", "bytes"],
)
def test_an_answer_that_says_nothing_never_counts(pack: Pack, kind: str, body: bytes) -> None:
    """HTTP 200 proves nothing: it may be the shell of an app, a block page, or empty."""

    def empty(each: Exchange) -> Exchange:
        headers = (("content-type", kind),)  # under 200: a 204 without a body says what it says
        return replace(each, response=_answer(each, status=200, headers=headers, body=body))

    assert _spoilt(_answered(pack), empty) <= TAKEN_ON_STATUS


def _answered(pack: Pack) -> Pack:
    """Return a pack without its rules on frames of a websocket, which nothing ever answers."""
    rules = tuple(rule for rule in pack.rules if rule.surface.methods != {SEND})
    return replace(pack, rules=rules)


def _answer(each: Exchange, **changes: Any) -> Response | None:
    return each.response and replace(each.response, **changes)


@each_pack
def test_an_answer_whose_fields_are_all_null_never_counts(pack: Pack) -> None:
    """A query language answers what it refuses in its own shape, with nothing in it."""

    def nothing(each: Exchange) -> Exchange:
        body = ((each.response.body or b"") if each.response else b"").removeprefix(b"for (;;);")
        answer = json.loads(body.splitlines()[0]) if body.startswith(b"{") else {}
        for holder in (answer, answer.get("value"), answer.get("data")):
            if isinstance(holder, dict) and isinstance(holder.get("data"), dict):
                holder["data"] = dict.fromkeys(holder["data"])
        return replace(each, response=_answer(each, body=json.dumps(answer).encode()))

    asked = [rule for rule in pack.rules if rule.surface.roots is not None]
    assert _spoilt(replace(pack, rules=tuple(asked)), nothing) <= TAKEN_ON_STATUS


@each_pack
def test_an_answer_cut_short_never_counts(pack: Pack) -> None:
    def cut(each: Exchange) -> Exchange:
        body = (each.response.body or b"") if each.response else b""
        cut_off = _answer(each, status=200, body=body[: len(body) // 3], truncated=True)
        return replace(each, response=cut_off)

    assert _spoilt(_answered(pack), cut) <= TAKEN_ON_STATUS


@each_pack
def test_a_host_that_only_looks_alike_never_counts(pack: Pack) -> None:
    for change in ("evil-{}", "evil.{}", "{}.evil.example"):

        def elsewhere(each: Exchange, change: str = change) -> Exchange:
            host = change.format(each.request.host)
            return replace(each, request=replace(each.request, host=host))

        assert not _spoilt(pack, elsewhere)


def test_every_exception_above_is_still_needed() -> None:
    rules = {f"{pack.platform}:{rule.id}" for pack in PACKS.platforms for rule in pack.rules}
    assert rules >= TAKEN_ON_STATUS | TAKEN_BY_REDIRECT


@each_pack
def test_no_host_is_denied_and_none_is_a_pattern(pack: Pack) -> None:
    assert [host for host in pack.hosts if host_denied(host) or "*" in host] == []


def test_google_search_is_opened_only_after_its_question() -> None:
    naming = [pack for pack in PACKS.platforms if "www.google.com" in pack.hosts]
    assert [pack.platform for pack in naming] == ["recaptcha-google"]
    assert naming[0].counts_as == "recaptcha"
    assert naming[0].ask == (
        "Counts Google captchas; every Google search then passes through this program and "
        "may bring more captchas."
    )
    assert not PACKS.by_platform["recaptcha"].ask


@each_pack
def test_what_is_counted_can_be_taken_back(pack: Pack) -> None:
    """Where something is done and its undoing is not known, the net would only ever grow."""
    rules = [rule for rule in pack.rules if rule.enabled]
    done = {rule.activity for rule in rules if rule.effect == "do"} & REVERSIBLE
    undone = {name for rule in rules if rule.effect == "undo" for name in rule.undoes}
    missing = {name for name in done - undone if (pack.platform, name) not in NO_UNDO_SEEN}
    assert pack.kind == "practice" or not missing


@each_pack
def test_memory_stays_a_candidate(pack: Pack) -> None:
    for rule in pack.rules:
        assert rule.evidence, rule.id
        assert rule.confidence != "C" or (not rule.enabled and rule.wanted), rule.id


@each_pack
def test_no_rule_rests_on_an_id_that_rotates(pack: Pack) -> None:
    """Documents and queries get new ids within a month; names and roots are matched instead."""
    for rule in pack.rules:
        for predicate in (*rule.where, *rule.accepted, *rule.refused):
            for word in ("doc_id", "queryId", "sha256Hash", "queryHash"):
                assert word not in predicate.text, f"{rule.id}: {predicate.text}"
