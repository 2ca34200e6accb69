"""Documents from others are hostile until shown otherwise: bytes to a checked package, or sentences.

What is refused is refused with every reason at once, and no reason repeats a word of the file:
sentences are shown on a projector. The size is capped before anything is parsed.
"""

from __future__ import annotations

import itertools
import json
import operator
import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NoReturn

import fastjsonschema

from labormeter.errors import KnownError
from labormeter.exports.form import KINDS, OWN, VERSION, Kind, shell, tables
from labormeter.exports.tables import GRAINS, Grain, first_day, periods
from labormeter.sentence import said, together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

LARGEST: Final = 4 * 1024 * 1024
"""Bytes: ten years of sixty kinds of acts a week are half of it."""
LONGEST: Final = 1100
"""Periods of one document: twenty years of weeks, and a little."""

_NEWER: Final = said("It was written by a newer version of labormeter.")


class _NoJsonError(ValueError):
    """Carries what is wrong with the text as a sentence."""


type Columns = dict[str, tuple[Any, ...]]


def checked(
    data: bytes, *, today: str, own: bool = False
) -> tuple[dict[str, Any], dict[str, Columns]]:
    """Return the package in bytes from anyone, and its tables as columns by name.

    Raises KnownError with all faults together.
    """
    if len(data) > LARGEST:
        raise refused(
            [said("It is larger than a document can be ({mb} MB).", mb=LARGEST // 1024**2)]
        )
    package = _parsed(data)
    version(package, own=own)
    if own:
        _known_words(package)
    wrong, columns = judged(package, plain=b"true" not in data and b"false" not in data)
    if wrong := [*wrong, *_ahead(package, today)]:
        raise refused(wrong)
    return package, columns


def refused(faults: Sequence[str]) -> KnownError:
    """Return the error that says why a document is not taken."""
    return KnownError(
        said(
            "This is no document that can be used. {faults}",
            faults=together(dict.fromkeys(faults)),
        )
    )


def _parsed(data: bytes) -> dict[str, Any]:
    wrong = said("It is no JSON.")
    try:
        found = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_constant=_no_number,
            parse_float=_no_number,
        )
    except _NoJsonError as error:
        wrong = error.args[0]
    except RecursionError:
        wrong = said("It is nested too deeply.")
    except ValueError:  # no UTF-8, no JSON, a number of thousands of digits
        pass
    else:
        if isinstance(found, dict):
            return found
    raise refused([wrong])


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _NoJsonError(
            said("It has a key twice, so that two programs could read two things in it.")
        )
    return made


def _no_number(_text: str) -> NoReturn:
    raise _NoJsonError(said("It has a number that is not whole."))


def version(package: Mapping[str, Any], *, own: bool) -> None:
    """Refuse what a later version wrote, before anything else is said about it."""
    head = package.get("labormeter")
    found = head.get("version") if isinstance(head, dict) else None
    if not isinstance(found, str) or not re.fullmatch(r"[0-9]{1,3}\.[0-9]{1,3}", found):
        raise refused([said("It is no document of labormeter.")])
    theirs, ours = ([int(part) for part in one.split(".")] for one in (found, VERSION))
    if theirs[0] > ours[0] or (theirs > ours and not own):
        raise KnownError(_NEWER, "Update labormeter.")


def _known_words(package: dict[str, Any]) -> None:
    """Pass over the words that a later minor version added to a person's own file."""
    words: Mapping[str, Any] = package["labormeter"]
    kind, grain = words.get("kind"), words.get("grain")
    if kind in KINDS and grain in GRAINS:
        known: Mapping[str, Any] = shell(kind, grain)["properties"]
        package["labormeter"] = _only(words, known["labormeter"]["properties"])
        for name in set(package) - set(known):
            del package[name]


def _only(found: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name in known}


def judged(package: dict[str, Any], *, plain: bool = False) -> tuple[list[str], dict[str, Columns]]:
    """Return everything that the format does not allow, as sentences, and the tables' columns.

    `plain` says that nothing in it is true or false, which spares a look at every number.
    """
    head = package.get("labormeter")
    words: Mapping[str, Any] = head if isinstance(head, dict) else {}
    kind, grain = words.get("kind"), words.get("grain")
    if kind not in KINDS or grain not in GRAINS:
        return [said("It does not say what kind of document it is.")], {}
    if found := list(_shell_faults(package, kind, grain)):
        return found, {}
    known = _window(package)
    if not known:
        found.append(
            said("Its first and last period are no span of time that a document can have.")
        )
    columns: dict[str, Columns] = {}
    for resource, (name, table) in zip(
        package["resources"], tables(kind, grain).items(), strict=True
    ):
        rows = resource["data"][1:]
        read = None if set(map(type, rows)) - {list} else table.columns(rows)
        if read is None:
            found.append(
                said(
                    "In {place}: a row is no list of as many values as there are columns.",
                    place=name,
                )
            )
            continue
        columns[name] = read
        wrong = table.faults(read, plain=plain) or _together(read, known)
        found += [said("In {place}: {fault}.", place=name, fault=fault) for fault in wrong]
    return found, columns


def _shell_faults(package: dict[str, Any], kind: Kind, grain: Grain) -> Iterator[str]:
    """Yield one sentence for each part of the package that is not as the schema says."""
    for place, judge in _judges(kind, grain).items():
        try:
            judge(_part(package, place))
        except fastjsonschema.JsonSchemaValueException as error:
            yield _sentence(place, error)


def _part(package: dict[str, Any], place: str) -> object:
    """Return a part of the package, None where it is not there."""
    if not place.isdigit():
        return package.get(place) if place else dict.fromkeys(package)
    resources = package.get("resources")
    if isinstance(resources, list) and int(place) < len(resources):
        return resources[int(place)]
    return None


@cache
def _judges(kind: Kind, grain: Grain) -> dict[str, Callable[[object], object]]:
    """Return a judge for each part: each finds its first fault, so that all parts are heard."""
    whole = shell(kind, grain)
    parts = whole["properties"]
    resources = parts["resources"]
    schemas: dict[str, Any] = {"": whole | {"properties": dict.fromkeys(parts, True)}}
    schemas |= {name: parts[name] for name in ("$schema", "name", "labormeter")}
    schemas["resources"] = resources | {"items": {}}
    schemas |= {str(place): one for place, one in enumerate(resources["items"])}
    return {
        place: fastjsonschema.compile({"$schema": _DRAFT} | one) for place, one in schemas.items()
    }


_DRAFT: Final = "http://json-schema.org/draft-07/schema#"


def _sentence(place: str, error: fastjsonschema.JsonSchemaValueException) -> str:
    """Say what is wrong where, in words of the schema alone."""
    parts = re.split(r"[.\[\]]+", error.name or "")
    known = [part for part in parts if part in _PLACES]
    table = said("table {number}", number=int(place) + 1) if place.isdigit() else place
    where = together(filter(None, [table, *known])) or said("the file")
    rule = _RULES.get(error.rule or "", said("not as the format says"))
    return said("In {place}: {fault}.", place=where, fault=rule)


_PLACES: Final = frozenset(
    {"kind", "version", "grain", "first", "last", "totals", "program", "removed", "data"}
    | {"name", "schema", "type"}
    | {name for names in OWN.values() for name in names}
)
_RULES: Final = {
    "additionalProperties": said("there is a word that the format does not have"),
    "required": said("a word is missing that the format asks for"),
    "const": said("it must be exactly what the format says"),
    "pattern": said("it is not written as it must be"),
    "type": said("it is of the wrong type"),
    "minimum": said("the number is too small"),
    "maximum": said("the number is too large"),
    "minItems": said("a table is missing"),
    "maxItems": said("there are more tables than the format has"),
}


def _together(columns: Mapping[str, Sequence[Any]], known: frozenset[str]) -> Iterator[str]:
    """Yield what no single column shows: more net than done, time without an act that took it."""
    if set(columns["period"]) - known:
        yield said("a row lies outside the periods that the file names")
    done = columns.get("gestures")
    if done is None:
        return
    if any(map(operator.gt, columns["n"], done)):
        yield said("n is more than gestures")
    if any(map(operator.gt, columns["posted"], done)):
        yield said("posted is more than gestures")
    if 0 in itertools.compress(columns["timed"], columns["seconds"]):
        yield said("seconds were measured of no act")


def _window(package: dict[str, Any]) -> frozenset[str]:
    """Return the periods that a document speaks of, none where there are no such or too many."""
    head = package["labormeter"]
    try:
        first, last = (first_day(head[name]) for name in ("first", "last"))
    except ValueError:
        return frozenset()
    if not timedelta(0) <= last - first <= timedelta(days=7 * LONGEST):
        return frozenset()
    return frozenset(periods(head["first"], head["last"]))


def _ahead(package: Mapping[str, Any], today: str) -> Iterator[str]:
    """Yield that the last period has not begun; a day ahead is another time zone."""
    head = package.get("labormeter")
    try:
        last = first_day(head["last"]) if isinstance(head, dict) else date.min
    except (KeyError, TypeError, ValueError):
        return  # said already
    if last > date.fromisoformat(today) + timedelta(days=1):
        yield said("It speaks of days that lie ahead.")
