from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter import platforms
from labormeter.errors import KnownError
from labormeter.rules import load
from labormeter.rules.denied import host_denied
from labormeter.settings import Settings, Value

if TYPE_CHECKING:
    from labormeter.platforms import Choice


@dataclass(frozen=True)
class Small:
    """As much of a pack as is looked at here."""

    platform: str
    hosts: tuple[str, ...]
    ask: str = ""
    kind: str = "commercial"
    shipped: bool = True
    title: str = "T"


@dataclass(frozen=True)
class Some:
    platforms: tuple[Small, ...]


X = Small("x", ("x.com", "api.x.com"))
GOOGLE = Small("google", ("www.google.com",), ask="Every search passes through?")
OWN = Small("own", ("own.example",), shipped=False)
PRACTICE = Small("practice", ("practice.labormeter.test",), kind="practice")
PACKS = Some((X, GOOGLE, OWN, PRACTICE))
FRESH = Settings({})


def after(choice: Choice) -> Settings:
    return Settings(
        {name: list(getattr(choice, name)) for name in ("on", "off", "hosts", "agreed")}
    )


def state(packs: Some, settings: Settings, name: str) -> platforms.Standing:
    return next(one for one in platforms.standings(packs, settings) if one.platform == name)


def never(_: str) -> bool:
    return False


def test_a_fresh_home_meters_what_is_shipped_and_does_not_ask() -> None:
    assert platforms.metered(PACKS, FRESH) == {
        "x": ("x.com", "api.x.com"),
        "practice": ("practice.labormeter.test",),
    }


def test_what_asks_says_its_question_and_opens_nothing() -> None:
    found = state(PACKS, FRESH, "google")
    assert (found.state, found.hosts, found.question) == ("asks", (), GOOGLE.ask)
    assert found.waiting == GOOGLE.hosts


def test_a_pack_of_ones_own_waits_and_names_its_hosts() -> None:
    found = state(PACKS, FRESH, "own")
    assert (found.state, found.hosts) == ("waits", ())
    assert "own.example" in found.question


def test_yes_to_a_question_opens_its_hosts() -> None:
    settings = after(platforms.switched_on(PACKS, FRESH, ["google", "own"]))
    assert platforms.metered(PACKS, settings)["google"] == ("www.google.com",)
    assert platforms.metered(PACKS, settings)["own"] == ("own.example",)
    assert "x" in platforms.metered(PACKS, settings)


def test_off_holds_for_everything_and_on_takes_it_back() -> None:
    gone = after(platforms.switched_off(PACKS, FRESH, ["x", "practice"]))
    assert platforms.metered(PACKS, gone) == {}
    back = after(platforms.switched_on(PACKS, gone, ["x"]))
    assert platforms.metered(PACKS, back) == {"x": X.hosts}


def test_off_after_yes_forgets_no_yes_but_opens_nothing() -> None:
    yes = after(platforms.switched_on(PACKS, FRESH, ["google"]))
    no = after(platforms.switched_off(PACKS, yes, ["google"]))
    assert state(PACKS, no, "google").state == "off"
    assert platforms.metered(PACKS, no).get("google") is None


def test_a_host_that_an_update_brings_waits_for_a_yes() -> None:
    begun = after(platforms.settled(PACKS, FRESH))
    updated = Some((Small("x", ("x.com", "api.x.com", "new.x.com")), GOOGLE, OWN, PRACTICE))
    found = state(updated, begun, "x")
    assert found.hosts == ("x.com", "api.x.com")
    assert found.waiting == ("new.x.com",)
    agreed = after(platforms.switched_on(updated, begun, ["x"]))
    assert "new.x.com" in platforms.hosts(updated, agreed)


def test_a_platform_that_an_update_brings_waits_for_a_yes() -> None:
    begun = after(platforms.settled(PACKS, FRESH))
    updated = Some((*PACKS.platforms, Small("vk", ("vk.com",))))
    assert state(updated, begun, "vk").state == "waits"
    assert "vk.com" not in platforms.hosts(updated, begun)


def test_a_question_that_an_update_brings_is_put_although_the_hosts_are_known() -> None:
    begun = after(platforms.settled(PACKS, FRESH))
    updated = Some((Small("x", X.hosts, ask="Really?"),))
    assert state(updated, begun, "x").state == "asks"
    assert platforms.hosts(updated, begun) == ()


def test_a_host_that_a_pack_drops_is_closed() -> None:
    begun = after(platforms.settled(PACKS, FRESH))
    assert platforms.hosts(Some((Small("x", ("x.com",)),)), begun) == ("x.com",)


def test_a_pack_of_ones_own_in_the_place_of_a_shipped_one_opens_no_more_by_itself() -> None:
    begun = after(platforms.settled(PACKS, FRESH))
    mine = Some((Small("x", ("x.com", "bank.example"), shipped=False),))
    assert platforms.hosts(mine, begun) == ("x.com",)
    assert platforms.hosts(mine, FRESH) == ()


