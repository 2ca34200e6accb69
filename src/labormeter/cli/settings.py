"""`labormeter settings`: look at settings, and change one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from labormeter import settings as file
from labormeter.cli.listing import format_option, show
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from labormeter.cli.listing import Record
    from labormeter.home import Home
    from labormeter.settings import Setting, Settings, Value

ASKED: Final = ("on", "off", "hosts", "agreed")
"""Settings that `platforms` keeps, because some of them need an answer to a question."""

ROOM: Final = 40
"""Characters of a value that a table shows."""

_YES: Final = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@click.command()
@click.argument("name", required=False)
@click.argument("value", required=False)
@format_option
@click.pass_obj
def settings(home: Home, *, name: str | None, value: str | None, form: str) -> None:
    """Show all settings, show the one called NAME, or set it to VALUE."""
    chosen = file.read(home.settings)
    if name is None:
        records = [_record(setting, chosen) for setting in file.SETTINGS]
        show([_short(each) for each in records] if form == "table" else records, form)
        return
    setting = _declared(name)
    if value is not None:
        chosen = _change(home, setting, value)
    if form == "table":
        click.echo(_shown(chosen[name]))
    else:
        show([_record(setting, chosen)], form)


def _short(record: Record) -> Record:
    """Return what a table has room for."""
    value = str(record["value"])
    words = len(value.split())
    return {
        "name": record["name"],
        "value": value if len(value) <= ROOM else f"{words} entries",
        "help": record["help"],
    }


def _declared(name: str) -> Setting:
    if name not in file.BY_NAME:
        names = ", ".join(file.BY_NAME)
        raise KnownError(f"There is no setting {name!r}.", f"There are: {names}.")
    return file.BY_NAME[name]


def _change(home: Home, setting: Setting, text: str) -> Settings:
    if setting.name in ASKED:
        raise KnownError(
            f"The setting {setting.name!r} follows what you agree to.",
            "Change it by `labormeter platforms`.",
        )
    home.create()
    return file.change(home.settings, setting.name, _parsed(setting, text))


def _parsed(setting: Setting, text: str) -> Value:
    match setting.default:
        case bool():
            if text.lower() not in _YES:
                raise KnownError(
                    f"{setting.name}: {text!r} is neither yes nor no.", "Say yes or no."
                )
            return _YES[text.lower()]
        case int():
            if not text.isdecimal():
                raise KnownError(f"{setting.name}: {text!r} is no whole number.", "Give digits.")
            return int(text)
        case list():
            return [word for word in text.replace(",", " ").split() if word]
        case _:
            return text


def _record(setting: Setting, chosen: Settings) -> Record:
    return {
        "name": setting.name,
        "value": _shown(chosen[setting.name]),
        "default": _shown(setting.default),
        "help": setting.help,
    }


def _shown(value: Value) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return " ".join(value)
        case _:
            return str(value)
