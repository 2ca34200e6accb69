"""Files from others: each is refused with a sentence, and none of its words is repeated."""

import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.exports import hostile
from labormeter.exports.document import canonical, read, write
from labormeter.sentence import parts

from .sample import TODAY, document

CARD = write(document("room"))


def sentence(data: bytes, *, own: bool = False) -> str:
    with pytest.raises(KnownError) as error:
        read(data, today=TODAY, own=own)
    return str(error.value)


def changed(change: Callable[[Any], object]) -> bytes:
    package = json.loads(CARD)
    change(package)
    return canonical(package)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe{}", "no JSON"),
        (b"[]", "no JSON"),
        (b"PK\x03\x04" + CARD, "no JSON"),
        (b"SQLite format 3\x00", "no JSON"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested too deeply"),
        (CARD.replace(b'"removed":0', b'"removed":NaN'), "not whole"),
        (CARD.replace(b'"removed":0', b'"removed":1e999'), "not whole"),
        (CARD.replace(b'"removed":0', b'"removed":-Infinity'), "not whole"),
        (CARD.replace(b'"removed":0', b'"removed":' + b"9" * 5000), "no JSON"),
        (CARD.replace(b'"removed":0', b'"removed":' + b"9" * 4000), "too large"),
        (CARD.replace(b'"removed":0', b'"removed":0,"removed":0'), "a key twice"),
        (CARD + b" " * hostile.LARGEST, "larger than"),
        (b'{"labormeter":{"version":"1"}}', "no document of labormeter"),
        (b'{"labormeter":{"version":"1.0"}}', "what kind"),
        (b'{"labormeter":{"version":"1.0","kind":["room"],"grain":{}}}', "what kind"),
    ],
)
def test_bytes_that_are_no_document(data: bytes, said: str) -> None:
    assert said in sentence(data)


def rows(package: Any, table: int = 0) -> Any:
    return package["resources"][table]["data"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda p: p["labormeter"].update(version="2.0"), "newer version"),
        (lambda p: p["labormeter"].update(version="1.1"), "newer version"),
        (lambda p: p["labormeter"].update(name="CANARY"), "a word that the format does not"),
        (lambda p: p.update(CANARY=1), "a word that the format does not"),
        (lambda p: p["labormeter"].pop("handle"), "a word is missing"),
        (lambda p: p.pop("resources"), "a word is missing"),
        (lambda p: p["resources"].pop(), "a table is missing"),
        (lambda p: p["resources"].append({}), "more tables"),
        (lambda p: p["resources"].reverse(), "exactly what the format says"),
        (lambda p: p["resources"][0].update(path="/etc/passwd"), "does not have"),
        (lambda p: p["resources"][0].update(schema={}), "exactly what the format says"),
        (lambda p: p["labormeter"].update(handle="CANARY"), "not written as it must be"),
        (lambda p: p["labormeter"].update(first="2026-W47"), "no span of time"),
        (lambda p: p["labormeter"].update(first="2025-W53"), "no span of time"),
        (lambda p: p["labormeter"].update(first="2000-W01"), "no span of time"),
        (lambda p: p["labormeter"].update(last="2026-W49"), "lie ahead"),
        (lambda p: rows(p)[1].__setitem__(0, "2026-W30"), "outside the periods"),
        (lambda p: rows(p)[1].__setitem__(1, "CANARY"), "none of those of the format"),
        (lambda p: rows(p)[1].__setitem__(1, "=HYPERLINK()"), "none of those of the format"),
        (lambda p: rows(p)[1].__setitem__(5, -1), "n is negative"),
        (lambda p: rows(p)[1].__setitem__(5, 10**16), "more than is possible"),
        (lambda p: rows(p)[1].__setitem__(5, 10**6), "n is more than gestures"),
        (lambda p: rows(p)[1].__setitem__(7, 700_000), "seconds is more than is possible"),
        (lambda p: rows(p)[1].__setitem__(7, 10), "measured of no act"),
        (lambda p: rows(p).append(rows(p)[1]), "twice"),
        (lambda p: rows(p)[1].pop(), "as many values"),
        (lambda p: rows(p).__setitem__(1, {"a": 1}), "as many values"),
        (lambda p: rows(p).__setitem__(0, ["CANARY"]), "exactly what the format says"),
        (lambda p: rows(p, 2)[1].__setitem__(1, 20_000), "minutes is more than is possible"),
        (lambda p: rows(p, 2)[1].__setitem__(2, 8), "days is more than is possible"),
    ],
)
def test_a_package_that_is_not_as_the_format_says(
    change: Callable[[Any], object], said: str
) -> None:
    found = sentence(changed(change))
    assert said in found
    assert "CANARY" not in found
    assert "passwd" not in found
    assert "HYPERLINK" not in found


