"""The words of rates: whose side, for what, and how far a figure can be relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from labormeter.statement.french import french
from labormeter.valuation.money import millionths
from labormeter_ui import words

if TYPE_CHECKING:
    from labormeter.valuation.places import Place
    from labormeter.valuation.rate import Rate

LONG: Final = 300
"""Characters of a reason that are shown."""

STANDINGS: Final = {
    "own": QT_TRANSLATE_NOOP("Words", "yours"),
    "background": QT_TRANSLATE_NOOP("Words", "background: cannot be cited, values nothing"),
    "checked": QT_TRANSLATE_NOOP("Words", "checked against its source"),
    "unchecked": QT_TRANSLATE_NOOP("Words", "unchecked: recalled and not found again"),
}
SIDES: Final = {
    "worker": QT_TRANSLATE_NOOP("Words", "a worker got it"),
    "buyer": QT_TRANSLATE_NOOP("Words", "a buyer paid it"),
    "platform": QT_TRANSLATE_NOOP("Words", "a platform earned it"),
    "claimed": QT_TRANSLATE_NOOP("Words", "only claimed"),
}
WHOSE: Final = {
    "worker": QT_TRANSLATE_NOOP("Words", "worker"),
    "buyer": QT_TRANSLATE_NOOP("Words", "buyer"),
    "platform": QT_TRANSLATE_NOOP("Words", "platform"),
    "claimed": QT_TRANSLATE_NOOP("Words", "claimed"),
}
"""Whose side in a word, for a column."""
UNITS: Final = {
    "per_act": QT_TRANSLATE_NOOP("Words", "an act"),
    "per_1000": QT_TRANSLATE_NOOP("Words", "for 1000"),
    "per_hour": QT_TRANSLATE_NOOP("Words", "an hour"),
    "per_user_year": QT_TRANSLATE_NOOP("Words", "a user and year"),
    "per_person": QT_TRANSLATE_NOOP("Words", "a person"),
}
ACTS: Final = {
    "account_signup": QT_TRANSLATE_NOOP("Words", "signing up"),
    "all_content": QT_TRANSLATE_NOOP("Words", "all content"),
    "all_personal_data": QT_TRANSLATE_NOOP("Words", "all personal data"),
    "any_gig": QT_TRANSLATE_NOOP("Words", "any small job"),
    "captcha_any": QT_TRANSLATE_NOOP("Words", "any captcha"),
    "captcha_image": QT_TRANSLATE_NOOP("Words", "captcha of pictures"),
    "captcha_text": QT_TRANSLATE_NOOP("Words", "captcha of letters"),
    "captcha_token": QT_TRANSLATE_NOOP("Words", "captcha token"),
    "comment": QT_TRANSLATE_NOOP("Words", "comment"),
    "daily_login": QT_TRANSLATE_NOOP("Words", "daily login"),
    "dislike": QT_TRANSLATE_NOOP("Words", "dislike"),
    "engagement_mixed": QT_TRANSLATE_NOOP("Words", "likes and others mixed"),
    "follow": QT_TRANSLATE_NOOP("Words", "follow"),
    "gamified_task": QT_TRANSLATE_NOOP("Words", "task as a game"),
    "hour_of_viewing": QT_TRANSLATE_NOOP("Words", "hour of watching"),
    "hour_of_work": QT_TRANSLATE_NOOP("Words", "hour of work"),
    "image_annotation": QT_TRANSLATE_NOOP("Words", "describing a picture"),
    "like": QT_TRANSLATE_NOOP("Words", "like"),
    "metadata_field": QT_TRANSLATE_NOOP("Words", "field of metadata"),
    "metadata_field_set": QT_TRANSLATE_NOOP("Words", "fields of metadata"),
    "microtask_any": QT_TRANSLATE_NOOP("Words", "any microtask"),
    "microwork_income": QT_TRANSLATE_NOOP("Words", "income from microwork"),
    "photo_upload": QT_TRANSLATE_NOOP("Words", "photo"),
    "platform_access": QT_TRANSLATE_NOOP("Words", "use of a platform"),
    "platform_use_year": QT_TRANSLATE_NOOP("Words", "year of use"),
    "post": QT_TRANSLATE_NOOP("Words", "post"),
    "post_automated": QT_TRANSLATE_NOOP("Words", "automatic post"),
    "post_campaign": QT_TRANSLATE_NOOP("Words", "posts for a campaign"),
    "rating": QT_TRANSLATE_NOOP("Words", "rating"),
    "report": QT_TRANSLATE_NOOP("Words", "report"),
    "review": QT_TRANSLATE_NOOP("Words", "review"),
    "search_query": QT_TRANSLATE_NOOP("Words", "search"),
    "share": QT_TRANSLATE_NOOP("Words", "share"),
    "survey": QT_TRANSLATE_NOOP("Words", "survey"),
    "text_word": QT_TRANSLATE_NOOP("Words", "word of text"),
    "video_upload": QT_TRANSLATE_NOOP("Words", "video"),
    "view": QT_TRANSLATE_NOOP("Words", "view"),
    "year_of_work": QT_TRANSLATE_NOOP("Words", "year of work"),
}
"""The words of the book for acts."""

MARKETS: Final = {
    "arpu": QT_TRANSLATE_NOOP("Words", "revenue per user"),
    "bpo_wage": QT_TRANSLATE_NOOP("Words", "wage at a contractor"),
    "captcha_service": QT_TRANSLATE_NOOP("Words", "captcha service"),
    "clickfarm": QT_TRANSLATE_NOOP("Words", "click farm"),
    "collective_floor": QT_TRANSLATE_NOOP("Words", "floor by agreement"),
    "crowdturfing": QT_TRANSLATE_NOOP("Words", "campaign for hire"),
    "data_broker": QT_TRANSLATE_NOOP("Words", "data broker"),
    "data_licence": QT_TRANSLATE_NOOP("Words", "licence for data"),
    "litigation": QT_TRANSLATE_NOOP("Words", "court case"),
    "microtask": QT_TRANSLATE_NOOP("Words", "microtasks"),
    "minimum_wage": QT_TRANSLATE_NOOP("Words", "minimum wage by law"),
    "platform_reward": QT_TRANSLATE_NOOP("Words", "reward by a platform"),
    "smm_panel": QT_TRANSLATE_NOOP("Words", "reseller"),
    "wta_survey": QT_TRANSLATE_NOOP("Words", "survey of what people ask for"),
}
"""Where a price was seen."""

COUNTRIES: Final = {
    "any": QT_TRANSLATE_NOOP("Words", "anywhere"),
    "worldwide": QT_TRANSLATE_NOOP("Words", "worldwide"),
    "US": QT_TRANSLATE_NOOP("Words", "United States"),
    "FR": QT_TRANSLATE_NOOP("Words", "France"),
    "CN": QT_TRANSLATE_NOOP("Words", "China"),
    "KE": QT_TRANSLATE_NOOP("Words", "Kenya"),
    "DE": QT_TRANSLATE_NOOP("Words", "Germany"),
    "RU": QT_TRANSLATE_NOOP("Words", "Russia"),
    "GB": QT_TRANSLATE_NOOP("Words", "United Kingdom"),
    "FR, ES": QT_TRANSLATE_NOOP("Words", "France and Spain"),
    "BD": QT_TRANSLATE_NOOP("Words", "Bangladesh"),
    "BR": QT_TRANSLATE_NOOP("Words", "Brazil"),
    "IN": QT_TRANSLATE_NOOP("Words", "India"),
    "US and Canada": QT_TRANSLATE_NOOP("Words", "United States and Canada"),
    "Europe": QT_TRANSLATE_NOOP("Words", "Europe"),
    "TH and South-East Asia": QT_TRANSLATE_NOOP("Words", "Thailand, South-East Asia"),
    "PH": QT_TRANSLATE_NOOP("Words", "Philippines"),
    "Rest of World": QT_TRANSLATE_NOOP("Words", "rest of the world"),
    "EU": QT_TRANSLATE_NOOP("Words", "European Union"),
    "ES": QT_TRANSLATE_NOOP("Words", "Spain"),
    "any (mostly US)": QT_TRANSLATE_NOOP("Words", "mostly United States"),
    "75 countries": QT_TRANSLATE_NOOP("Words", "75 countries"),
    "Asia-Pacific": QT_TRANSLATE_NOOP("Words", "Asia-Pacific"),
    "Global South": QT_TRANSLATE_NOOP("Words", "Global South"),
    "South Asia": QT_TRANSLATE_NOOP("Words", "South Asia"),
    "BD, CN, IN": QT_TRANSLATE_NOOP("Words", "Bangladesh, China, India"),
    "none (machine)": QT_TRANSLATE_NOOP("Words", "none, a machine"),
    "CZ": QT_TRANSLATE_NOOP("Words", "Czechia"),
    "US and others": QT_TRANSLATE_NOOP("Words", "United States and others"),
    "IE": QT_TRANSLATE_NOOP("Words", "Ireland"),
    "North America": QT_TRANSLATE_NOOP("Words", "North America"),
    "MG": QT_TRANSLATE_NOOP("Words", "Madagascar"),
    "GB and others": QT_TRANSLATE_NOOP("Words", "United Kingdom and others"),
}
"""What the book calls places."""

TOWNS: Final = {
    "Dhaka": QT_TRANSLATE_NOOP("Words", "Dhaka"),
    "Manila": QT_TRANSLATE_NOOP("Words", "Manila"),
    "Antananarivo": QT_TRANSLATE_NOOP("Words", "Antananarivo"),
    "São Paulo": QT_TRANSLATE_NOOP("Words", "São Paulo"),
    "Paris": QT_TRANSLATE_NOOP("Words", "Paris"),
    "Nairobi": QT_TRANSLATE_NOOP("Words", "Nairobi"),
    "Delhi": QT_TRANSLATE_NOOP("Words", "Delhi"),
}

FAULTS: Final = {
    "a plain decimal is wanted, such as 0.001.": QT_TRANSLATE_NOOP(
        "Words", "Write a plain number, such as 0.001."
    ),
    "they must not fall.": QT_TRANSLATE_NOOP(
        "Words", "The least must not be above the usual, nor the usual above the most."
    ),
    "a price is above zero.": QT_TRANSLATE_NOOP("Words", "A price is above zero."),
    "a spreadsheet would run this as a formula.": QT_TRANSLATE_NOOP(
        "Words", "A spreadsheet would run this as a formula: begin with another sign."
    ),
    "say who was seen to pay this, and where that stands.": QT_TRANSLATE_NOOP(
        "Words", "Say who was seen to pay this, and where that stands."
    ),
    "a date, month or year is wanted, such as 2026-03.": QT_TRANSLATE_NOOP(
        "Words", "Write a date, month or year, such as 2026-03."
    ),
    "it lies in the future.": QT_TRANSLATE_NOOP("Words", "This lies in the future."),
    "a day is wanted, such as 2026-03-02.": QT_TRANSLATE_NOOP(
        "Words", "Write a day, such as 2026-03-02, or nothing."
    ),
}
"""What can be wrong with a field of a rate, as `valuation.rate` says it."""


def fault(sentence: str) -> str:
    """Return what is wrong with a field of a rate, as a person reads it."""
    return words.said(FAULTS, sentence) if sentence in FAULTS else words.plain(sentence, 200)


def reason(sentence: str) -> str:
    """Return why something has this price or none, in the person's language."""
    said = french(sentence) if QLocale().name().startswith("fr") else sentence
    return words.plain(said, LONG)


