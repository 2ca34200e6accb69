from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from labormeter.rules.glob import Globs
from labormeter.rules.index import Need, Packs, prefetched
from labormeter.rules.route import Route

if TYPE_CHECKING:
    from labormeter.model import Pairs
    from labormeter.rules.pack import Pack

WWW, API, UPLOAD = "www.sample.test", "api.sample.test", "upload.sample.test"


def need(
    packs: Packs,
    host: str,
    path: str,
    *,
    method: str = "POST",
    query: Pairs = (),
    headers: Pairs = (),
) -> Need | None:
    return packs.need(method, host, path, query, headers)


def test_a_host_that_no_pack_names_is_not_read(packs: Packs) -> None:
    assert need(packs, "www.sample.test.evil.test", "/api/graphql") is None
    assert need(packs, "sample.test", "/api/graphql") is None


def test_a_known_name_in_the_head_is_read_in_both_halves(packs: Packs) -> None:
    found = need(packs, WWW, "/api/graphql/", headers=(("x-name", "LikeMutation"),))
    assert found == Need(body=True, response=True)


def test_a_read_streams_unread(packs: Packs) -> None:
    assert need(packs, WWW, "/api/graphql", headers=(("x-name", "FeedQuery"),)) is None
    assert need(packs, WWW, "/graphql/AA/FeedSeenMutation") is None


def test_of_an_unknown_name_the_answer_alone_is_read_for_the_alarm(packs: Packs) -> None:
    assert need(packs, WWW, "/graphql/AA/NewMutation") == Need(response=True)


@pytest.mark.parametrize("name", ["useSendMessageMutation", "CometLoginMutation", "DMSend"])
def test_of_an_unknown_name_about_messages_not_even_that(packs: Packs, name: str) -> None:
    assert need(packs, WWW, "/api/graphql", headers=(("x-name", name),)) is None


def test_where_the_name_stands_in_the_body_the_body_is_read(packs: Packs) -> None:
    assert need(packs, WWW, "/api/graphql") == Need(body=True, response=True)
    assert need(packs, API, "/gql") == Need(body=True, response=True)


@pytest.mark.parametrize("method", ["GET", "OPTIONS", "HEAD", "PUT"])
def test_only_the_methods_that_a_surface_names(packs: Packs, method: str) -> None:
    found = need(packs, WWW, "/api/graphql", method=method, headers=(("x-name", "LikeMutation"),))
    assert found is None


def test_get_where_a_rule_says_so(packs: Packs) -> None:
    assert need(packs, API, "/v1/points", method="GET") == Need(response=True)
    assert need(packs, API, "/v1/points") is None


@pytest.mark.parametrize("header", ["sec-purpose", "purpose"])
def test_what_the_browser_asks_ahead_is_not_read(packs: Packs, header: str) -> None:
    headers = (("x-name", "LikeMutation"), (header, "prefetch;prerender"))
    assert need(packs, WWW, "/api/graphql", headers=headers) is None


def test_a_rule_that_the_query_rules_out_needs_nothing(packs: Packs) -> None:
    assert need(packs, UPLOAD, "/upload", query=(("command", "STATUS"),)) is None
    assert need(packs, UPLOAD, "/upload", query=(("command", "INIT"), ("category", "dm"))) is None
    assert need(packs, UPLOAD, "/upload", query=(("command", "INIT"),)) == Need(response=True)
    part = need(packs, UPLOAD, "/upload", query=(("command", "APPEND"),))
    assert part == Need(files=("media",))


def test_where_the_status_is_enough_no_body_is_read(packs: Packs, sample: Pack) -> None:
    quiet = replace(
        sample,
        rules=tuple(
            replace(rule, surface=replace(rule.surface, refused=()))
            if rule.id == "delete"
            else rule
            for rule in sample.rules
        ),
    )
    assert need(Packs((quiet,)), API, "/v1/items/5", method="DELETE") == Need()
    assert need(packs, API, "/v1/items/5", method="DELETE") == Need(response=True)


