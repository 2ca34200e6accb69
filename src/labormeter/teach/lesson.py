"""Which of many exchanges the lesson is about: writes that were taken and that no rule counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from labormeter.rules.denied import host_denied, name_denied, path_denied
from labormeter.rules.index import prefetched
from labormeter.rules.match import WRITES, match
from labormeter.rules.route import segments
from labormeter.rules.view import Documents, View
from labormeter.teach.shape import Shape, shape
from labormeter.teach.words import ACTS, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.model import Exchange
    from labormeter.rules.index import Packs
    from labormeter.teach.words import Vocabulary

MANY: Final = 200
"""Kinds of requests that are remembered in one lesson."""


def lesson_of(packs: Packs, exchange: Exchange, words: Vocabulary) -> Shape | None:
    """Return the shape of an exchange that a lesson may be about; None for all else.

    What a pack denies is never looked at, nor reads, telemetry, and what was not taken.
    """
    request, response = exchange.request, exchange.response
    if request.method not in WRITES or response is None or not 200 <= response.status < 300:  # noqa: PLR2004
        return None
    if not open_to_lessons(packs, request.host, request.path) or prefetched(request.headers):
        return None
    declared = _declared(packs, exchange)
    if declared is None or match(packs, exchange).candidates:
        return None
    found = shape(exchange, words, declared)
    return None if found.name and name_denied(found.name) else found


def open_to_lessons(packs: Packs, host: str, path: str) -> bool:
    """Whether a request may be looked at in a lesson at all: decided on its address."""
    return not (host_denied(host) or path_denied(host, path) or packs.ignored(host, path))


def _declared(packs: Packs, exchange: Exchange) -> tuple[str, str] | None:
    """Return the operation's name and how a shipped pack finds it, where one does.

    None where a pack says by that name that the exchange is a read, or private.
    """
    request = exchange.request
    parts = segments(request.path)
    documents = Documents(exchange)
    for binding, route in packs.find(request.method, request.host, request.path):
        view = View(documents, route.captures(parts))
        name = binding.name(view)
        if name is None:
            continue
        if binding.meaning(name).read or name_denied(name):
            return None
        if binding.pack.shipped:
            at = next(one.text for one in binding.surface.name if one.text_at(view) is not None)
            return name, at
    return "", ""


def fresh(before: Iterable[Shape], found: Iterable[Shape]) -> tuple[Shape, ...]:
    """Return the shapes that were not there before, the likeliest to be the act first."""
    known = {_key(one) for one in before}
    seen = Counter(_key(one) for one in found)
    new = {_key(one): one for one in found if _key(one) not in known}
    return tuple(sorted(new.values(), key=lambda one: -_weight(one, seen[_key(one)])))


def _key(one: Shape) -> tuple[str, str, str, str, str]:
    return one.method, one.host, one.path, one.name, repr(one.body)


def _weight(one: Shape, times: int) -> int:
    """Say how much speaks for a request: what it is called, and that it is answered by something."""
    words = {*pieces(one.name), *(part for word in segments(one.path) for part in pieces(word))}
    return (
        4 * bool(words & ACTS)
        + 2 * bool(one.name)
        + 2 * isinstance(one.answer, dict)
        + isinstance(one.body, dict)
        - 2 * (times > 1)
        - (one.kind == "other")
    )
