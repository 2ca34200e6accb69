"""Whether a study file may be loaded: every fault at once, each with its place and a sentence.

A study can ask for nothing that is outside what the program allows, so an unknown field is a fault
and never passed over.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

import pyrage

from labormeter.exports import tables
from labormeter.sentence import said
from labormeter.study import fields as declared
from labormeter.study.study import FORMAT, flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from labormeter.study.fields import Field

LARGEST: Final = 256 * 1024
"""Bytes of a study file."""
LONGEST: Final = 6000
"""Characters of one text; a line has at most 300."""
_LINE: Final = 300
_MOST_PERIODS: Final = 520
_MOST_CELLS: Final = 20_000
_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{1,40}")
_HASH: Final = re.compile(r"[0-9a-f]{64}")


class Fault(NamedTuple):
    """What is wrong with one field."""

    where: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"


def parse(data: bytes) -> tuple[dict[str, Any], list[Fault]]:
    """Return the document of a study file, or what keeps it from being one."""
    if len(data) > LARGEST:
        return {}, [Fault("file", said("A study file has at most {most} bytes.", most=LARGEST))]
    try:
        return tomllib.loads(data.decode("utf-8")), []
    except UnicodeDecodeError:
        return {}, [Fault("file", said("The file is not UTF-8."))]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "nested too deeply"
        return {}, [Fault("file", said("The file is not TOML ({fault}).", fault=reason))]


def faults(document: Mapping[str, Any]) -> list[Fault]:
    """Return all faults of a study's document: first those of its shape, then those of its sense."""
    return list(_shape(document)) or list(_meaning(document))


def _shape(document: Mapping[str, Any]) -> Iterator[Fault]:
    given = flat({key: value for key, value in document.items() if key != "text"})
    if given.get("format") != FORMAT:
        yield Fault("format", said("This version reads studies of format {number}.", number=FORMAT))
    known = {one.name: one for one in declared.FIELDS}
    for name in given:
        if name not in known and name not in {"format", "purposes", "recipients"}:
            yield Fault(name, said("There is no such field; a study can ask for nothing else."))
    for name, field in known.items():
        yield from _value(field, given.get(name), name)
    yield from _texts(document)
    yield from _tables(document, "purposes", declared.PURPOSE, ("id", "required"))
    yield from _tables(document, "recipients", declared.RECIPIENT, declared.RECIPIENT)


def _value(field: Field, value: object, where: str) -> Iterator[Fault]:
    if value is None or value in ("", []):
        if field.required:
            yield Fault(where, said("Missing. {what}", what=field.says))
        return
    sentence = _wrong(field, value)
    if sentence:
        yield Fault(where, sentence)


def _wrong(field: Field, value: object) -> str:
    """Return what is wrong with a value that is there, empty where nothing is."""
    match field.kind:
        case "line" | "text":
            return unclean(value, _LINE if field.kind == "line" else LONGEST)
        case "number":
            return _unfit(field, value)
        case "words":
            return _words(field, value)
        case _:
            return "" if _plain(field, value) else _WRITTEN.get(field.kind) or _one_of(field)


def _plain(field: Field, value: object) -> bool:
    if field.kind == "date":
        return type(value) is date
    if field.kind == "yes":
        return isinstance(value, bool)
    if field.kind == "hash":
        return isinstance(value, str) and bool(_HASH.fullmatch(value))
    return value in field.choices


_WRITTEN: Final = {
    "date": said("A date is written 2027-01-31, without quotes."),
    "yes": said("Either true or false."),
    "hash": said("A SHA-256 has 64 hexadecimal digits, in small letters."),
}


def _one_of(field: Field) -> str:
    return said("One of {choices}.", choices=", ".join(field.choices))


def _unfit(field: Field, value: object) -> str:
    if not isinstance(value, int) or isinstance(value, bool):
        return said("A whole number.")
    return (
        ""
        if field.least <= value <= field.most
        else said("From {least} to {most}.", least=field.least, most=field.most)
    )


