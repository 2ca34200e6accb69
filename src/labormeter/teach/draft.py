"""From a shape to a rule: a candidate with its cases, every value of which is made up."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

import tomlkit

from labormeter.rules.route import segments
from labormeter.rules.step import VERBS
from labormeter.teach.shape import JSON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.teach.shape import Shape, Tree

WANTED: Final = (
    "Only one lesson: a capture of a refusal, of a reload and of the undo must show that nothing else "
    "looks like it."
)
NAMELESS: Final = "The name of its operation, which was not of a kind that may be kept."
_VALUES: Final[dict[str, Any]] = {"text": "synthetic", "id": "1", "number": 1, "flag": True}
_NOT_TARGETS: Final = re.compile(
    r"(client|session|actor|viewer|user|mutation|request|trace)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the person says about the act."""

    platform: str
    """Slug of the pack that is drafted."""
    title: str
    activity: str
    day: str
    """ISO date of the lesson."""
    counts_as: str = ""
    """The shipped platform that it belongs to, where there is one."""
    count: bool = False
    """Whether it is to count, and not only to wait as a candidate."""
    known: tuple[str, ...] = ()
    """Ids of rules that the file holds already."""


def draft(shape: Shape, wish: Wish, *, surface: str = "") -> str:
    """Return a whole pack with one rule; `surface` names a shipped one, as `platform:id`."""
    head: dict[str, Any] = {
        "schema": 1,
        "platform": wish.platform,
        "title": wish.title,
        "version": wish.day.replace("-", "."),
    }
    text = tomlkit.dumps(head) + f"reviewed = {wish.day}\n"
    more: dict[str, Any] = {"kind": "commercial", "hosts": [shape.host]}
    if wish.counts_as:
        more["counts_as"] = wish.counts_as
    return text + tomlkit.dumps(more) + "\n" + rule_text(shape, wish, surface=surface)


def rule_text(shape: Shape, wish: Wish, *, surface: str = "") -> str:
    """Return the rule with its surface and cases, to stand at the end of a pack."""
    number = len(wish.known) + 1
    while f"{wish.activity}-{number}" in wish.known:
        number += 1
    name = f"{wish.activity}-{number}"
    table = _shipped_surface(surface) or _own_surface(shape)
    rule = _rule(shape, wish, name)
    parts: dict[str, Any] = {}
    if table is not None and shape.name:
        # with roots, other operations of the surface are none of this pack's business
        table = {"roots": "response.json", **table, "id": f"for-{name}", "hosts": [shape.host]}
        parts["surfaces"] = [table]
        rule["surface"], rule["name"] = table["id"], [shape.name]
        rule.pop("path"), rule.pop("method")
    parts["rules"] = [{**rule, "cases": list(_cases(shape, rule))}]
    return tomlkit.dumps(parts)


def _rule(shape: Shape, wish: Wish, name: str) -> dict[str, Any]:
    accepted, target = _accepted(shape), _target(shape)
    # without its name the rule would know every operation that is sent to this path
    counts = wish.count and bool(shape.name or not shape.name_at)
    rule: dict[str, Any] = {
        "id": name,
        "method": [shape.method],
        "path": [_pattern(shape.path)],
        "activity": wish.activity,
        "effect": "do",
        "confidence": "A" if accepted and counts else "B",
        "evidence": [f"a lesson of {wish.day}: request and answer, by names and shapes"],
        "enabled": counts,
    }
    if not counts:
        rule["wanted"] = WANTED if shape.name or not shape.name_at else NAMELESS
    if target and not target.startswith("path."):
        rule["where"] = [{"at": target, "present": True}]
    if accepted:
        rule["accepted"] = [accepted]
    if target:
        rule["target"] = target
    return rule


def _shipped_surface(surface: str) -> dict[str, Any] | None:
    """Return the table of a surface of a shipped pack, as it is written there."""
    platform, _, name = surface.partition(":")
    folder = resources.files("labormeter.rules") / "packs"
    for file in folder.iterdir() if name else ():
        if not file.name.endswith(".toml"):
            continue
        document = tomllib.loads(file.read_text("utf-8"))
        if document["platform"] == platform:
            tables: list[dict[str, Any]] = document.get("surfaces", [])
            return next((table for table in tables if table["id"] == name), None)
    return None


def _own_surface(shape: Shape) -> dict[str, Any] | None:
    if not shape.name_at:
        return None
    path = [_pattern(shape.path)]
    return {"id": "operations", "method": [shape.method], "path": path, "name": [shape.name_at]}


def _pattern(path: str) -> str:
    """Return a path pattern in which each unknown segment is kept under a name."""
    parts = segments(path)
    named = [f"{{part{n}}}" if part == "*" else part for n, part in enumerate(parts, 1)]
    return "/" + "/".join(named)


