"""`labormeter packs`: check packs of rules, and list those in use."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from labormeter.errors import KnownError
from labormeter.rules import load
from labormeter.rules.check import verdicts

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.rules.fault import Fault
    from labormeter.rules.pack import Pack


@click.group()
def packs() -> None:
    """Packs of rules: what a platform's requests and answers mean."""


@packs.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Read FILES and run the cases in them; all faults are shown together."""
    table = Table("pack", "rule", "cases", "hold", box=None, header_style="bold")
    faults: list[Fault] = []
    for file in files:
        pack, found = load.read(file)
        faults += found
        if pack is not None:
            faults += _run(pack, file, table)
    if table.row_count:
        Console(soft_wrap=True).print(table)
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        many = f"{len(faults)} faults" if len(faults) > 1 else "One fault"
        raise KnownError(f"{many} found.", "See docs/packs.md for the format.")
    click.echo("All cases hold.")


def _run(pack: Pack, file: Path, table: Table) -> list[Fault]:
    """Run a pack's cases into a row a rule, and return what is wrong."""
    tried, failed = Counter[str](), Counter[str]()
    faults: list[Fault] = []
    for rule, _, fault in verdicts(pack, file.name):
        tried[rule] += 1
        if fault is not None:
            failed[rule] += 1
            faults.append(fault)
    for rule, count in tried.items():
        table.add_row(pack.platform, rule, str(count), str(count - failed[rule]))
    return faults


@packs.command("list")
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table")
@click.pass_obj
def list_(home: Home, shape: str) -> None:
    """List the packs in use: the shipped ones and the person's own."""
    found, faults = load.load(home.packs)
    rows = [_row(pack) for pack in found.platforms]
    if shape == "json":
        click.echo(json.dumps(rows, indent=2))
    else:
        table = Table(*(rows[0] if rows else ("platform",)), box=None, header_style="bold")
        for row in rows:
            table.add_row(*(str(value) for value in row.values()))
        Console(soft_wrap=True).print(table)
    for fault in faults:
        click.echo(str(fault), err=True)


def _row(pack: Pack) -> dict[str, object]:
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
