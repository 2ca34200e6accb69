"""The shape of an exchange: which names it uses and what kind of value stands where. No value.

    {"variables": {"media_id": 17, "text": "hello"}}   ->   {"variables": {"media_id": "id", "text": "text"}}

Standard library only, for this runs inside the proxy.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from labormeter.rules.decode import form_fields, json_document, multipart_fields
from labormeter.rules.route import segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from labormeter.model import Exchange, Pairs
    from labormeter.teach.words import Vocabulary

type Tree = dict[str, Any] | list[Any] | str

DEEP: Final = 8
WIDE: Final = 40
"""Bounds of what is looked at: levels, and keys of one object."""
SHOWN: Final = 8
"""Segments of a path."""
JSON: Final = "(json)"
"""In place of a text that holds a document of its own."""
LEAVES: Final = frozenset({"text", "id", "number", "flag", "null", "empty"})
SAYS: Final = frozenset(
    {"success", "ok", "status", "result", "stat", "code", "error_code", "errors"}
)
"""Keys whose value says whether it was taken; it is kept, if it is one of these."""
SAID: Final = ("true", "false", "0", "1", "200", '"ok"', '"OK"', '"success"', '"SUCCESS"', '"Done"')
NAMES: Final = (
    *(
        "header.x-fb-friendly-name",
        "header.x-apollo-operation-name",
        "form.fb_api_req_friendly_name",
    ),
    *("json | operationName", "json | operation_name"),
)
"""Readers by which platforms declare the name of an operation."""
_FIELD: Final = re.compile(r"field_\d{1,3}")
_ID: Final = re.compile(r"\d{3,40}|[0-9a-fA-F-]{16,64}")
_IDS: Final = re.compile(r"(^|.*[_a-z])(id|Id|ID|ids|Ids|urn|uuid|guid)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One kind of request and its answer, by names and shapes."""

    method: str
    host: str
    path: str
    """Each segment that no shipped pack writes out is `*`."""
    name: str = ""
    """The operation's declared name, where it may be kept."""
    name_at: str = ""
    """Reader by which it was found; also where the name itself may not be kept."""
    query: tuple[str, ...] = ()
    kind: str = "none"
    """Of the body: `json`, `form`, `multipart`, `other` or `none`."""
    body: Tree = "empty"
    status: int = 200
    answer: Tree = "empty"

    def line(self) -> str:
        """Return it as one line of JSON."""
        return json.dumps(asdict(self))


def shape(exchange: Exchange, words: Vocabulary, declared: tuple[str, str] = ("", "")) -> Shape:
    """Return the shape of an exchange: nothing in it that the vocabulary does not know.

    `declared` is the operation's name, and the reader by which a pack found it.
    """
    request, response = exchange.request, exchange.response
    kind, body = _body(request.body or b"", _header(request.headers, "content-type"))
    name, name_at = declared if declared[0] else _name(kind, body, request.headers)
    kept = name if words.operation(name) else ""
    answer = json_document(response.body) if response is not None and response.body else []
    return Shape(
        method=request.method,
        host=request.host,
        path=_path(request.path, words, kept),
        name=kept,
        name_at=name_at,
        query=tuple(dict.fromkeys(key for key, _ in request.query[:WIDE] if words.key(key))),
        kind=kind,
        body=tree(body, words),
        status=0 if response is None else response.status,
        answer=tree(answer[0], words) if answer else "empty",
    )


def tree(value: object, words: Vocabulary, key: str = "", depth: int = 0) -> Tree:
    """Return the shape of a value; keys that are not known become numbered fields."""
    match value:
        case dict() if depth < DEEP:
            found = {}
            for number, (name, inner) in enumerate(list(value.items())[:WIDE]):
                known = isinstance(name, str) and words.key(name)
                kept = name if known else f"field_{number}"
                found[kept] = tree(inner, words, kept, depth + 1)
            return found or "empty"
        case list() if depth < DEEP:
            return [tree(value[0], words, key, depth + 1)] if value else "empty"
        case _:
            return _leaf(value, words, key, depth)


def _leaf(value: object, words: Vocabulary, key: str, depth: int) -> Tree:
    if key.lower() in SAYS and isinstance(value, (bool, int, str)):
        said = json.dumps(value)
        if said in SAID:
            return f"={said}"
    if isinstance(value, str):
        if value[:1] in ("{", "[") and (inner := json_document(value)):
            return {JSON: tree(inner[0], words, key, depth + 1)}
        return "id" if _IDS.match(key) or _ID.fullmatch(value) else "text"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return "id" if _IDS.match(key) else "number"
    return "null" if value is None else "flag" if isinstance(value, bool) else "empty"


def _body(body: bytes, content_type: str) -> tuple[str, object]:
    """Return the kind of a body, and what it holds."""
    kind = content_type.lower()
    if not body:
        return "none", None
    if kind.startswith("multipart/"):
        return "multipart", _first(multipart_fields(body, content_type))
    if "form-urlencoded" in kind:
        return "form", _first(form_fields(body, truncated=False))
    found = json_document(body)
    return ("json", found[0]) if found else ("other", None)


def _first(fields: Mapping[str, list[str]]) -> dict[str, str]:
    return {name: values[0] for name, values in fields.items() if values}


def _name(kind: str, body: object, headers: Pairs) -> tuple[str, str]:
    """Return the operation's declared name, and where it stands."""
    for at in NAMES:
        place, _, word = at.replace(" | ", ".").partition(".")
        found: object = _header(headers, word) if place == "header" else None
        if place == kind and isinstance(body, dict):
            found = body.get(word)
        if isinstance(found, str) and found:
            return found, at
    return "", ""


def _header(headers: Pairs, name: str) -> str:
    return next((value for key, value in headers if key == name), "")


def _path(path: str, words: Vocabulary, name: str) -> str:
    parts = segments(path)
    known = [words.segment(part) or (part == name != "") for part in parts[:SHOWN]]
    shown = [part if kept else "*" for part, kept in zip(parts, known, strict=False)]
    return "/" + "/".join(shown + ["**"] * (len(parts) > SHOWN))


def parse(line: bytes | str, words: Vocabulary) -> Shape | None:
    """Return the shape that a line holds; None where anything in it is not a shape's."""
    try:
        given = json.loads(line)
        found = Shape(**{**given, "query": tuple(given["query"])})
        return found if _sound(found, words) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _sound(found: Shape, words: Vocabulary) -> bool:
    texts = (found.method, found.host, found.path, found.name, found.name_at, found.kind)
    if not all(isinstance(text, str) for text in texts) or not isinstance(found.status, int):
        return False
    return (
        found.method.isalpha()
        and re.fullmatch(r"[a-z0-9.-]{1,253}", found.host) is not None
        and all(_segment(part, found.name, words) for part in segments(found.path))
        and (not found.name or words.operation(found.name))
        and found.name_at in ("", *NAMES, *words.readers)
        and _known(found.query, words)
        and _clean(found.body, words)
        and _clean(found.answer, words)
    )


def _segment(part: str, name: str, words: Vocabulary) -> bool:
    return part in {"*", "**"} or words.segment(part) or part == name


def _known(keys: Iterable[str], words: Vocabulary) -> bool:
    return all(words.key(key) or key == JSON or _FIELD.fullmatch(key) for key in keys)


def _clean(given: Tree, words: Vocabulary) -> bool:
    match given:
        case dict():
            return _known(given, words) and all(_clean(inner, words) for inner in given.values())
        case list():
            return all(_clean(inner, words) for inner in given)
        case str():
            return given in LEAVES or (given[:1] == "=" and given[1:] in SAID)
