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
MEMORY: Final = 3600 * SECOND
"""Time for which an idempotency token is remembered; the ledger remembers it for ever."""
FLOWS: Final = 4096
"""Keys of flows, tokens, closed flows and balances that are remembered, each."""
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
    balances: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """The last balance seen, and when."""
    swept_at: int = 0

    @property
    def kept(self) -> int:
        """Bytes of running uploads."""
        return sum(flow.parts.kept for flow in self.running())

    def running(self) -> tuple[Flow, ...]:
        """Return each flow once."""
        return tuple({id(flow): flow for flow in self.flows.values()}.values())

    def knows(self, key: str) -> bool:
        """Whether a flow, a closed flow or a token is remembered under a key."""
        return key in self.flows or key in self.closed or key in self.tokens

    def with_flow(self, flow: Flow, *, instead: Flow | None = None) -> State:
        """Put a flow under its keys, in the place of what it was before."""
        flows = dict(self.flows)
        for key in instead.keys if instead is not None else ():
            flows.pop(key, None)
        for key in flow.keys:
            flows.pop(key, None)
            flows[key] = flow
        closed = self.closed
        if not closed.keys().isdisjoint(flow.keys):
            closed = {key: at for key, at in closed.items() if key not in flow.keys}
        return _bounded(replace(self, flows=flows, closed=closed))

    def without_flow(self, flow: Flow | None, keys: tuple[str, ...], at: int) -> State:
        """Close a flow, and remember its keys as closed."""
        every = (*keys, *(flow.keys if flow is not None else ()))
        flows = {key: known for key, known in self.flows.items() if key not in every}
        closed = _newest({**self.closed, **dict.fromkeys(every, at)})
        return replace(self, flows=flows, closed=closed)

    def with_token(self, token: str, at: int) -> State:
        """Remember a token that has counted."""
        return replace(self, tokens=_newest({**self.tokens, token: at}))

    def with_balance(self, key: str, balance: int, at: int) -> State:
        """Remember a balance."""
        return replace(self, balances=_newest({**self.balances, key: (balance, at)}))

    def aged(self, now: int) -> State:
        """Forget what has had no traffic for ten minutes; looked at every ten seconds."""
        if abs(now - self.swept_at) < _SWEEP:
            return self
        since = now - EXPIRY
        return replace(
            self,
            flows={key: flow for key, flow in self.flows.items() if flow.seen_at >= since},
            closed={key: at for key, at in self.closed.items() if at >= since},
            tokens={key: at for key, at in self.tokens.items() if at >= now - MEMORY},
            swept_at=now,
        )


def _newest[T](known: dict[str, T]) -> dict[str, T]:
    """Keep as many as may be remembered, those put in last."""
    while len(known) > FLOWS:
        del known[next(iter(known))]
    return known


def _bounded(state: State) -> State:
    """Keep no more flows and no more bytes than may be, those put in last."""
    flows = dict(state.flows)
    while len(flows) > FLOWS:
        oldest = flows[next(iter(flows))]
        for key in oldest.keys:
            flows.pop(key, None)
    if all(not flow.parts.parts for flow in flows.values()):
        return replace(state, flows=flows)
    held = 0
    for flow in reversed({id(each): each for each in reversed(flows.values())}.values()):
        held += flow.parts.kept
    running = list({id(flow): flow for flow in flows.values()}.values())
    for flow in running:
        if held <= BYTES:
            break
        held -= flow.parts.kept
        lighter = replace(flow, parts=flow.parts.emptied())
        flows.update(dict.fromkeys(flow.keys, lighter))
    return replace(state, flows=flows)