def test_a_pack_of_ones_own_that_calls_itself_practice_still_waits() -> None:
    mine = Some((Small("practice", ("bank.example",), kind="practice", shipped=False),))
    assert platforms.hosts(mine, FRESH) == ()


def test_a_host_is_added_to_its_platform_alone() -> None:
    settings = after(platforms.with_host(PACKS, FRESH, "x", " Mirror.Example. ", host_denied))
    assert platforms.metered(PACKS, settings)["x"] == ("x.com", "api.x.com", "mirror.example")
    gone = after(platforms.switched_off(PACKS, settings, ["x"]))
    assert platforms.hosts(PACKS, gone) == ("practice.labormeter.test",)


@pytest.mark.parametrize(
    "host",
    ["", "com", "*.x.com", "x.com:8443", "https://x.com", "x.com/path", "1.2.3.4", "[::1]",
     "localhost", "a b.com", "x..com", "-x.com", "x.com\nbank.example", "x.c", "é.example"],
)  # fmt: skip
def test_what_is_no_exact_name_is_refused(host: str) -> None:
    with pytest.raises(KnownError):
        platforms.with_host(PACKS, FRESH, "x", host, never)


@pytest.mark.parametrize("host", ["accounts.google.com", "www.paypal.com", "mail.google.com"])
def test_what_is_denied_is_never_added(host: str) -> None:
    with pytest.raises(KnownError, match="never opened"):
        platforms.with_host(PACKS, FRESH, "x", host, host_denied)


def test_a_host_of_another_platform_is_not_taken_from_it() -> None:
    with pytest.raises(KnownError, match="another platform"):
        platforms.with_host(PACKS, FRESH, "own", "x.com", never)


@pytest.mark.parametrize("verb", [platforms.switched_on, platforms.switched_off])
def test_an_unknown_platform_is_refused_with_those_there_are(verb: object) -> None:
    assert callable(verb)
    with pytest.raises(KnownError, match=r"no platform 'y'.*x, google"):
        verb(PACKS, FRESH, ["y"])


def test_only_what_changed_is_written() -> None:
    before = platforms.settled(PACKS, FRESH)
    changed = platforms.changes(before, platforms.switched_off(PACKS, after(before), ["x"]))
    assert changed == {"off": ["x"]}


names = st.sampled_from([pack.platform for pack in PACKS.platforms])
moves = st.lists(st.tuples(st.booleans(), st.lists(names, min_size=1)), max_size=6)


@given(moves)
def test_nothing_is_ever_opened_that_no_pack_and_no_person_named(
    steps: list[tuple[bool, list[str]]],
) -> None:
    settings = FRESH
    for switch_on, which in steps:
        verb = platforms.switched_on if switch_on else platforms.switched_off
        settings = after(verb(PACKS, settings, which))
    opened = set(platforms.hosts(PACKS, settings))
    assert opened <= {host for pack in PACKS.platforms for host in pack.hosts}
    last = {name: switch_on for switch_on, which in steps for name in which}
    asked = {name for switch_on, which in steps if switch_on for name in which}
    for pack in PACKS.platforms:
        metered = pack.platform in platforms.metered(PACKS, settings)
        if last.get(pack.platform) is False:
            assert not metered
        if pack.ask or not pack.shipped:
            assert metered <= (pack.platform in asked)


@given(st.dictionaries(st.sampled_from(["on", "off", "hosts", "agreed"]), st.lists(st.text())))
def test_settings_by_hand_never_raise(chosen: dict[str, list[str]]) -> None:
    values: dict[str, Value] = dict(chosen)
    assert isinstance(platforms.metered(PACKS, Settings(values)), dict)


def test_the_shipped_packs_open_nothing_that_is_denied() -> None:
    for name, hosts in platforms.metered(load.shipped(), FRESH).items():
        for host in hosts:
            assert not host_denied(host), (name, host)


FEDIVERSE = Small("mastodon", (), kind="commons")


def test_a_pack_without_hosts_waits_for_the_first_that_a_person_adds() -> None:
    packs = Some((X, FEDIVERSE))
    assert state(packs, FRESH, "mastodon").state == "waits"
    assert "mastodon" not in platforms.metered(packs, FRESH)
    choice = platforms.with_host(packs, FRESH, "mastodon", "social.example", never)
    assert platforms.metered(packs, after(choice))["mastodon"] == ("social.example",)
    assert platforms.metered(packs, after(choice))["x"] == X.hosts
    off = platforms.switched_off(packs, after(choice), ["mastodon"])
    assert "mastodon" not in platforms.metered(packs, after(off))


def test_yes_to_a_pack_without_hosts_opens_nothing_yet() -> None:
    packs = Some((X, FEDIVERSE))
    choice = platforms.switched_on(packs, FRESH, ["mastodon"])
    assert "mastodon" not in platforms.metered(packs, after(choice))
    added = platforms.with_host(packs, after(choice), "mastodon", "social.example", never)
    assert platforms.metered(packs, after(added))["mastodon"] == ("social.example",)