def _leaves(tree: Tree, walk: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    match tree:
        case dict():
            for key, inner in tree.items():
                yield from _leaves(inner, (*walk, key))
        case list():
            for inner in tree:
                yield from _leaves(inner, (*walk, "0"))
        case str():
            yield walk, tree


def _usable(walk: tuple[str, ...]) -> bool:
    return bool(walk) and not any(key.startswith("field_") for key in walk)


def _accepted(shape: Shape) -> dict[str, Any] | None:
    """Return what the answer says where the act was taken: a word for it, else what it made."""
    found = [
        (walk, leaf) for walk, leaf in _leaves(shape.answer) if _usable(walk) and JSON not in walk
    ]
    for walk, leaf in found:
        if leaf.startswith("="):
            return {"at": f"response.json | {_walk(walk)}", "equals": _value(leaf)}
    for wanted in ("id", "text", "flag", "number"):
        for walk, leaf in found:
            if leaf == wanted and "error" not in "".join(walk).lower():
                return {"at": f"response.json | {_walk(walk)}", "present": True}
    return None


def _target(shape: Shape) -> str | None:
    """Return the reader of what it was done to: an id in the body, else one in the path."""
    found = [walk for walk, leaf in _leaves(shape.body) if leaf == "id" and _usable(walk)]
    for walk in sorted(found, key=lambda walk: bool(_NOT_TARGETS.search(walk[-1]))):
        if (reader := _reader(shape.kind, walk)) is not None:
            return reader
    holes = [n for n, part in enumerate(segments(shape.path), 1) if part == "*"]
    return f"path.part{holes[-1]}" if holes else None


def _reader(kind: str, walk: tuple[str, ...]) -> str | None:
    if kind == "json" and JSON not in walk:
        return f"json | {_walk(walk)}"
    if kind not in {"form", "multipart"}:
        return None
    field, *rest = walk
    if not rest:
        return f"form.{field}"
    if rest[0] == JSON and len(rest) > 1 and JSON not in rest[1:]:
        return f"form.{field} | json | {_walk(tuple(rest[1:]))}"
    return None


def _walk(walk: tuple[str, ...]) -> str:
    """Return a walk in which a key that is a verb, or near one, stands in quotes."""
    if len(walk) == 1:
        return f'"{walk[0]}"'
    return ".".join(f'"{key}"' if key in VERBS else key for key in walk)


def _cases(shape: Shape, rule: dict[str, Any]) -> Iterator[dict[str, Any]]:
    request = _request(shape)
    content = _made_up(shape.answer)
    answer: dict[str, Any] = {"status": shape.status}
    if isinstance(content, (dict, list)):
        answer["json"] = content
    act: dict[str, Any] = {"activity": rule["activity"], "effect": "do"}
    if "target" in rule:
        path = rule["target"].startswith("path.")
        act["target"] = "s" + rule["target"].removeprefix("path.part") if path else "1"
    yield {"title": "as in the lesson", "request": request, "response": answer, "expect": [act]}
    yield {"title": "refused", "request": request, "response": {"status": 403}, "expect": []}


def _request(shape: Shape) -> dict[str, Any]:
    parts = [
        f"s{n}" if part in {"*", "**"} else part for n, part in enumerate(segments(shape.path), 1)
    ]
    query = "&".join(f"{name}=s" for name in shape.query)
    url = f"https://{shape.host}/{'/'.join(parts)}" + (f"?{query}" if query else "")
    request: dict[str, Any] = {"method": shape.method, "url": url}
    if shape.name_at.startswith("header.") and shape.name:
        request["headers"] = {shape.name_at.removeprefix("header."): shape.name}
    if shape.kind in {"form", "multipart"} and isinstance(shape.body, dict):
        request["form"] = {name: _field(inner) for name, inner in shape.body.items()}
    elif shape.kind == "json":
        request["json"] = _made_up(shape.body)
    if shape.name and " | " in shape.name_at.replace("form.", "form | "):
        place, _, field = shape.name_at.replace("form.", "form | ").partition(" | ")
        request[place][field] = shape.name
    return request


def _field(tree: Tree) -> str:
    if isinstance(tree, dict) and JSON in tree:
        return _json(_made_up(tree[JSON]))
    return str(_made_up(tree))


def _json(value: object) -> str:
    return json.dumps(value)


def _made_up(tree: Tree) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a value of that shape; TOML knows no null, so what was null is left out."""
    match tree:
        case dict() if JSON in tree:
            return _json(_made_up(tree[JSON]))
        case dict():
            return {key: _made_up(inner) for key, inner in tree.items() if inner != "null"}
        case list():
            return [_made_up(inner) for inner in tree if inner != "null"]
        case str():
            return _value(tree) if tree.startswith("=") else _VALUES.get(tree, "")


def _value(leaf: str) -> Any:  # noqa: ANN401 - one of a closed list
    return json.loads(leaf[1:])
