from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from labormeter.model import SECOND, Upload, Window
from labormeter.rules.index import Packs
from labormeter.rules.match import match
from labormeter.rules.reader import Reader
from labormeter.testing import NOON, exchange

if TYPE_CHECKING:
    from labormeter.model import Candidate
    from labormeter.rules.pack import Pack

API = "https://api.sample.test"


def made(sample: Pack, changes: dict[str, Any], **seen: Any) -> Candidate:
    """Return what the rule `post`, changed, makes of an exchange."""
    rules = {rule.id: rule for rule in sample.rules}
    rule = replace(rules["post"], accepted=(), **changes)
    packs = Packs((replace(sample, rules=(rule,)),))
    usual = {"body": {}, "answer": {"id": 1}, **seen}
    (candidate,) = match(packs, exchange("POST", f"{API}/v1/post", **usual)).candidates
    return candidate


@pytest.mark.parametrize(
    ("value", "quantity", "outcome"),
    [
        (3, 3, "accepted"),
        ("2", 2, "accepted"),
        (0, 0, "refused"),
        (-1, 0, "refused"),
        (None, 0, "refused"),
        (10**30, 0, "refused"),
        ("x", 0, "refused"),
    ],
)
def test_a_quantity_that_is_none_counts_nothing(
    sample: Pack, value: object, quantity: int, outcome: str
) -> None:
    found = made(sample, {"quantity": Reader.parse("json | n")}, body={"n": value})
    assert (found.quantity, found.outcome) == (quantity, outcome)


@pytest.mark.parametrize(
    ("value", "seconds"), [(5200, 5_200_000), (-1, None), (10**12, None), ("x", None)]
)
def test_a_duration_that_cannot_be_is_none(
    sample: Pack, value: object, seconds: int | None
) -> None:
    reader = Reader.parse("json | ms | milliseconds")
    assert made(sample, {"seconds": reader}, body={"ms": value}).seconds == seconds


def test_what_it_uses_is_bounded(sample: Pack) -> None:
    found = made(sample, {}, body={"media": [str(number) for number in range(500)]})
    assert len(found.uses) == 32


def test_an_undo_by_what_was_made_names_no_target(sample: Pack) -> None:
    changes = {"by": "made", "effect": "undo", "target": Reader.parse("json | id"), "made": None}
    found = made(sample, changes, body={"id": 7})
    assert (found.target, found.made) == (None, "7")


def test_only_the_files_that_the_rule_names_are_its_uploads(packs: Packs) -> None:
    files = tuple(
        Upload(part, "", Window(b"", b"", 0)) for part in ("file1", "avatar", "file2", "")
    )
    seen = exchange("POST", f"{API}/v1/photo", body={}, answer={"ids": [1]}, uploads=files)
    (found,) = match(packs, seen).candidates
    assert [upload.part for upload in found.uploads] == ["file1", "file2"]
    assert found.quantity == 2


def test_an_opening_is_when_its_answer_came_and_all_else_when_it_was_sent(packs: Packs) -> None:
    board = exchange(
        "POST", f"{API}/v1/captcha/board", body={}, answer={"token": "c", "kind": "image"}
    )
    solve = exchange("POST", f"{API}/v1/captcha/verify", {"c": "c"}, answer='["uv","d",1]')
    for seen, at in ((board, NOON + SECOND), (solve, NOON)):
        (found,) = match(packs, replace(seen, finished_at=NOON + SECOND)).candidates
        assert found.at == at


def test_an_opening_may_know_only_its_next_key(packs: Packs) -> None:
    board = exchange(
        "POST", f"{API}/v1/captcha/board", body={}, answer={"token": "c", "kind": "image"}
    )
    (found,) = match(packs, board).candidates
    assert found.step is not None
    assert (found.step.key, found.step.next_key) == ("c", None)


def test_numbers_of_parts_and_offsets(packs: Packs) -> None:
    url = "https://upload.sample.test/upload?command=APPEND&id=m&segment="
    for text, index in (("2", 2), ("-1", None), ("x", None)):
        (found,) = match(packs, exchange("POST", url + text)).candidates
        assert found.step is not None
        assert found.step.index == index


def test_a_pack_may_count_as_another_platform(sample: Pack) -> None:
    assert made(replace(sample, counts_as="vendor"), {}).platform == "vendor"
    assert made(replace(sample, counts_as="vendor"), {}).rule == "sample:post"


@pytest.mark.parametrize(
    ("begin", "end", "seconds"),
    [("0,20", "10,25", 15_000_000), ("0", "0", 0), ("9", "3", None), ("", "4", 4_000_000)],
)
def test_seconds_since_other_seconds_are_what_lies_between(
    sample: Pack, begin: str, end: str, seconds: int | None
) -> None:
    readers = {
        "seconds": Reader.parse("json | end | split , | seconds"),
        "since": Reader.parse("json | begin | split , | seconds"),
    }
    assert made(sample, readers, body={"begin": begin, "end": end}).seconds == seconds
