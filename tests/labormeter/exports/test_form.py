"""The published schema: it is what the form says, and it judges as the reader does."""

import json
import random
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from labormeter.errors import KnownError
from labormeter.exports import form
from labormeter.exports.document import canonical, read, write
from labormeter.exports.form import KINDS, Kind

from .sample import TODAY, document

SHIPPED = Path(form.__file__).with_name("document.schema.json")
JUDGE = fastjsonschema.compile(form.schema())


def test_the_schema_that_is_shipped_is_that_of_the_form() -> None:
    assert json.loads(SHIPPED.read_text(encoding="utf-8")) == form.schema()


@pytest.mark.parametrize("kind", KINDS)
def test_it_accepts_what_we_write(kind: Kind) -> None:
    JUDGE(json.loads(write(document(kind))))


WRONG: tuple[Any, ...] = (-1, 1.5, "", "CANARY", True, None, [], {}, 10**20, "=cmd", "2026-W99")


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, part in inside:
        found.append((*path, key))
        if isinstance(part, dict | list):
            found += places(part, (*path, key))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_schema_refuses_the_reader_refuses(kind: Kind) -> None:
    """A thousand single changes: the reader takes none that the published schema does not."""
    chance = random.Random(kind)  # noqa: S311 - the same changes each time
    data = write(document(kind))
    everywhere = places(json.loads(data))
    refused = 0
    for _ in range(350):
        package = json.loads(data)
        *way, last = chance.choice(everywhere)
        part = package
        for key in way:
            part = part[key]
        part[last] = chance.choice(WRONG)
        try:
            JUDGE(package)
        except fastjsonschema.JsonSchemaValueException:
            refused += 1
            with pytest.raises(KnownError) as error:
                read(canonical(package), today=TODAY)
            assert "CANARY" not in str(error.value)
            assert "cmd" not in str(error.value)
    assert refused > 200
