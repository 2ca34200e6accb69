"""The published schema of the pack format, and the check of a document against it.

All faults are found, not only the first, and each is a sentence about one place. The part of JSON
Schema that is understood is the part that `schema.json` uses.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from labormeter.rules.fault import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

type Place = tuple[str | int, ...]
type Complaint = tuple[Place, str]

_TYPES: Final[dict[str, tuple[str, Any]]] = {
    "object": ("a table", dict),
    "array": ("a list", list),
    "string": ("a text", str),
    "boolean": ("true or false", bool),
    "integer": ("a whole number", int),
    "number": ("a number", (int, float)),
}


@cache
def schema() -> Mapping[str, Any]:
    """Return the published schema."""
    text = resources.files("labormeter.rules").joinpath("schema.json").read_text("utf-8")
    found: Mapping[str, Any] = json.loads(text)
    return found


def complaints(document: object) -> list[Complaint]:
    """Return everything in a document that is not as the schema says, with its place."""
    return list(_judge(schema(), document, ()))


def _judge(rule: Mapping[str, Any], value: object, place: Place) -> Iterator[Complaint]:
    if "$ref" in rule:
        rule = schema()["definitions"][rule["$ref"].rpartition("/")[2]]
    if (wrong := _wrong_kind(rule, value)) is not None:
        yield place, wrong
    elif isinstance(value, dict):
        yield from _judge_table(rule, value, place)
    elif isinstance(value, list):
        yield from _judge_list(rule, value, place)
    elif (wrong := _wrong_scalar(rule, value)) is not None:
        yield place, wrong


def _wrong_kind(rule: Mapping[str, Any], value: object) -> str | None:
    if "anyOf" in rule:
        if any(not list(_judge(part, value, ())) for part in rule["anyOf"]):
            return None
        return f"{_said(value)} is neither a text nor a list of texts that fits here."
    if rule.get("format") == "date" and not isinstance(value, date):
        return "must be a date, as 2026-11-24, without quotes."
    if "enum" in rule and (value not in rule["enum"] or isinstance(value, (bool, float))):
        words = [str(word) for word in rule["enum"]]
        return f"{_said(value)} is none of {', '.join(words)}.{suggestion(str(value), words)}"
    given = rule.get("type")
    kinds = [given] if isinstance(given, str) else given
    if kinds and not any(_is(kind, value) for kind in kinds):
        return f"must be {' or '.join(_TYPES[kind][0] for kind in kinds)}."
    return None


def _is(kind: str, value: object) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES[kind][1])


def _judge_table(
    rule: Mapping[str, Any], value: Mapping[str, object], place: Place
) -> Iterator[Complaint]:
    known: Mapping[str, Any] = rule.get("properties", {})
    if rule.get("additionalProperties") is False:
        for word in value:
            if word not in known:
                yield place, f"{word} is no word of the format.{suggestion(word, known)}"
    for word in rule.get("required", ()):
        if word not in value:
            yield place, f"{word} is missing."
    for word, part in known.items():
        if word in value:
            yield from _judge(part, value[word], (*place, word))


def _judge_list(rule: Mapping[str, Any], value: list[object], place: Place) -> Iterator[Complaint]:
    if len(value) < rule.get("minItems", 0):
        yield place, "must not be empty."
    for number, item in enumerate(value):
        yield from _judge(rule.get("items", {}), item, (*place, number))


def _wrong_scalar(rule: Mapping[str, Any], value: object) -> str | None:
    if isinstance(value, str):
        if len(value) < rule.get("minLength", 0):
            return "must not be empty."
        if "pattern" in rule and not re.search(rule["pattern"], value):
            return f"{_said(value)} is not written as it must be ({rule['pattern']})."
    if isinstance(value, (int, float)) and not (
        rule.get("minimum", value) <= value <= rule.get("maximum", value)
    ):
        return f"{value} is out of bounds."
    return None


def _said(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004 - a line's worth
