"""Predicates: what must hold of a value that a reader finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from labormeter.rules.decode import number_of, present, text_of
from labormeter.rules.fault import FormatError, suggestion
from labormeter.rules.glob import Globs
from labormeter.rules.reader import Reader, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from labormeter.rules.decode import Values
    from labormeter.rules.view import View

type Test = Callable[[Values], bool]

TESTS: Final = ("present", "equals", "is_not", "one_of", "like", "contains", "at_least")
GROUPS: Final = ("any", "all")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A parsed predicate, and the readers in it."""

    text: str
    holds: Callable[[View], bool] = field(repr=False, compare=False)
    readers: tuple[Reader, ...] = field(compare=False)

    @classmethod
    def parse(cls, given: Mapping[str, object]) -> Predicate:
        """Parse `{ at = reader, TEST = ... }` or `{ any|all = [...] }`; raises FormatError."""
        words = [word for word in given if word != "at"]
        if len(words) != 1 or words[0] not in (*TESTS, *GROUPS):
            raise FormatError(_complaint(words))
        word, wanted = words[0], given[words[0]]
        if word in GROUPS:
            return _group(word, wanted)
        if "at" not in given:
            raise FormatError(f"A predicate with {word} needs a reader under at.")
        reader = Reader.parse(given["at"])
        test = _test(word, wanted)
        return cls(f"{reader.text} {word} {wanted}", _holds(reader, test), (reader,))


def _complaint(words: Sequence[str]) -> str:
    strange = [word for word in words if word not in (*TESTS, *GROUPS)]
    if strange:
        return f"{strange[0]} is no test.{suggestion(strange[0], (*TESTS, *GROUPS))}"
    return "A predicate has exactly one test beside at: " + ", ".join(TESTS) + "."


def _holds(reader: Reader, test: Test) -> Callable[[View], bool]:
    return lambda view: test(reader.values(view))


def _group(word: str, wanted: object) -> Predicate:
    if not isinstance(wanted, list) or not wanted:
        raise FormatError(f"{word} needs a list of predicates.")
    parts = tuple(Predicate.parse(part) for part in wanted)
    readers = tuple(reader for part in parts for reader in part.readers)
    text = f"{word} of ({'; '.join(part.text for part in parts)})"
    if word == "any":
        return Predicate(text, lambda view: any(part.holds(view) for part in parts), readers)
    return Predicate(text, lambda view: all(part.holds(view) for part in parts), readers)


def _test(word: str, wanted: object) -> Test:
    match word:
        case "present":
            return _presence(wanted is True)
        case "equals" | "one_of":
            texts = _texts(wanted)
            return lambda values: any(text_of(value) in texts for value in values)
        case "is_not":
            texts = _texts(wanted)
            return lambda values: not any(text_of(value) in texts for value in values)
        case "like":
            globs = Globs.parse(listed(wanted))
            return lambda values: any(_like(globs, value) for value in values)
        case "contains":
            return lambda values: any(str(wanted) in (text_of(value) or "") for value in values)
        case _:
            return _at_least(float(str(wanted)))


def _presence(wanted: bool) -> Test:  # noqa: FBT001 - the word is the test's own
    if wanted:
        return lambda values: any(present(value) for value in values)
    return lambda values: not any(present(value) for value in values)


def _like(globs: Globs, value: object) -> bool:
    text = text_of(value)
    return text is not None and globs.matches(text)


def _at_least(least: float) -> Test:
    def test(values: Values) -> bool:
        numbers = [number_of(value) for value in values]
        return any(number is not None and number >= least for number in numbers)

    return test


def _texts(wanted: object) -> frozenset[str | None]:
    values = wanted if isinstance(wanted, list) else [wanted]
    return frozenset(text_of(value) for value in values)
