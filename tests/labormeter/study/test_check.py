from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.study import check, fields


@pytest.fixture
def document(trial: Any) -> dict[str, Any]:
    return tomllib.loads(trial.text)


def where(document: dict[str, Any]) -> list[str]:
    return [one.where for one in check.faults(document)]


def put(document: dict[str, Any], name: str, value: object) -> None:
    *above, last = name.split(".")
    for key in above:
        document = document.setdefault(key, {})
    document[last] = value


def take(document: dict[str, Any], name: str) -> None:
    *above, last = name.split(".")
    for key in above:
        document = document[key]
    document.pop(last, None)


@pytest.mark.parametrize("name", [one.name for one in fields.FIELDS if one.required] + ["format"])
def test_a_study_without_a_field_that_is_required_is_not_loaded(
    document: dict[str, Any], name: str
) -> None:
    take(document, name)
    assert name in where(document)


@pytest.mark.parametrize("name", [one.name for one in fields.TEXT])
def test_each_text_is_there_in_each_language(document: dict[str, Any], name: str) -> None:
    take(document, f"text.fr.{name}")
    assert where(document) == [f"text.fr.{name}"]


def test_all_faults_come_together(document: dict[str, Any]) -> None:
    for name in ("people.contact", "law.basis", "storage.place"):
        take(document, name)
    document["wish"] = "browsing history"
    put(document, "asked.timestamps", value=True)
    assert set(where(document)) == {
        "people.contact",
        "law.basis",
        "storage.place",
        "wish",
        "asked.timestamps",
    }


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("id", "Two words", "id"),
        ("asked.grain", "day", "asked.grain"),
        ("asked.from", "2026-13", "asked.from"),
        ("asked.until", "2025-12", "asked.until"),
        ("asked.platforms", ["practice"], "asked.platforms"),
        ("asked.platforms", ["my-own-bank"], "asked.platforms"),
        ("asked.activities", ["reward"], "asked.activities"),
        ("asked.activities", ["like", "like"], "asked.activities"),
        ("asked.country", True, "asked.reasons.country"),
        ("asked.rounding", 0, "asked.rounding"),
        ("asked.rounding", True, "asked.rounding"),
        ("clamps.n", 501, "clamps.n"),
        ("protection.k", 2, "protection.k"),
        ("protection.epsilon", "0", "protection.epsilon"),
        ("protection.epsilon", "infinity", "protection.epsilon"),
        ("protection.delta", "", "protection"),
        ("withdrawal.until", "2099-01-01", "withdrawal.until"),
        ("hand_in.nextcloud", "http://files.example.org/s/abc", "hand_in.nextcloud"),
        ("hand_in.nextcloud", "https://me@files.example.org/s/abc", "hand_in.nextcloud"),
        ("hand_in.put", "https://files.example.org:8443/x", "hand_in.put"),
        ("hand_in.file", False, "hand_in"),
        ("people.contact", "a\u202eb", "people.contact"),
        ("people.contact", "a\u200bb", "people.contact"),
        ("people.contact", "a\u061cb", "people.contact"),
        ("people.contact", "a\nSigned by: somebody", "people.contact"),
        ("law.publication", "a\u2028b", "law.publication"),
        ("people.contact", "a\x07b", "people.contact"),
        ("people.contact", "x" * 301, "people.contact"),
        ("participants.minimum_age", 12, "participants.minimum_age"),
    ],
)
def test_what_has_no_sense_is_a_fault_of_its_own_field(
    document: dict[str, Any], name: str, value: object, fault: str
) -> None:
    put(document, name, value)
    assert where(document) == [fault]


def test_months_are_no_weeks(document: dict[str, Any]) -> None:
    put(document, "asked.grain", "week")
    assert where(document) == ["asked.from", "asked.until"]


def test_dates_stand_in_order(document: dict[str, Any]) -> None:
    document["valid_until"] = document["valid_from"].replace(year=2020)
    assert where(document) == ["valid_until"]
    document["valid_until"] = document["storage"]["deleted_on"].replace(year=2150)
    assert where(document) == ["withdrawal.until"]


def test_no_approval_needs_a_reason(document: dict[str, Any]) -> None:
    document["ethics"] = {}
    found = where(document)
    assert found == ["ethics.body", "ethics.number", "ethics.date", "ethics.document"]
    document["ethics"] = {
        "body": "Board",
        "number": "7",
        "date": document["valid_from"],
        "document": "0" * 64,
    }
    assert not check.faults(document)


def test_one_recipient_is_too_few(document: dict[str, Any]) -> None:
    document["recipients"] = document["recipients"][:1]
    assert where(document) == ["recipients"]
    document["recipients"] *= 2
    assert where(document) == ["recipients"]


def test_a_key_that_is_none_is_refused(document: dict[str, Any]) -> None:
    document["recipients"][1]["key"] = "age1nonsense"
    assert where(document) == ["recipients[2].key"]


def test_purposes_have_a_name_a_text_in_each_language_and_one_is_required(
    document: dict[str, Any],
) -> None:
    document["purposes"][0]["required"] = False
    assert where(document) == ["purposes"]
    document["purposes"][0]["required"] = True
    del document["purposes"][1]["fr"]
    assert where(document) == ["purposes[2].fr"]


@pytest.mark.parametrize("data", [b"\xff", b"[", b"a" * 300_000, b"a = " + b"[" * 100_000])
def test_what_is_no_toml_is_a_sentence(data: bytes) -> None:
    document, faults = check.parse(data)
    assert not document
    assert [one.where for one in faults] == ["file"]


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(
    name=st.sampled_from([*(one.name for one in fields.FIELDS), "text", "purposes", "recipients"]),
    value=_VALUES,
)
def test_whatever_stands_in_a_field_nothing_raises(trial: Any, name: str, value: object) -> None:
    document = tomllib.loads(trial.text)
    put(document, name, value)
    assert all(str(one) for one in check.faults(document))
