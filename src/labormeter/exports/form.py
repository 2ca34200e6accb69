"""The form of a document: which tables each kind has, and the JSON Schema that says so.

    python -m labormeter.exports.form > src/labormeter/exports/document.schema.json

The schema is draft-07 and is enough by itself to judge a document with any validator.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from labormeter.exports.tables import (
    ACTIVITY,
    FINER,
    GRAINS,
    KIND,
    MOST,
    OWN_PLATFORM,
    OWN_UNIT,
    PERIODS,
    PLATFORM,
    SOURCE,
    UNIT,
    WORD,
    Field,
    Grain,
    Table,
    number,
    period,
    seconds,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

type Kind = Literal["full", "room", "study"]

KINDS: Final[tuple[Kind, ...]] = ("full", "room", "study")
VERSION: Final = "1.0"
"""Of the format: a reader refuses a higher major, and of others' files a higher minor as well."""

PROFILE: Final = "https://datapackage.org/profiles/2.0"
TOTALS: Final = ("minutes", "n", "seconds")


def tables(kind: Kind, grain: Grain) -> dict[str, Table]:
    """Return the tables of a kind of document by name: `weekly`, `disclosures`, `coverage`."""
    platform = OWN_PLATFORM if kind == "full" else PLATFORM
    named = {f"{grain}ly": counts_of(kind, (period(grain), platform, ACTIVITY))}
    if kind != "study":
        uploads = number("uploads", "Uploads that let this out.")
        key = ("period", "platform", "kind")
        named["disclosures"] = Table((period(grain), platform, KIND, uploads), key)
        minutes = number("minutes", "Minutes metered.", most=seconds(grain) // 60)
        days = number("days", "Days with any of them.", most=7 if grain == "week" else 31)
        named["coverage"] = Table((period(grain), minutes, days), ("period",))
    return named


def counts_of(kind: Kind, key: tuple[Field, ...]) -> Table:
    """Return the table of counts of a kind, by period, platform and activity as `key` has them."""
    own = kind == "full"
    net = number("n", "Done minus undone; of what stands in `unit`.", least=-MOST if own else 0)
    grain: Grain = "month" if key[0].pattern == PERIODS["month"] else "week"
    timed = number("seconds", "Measured seconds.", most=MOST if own else seconds(grain))
    if kind == "study":
        return Table((*key, net, timed), _KEY[:3])
    meaning = "A finer word, where the price differs."
    finer = text("finer", meaning, pattern=WORD) if own else text("finer", meaning, *FINER)
    counted = number("gestures", "All that was done, undone or not.")
    clocked = number("timed", "Acts whose seconds were measured.")
    posted = number("posted", "Uploads that a post uses.")
    if kind == "room":
        return Table((*key, finer, UNIT, net, counted, timed, clocked, posted), _KEY)
    appended = number("acts", "Acts in the ledger, undoings too.")
    full = (*key, finer, OWN_UNIT, SOURCE, net, counted, appended, timed, clocked, posted)
    return Table(full, (*_KEY, "source"))


_KEY: Final = ("period", "platform", "activity", "finer", "unit")


OWN: Final[dict[Kind, tuple[str, ...]]] = {
    "full": ("book",),
    "room": ("handle", "room", "total_only"),
    "study": ("study", "country", "age_band", "nearest"),
}
"""What a kind of document says beside what all say."""
ALWAYS: Final = frozenset({"handle", "study", "nearest"})


_WORDS: Final[Mapping[str, Mapping[str, Any]]] = {
    "program": {"type": "string", "pattern": "^[0-9A-Za-z.+-]{1,24}$"},
    "removed": {"type": "integer", "minimum": 0, "maximum": 1_000_000},
    "handle": {"type": "string", "pattern": "^[a-z]{3,10}-[a-z]{3,10}$"},
    "room": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    "total_only": {"type": "boolean", "const": True},
    "study": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{2,63}$"},
    "country": {"type": "string", "pattern": "^[A-Z]{2}$"},
    "age_band": {"type": "string", "pattern": "^[1-9][0-9](-[1-9][0-9]|[+])$"},
    "nearest": {"type": "integer", "minimum": 1, "maximum": 1000},
    "book": {"type": "string", "pattern": "^[0-9A-Za-z.-]{1,24} [0-9a-f]{16}$"},
}
"""What a document may say of itself, beside its kind, version, grain, periods and totals."""


@cache
def shell(kind: Kind, grain: Grain) -> dict[str, Any]:
    """Return the schema of a document of one kind and grain, whose rows may be any."""
    return _schema(kind, grain, deep=False)


def schema() -> dict[str, Any]:
    """Return the schema that is published: of every kind and grain, to the last value."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"labormeter document {VERSION}",
        "description": "One person's counts by period, platform and activity; see docs/exports.md.",
        "oneOf": [_schema(kind, grain, deep=True) for kind in KINDS for grain in GRAINS],
    }


def _schema(kind: Kind, grain: Grain, *, deep: bool) -> dict[str, Any]:
    named = tables(kind, grain).items()
    return _closed(
        {
            "$schema": {"const": f"{PROFILE}/datapackage.json"},
            "name": {"const": f"labormeter-{kind}"},
            "labormeter": _said(kind, grain),
            "resources": {
                "type": "array",
                "minItems": len(named),
                "maxItems": len(named),
                "items": [_resource(name, table, deep=deep) for name, table in named],
            },
        }
    )


def _said(kind: Kind, grain: Grain) -> dict[str, Any]:
    sum_ = {"type": "integer", "minimum": -MOST, "maximum": MOST}
    words: dict[str, Any] = {
        "kind": {"const": kind},
        "version": {"type": "string", "pattern": r"^1\.[0-9]{1,3}$"},
        "grain": {"const": grain},
        "first": {"type": "string", "pattern": PERIODS[grain]},
        "last": {"type": "string", "pattern": PERIODS[grain]},
        "totals": _closed(dict.fromkeys(TOTALS, sum_)),
        "program": _WORDS["program"],
        "removed": _WORDS["removed"],
    }
    own = {name: _WORDS[name] for name in OWN[kind]}
    return _closed(words | own, optional=[name for name in own if name not in ALWAYS])


def _resource(name: str, table: Table, *, deep: bool) -> dict[str, Any]:
    row = {
        "type": "array",
        "minItems": len(table.fields),
        "items": [_value(field) for field in table.fields],
        "additionalItems": False,
    }
    return _closed(
        {
            "$schema": {"const": f"{PROFILE}/dataresource.json"},
            "name": {"const": name},
            "type": {"const": "table"},
            "data": {
                "type": "array",
                "minItems": 1,
                "items": [{"const": table.names}],
                "additionalItems": row if deep else True,
            },
            "schema": {"const": table.descriptor()},
        }
    )


def _value(field: Field) -> dict[str, Any]:
    """Return a column as JSON Schema says it, where an empty text is a text like any other."""
    if field.values:
        return {"enum": list(field.values)}
    if field.pattern:
        return {"type": "string", "pattern": field.pattern}
    bounds = {"minimum": field.least, "maximum": field.most}
    return {"type": "integer"} | {word: one for word, one in bounds.items() if one is not None}


def _closed(properties: dict[str, Any], optional: list[str] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": sorted(set(properties) - set(optional or ())),
        "properties": properties,
    }


if __name__ == "__main__":
    json.dump(schema(), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")
