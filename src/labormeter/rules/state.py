"""What settling remembers between exchanges: frozen, bounded in number, bytes and time.

It holds hashes of ids and, while an upload runs, the two ends of its file; nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from labormeter.model import SECOND
from labormeter.rules.assemble import Parts

if TYPE_CHECKING:
    from collections.abc import Mapping

EXPIRY: Final = 600 * SECOND
"""Time without traffic after which a flow, and what else is remembered, is forgotten."""
PATIENCE: Final = 24 * 3600 * SECOND
"""The same for an upload: a large part takes long, and a broken one is resumed the next morning."""
MEMORY: Final = 3600 * SECOND
"""Time for which an idempotency token is remembered; the ledger remembers it for ever."""
FLOWS: Final = 4096
"""Keys of flows, tokens, closed flows, balances and further ids that are remembered, each."""
KEYS: Final = 16
"""Keys by which one flow is known."""
BYTES: Final = 12 * 1024 * 1024
"""Bytes of running uploads that are kept, of all together."""
_SWEEP: Final = 10 * SECOND


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One flow under way: a captcha, an upload in parts, a report."""

    keys: tuple[str, ...]
    opened_at: int | None
    """None where its opening was not seen."""
    seen_at: int
    upload: bool = False
    total: int | None = None
    """Bytes that the file will have, where that was said."""
    target: str | None = None
    made: str | None = None
    actor: str | None = None
    token: str | None = None
    uses: tuple[str, ...] = ()
    rounds: int = 0
    tiles: int = 0
    parts: Parts = field(default_factory=Parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What is remembered; a new one is made at each change."""

    flows: Mapping[str, Flow] = field(default_factory=dict)
    """Each flow under every key it is known by."""
    closed: Mapping[str, int] = field(default_factory=dict)
    """Keys of flows that have counted, so that a last step sent again counts nothing."""
    tokens: Mapping[str, int] = field(default_factory=dict)
    """Idempotency tokens that have counted."""
    balances: Mapping[str, int] = field(default_factory=dict)
    """The last balance seen."""
    names: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Further ids of an upload -> the id that its acts bear, and when it left."""
    swept_at: int = 0

    @property
    def kept(self) -> int:
        """Bytes of running uploads."""
        return sum(flow.parts.kept for flow in self.running())

    def running(self) -> tuple[Flow, ...]:
        """Return each flow once."""
        return tuple({id(flow): flow for flow in self.flows.values()}.values())

    def flow(self, key: str, at: int) -> Flow | None:
        """Return the flow under a key, unless it has expired."""
        flow = self.flows.get(key)
        if flow is None:
            return None
        return flow if abs(at - flow.seen_at) <= (PATIENCE if flow.upload else EXPIRY) else None

    def has_closed(self, key: str, at: int) -> bool:
        """Whether a flow of this key has counted within the time that is remembered."""
        return key in self.closed and abs(at - self.closed[key]) <= EXPIRY

    def has_counted(self, token: str, at: int) -> bool:
        """Whether a token has counted within the time that is remembered."""
        return token in self.tokens and abs(at - self.tokens[token]) <= MEMORY

    def knows(self, key: str) -> bool:
        """Whether a flow, a closed flow or a token is remembered under a key."""
        return key in self.flows or key in self.closed or key in self.tokens

    def with_flow(self, flow: Flow, *, instead: Flow | None = None) -> State:
        """Put a flow under its keys, in the place of what it was before."""
        flows = dict(self.flows)
        for key in (*(instead.keys if instead is not None else ()), *flow.keys):
            flows.pop(key, None)
        flows.update(dict.fromkeys(flow.keys, flow))
        closed = self.closed
        if not closed.keys().isdisjoint(flow.keys):
            closed = {key: at for key, at in closed.items() if key not in flow.keys}
        return replace(self, flows=_bounded(flows), closed=closed)

    def without_flow(self, keys: tuple[str, ...], at: int) -> State:
        """Close the flow that is known by these keys, and remember them as closed."""
        flows = {key: known for key, known in self.flows.items() if key not in keys}
        closed = _newest({**self.closed, **dict.fromkeys(keys, at)})
        return replace(self, flows=flows, closed=closed)

    def with_token(self, token: str, at: int) -> State:
        """Remember a token that has counted."""
        return replace(self, tokens=_newest({**self.tokens, token: at}))

    def with_balance(self, key: str, balance: int) -> State:
        """Remember a balance."""
        return replace(self, balances=_newest({**self.balances, key: balance}))

    def named(self, name: str, at: int) -> str | None:
        """Return the id that the acts of an upload bear, by a further id of it."""
        known, since = self.names.get(name, (None, 0))
        return known if abs(at - since) <= PATIENCE else None

    def with_names(self, names: tuple[str, ...], known: str, at: int) -> State:
        """Remember further ids of an upload whose acts bear one of them."""
        return replace(self, names=_newest({**self.names, **dict.fromkeys(names, (known, at))}))

    def aged(self, now: int) -> State:
        """Let go of what has expired; looked at every ten seconds."""
        if abs(now - self.swept_at) < _SWEEP:
            return self
        flows = {key: flow for key, flow in self.flows.items() if self.flow(key, now) is not None}
        closed = {key: at for key, at in self.closed.items() if self.has_closed(key, now)}
        tokens = {key: at for key, at in self.tokens.items() if self.has_counted(key, now)}
        names = {key: name for key, name in self.names.items() if self.named(key, now) is not None}
        return replace(self, flows=flows, closed=closed, tokens=tokens, names=names, swept_at=now)


def _newest[T](known: dict[str, T]) -> dict[str, T]:
    """Keep as many as may be remembered, those put in last."""
    while len(known) > FLOWS:
        del known[next(iter(known))]
    return known


def _bounded(flows: dict[str, Flow]) -> dict[str, Flow]:
    """Keep no more flows and no more bytes than may be, those put in last."""
    while len(flows) > FLOWS:
        for key in flows[next(iter(flows))].keys:
            flows.pop(key, None)
    uploads = {id(flow): flow for flow in flows.values() if flow.parts.parts}
    held = sum(flow.parts.kept for flow in uploads.values())
    for flow in uploads.values():
        if held <= BYTES:
            break
        held -= flow.parts.kept
        lighter = replace(flow, parts=flow.parts.emptied())
        flows.update({key: lighter for key in flow.keys if flows.get(key) is flow})
    return flows