@pytest.mark.parametrize("path", ["/login", "/v1/password/x", "/direct_v2/a", "/api/graphqlbatch"])
def test_denied_paths_are_never_read_whatever_a_pack_says(sample: Pack, path: str) -> None:
    greedy = replace(
        sample,
        rules=tuple(
            replace(rule, surface=replace(rule.surface, paths=(Route.parse("/**"),)))
            for rule in sample.rules
        ),
    )
    assert need(Packs((greedy,)), API, "/anything", method="DELETE") is not None
    assert need(Packs((greedy,)), API, path, method="DELETE") is None


def test_a_denied_host_is_not_even_indexed(sample: Pack) -> None:
    bad = replace(sample, hosts=("accounts.google.com", API))
    packs = Packs((bad,))
    assert packs.pack_of("accounts.google.com") is None
    assert packs.hosts("sample") == (API,)
    added = packs.metering({"sample": [API, "mail.google.com", "www.paypal.com"]})
    assert added.every_host == {API}


def test_needs_of_two_packs_on_one_host_add_up(sample: Pack, other: Pack) -> None:
    packs = Packs((sample, other))
    assert need(packs, API, "/stars/5") == Need()
    assert need(packs, API, "/v1/post") is not None
    assert packs.pack_of(API) is other, "the first by name"


def test_what_is_switched_off_is_not_there(sample: Pack, other: Pack) -> None:
    packs = Packs((sample, other)).metering({"other": ["api.sample.test", "more.other.test"]})
    assert [pack.platform for pack in packs.platforms] == ["other"]
    assert packs.hosts("other") == ("api.sample.test", "more.other.test")
    assert need(packs, "more.other.test", "/stars/5") == Need()
    assert need(packs, "www.other.test", "/stars/5") is None
    assert need(packs, WWW, "/api/graphql") is None
    assert packs.hosts("sample") == ()


def test_packs_read_in_any_order_are_the_same(sample: Pack, other: Pack) -> None:
    packs = [sample, other, replace(other, platform="third")]
    orders = [random.Random(seed).sample(packs, 3) for seed in range(6)]  # noqa: S311 - a shuffle
    found = [
        [binding.order for binding, _ in Packs(order).find("POST", API, "/stars/5")]
        for order in orders
    ]
    assert all(each == found[0] for each in found)
    assert len(found[0]) == 2


def test_unknown_names_do_not_fill_memory(packs: Packs) -> None:
    binding = packs.find("POST", WWW, "/api/graphql")[0][0]
    for number in range(9000):
        binding.meaning(f"Invented{number}")
    assert len(binding._names) <= 4096


def test_a_path_is_shown_by_the_words_of_shipped_packs_alone(packs: Packs, sample: Pack) -> None:
    assert packs.masked("/v1/captcha/jane.doe/verify") == "/v1/captcha/*/verify"
    assert packs.masked("/jane/doe") == "/*/*"
    assert packs.masked("/" + "/".join("abcdefghijkl")).count("/") == 9
    assert packs.masked("/") == "/"
    own = Packs((replace(sample, shipped=False),))
    assert own.masked("/v1/captcha/verify") == "/*/*/*"


def test_telemetry_is_known_by_path(packs: Packs) -> None:
    assert packs.ignored(API, "/telemetry/a/b")
    assert packs.ignored(API, "/v1/timeline/x")
    assert not packs.ignored(API, "/v1/post")
    assert not packs.ignored("www.other.test", "/telemetry/a")


def test_files_are_wanted_by_part() -> None:
    found = Need(files=("file*", ""))
    assert found.wants("file1")
    assert found.wants("")
    assert not found.wants("caption")
    assert not Need().wants("")
    assert (Need(body=True) | found).files == ("file*", "")


def test_prefetch_is_said_in_a_header() -> None:
    assert prefetched((("sec-purpose", "prefetch"),))
    assert not prefetched((("sec-fetch-mode", "prefetch"), ("accept", "*/*")))


def test_rules_that_are_not_enabled_are_not_bound(packs: Packs) -> None:
    bound = {
        rule.id
        for method in ("POST", "GET", "DELETE")
        for binding, _ in packs.find(method, API, "/v1/report")
        for rule in (*binding.rules, *binding.always)
    }
    assert "report" not in bound
    assert isinstance(packs.find("POST", WWW, "/api/graphql")[0][0].roots, Globs)
