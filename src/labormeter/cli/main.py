"""`labormeter`: one program, a module a verb group, each loaded only when it is called."""

from __future__ import annotations

import importlib
import sys
from typing import Final

import click

from labormeter import __version__
from labormeter.errors import KnownError
from labormeter.home import VARIABLE, Home

VERBS: Final[dict[str, str]] = {
    "acts": "labormeter.cli.acts:acts",
    "add": "labormeter.cli.add:add",
    "autostart": "labormeter.cli.autostart:autostart",
    "browse": "labormeter.cli.browse:browse",
    "coverage": "labormeter.cli.coverage:coverage",
    "desktop": "labormeter.cli.desktop:desktop",
    "doctor": "labormeter.cli.doctor:doctor",
    "export": "labormeter.cli.export:export",
    "forget": "labormeter.cli.forget:forget",
    "import": "labormeter.cli.importing:import_",
    "inspect": "labormeter.cli.inspect:inspect",
    "ledger": "labormeter.cli.ledger:ledger",
    "meter": "labormeter.cli.meter:meter",
    "packs": "labormeter.cli.packs:packs",
    "platforms": "labormeter.cli.platforms:platforms",
    "pool": "labormeter.cli.pool:pool",
    "practice": "labormeter.cli.practice:practice",
    "rates": "labormeter.cli.rates:rates",
    "room": "labormeter.cli.room:room",
    "settings": "labormeter.cli.settings:settings",
    "shift": "labormeter.cli.shift:shift",
    "statement": "labormeter.cli.statement:statement",
    "study": "labormeter.cli.study:study",
    "terms": "labormeter.cli.terms:terms",
    "uninstall": "labormeter.cli.uninstall:uninstall",
}
"""Verb -> where its command is defined."""


class Verbs(click.Group):
    """A group whose commands are imported when they are used, so that a verb starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the verbs in the order of the alphabet."""
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one verb; None where there is none by that name."""
        if cmd_name not in VERBS:
            return None
        module, name = VERBS[cmd_name].split(":")
        found = getattr(importlib.import_module(module), name)
        assert isinstance(found, click.Command)  # noqa: S101 - the table above is tested
        return found


@click.group(cls=Verbs, invoke_without_command=True)
@click.version_option(__version__, prog_name="labormeter")
@click.option("--home", "chosen", metavar="DIR", envvar=VARIABLE, help="Run on this folder alone.")
@click.pass_context
def cli(ctx: click.Context, chosen: str | None) -> None:
    """Meter your unpaid digital labour; without a verb, open the window."""
    ctx.obj = Home.find(chosen)
    put_back(ctx.obj, ctx.invoked_subcommand)
    if ctx.invoked_subcommand is None:
        from labormeter.cli.window import open_window  # noqa: PLC0415 - only where it is wanted

        open_window(ctx.obj)


def put_back(home: Home, verb: str | None) -> None:
    """Undo what a crash broke off in the desktop's settings; one look for a file where none did."""
    if verb == "desktop" or not (home.root / "desktop.jsonl").exists():
        return
    from labormeter.desktop import own  # noqa: PLC0415 - only where there is something to undo

    try:
        if own.recover(home, lambda _: None):
            click.echo(
                "The desktop's proxy settings were left halfway, and are put back.", err=True
            )
    except KnownError as error:
        click.echo(str(error), err=True)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0; 1 a known error; 2 usage; 70 a bug."""
    try:
        cli.main(arguments, standalone_mode=False)
    except KnownError as error:
        fail(str(error), 1)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        fail("Stopped.", 1)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as bug:  # noqa: BLE001 - a role border: whatever comes is a bug of ours
        fail(report(bug), 70)


def report(bug: BaseException) -> str:
    """Describe a bug by names and lines alone: an exception's text may hold personal data."""
    places = []
    step = bug.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        places.append(f"{step.tb_frame.f_globals.get('__name__')}:{code.co_name}:{step.tb_lineno}")
        step = step.tb_next
    trail = " > ".join(places[-4:])
    return f"This is a bug of labormeter ({type(bug).__name__} in {trail}). Please report it."


def fail(sentence: str, code: int) -> None:
    """Say a sentence on standard error and exit."""
    click.echo(sentence, err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
