"""What settings and their choices are called; the settings themselves are declared elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from labormeter_ui import library, words
from labormeter_ui.language import NAMES

if TYPE_CHECKING:
    from labormeter.platforms import Standing
    from labormeter.settings import Setting

translate = QCoreApplication.translate

QUESTION: Final = 600
"""Characters of a pack's question that are shown: in full, but not without an end."""

LABELS: Final = {
    "language": QT_TRANSLATE_NOOP("Labels", "Language"),
    "port": QT_TRANSLATE_NOOP("Labels", "Port of the meter"),
    "lens": QT_TRANSLATE_NOOP("Labels", "Whose price"),
    "currency": QT_TRANSLATE_NOOP("Labels", "Currency"),
    "country": QT_TRANSLATE_NOOP("Labels", "Country"),
    "deflated": QT_TRANSLATE_NOOP("Labels", "Carry old rates to today's money"),
    "browser": QT_TRANSLATE_NOOP("Labels", "Metered browser"),
    "alone": QT_TRANSLATE_NOOP("Labels", "I am the only person who uses this browser"),
}

HELP: Final = {
    "language": QT_TRANSLATE_NOOP("Labels", "Changes at once, without a restart."),
    "port": QT_TRANSLATE_NOOP(
        "Labels",
        "Where the meter listens, on this computer alone. 0 until one was chosen; then it is kept,"
        " so that an open browser still finds it.",
    ),
    "lens": QT_TRANSLATE_NOOP(
        "Labels", "Worth is always read through one of these; they are never added together."
    ),
    "currency": QT_TRANSLATE_NOOP("Labels", "Rates are carried to it at the average of the year."),
    "country": QT_TRANSLATE_NOOP("Labels", "Whose minimum wage is used for worth by the hour."),
    "deflated": QT_TRANSLATE_NOOP(
        "Labels", "Off: a rate of 2015 counts for as much as was paid then."
    ),
    "browser": QT_TRANSLATE_NOOP(
        "Labels", "It opens with a profile of its own; your usual one is not touched."
    ),
    "alone": QT_TRANSLATE_NOOP(
        "Labels",
        "Say yes only if nobody else browses in it: what they do would be counted as yours.",
    ),
}

PARTS: Final = {
    "browser": QT_TRANSLATE_NOOP("Labels", "Browsers"),
    "profile": QT_TRANSLATE_NOOP("Labels", "Metered profile"),
    "trust": QT_TRANSLATE_NOOP("Labels", "Certificate"),
    "PAC": QT_TRANSLATE_NOOP("Labels", "Which sites are metered"),
    "front door": QT_TRANSLATE_NOOP("Labels", "Meter"),
    "engine": QT_TRANSLATE_NOOP("Labels", "Engine"),
    "captchas": QT_TRANSLATE_NOOP("Labels", "Captchas"),
    "ledger": QT_TRANSLATE_NOOP("Labels", "Ledger"),
    "packs": QT_TRANSLATE_NOOP("Labels", "Packs"),
    "disk": QT_TRANSLATE_NOOP("Labels", "Disk"),
    "clock": QT_TRANSLATE_NOOP("Labels", "Clock"),
    "versions": QT_TRANSLATE_NOOP("Labels", "Versions"),
}
"""What the parts that the doctor looks at are called."""


def part(slug: str) -> str:
    """Return what a part that the doctor looks at is called."""
    word = PARTS.get(slug)
    return words.plain(slug) if word is None else translate("Labels", str(word))


def name(setting: Setting) -> str:
    """Return what a setting is called; one without a word of its own by its declared name."""
    word = LABELS.get(setting.name)
    return setting.name if word is None else translate("Labels", str(word))


def explained(setting: Setting) -> str:
    """Return what a setting does, in a sentence."""
    word = HELP.get(setting.name)
    return setting.help if word is None else translate("Labels", str(word))


def choice(setting: str, value: str) -> str:
    """Return what one choice of a setting is called."""
    match setting:
        case "lens":
            return words.lens(value)
        case "country":
            return f"{words.plain(value)} · {_country(value)}"
        case "language" if value in NAMES:
            return NAMES[value]
        case "language":
            return translate("Labels", "Language of the system")
        case "browser" if not value:
            return translate("Labels", "The first one found")
    return words.plain(value)


def question(standing: Standing) -> str:
    """Return what is asked before a platform is metered, in full; it is declared in its pack."""
    return library.told(standing.question, QUESTION)


def _country(code: str) -> str:
    """Return a country in its own language."""
    territory = QLocale.codeToTerritory(code)
    return QLocale(QLocale.Language.AnyLanguage, territory).nativeTerritoryName()
