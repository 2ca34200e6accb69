"""A new study file with every field in it, each with what it is: for filling in by hand or by form."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.items import Table

from labormeter.study import fields
from labormeter.study.study import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from labormeter.study.fields import Field


def document(answers: Mapping[str, Any]) -> str:
    """Return the text of a study file with these answers by field; the rest is left to fill in.

    `answers` also takes `text.LANGUAGE.NAME`, `purposes` and `recipients` (lists of tables).
    """
    made = tomlkit.document()
    made.add(tomlkit.comment("A study of labormeter. Check it: labormeter study check FILE"))
    made["format"] = FORMAT
    languages = list(answers.get("languages") or fields.LANGUAGES[:1])
    for field in fields.HEAD:
        _put(made, field, {**answers, "languages": languages}, field.name)
    for language in languages:
        for field in fields.TEXT:
            _put(made, field, answers, f"text.{language}.{field.name}")
    for field in fields.FIELDS[len(fields.HEAD) :]:
        _put(made, field, answers, field.name)
    for name, usual in (("purposes", _purpose(languages)), ("recipients", _RECIPIENT)):
        rows = tomlkit.aot()
        for row in answers.get(name) or [usual]:
            rows.append(tomlkit.item(dict(row)))
        made[name] = rows
    return tomlkit.dumps(made)


def typed(field: Field, given: str) -> Any:  # noqa: ANN401 - any TOML value
    """Return an answer as the field's kind, None where it is empty.

    What does not fit stays text, for `check` to say.
    """
    kinds: dict[str, Callable[[str], Any]] = {
        "number": int,
        "date": date.fromisoformat,
        "yes": lambda text: text.lower() in {"y", "yes", "true", "1", "oui"},
        "words": lambda text: text.replace(",", " ").split(),
    }
    try:
        return kinds.get(field.kind, str)(given) if given else None
    except ValueError:
        return given


_RECIPIENT = {"name": "", "role": "investigator", "key": "age1..."}


def _purpose(languages: list[str]) -> dict[str, Any]:
    return {"id": "research", "required": True} | dict.fromkeys(languages, "")


def _put(made: Any, field: Field, answers: Mapping[str, Any], name: str) -> None:  # noqa: ANN401 - tables of tomlkit
    *above, last = name.split(".")
    table = made
    for part in above:
        if part not in table:
            table[part] = tomlkit.table(is_super_table=True)
        table = table[part]
    value = answers.get(name, field.default)
    if value is None and not field.required:
        return
    item = tomlkit.item(_empty(field) if value is None else value)
    if isinstance(table, Table):
        table.add(tomlkit.comment(_note(field)))
        table.add(last, item)
    else:
        table.add(tomlkit.comment(_note(field)))
        table[last] = item


def _note(field: Field) -> str:
    choices = f" One of {', '.join(field.choices)}." if field.kind == "choice" else ""
    return field.says + choices


def _empty(field: Field) -> Any:  # noqa: ANN401 - any TOML value
    return {"number": 0, "yes": False, "words": []}.get(field.kind, "")
