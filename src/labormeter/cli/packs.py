"""`labormeter packs`: check packs of rules, and list those in use."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from labormeter.cli.listing import format_option, show
from labormeter.cli.teach import teach
from labormeter.cli.update import bundle, update
from labormeter.drift import drift as judge_drift
from labormeter.errors import KnownError
from labormeter.ledger import query
from labormeter.rules import load
from labormeter.rules.check import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.cli.listing import Record
    from labormeter.drift import Drift
    from labormeter.home import Home
    from labormeter.rules.fault import Fault
    from labormeter.rules.pack import Pack


@click.group()
def packs() -> None:
    """Packs of rules: what a platform's requests and answers mean."""


for _part in (bundle, teach, update):
    packs.add_command(_part)


@packs.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@format_option
def check(*, files: tuple[Path, ...], form: str) -> None:
    """Read FILES and run the cases in them; all faults are shown together."""
    records: list[Record] = []
    faults: list[Fault] = []
    for file in files:
        pack, found = load.read(file)
        faults += found
        if pack is not None:
            rows, wrong = _run(pack, file)
            records += rows
            faults += wrong
    if records:
        show(records, form)
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        many = f"{len(faults)} faults" if len(faults) > 1 else "One fault"
        raise KnownError(f"{many} found.", "The manual's page docs/packs.md explains the format.")
    click.echo("All cases hold.", err=form != "table")


def _run(pack: Pack, file: Path) -> tuple[list[Record], list[Fault]]:
    """Run a pack's cases; return a record a rule, and what is wrong."""
    tried, failed = Counter[str](), Counter[str]()
    faults: list[Fault] = []
    for rule, _, fault in verdicts(pack, file.name):
        tried[rule] += 1
        if fault is not None:
            failed[rule] += 1
            faults.append(fault)
    records: list[Record] = [
        {"pack": pack.platform, "rule": rule, "cases": count, "hold": count - failed[rule]}
        for rule, count in tried.items()
    ]
    return records, faults


@packs.command("list")
@format_option
@click.pass_obj
def list_(home: Home, *, form: str) -> None:
    """List the packs in use: the shipped ones and the person's own."""
    found, faults = load.load(home.packs)
    show([_record(pack) for pack in found.platforms], form)
    for fault in faults:
        click.echo(str(fault), err=True)


@packs.command()
@format_option
@click.pass_obj
def drift(home: Home, *, form: str) -> None:
    """Show which writes no rule knows, and which platforms probably changed."""
    with query.open(home) as ledger:
        found = judge_drift(
            ledger.notices(),
            ledger.health(),
            ledger.cells(),
            date.today(),  # noqa: DTZ011 - here
        )
    show([record for one in found for record in _drift(one)], form, columns=_DRIFT)
    if form == "table":
        for one in found:
            if one.state == "changed":
                click.echo(f"{one.platform}: {one.sentence}")


_DRIFT: Final = ("platform", "state", "since", "count", "reason", "host", "method", "name")


def _drift(one: Drift) -> Iterator[Record]:
    """Return a record a write that no rule knows; one for the platform where there is none."""
    standing: Record = {
        "platform": one.platform,
        "state": "probably changed" if one.state == "changed" else one.state,
        "last_act": one.last_act,
        "last_traffic": one.last_traffic,
    }
    if not one.writes:
        yield {**standing, "since": one.since, "count": 0}
    for write in one.writes:
        yield {
            **standing,
            "since": write.since,
            "last": write.last,
            "days": write.days,
            "count": write.count,
            "reason": write.reason,
            "host": write.host,
            "method": write.method,
            "name": write.name,
        }


def _record(pack: Pack) -> Record:
    enabled = [rule for rule in pack.rules if rule.enabled]
    return {
        "platform": pack.platform,
        "title": pack.title,
        "version": pack.version,
        "reviewed": str(pack.reviewed),
        "hosts": len(pack.hosts),
        "rules": len(enabled),
        "waiting": len(pack.rules) - len(enabled),
        "cases": sum(len(rule.cases) for rule in pack.rules),
        "from": "shipped" if pack.shipped else "own",
    }