def whose(slug: str) -> str:
    """Return whose side a rate is of, in a word."""
    return words.said(WHOSE, slug)


def side(slug: str) -> str:
    """Return whose side a rate was seen on."""
    return words.said(SIDES, slug)


def unit(slug: str) -> str:
    """Return what a rate is for."""
    return words.said(UNITS, slug)


def amount(rate: Rate, which: str = "mid") -> str:
    """Return an amount of a rate in the currency of its source."""
    found = getattr(rate, which)
    return words.money(millionths(found), rate.currency)


def act(word: str) -> str:
    """Return the book's word for an act as a person reads it."""
    return words.said(ACTS, word) if word in ACTS else words.plain(word.replace("_", " "))


def market(word: str) -> str:
    """Return where a price was seen."""
    return words.said(MARKETS, word) if word in MARKETS else words.plain(word.replace("_", " "))


def country(text: str) -> str:
    """Return the name of a place of the book; of a person's own rate as they wrote it."""
    return words.said(COUNTRIES, text)


def place(town: str, text: str) -> str:
    """Return a town with its country, or the country alone."""
    return f"{words.said(TOWNS, town)}, {country(text)}" if town else country(text)


def ranged(found: Place, currency: str) -> str:
    """Return an amount of a place, with its range where it has one."""
    said = words.money(found.central, currency)
    if found.low == found.high:
        return said
    return f"{said} ({words.stretch(found.low, found.high)})"
