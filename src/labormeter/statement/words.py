# ruff: noqa: RUF001 - typographic apostrophes are meant
"""What the statement says, in English and French: the same names in both, held by a test."""

from __future__ import annotations

from typing import Final, Literal

from labormeter.statement.french import french
from labormeter.valuation.explain import SENTENCES

type Language = Literal["en", "fr"]

LANGUAGES: Final[tuple[Language, ...]] = ("en", "fr")

WORDS: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "title": "Wage statement",
        "to": "To",
        "everyone": "all platforms metered",
        "from": "From",
        "period": "Period",
        "issued": "Issued",
        "lens": "Lens",
        "worker": "what reached a worker for the same act",
        "buyer": "what was paid for the same act",
        "time": "the time it takes, at an hourly floor",
        "platform_lens": "what the platform earned from one user",
        "deflated": "in the money of {year}",
        "nominal": "as seen, not adjusted for prices",
        "book": "Rates",
        "book_of": "book {version}, reviewed {reviewed}, hash {hash}",
        "at_least": "At least",
        "range": "between {low} and {high}, by the rate that is used",
        "left": "After what was received:",
        "what": "What was done",
        "activity": "Act",
        "units": "Units",
        "rate": "Rate",
        "low": "Low",
        "central": "Central",
        "high": "High",
        "rates": "Source",
        "no_price": "no price",
        "undone": "{gestures} done, some undone",
        "by_hand": "{number} added by hand",
        "hand": "added by hand",
        "received": "received",
        "hours_measured": "{hours} measured, paid by the hour",
        "presence": "days of presence",
        "sum": "Sum of acts",
        "compensation": "Received",
        "owed": "Left",
        "unpriced": "Units without a price",
        "unpriced_why": "They are in no sum. That they have no price says that nobody was seen to sell them, not that they are worth nothing.",
        "none": "None.",
        "coverage": "What was seen, and what was not",
        "metered": "{hours} were metered in this period; {private} were private and {paused} paused, by choice.",
        "gaps": "Gaps in which metering was meant to run and did not: {number} ({hours} together); acts known to be lost: {lost}.",
        "no_gaps": "No gap is known within the metered time.",
        "blind": "Acts in phone applications, in other browsers and outside of the metered time are not in this statement. So it says: at least.",
        "compared": "Of {told} acts that the platforms’ own archives tell of in weeks that were metered, the meter saw {share}% ({low} to {high}%). There were at least {known} in these weeks, probably {central} ({least} to {most}).",
        "hourly": "For each hour metered: {central}.",
        "until": "to",
        "sources": "Where the rates come from",
        "observed": "seen {date}, {place}",
        "checked": "read at the place named",
        "unchecked": "recalled from the literature and not found again: unchecked",
        "own": "added by the person who made this statement",
        "quoted": "quoted word for word",
        "claims": "To hold it against",
        "claims_why": "Other measures of the same thing. They are never added to the total.",
        "method": "Method",
    },
    "fr": {
        "title": "Relevé de salaire",
        "to": "À",
        "everyone": "toutes les plateformes relevées",
        "from": "De",
        "period": "Période",
        "issued": "Établi le",
        "lens": "Regard",
        "worker": "ce qu’une personne payée a reçu pour le même geste",
        "buyer": "ce qui a été payé pour le même geste",
        "time": "le temps qu’il prend, à un plancher horaire",
        "platform_lens": "ce que la plateforme a gagné par utilisateur",
        "deflated": "en monnaie de {year}",
        "nominal": "tel que relevé, sans correction des prix",
        "book": "Tarifs",
        "book_of": "livre {version}, revu le {reviewed}, empreinte {hash}",
        "at_least": "Au moins",
        "range": "entre {low} et {high}, selon le tarif retenu",
        "left": "Après ce qui a été reçu :",
        "what": "Ce qui a été fait",
        "activity": "Geste",
        "units": "Unités",
        "rate": "Tarif",
        "low": "Bas",
        "central": "Central",
        "high": "Haut",
        "rates": "Source",
        "no_price": "sans prix",
        "undone": "{gestures} faits, dont certains défaits",
        "by_hand": "{number} ajoutés à la main",
        "hand": "ajouté à la main",
        "received": "reçu",
        "hours_measured": "{hours} mesurées, payées à l’heure",
        "presence": "jours de présence",
        "sum": "Somme des gestes",
        "compensation": "Reçu",
        "owed": "Reste",
        "unpriced": "Unités sans prix",
        "unpriced_why": "Elles n’entrent dans aucune somme. Sans prix veut dire que personne n’a été vu les vendre, et non qu’elles ne valent rien.",
        "none": "Aucune.",
        "coverage": "Ce qui a été vu, et ce qui ne l’a pas été",
        "metered": "{hours} ont été relevées dans cette période ; {private} étaient privées et {paused} en pause, par choix.",
        "gaps": "Lacunes où le relevé devait tourner et ne tournait pas : {number} ({hours} en tout) ; gestes que l’on sait perdus : {lost}.",
        "no_gaps": "Aucune lacune n’est connue dans le temps relevé.",
        "blind": "Les gestes faits dans des applications de téléphone, dans d’autres navigateurs et hors du temps relevé ne sont pas dans ce relevé. Il dit donc : au moins.",
        "compared": "Sur {told} gestes que racontent les archives des plateformes pour les semaines comptées, le compteur en a vu {share} % ({low} à {high} %). Il y en a eu au moins {known} dans ces semaines, probablement {central} ({least} à {most}).",
        "hourly": "Par heure relevée : {central}.",
        "until": "à",
        "sources": "D’où viennent les tarifs",
        "observed": "relevé {date}, {place}",
        "checked": "lu à l’endroit cité",
        "unchecked": "cité de mémoire et non retrouvé : non vérifié",
        "own": "ajouté par la personne qui établit ce relevé",
        "quoted": "cité mot pour mot",
        "claims": "Pour comparer",
        "claims_why": "D’autres mesures de la même chose. Elles ne s’ajoutent jamais au total.",
        "method": "Méthode",
    },
}

