"""`labormeter pool`: take contributions in, ask the pool, publish a release."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from labormeter.cli.listing import format_option, show
from labormeter.cli.reading import reading, reading_options
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import pyrage

    from labormeter.cli.listing import Record
    from labormeter.home import Home
    from labormeter.pool.release import Basis
    from labormeter.pool.store import Pool

_FOLDER = click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
_ENGINE: Final = (
    click.option("--engine", type=click.Choice(["duckdb", "sqlite", "spark"]), default="duckdb"),
    click.option("--memory", default="4GB", show_default=True, help="What DuckDB may hold."),
    click.option("--url", default="", metavar="sc://HOST", help="A Spark Connect server."),
)


@click.group()
def pool() -> None:
    """Take contributions in, ask the pool, publish: the researcher's half of a study."""


def today() -> date:
    """Return the local day: the command line is a border that reads a clock."""
    return datetime.now(UTC).astimezone().date()  # noqa: TID251


_OTHER: Final = "No contribution: left where it is, and not kept."


@pool.command()
@_FOLDER
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--study", type=click.Path(path_type=Path, exists=True), help="Signed study file.")
@click.option(
    "--keys",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="File of an age identity that opens contributions.",
)
@click.option(
    "--invitations",
    type=click.Path(path_type=Path, exists=True),
    help="File of the invitation codes that were given out, one a line.",
)
@format_option
def ingest(
    *,
    folder: Path,
    files: tuple[Path, ...],
    study: Path | None,
    keys: tuple[Path, ...],
    invitations: Path | None,
    form: str,
) -> None:
    """Take FILES (or folders of them) into the pool in FOLDER; what is refused says why."""
    from labormeter.pool import ingest as taking  # noqa: PLC0415 - researchers alone
    from labormeter.pool import judge, store  # noqa: PLC0415

    opened = store.create(folder, study.read_bytes()) if study else store.opened(folder)
    given = _codes(invitations)
    run = taking.ingest(opened, _all(files), _readers(keys), today=today(), invitations=given)
    rows: list[Record] = [
        {"what": name, "files": many, "why": _OTHER if name == "other" else ""}
        for name, many in run.outcomes.items()
    ]
    rows += [
        {"what": "refused", "files": many, "why": f"{name}: {judge.REASONS[name]}"}
        for name, many in sorted(run.reasons.items())
    ]
    rows += [
        {"what": "look at", "files": many, "why": "The same rows as another participant."}
        for many in run.flags.values()
    ]
    show(rows, form, columns=("what", "files", "why"))