def _words(field: Field, value: object) -> str:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return said('A list of words: ["one", "two"].')
    if len(set(value)) != len(value):
        return said("Each word once.")
    strange = [one for one in value if field.choices and one not in field.choices]
    return said("There is no {words} here.", words=", ".join(strange)[:80]) if strange else ""


def unclean(value: object, longest: int) -> str:
    """Return why a text may not be shown to participants, empty where it may."""
    if not isinstance(value, str) or not value.strip():
        return said("Some text.")
    if len(value) > longest:
        return said("At most {most} characters.", most=longest)
    broken = "" if longest == _LINE else "\n\t"
    strange = [one for one in value if _hidden(one) and one not in broken]
    return (
        said("No control or direction characters, and no line breaks in a line.") if strange else ""
    )


def _hidden(one: str) -> bool:
    """Whether a sign is not seen, or moves what is: control, format, direction, separators."""
    return unicodedata.category(one) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _texts(document: Mapping[str, Any]) -> Iterator[Fault]:
    tables = document.get("text")
    if not isinstance(tables, dict):
        yield Fault(
            "text", said("Missing. One table of texts for each language, such as [text.en].")
        )
        return
    languages = document.get("languages")
    wanted = languages if isinstance(languages, list) else []
    for language in wanted:
        if not isinstance(tables.get(language), dict):
            yield Fault(
                f"text.{language}", said("Missing: participants may read it in this language.")
            )
    for language, table in tables.items():
        if language not in wanted:
            yield Fault(f"text.{language}", said("Not among the languages of the study."))
        elif isinstance(table, dict):
            yield from _text(language, table)


def _text(language: str, table: Mapping[str, Any]) -> Iterator[Fault]:
    known = {one.name: one for one in declared.TEXT}
    for name in table:
        if name not in known:
            yield Fault(f"text.{language}.{name}", said("There is no such text."))
    for name, field in known.items():
        yield from _value(field, table.get(name), f"text.{language}.{name}")


def _tables(
    document: Mapping[str, Any], name: str, keys: Iterable[str], needed: Iterable[str]
) -> Iterator[Fault]:
    rows = document.get(name)
    if not isinstance(rows, list) or not rows or not all(isinstance(one, dict) for one in rows):
        yield Fault(name, said("Missing. At least one [[{name}]].", name=name))
        return
    for number, row in enumerate(rows, 1):
        where = f"{name}[{number}]"
        for key, value in row.items():
            if key not in keys:
                yield Fault(f"{where}.{key}", said("There is no such field."))
            elif key == "required":
                if not isinstance(value, bool):
                    yield Fault(f"{where}.{key}", said("Either true or false."))
            elif sentence := unclean(value, LONGEST):
                yield Fault(f"{where}.{key}", sentence)
        for key in needed:
            if key not in row:
                yield Fault(f"{where}.{key}", said("Missing."))


def _meaning(document: Mapping[str, Any]) -> Iterator[Fault]:
    yield from _named(document)
    yield from _dated(document)
    yield from _asking(document["asked"], document["clamps"])
    yield from _approved(document["ethics"])
    yield from _private(document["protection"])
    yield from _reading(document["recipients"])
    yield from _agreed(document)
    yield from _handed(document["hand_in"])


def _named(document: Mapping[str, Any]) -> Iterator[Fault]:
    if not _SLUG.fullmatch(document["id"]):
        yield Fault("id", said("Small letters, digits and dashes, 2 to 41 of them."))


def _dated(document: Mapping[str, Any]) -> Iterator[Fault]:
    first, last = document["valid_from"], document["valid_until"]
    if last < first:
        yield Fault("valid_until", said("Lies before valid_from."))
    if document["withdrawal"]["until"] < last:
        yield Fault("withdrawal.until", said("Lies before the last contribution is taken."))
    if document["storage"]["deleted_on"] < document["withdrawal"]["until"]:
        yield Fault("storage.deleted_on", said("Lies before the last day of withdrawal."))


