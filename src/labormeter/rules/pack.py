"""A pack as values: the rules of one platform, and the cases that prove them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from labormeter.rules.glob import Globs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from labormeter.model import Effect
    from labormeter.rules.predicate import Predicate
    from labormeter.rules.reader import Reader
    from labormeter.rules.route import Route

type Kind = Literal["commercial", "commons", "captcha", "practice"]
type Confidence = Literal["A", "B", "C"]
type Stage = Literal["open", "advance", "close"]

SEND = "SEND"
"""Method of a text frame that the client sent over a websocket; nothing answers it."""
EXAMPLE = "social.example"
"""Where a pack without hosts of its own is at home until a person adds one: in its cases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """A family of requests that share transport, and how their operations are named."""

    id: str
    methods: frozenset[str] = frozenset({"POST"})
    hosts: tuple[str, ...] = ()
    """Empty for all hosts of the pack."""
    paths: tuple[Route, ...] = ()
    name: tuple[Reader, ...] = ()
    """Readers of the operation's declared name, those of the head first."""
    reads: Globs = field(default_factory=Globs)
    """Names that are reads: never counted, never noticed."""
    unread: tuple[Route, ...] = ()
    """The same by path, on a surface that names no operations."""
    batch: bool = False
    """The request is a list of operations, answered by a list."""
    answers: Reader | None = None
    roots: Reader | None = None
    refused: tuple[Predicate, ...] = ()
    lease: Lease | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """An answer that names the host to which the browser will send a file by itself.

    A pack names all such hosts; one that it does not name stays closed and leaves a notice.
    """

    host: Reader
    """Host names, or addresses that hold them."""
    names: Globs = field(default_factory=Globs)
    """Operations that are answered so; empty for all of the surface."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What a rule adds to a flow of several exchanges."""

    id: str
    stage: Stage
    key: Reader | None = None
    next: Reader | None = None
    needs_open: bool = True
    rounds: int | Reader = 0
    tiles: int | Reader = 0
    offset: Reader | None = None
    index: Reader | None = None
    total: Reader | None = None
    reached: Reader | None = None

    @property
    def may_close(self) -> bool:
        """Whether an act may come of this step."""
        return self.stage == "close" or self.reached is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Exchanges as a pack writes them down, and what must come of them."""

    title: str
    exchanges: tuple[Mapping[str, object], ...]
    expect: tuple[Mapping[str, object], ...]
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What one kind of exchange counts as."""

    id: str
    surface: Surface
    activity: str
    effect: Effect = "do"
    confidence: Confidence = "C"
    evidence: tuple[str, ...] = ()
    enabled: bool = True
    wanted: str = ""
    """What a capture must show before a rule that rests on memory may count."""
    names: Globs = field(default_factory=Globs)
    roots: Globs = field(default_factory=Globs)
    where: tuple[Predicate, ...] = ()
    accepted: tuple[Predicate, ...] = ()
    refused: tuple[Predicate, ...] = ()
    status: frozenset[int] = frozenset()
    """Empty for any 2xx."""
    target: Reader | None = None
    made: Reader | None = None
    token: Reader | None = None
    uses: Reader | None = None
    undoes: tuple[str, ...] = ()
    by: Literal["target", "made"] = "target"
    switches: tuple[str, ...] = ()
    quantity: Reader | None = None
    balance: Reader | None = None
    """A running total; what it grew by since it was last read is the quantity."""
    unit: str = ""
    finer: str = ""
    """A finer word than the activity, where the price map knows one: `request`."""
    seconds: Reader | None = None
    since: Reader | None = None
    """What `seconds` begin at, where the wire tells two moments: sums, one taken off the other."""
    upload: Globs = field(default_factory=Globs)
    """Multipart parts that are the uploaded file."""
    raw: bool = False
    """The whole body is the uploaded file."""
    flow: Flow | None = None
    each: Reader | None = None
    each_answer: Reader | None = None
    cases: tuple[Case, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it makes an act by itself and is no mere step towards one."""
        return self.flow is None or self.flow.may_close

    def readers(self) -> tuple[Reader, ...]:
        """Return every reader that judging and counting an exchange by this rule needs."""
        predicates = (*self.where, *self.accepted, *self.refused, *self.surface.refused)
        found: list[Reader | int | None] = [
            *(reader for predicate in predicates for reader in predicate.readers),
            *(self.target, self.made, self.token, self.uses, self.quantity, self.balance),
            *(self.seconds, self.since, self.each, self.each_answer),
            self.surface.roots if self.roots else None,
        ]
        if (flow := self.flow) is not None:
            found += [flow.key, flow.next, flow.offset, flow.index, flow.rounds, flow.tiles]
            found += [flow.total, flow.reached]
        return tuple(each for each in found if each is not None and not isinstance(each, int))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The rules of one platform."""

    platform: str
    title: str
    version: str
    reviewed: date
    hosts: tuple[str, ...]
    kind: Kind = "commercial"
    ask: str = ""
    """Off until the person says yes to this sentence."""
    counts_as: str = ""
    """Platform that its acts and notices carry, where that is another."""
    ignore: tuple[Route, ...] = ()
    """Paths of telemetry: never looked at, never noticed."""
    actor: Reader | None = None
    surfaces: tuple[Surface, ...] = ()
    rules: tuple[Rule, ...] = ()
    shipped: bool = True

    @property
    def literals(self) -> frozenset[str]:
        """Path segments that the pack itself writes out."""
        routes = [route for each in self.surfaces for route in (*each.paths, *each.unread)]
        routes += [route for rule in self.rules for route in rule.surface.paths]
        return frozenset(part for route in (*routes, *self.ignore) for part in route.literals)

    @property
    def counted(self) -> str:
        """The platform that its acts carry."""
        return self.counts_as or self.platform
