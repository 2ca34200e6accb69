"""Settings, each declared once: name, type, default and a sentence.

The dialog, `settings.toml` and the reference in the README are made from `SETTINGS`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import tomlkit

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

type Value = str | int | bool | list[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `choices` is empty where anything of the type is allowed."""

    name: str
    default: Value
    help: str
    choices: tuple[str, ...] = ()


SETTINGS: Final = (
    Setting("language", "system", "Language of the window.", ("system", "en", "fr")),
    Setting("port", 0, "Port of the meter on this computer; 0 until one was chosen, then kept."),
    Setting("on", [], "Platforms switched on besides those that are on by themselves."),
    Setting("off", [], "Platforms that are not to be metered."),
    Setting("hosts", [], "Hosts the person added, as PLATFORM=HOST."),
    Setting("agreed", [], "Hosts of packs the person knows of, as PLATFORM=HOST; kept by itself."),
    Setting("lens", "worker", "Whose price.", ("worker", "buyer", "time", "platform")),
    Setting("currency", "EUR", "Currency in which worth is shown."),
    Setting("country", "FR", "Country whose floor the time lens uses."),
    Setting("deflated", True, "Carry old rates to the money of the reference year."),
    Setting("browser", "", "Browser that `browse` opens; empty for the first one found."),
    Setting("alone", False, "The person said that nobody else uses the metered browser."),
)

BY_NAME: Final[Mapping[str, Setting]] = {setting.name: setting for setting in SETTINGS}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose; everything else has its default."""

    chosen: Mapping[str, Value]

    def __getitem__(self, name: str) -> Value:
        """Return the value of a setting; KeyError where none is declared by that name."""
        return self.chosen.get(name, BY_NAME[name].default)

    def text(self, name: str) -> str:
        """Return a setting that is a word."""
        return str(self[name])

    def number(self, name: str) -> int:
        """Return a setting that is a whole number."""
        value = self[name]
        return value if isinstance(value, int) else 0

    def words(self, name: str) -> list[str]:
        """Return a setting that is a list of words."""
        value = self[name]
        return list(value) if isinstance(value, list) else []


def faults(found: Mapping[str, object]) -> list[str]:
    """Return a sentence for each setting that is unknown, of the wrong type or not a choice."""
    return [fault for name, value in found.items() if (fault := _fault(name, value))]


def _fault(name: str, value: object) -> str | None:
    setting = BY_NAME.get(name)
    if setting is None:
        return f"{name}: there is no such setting."
    if type(value) is not type(setting.default):
        return f"{name}: {type(setting.default).__name__} is wanted, not {type(value).__name__}."
    if setting.choices and value not in setting.choices:
        return f"{name}: choose one of {', '.join(setting.choices)}."
    return None


def read(path: Path) -> Settings:
    """Read the settings file; an absent one means all defaults.

    Raises KnownError with every fault of the file at once.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings({})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnownError(f"{path.name}: {error}.", "Mend the line or delete the file.") from error
    if wrong := faults(found):
        raise KnownError(f"{path.name}: " + " ".join(wrong), "Mend these lines.")
    return Settings(found)


def change(path: Path, name: str, value: Value) -> Settings:
    """Set one setting, keeping the person's comments and order; replaced in one step."""
    if wrong := _fault(name, value):
        raise KnownError(wrong, "See `labormeter settings`.")
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    document = tomlkit.parse(text)
    document[name] = value
    fresh = path.with_suffix(".new")
    fresh.write_text(tomlkit.dumps(document), encoding="utf-8")
    fresh.replace(path)
    return read(path)