def test_all_faults_are_said_together() -> None:
    def several(package: Any) -> None:
        package["labormeter"]["handle"] = 1
        package["name"] = "CANARY"
        package["resources"][1]["type"] = "file"

    found = sentence(changed(several))
    assert found.count("In ") == 3


def test_faults_of_rows_are_said_together() -> None:
    def several(package: Any) -> None:
        rows(package)[1][5] = -1
        rows(package, 1)[1][2] = "CANARY"
        rows(package, 2)[1][1] = None

    found = sentence(changed(several))
    assert all(f"In {name}:" in found for name in ("weekly", "disclosures", "coverage"))


def test_a_later_minor_version_of_ones_own_is_read() -> None:
    def later(package: Any) -> None:
        package["labormeter"] |= {"version": "1.7", "weather": "fair"}
        package["season"] = "autumn"

    assert "newer version" in sentence(changed(later))
    assert read(changed(later), today=TODAY, own=True) == document("room")


def test_a_day_ahead_is_another_time_zone() -> None:
    assert read(CARD, today="2026-11-08") == document("room")
    assert "lie ahead" in _refused("2026-11-07")


def _refused(today: str) -> str:
    with pytest.raises(KnownError) as error:
        read(CARD, today=today)
    return str(error.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_with_a_sentence(data: bytes) -> None:
    assert sentence(data).endswith(".")


@given(st.integers(0, len(CARD) - 1), st.binary(min_size=1, max_size=3))
def test_a_card_with_bytes_changed_is_read_or_refused(place: int, other: bytes) -> None:
    data = CARD[:place] + other + CARD[place + len(other) :]
    try:
        found = read(data, today=TODAY)
    except KnownError:
        return
    assert read(write(found), today=TODAY) == found


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(json_values, st.sampled_from(["labormeter", "resources", "name", "$schema"]))
def test_any_value_in_any_part_is_refused_with_a_sentence(value: Any, part: str) -> None:
    package = json.loads(CARD)
    if package[part] == value:
        return
    package[part] = value
    assert sentence(canonical(package)).endswith(".")


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value in a package."""
    if way:
        yield way
    pairs: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for key, one in pairs:
        yield from places(one, (*way, key))


def planted(way: tuple[Any, ...], *, key: bool) -> bytes:
    """The card with a word in the place of a value, or of its key."""
    package = inside = json.loads(CARD)
    for step in way[:-1]:
        inside = inside[step]
    if key and isinstance(inside, dict):
        inside["PLANTED"] = inside.pop(way[-1])
    else:
        inside[way[-1]] = "PLANTED"
    return canonical(package)


def refusal(data: bytes) -> KnownError | None:
    try:
        hostile.checked(data, today=TODAY)
    except KnownError as error:
        return error
    return None


def test_no_sentence_repeats_a_word_of_the_file() -> None:
    """A word in the place of every value, and in that of every key: it is on no projector."""
    spots = itertools.product(list(places(json.loads(CARD))), (False, True))
    told = [refusal(planted(way, key=key)) for way, key in spots]
    said = [str(one) + repr(parts(one.message)) for one in told if one is not None]
    assert len(said) > 300
    assert [one for one in said if "PLANTED" in one] == []
