"""Which words of a request may be kept: those that a shipped pack writes out, and schema words.

Keys and paths can hold anything that a person wrote: a page may put a name or a title into either.
So a word is kept only where it is known beforehand; what is not known stays in memory and becomes
a number or a star.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from labormeter.rules.index import Packs
    from labormeter.rules.pack import Pack

_ACTS: Final = """
add answer ask assign block bookmark cancel cast choose clap comment confirm create delete
dislike do downvote edit favorite favourite finish flag follow heart helpful invite join leave
like love mark mutation new pin poll post publish put rate rating react reaction remove reply
report repost request review save send set share solve star store submit subscribe tip toggle
undo unfollow unlike unmark unpin unsave unsubscribe unvote update upload upvote verify vote
watch write
"""
_SCHEMA: Final = """
account action activity actor album api app attributes author batch blob board body caption
category channel client code collection comments config content context count created data date
description document edges entity error errors event extensions feed feedback field fields file
form graph graphql group guid hash headline id ids image images index info input item items job
json key kind label labels lang language last length level limit link list listing locale
location media member message messages meta metadata method mode module name node nodes note
object offset ok operation operations option options order owner page pages parent part parts
path payload person photo photos place platform position posts product profile properties
property query question reason record ref reference request response result results rev reviews
root score section session size source stars stat state status story subject success tag tags
target task text thread thumb time timestamp title topic total type types unit upload uri url
urn user users uuid value values variables version video videos viewer web
"""
ACTS: Final = frozenset(_ACTS.split())
"""Words that say that something is done."""
COMMON: Final = ACTS | frozenset(_SCHEMA.split())
"""Words that schemas are made of; none can say who or what."""
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{2,80}")
_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,60}")
_PIECE: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^A-Za-z0-9]+")
_LONG_NUMBER: Final = re.compile(r"\d{4}")
_PARTS: Final = 4
"""Words that one key may be made of."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that may be kept."""

    keys: frozenset[str] = frozenset()
    """Keys and fields that a shipped pack reads."""
    segments: frozenset[str] = frozenset()
    """Path segments that a shipped pack writes out."""
    readers: frozenset[str] = frozenset()
    """Readers by which a shipped pack finds the name of an operation."""
    own: frozenset[str] = frozenset()
    """Words that the person typed, as the platform's own."""

    @classmethod
    def of(cls, packs: Packs, own: Iterable[str] = ()) -> Vocabulary:
        """Return the vocabulary of the shipped packs among these, and of the person."""
        shipped = [pack for pack in packs.platforms if pack.shipped]
        keys = frozenset(word for pack in shipped for word in _read(pack))
        names = frozenset(
            reader.text for pack in shipped for surface in pack.surfaces for reader in surface.name
        )
        return cls(keys, packs.literals, names, frozenset(own))

    def key(self, word: str) -> bool:
        """Whether a key of a document, a form field or a query parameter may be kept."""
        if word in self.keys or word in self.own:
            return True
        parts = list(pieces(word)) if _KEY.fullmatch(word) else []
        return 0 < len(parts) <= _PARTS and all(part in COMMON for part in parts)

    def segment(self, word: str) -> bool:
        """Whether a segment of a path may be kept."""
        return word in self.segments or word in self.own

    def operation(self, name: str) -> bool:
        """Whether the declared name of an operation may be kept: its form, and what it says."""
        if name in self.own:
            return True
        if not _NAME.fullmatch(name) or _LONG_NUMBER.search(name):
            return False
        return any(part in ACTS for part in pieces(name))


def pieces(word: str) -> Iterator[str]:
    """Yield the words that a word in camel or snake case is made of, in lower case."""
    for piece in _PIECE.findall(word):
        if piece.strip("_"):
            yield piece.lower()


def _read(pack: Pack) -> Iterator[str]:
    """Yield the words in the readers of a pack, and the roots and parts that it names."""
    readers = [reader for rule in pack.rules for reader in rule.readers()]
    for surface in pack.surfaces:
        readers += surface.name
    for reader in readers:
        yield from (
            word for word in re.findall(r"[A-Za-z0-9_]+", reader.text) if _KEY.fullmatch(word)
        )
    for rule in pack.rules:
        yield from (
            word for word in (*rule.roots.exact, *rule.upload.exact) if _KEY.fullmatch(word)
        )