def _asking(asked: Mapping[str, Any], clamps: Mapping[str, Any]) -> Iterator[Fault]:
    for extra in ("seconds", "country", "age_band"):
        if asked.get(extra) and not asked["reasons"].get(extra):
            yield Fault(f"asked.reasons.{extra}", said("Missing: what is asked has a reason."))
    pattern = tables.PERIODS[asked["grain"]]
    wrong = [end for end in ("from", "until") if not _period(asked[end], pattern)]
    for end in wrong:
        example = "2027-W05" if asked["grain"] == "week" else "2027-02"
        yield Fault(
            f"asked.{end}", said("With this grain it is written {example}.", example=example)
        )
    if wrong:
        return
    found = tables.periods(asked["from"], asked["until"])
    if not found:
        yield Fault("asked.until", said("Lies before asked.from."))
    elif len(found) > _MOST_PERIODS:
        yield Fault("asked.until", said("At most {most} months or weeks.", most=_MOST_PERIODS))
    if clamps["n"] % asked["rounding"]:
        yield Fault(
            "clamps.n", said("A multiple of asked.rounding, so that a bound is no odd number.")
        )
    possible = len(asked["platforms"]) * len(asked["activities"])
    if len(found) * min(clamps["cells"], possible) > _MOST_CELLS:
        yield Fault(
            "clamps.cells",
            said("A contribution has at most {most} cells in all.", most=_MOST_CELLS),
        )


def _period(text: str, pattern: str) -> bool:
    try:
        return bool(re.fullmatch(pattern, text)) and tables.first_day(text) is not None
    except ValueError:
        return False


def _approved(ethics: Mapping[str, Any]) -> Iterator[Fault]:
    if ethics.get("none"):
        return
    for name in ("body", "number", "date", "document"):
        if not ethics.get(name):
            yield Fault(
                f"ethics.{name}", said("Missing. Say who approved the study, or `none` and why.")
            )


def _private(protection: Mapping[str, Any]) -> Iterator[Fault]:
    given = [name for name in ("epsilon", "delta") if protection.get(name)]
    if len(given) == 1:
        yield Fault("protection", said("Give epsilon and delta, or neither."))
    for name, most in (("epsilon", 10.0), ("delta", 1e-4)):
        if protection.get(name) and not 0 < _real(protection[name]) <= most:
            yield Fault(
                f"protection.{name}",
                said('A number in quotes above 0, at most {most}: "1.0".', most=f"{most:g}"),
            )


def _real(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return -1.0


def _reading(recipients: list[Mapping[str, str]]) -> Iterator[Fault]:
    for number, one in enumerate(recipients, 1):
        try:
            pyrage.x25519.Recipient.from_str(one["key"])
        except pyrage.RecipientError:
            yield Fault(f"recipients[{number}].key", said("This is no age recipient (age1...)."))
    if len({one["key"] for one in recipients}) < 2:  # noqa: PLR2004 - a lost key would lose a study
        yield Fault(
            "recipients", said("At least two, each with a key: one lost key would lose the study.")
        )


def _agreed(document: Mapping[str, Any]) -> Iterator[Fault]:
    names = [one["id"] for one in document["purposes"]]
    if len(set(names)) != len(names) or not all(_SLUG.fullmatch(one) for one in names):
        yield Fault("purposes", said("Each purpose has a short name of its own."))
    if not any(one["required"] for one in document["purposes"]):
        yield Fault("purposes", said("One of them is required: it is what taking part means."))
    for number, one in enumerate(document["purposes"], 1):
        for language in document["languages"]:
            if language not in one:
                yield Fault(f"purposes[{number}].{language}", said("Missing in this language."))


def _handed(hand_in: Mapping[str, Any]) -> Iterator[Fault]:
    for name in ("nextcloud", "put"):
        address = hand_in.get(name, "")
        if address and not _secure(address):
            yield Fault(
                f"hand_in.{name}",
                said("An https address with a host name, nothing else before it."),
            )
    if not (hand_in["file"] or hand_in.get("nextcloud") or hand_in.get("put")):
        yield Fault("hand_in", said("At least one way."))


def _secure(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    named = bool(parts.hostname) and "." in (parts.hostname or "") and not parts.username
    return parts.scheme == "https" and named and port in {None, 443} and not parts.fragment
