"""Finds what an undo may reverse: acts done and not undone on one target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.model import Partner

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_ON_TARGET: Final = (
    "SELECT seq, activity, net, actor, target, effect, finer FROM acts"
    " WHERE target = ? AND +platform = ? AND net != 0"
)
_MADE: Final = (
    "SELECT seq, activity, net, actor, NULL, 'undo', finer FROM acts"
    " WHERE made = ? AND +platform = ? AND net != 0"
)
_UNDATED: Final = (
    "SELECT -seq, activity, quantity, NULL, target, 'do', finer FROM undated"
    " WHERE target = ? AND +platform = ?"
)
"""What an archive told of without a date was before everything that has one."""


def find(
    connection: sqlite3.Connection,
    platform: str,
    activities: Sequence[str],
    *,
    targets: Sequence[str],
    made: Sequence[str],
    actors: Sequence[str],
) -> Partner:
    """Return how many acts of which activity are open on these hashes, the newest first.

    An undo may name by `target` what its do had `made`: a deletion names the post. Each lookup is
    by index and touches only acts on the same target.
    """
    rows: dict[int, tuple[str, int]] = {}
    words: dict[int, tuple[str, str]] = {}
    sought = {*targets, *made}
    for statement, marks in ((_UNDATED, sought), (_ON_TARGET, sought), (_MADE, set(made))):
        for mark in marks:
            for seq, activity, net, actor, target, effect, finer in connection.execute(
                statement, (mark, platform)
            ):
                fits = not actors or actor is None or actor in actors
                ours = effect == "undo" or target in targets
                if fits and ours and activity in activities:
                    rows[seq] = (activity, 1 if net > 0 else -1)
                    if net > 0:
                        words[seq] = (activity, finer)
    still = balance(rows[seq] for seq in sorted(rows))
    newest = dict(words[seq] for seq in sorted(words))
    return Partner(still, tuple((name, newest[name]) for name, _ in still if newest.get(name)))


def balance(steps: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Sum do and undo by activity in their order; what is open, the newest activity first.

    An undo without its do counts nothing, so that a later do is open all the same.
    """
    opened: dict[str, int] = {}
    for activity, step in steps:
        before = opened.pop(activity, 0) if step > 0 else opened.get(activity, 0)
        opened[activity] = max(0, before + step)
    return tuple((activity, count) for activity, count in reversed(opened.items()) if count)
