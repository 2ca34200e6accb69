"""What a reader sees of an exchange: documents decoded when first asked for, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from labormeter.rules.decode import form_fields, json_document, multipart_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from labormeter.model import Exchange, Pairs, Request, Response
    from labormeter.rules.decode import Values

type Fields = dict[str, list[str]]

MISSING: Final = object()
"""In place of an item where nothing is fanned out."""


class Half:
    """The request or the response of one exchange."""

    __slots__ = ("_cookies", "_form", "_json", "message", "query_pairs")

    def __init__(self, message: Request | Response, query_pairs: Pairs = ()) -> None:
        self.message = message
        self.query_pairs = query_pairs
        self._cookies: Fields | None = None
        self._form: Fields | None = None
        self._json: Values | None = None

    def header(self, name: str) -> Values:
        """Return the values of a header."""
        return [value for known, value in self.message.headers if known == name]

    def query(self, name: str) -> Values:
        """Return the values of a query parameter."""
        return [value for known, value in self.query_pairs if known == name]

    def cookie(self, name: str) -> Values:
        """Return the values of a cookie that is sent, or set."""
        if self._cookies is None:
            self._cookies = _cookies(self.header("cookie"), self.header("set-cookie"))
        return list(self._cookies.get(name, ()))

    def form(self, name: str) -> Values:
        """Return the values of a form field, url-encoded or in a text part of a multipart body."""
        if self._form is None:
            self._form = self._read_form()
        return list(self._form.get(name, ()))

    def body(self) -> Values:
        """Return the body, where it was read."""
        return [] if self.message.body is None else [self.message.body]

    def json(self) -> Values:
        """Return the body as one JSON document."""
        if self._json is None:
            body = self.message.body
            self._json = json_document(body) if body and not self.message.truncated else []
        return self._json

    def _read_form(self) -> Fields:
        if not self.message.body:
            return {}
        kind = next((str(value) for value in self.header("content-type")), "")
        if kind.lower().startswith("multipart/"):
            return multipart_fields(self.message.body, kind)
        return form_fields(self.message.body, truncated=self.message.truncated)


def _cookies(sent: Values, given: Values) -> Fields:
    pieces = [piece for header in sent for piece in str(header).split(";")]
    pieces += [str(header).split(";", 1)[0] for header in given]
    found: Fields = {}
    for piece in pieces:
        name, _, value = piece.strip().partition("=")
        found.setdefault(name, []).append(unquote(value.strip('"')))
    return found


class Documents:
    """Both halves of one exchange, and what was decoded of them; shared by all readers."""

    __slots__ = ("cache", "exchange", "request", "response")

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.request = Half(exchange.request, exchange.request.query)
        self.response = None if exchange.response is None else Half(exchange.response)
        self.cache: dict[str, Values] = {}


class View:
    """Documents as one rule sees them: with what its path keeps, and one item of a list."""

    __slots__ = ("answer", "cache", "captures", "documents", "item")

    def __init__(
        self,
        documents: Documents,
        captures: Mapping[str, str],
        *,
        item: object = MISSING,
        answer: object = MISSING,
    ) -> None:
        self.documents = documents
        self.captures = captures
        self.item = item
        self.answer = answer
        self.cache: dict[str, Values] = {}

    def at(self, item: object, answer: object) -> View:
        """Return the same view on one item of a list and on what answers it."""
        return View(self.documents, self.captures, item=item, answer=answer)

    def cached(self, key: str, find: Callable[[View], Values], *, own: bool) -> Values:
        """Return what `find` yields, found once: for this view alone, or for the exchange."""
        cache = self.cache if own else self.documents.cache
        found = cache.get(key)
        if found is None:
            found = cache[key] = find(self)
        return found
