from __future__ import annotations

from typing import Any

import pytest

from labormeter.rules import load
from labormeter.rules.index import Packs
from labormeter.rules.match import match
from labormeter.testing import exchange

KNOWN = "reddit-uploaded-media.s3-accelerate.amazonaws.com"


def hosts(answer: Any, packs: Packs | None = None, status: int = 200) -> list[str]:
    """Return the hosts of which Reddit's lease leaves a notice."""
    seen = exchange(
        "POST",
        "https://oauth.reddit.com/api/media/asset.json",
        {"filepath": "CANARYNAME.jpg", "mimetype": "image/jpeg"},
        status=status,
        answer=answer,
    )
    matched = match(packs or load.shipped(), seen)
    assert not matched.candidates
    assert {notice.reason for notice in matched.notices} <= {"unknown-host"}
    assert "CANARY" not in repr(matched.notices)
    return [notice.host for notice in matched.notices]


def test_a_store_that_the_pack_names_is_nothing_new() -> None:
    assert hosts({"args": {"action": f"//{KNOWN}"}}) == []
    assert hosts({"args": {"action": f"https://{KNOWN.upper()}:443/x?CANARY=1"}}) == []


def test_another_store_leaves_a_notice_that_names_it_and_nothing_else() -> None:
    assert hosts({"args": {"action": "//new-store.example/CANARYPATH"}}) == ["new-store.example"]
    assert hosts({"args": {"action": "https://u-123456789.new.example?CANARY"}}) == [
        "*.new.example"
    ]


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"args": None},
        {"args": {"action": ""}},
        {"args": {"action": "/upload"}},
        {"args": {"action": "javascript:CANARY"}},
        {"args": {"action": ["CANARY", 7, None]}},
        {"args": {"action": "https://accounts.google.com/x"}},
        b"\xff\xfe",
        [],
    ],
)
def test_what_names_no_host_or_one_that_is_never_opened_leaves_nothing(answer: Any) -> None:
    assert hosts(answer) == []


def test_a_lease_that_is_refused_leaves_nothing() -> None:
    assert hosts({"args": {"action": "//new-store.example"}}, status=403) == []


def test_a_store_that_the_person_added_is_served_by_the_rule_of_the_store() -> None:
    shipped = load.shipped()
    named = (*shipped.by_platform["reddit"].hosts, "new-store.example")
    packs = shipped.metering({"reddit": named})
    assert hosts({"args": {"action": "//new-store.example"}}, packs) == []
    need = packs.need("POST", "new-store.example", "/", (), ())
    assert need is not None
    assert need.wants("file")
    assert shipped.need("POST", "www.reddit.com", "/", (), ()) is None


def test_the_name_of_a_lease_decides_on_a_surface_of_many_operations() -> None:
    def asked(operation: str) -> list[str]:
        answer = {
            "data": {"createMediaUploadLease": {"uploadLease": {"uploadLeaseUrl": "//a.example"}}}
        }
        seen = exchange(
            "POST",
            "https://www.reddit.com/svc/shreddit/graphql",
            body={"operation": operation},
            answer=answer,
        )
        return [notice.host for notice in match(load.shipped(), seen).notices]

    assert asked("CreateMediaUploadLease") == ["a.example"]
    assert asked("GetInboxCount") == []