FINER: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "picture": "pictures",
        "video": "videos",
        "sound": "sound",
        "document": "documents",
        "request": "asked to be friends",
    },
    "fr": {
        "picture": "images",
        "video": "vidéos",
        "sound": "sons",
        "document": "documents",
        "request": "demandes d’ami",
    },
}
"""Finer words for an act, in brackets behind it."""

_TITLES: Final = {
    "x": "X",
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "linkedin": "LinkedIn",
    "recaptcha": "reCAPTCHA",
    "hcaptcha": "hCaptcha",
    "awswaf": "AWS WAF",
    "geetest": "GeeTest",
    "vk": "VK",
    "stackexchange": "Stack Exchange",
    "openstreetmap": "OpenStreetMap",
}


def titled(platform: str) -> str:
    """Return a platform's name as it writes itself; of one that is not known, capitalised."""
    return _TITLES.get(platform, platform.capitalize())


ACTS: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "like": "likes",
        "dislike": "dislikes",
        "vote": "votes",
        "post": "posts",
        "comment": "comments",
        "share": "shares",
        "save": "saves",
        "follow": "follows",
        "review": "reviews",
        "rate": "ratings",
        "report": "reports",
        "captcha": "captchas solved",
        "upload": "uploads",
        "view": "views",
        "reward": "rewards",
    },
    "fr": {
        "like": "mentions j’aime",
        "dislike": "mentions je n’aime pas",
        "vote": "votes",
        "post": "publications",
        "comment": "commentaires",
        "share": "partages",
        "save": "enregistrements",
        "follow": "abonnements",
        "review": "avis",
        "rate": "notes",
        "report": "signalements",
        "captcha": "captchas résolus",
        "upload": "envois de fichiers",
        "view": "visionnages",
        "reward": "récompenses",
    },
}

CONVERSIONS: Final[dict[Language, dict[str, str]]] = {
    "en": SENTENCES,
    "fr": {
        "each": "{0} gestes pour ce montant.",
        "factor": "Fois {0} : voir la note du choix.",
        "same": "Relevé en {0} : rien à convertir.",
        "carried": "Porté de {0} à {1} par les prix à la consommation des États-Unis (CPI-U).",
        "exchanged": "De {0} en {1} à la moyenne de {2}.",
        "exchanged_late": "De {0} en {1} à la moyenne de {2}, l’année connue pour {3}.",
        "exchanged_unsure": "De {0} en {1} à la moyenne de {2}, de mémoire et non confirmée.",
        "exchanged_late_unsure": "De {0} en {1} à la moyenne de {2}, l’année connue pour {3}, de mémoire et non confirmée.",
    },
}


def told(sentence: str, language: Language) -> str:
    """Return a sentence of the valuation in a language, as it is where it has no translation."""
    return french(sentence) if language == "fr" else sentence