def _all(files: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for file in files:
        inside = (
            sorted(one for one in file.rglob("*") if one.is_file()) if file.is_dir() else [file]
        )
        found += inside
    return found


def _codes(file: Path | None) -> frozenset[str]:
    lines = file.read_text("utf-8").split() if file else []
    return frozenset(one.strip().lower() for one in lines)


def _readers(files: Sequence[Path]) -> list[pyrage.x25519.Identity]:
    import pyrage  # noqa: PLC0415

    found = []
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            if line.startswith("AGE-SECRET-KEY-"):
                try:
                    found.append(pyrage.x25519.Identity.from_str(line.strip()))
                except pyrage.IdentityError as error:
                    raise KnownError(f"{file.name} holds no age identity.") from error
    if not found:
        raise KnownError(
            "No key was given that could open a contribution.", "Name one with --keys."
        )
    return found


def _with_engine[F: Any](command: F) -> F:
    for option in reversed(_ENGINE):
        command = option(command)
    return command


@pool.command()
@_FOLDER
@click.argument("question", required=False)
@_with_engine
@reading_options
@format_option
@click.pass_obj
def query(
    home: Home,
    /,
    *,
    folder: Path,
    question: str | None,
    engine: str,
    memory: str,
    url: str,
    form: str,
    **chosen: Any,  # noqa: ANN401 - what `reading_options` adds
) -> None:
    """Ask the pool in FOLDER one QUESTION; without one, list the questions.

    Answers are exact and for the researcher's eyes: what is published, `release` draws up.
    """
    from labormeter.pool import asking, queries, store  # noqa: PLC0415

    if question is None:
        told = [{"question": name} for name in queries.QUERIES]
        show(told, form)
        return
    opened = store.opened(folder)
    answers = asking.ask(
        opened, [question], reading(home, chosen), name=engine, memory=memory, url=url
    )
    answer = answers[question]
    show(answer.records(), form, columns=answer.columns)
    click.echo(f"SHA-256 of this answer: {answer.sha256}", err=True)


@pool.command()
@_FOLDER
@click.option("--epsilon", type=float, help="Add noise: differential privacy at this cost.")
@click.option("--bound", type=int, help="With noise: most that one person says in one cell.")
@click.option(
    "--weights",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="CSV of the population's shares by country and age band: weighs the means.",
)
@click.option("--yes", is_flag=True, help="Publish without a question.")
@_with_engine
@reading_options
@click.pass_obj
def release(
    home: Home,
    /,
    *,
    folder: Path,
    epsilon: float | None,
    bound: int | None,
    weights: Path | None,
    yes: bool,
    engine: str,
    memory: str,
    url: str,
    **chosen: Any,  # noqa: ANN401 - what `reading_options` adds
) -> None:
    """Draw up the next release of the pool in FOLDER: numbered, and frozen once it is made."""
    from labormeter.pool import asking, deposit, store  # noqa: PLC0415
    from labormeter.pool import release as releases  # noqa: PLC0415

    opened = store.opened(folder)
    most = bound or opened.study.most
    read = reading(home, chosen)
    with store.alone(opened):  # who counts and what they said are of one moment
        answers = asking.ask(
            opened, asking.RELEASED, read, name=engine, memory=memory, url=url, most=most
        )
        basis = _weighed(_basis(opened, answers, read), weights)
        _agree(opened, basis.number, epsilon, yes=yes)
        made = releases.draw_up(basis) if epsilon is None else _noised(opened, basis, epsilon, most)
        path = deposit.write(opened.releases, made)
    shown = sum(1 for row in made.tables["cells"] if not row.get("withheld"))
    click.echo(f"Release {made.number}: {shown} of {len(made.tables['cells'])} cells, in {path}.")


@pool.command()
@_FOLDER
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), required=True)
@click.option("--weights", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--currency", default="EUR", show_default=True)
def notebook(*, folder: Path, output: Path, weights: Path | None, currency: str) -> None:
    """Write a Jupyter notebook with the standard figures of the pool in FOLDER."""
    from labormeter.pool import notebook as notebooks  # noqa: PLC0415
    from labormeter.pool import store  # noqa: PLC0415

    opened = store.opened(folder)
    given = "" if weights is None else _from(output, weights)
    cells = notebooks.cells(opened.study.id, _from(output, folder), given, currency.upper())
    output.write_text(notebooks.write(cells), encoding="utf-8")
    click.echo(f"{output} written. Open it with Jupyter; its figures are exact and not to publish.")


def _from(notebook: Path, path: Path) -> str:
    """Return the way from a notebook to a path: a notebook that is passed on names nobody's home."""
    try:
        return os.path.relpath(path.resolve(), notebook.parent.resolve())
    except ValueError:  # another drive of Windows
        return str(path.absolute())


def _basis(pool: Pool, answers: Any, read: Any) -> Basis:  # noqa: ANN401 - values of `pool`
    from labormeter.pool import deposit, store  # noqa: PLC0415
    from labormeter.pool.release import Basis  # noqa: PLC0415
    from labormeter.valuation import shelf  # noqa: PLC0415

    number = deposit.last(pool.releases)
    book = shelf.shipped(pool.study.book)
    return Basis(
        study=pool.study,
        index=store.index(pool.root),
        reading=read,
        book=f"{book.version} {book.hash[:16]}",
        answers=answers,
        number=number + 1,
        before=deposit.marks(pool.releases, number),
        today=today().isoformat(),
    )


def _weighed(basis: Basis, file: Path | None) -> Basis:
    from labormeter.pool import weights  # noqa: PLC0415

    if file is None:
        return basis
    shares = weights.read(file.read_text("utf-8"))
    return replace(basis, weights=weights.weights(basis.index.people, shares))


def _noised(pool: Pool, basis: Basis, epsilon: float, most: int) -> Any:  # noqa: ANN401
    from labormeter.pool import privacy  # noqa: PLC0415
    from labormeter.pool import release as releases  # noqa: PLC0415

    study = pool.study
    if study.epsilon is None or study.delta is None:
        raise KnownError(
            "The study promised no differential privacy, so there is no budget to spend.",
            "Publish under disclosure control, or say protection.epsilon in the study file.",
        )
    rho = privacy.rho_of(epsilon, study.delta)
    total = privacy.afford(pool.root, rho, study.epsilon, study.delta)
    privacy.write_off(pool.root, privacy.Spent(release=basis.number, rho=rho, what="cells"))
    return releases.noised(basis, epsilon=epsilon, most=most, total=total)


def _agree(pool: Pool, number: int, epsilon: float | None, *, yes: bool) -> None:
    if yes:
        return
    how = f"with noise, for epsilon {epsilon:g}" if epsilon else "under disclosure control"
    click.confirm(
        f"Publish release {number} of {pool.study.id} {how}? It cannot be changed afterwards.",
        abort=True,
    )
