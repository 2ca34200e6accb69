# ruff: noqa: RUF001 - typographic apostrophes are meant
"""What a room says, in English and French: the same names in both, held by a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.statement.words import ACTS, titled
from labormeter.valuation.money import MILLION, decimal, shown

if TYPE_CHECKING:
    from labormeter.room.file import Language

WORDS: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "title": "Group sheet",
        "lead": "What {people} people did for platforms, unpaid, from {first} to {last}.",
        "acts": "Acts by metered day",
        "acts_whole": "Acts in all weeks",
        "worth": "Worth by metered day",
        "worth_whole": "Worth in all weeks",
        "effort": "Minutes of work by metered day",
        "effort_whole": "Hours of work in all weeks",
        "panels": "What was done where",
        "hourly": "An hour against the minimum wage",
        "invoice": "Invoice of the group",
        "told": "What uploads let out",
        "captchas": "Captchas",
        "spread": "Whose price",
        "supposed": "What if the rate were",
        "covered": "Days that were metered",
        "dot": "A dot is one person’s figure.",
        "social": "With so few people anonymity is social, not technical: keep to yourselves what you see.",
        "median": "half at most {value}",
        "middle": "the middle half: {first} to {third}",
        "none_without": "Without a metered day, and so without a figure by the day: {people}.",
        "too_few": "too few",
        "under": "under 5",
        "one_scale": "One scale for all: acts by metered day, of those who did it. A line is the one in the middle.",
        "one_scale_whole": "One scale for all: acts in all weeks, of those who did it. A line is the one in the middle.",
        "more": "{number} more kinds of act are on the sheet.",
        "floor": "minimum wage {country}: {amount}",
        "floor_source": "Minimum wage of {country}: {amount} an hour, in force since {day}. {source}.",
        "hour_range": "From the lowest rate seen to the highest, over the time that such acts take. A range, and not one number.",
        "everything": "everything",
        "an_hour": "an hour",
        "to": "To",
        "act": "Act",
        "people": "People",
        "number": "Number",
        "low": "Low",
        "central": "Central",
        "high": "High",
        "sum": "Sum",
        "no_price": "no price",
        "rounded": "Sums are rounded to five. Lines of fewer than {smallest} people are in no sum: {hidden} are left out.",
        "owed": "{amount} is what the group’s acts come to at the central rate; between {low} and {high} by the rates that were seen.",
        "lens_worker": "what reached a worker for the same act",
        "lens_buyer": "what was paid for the same act",
        "lens_time": "the time it takes, at the minimum wage",
        "never_added": "The same work through three lenses. They are never added.",
        "uploads_of": "{uploads} uploads of {people} people",
        "told_why": "Uploads that let out more than the picture. One upload may stand in several lines.",
        "captcha_said": "{people} people solved {n} captchas in {minutes} minutes, of which {measured} were measured.",
        "captcha_none": "Too few people solved a captcha.",
        "captcha_hours": "At the minimum wage that time is worth {amount}. Somebody is paid to solve them elsewhere.",
        "supposed_said": "If one act were paid {price}, {n} acts would come to {total}.",
        "supposed_of": "If {act} were paid {price} each, {n} would come to {total}.",
        "supposed_hour": "An hour would come to {low} to {high}.",
        "supposed_even": "At {low} to {high} an act, an hour comes to the minimum wage.",
        "every_act": "every act",
        "covered_said": "On how many of {days} days something was metered. What was not metered is in no figure.",
        "quiet": "In the total only: {people}.",
        "quiet_few": "In the total only, and not counted yet: {people}. Five are needed.",
        "nothing": "Too few people for a figure.",
        "weeks": "Weeks",
        "book": "Rates",
        "smallest": "Smallest group",
        "currency": "Currency",
        "made": "This sheet holds sums of groups alone: no card, no pair of words, no dot. It was made by labormeter, offline.",
        "at_least": "What was done in phone applications, in other browsers and outside of metered time is in no figure: everything here is at least.",
        "mine": "Mine",
        "group": "The group",
        "mine_title": "Mine against the group",
        "minutes": "{value} min",
        "hours": "{value} h",
        "days": "{value} days",
        "quarter": "a quarter at most",
        "half": "half at most",
        "quarters": "three quarters at most",
        "measure": "By metered day",
        "remark": "The totals of a card were not those of its rows; they were added up anew.",
    },
    "fr": {
        "title": "Feuille du groupe",
        "lead": "Ce que {people} personnes ont fait pour des plateformes, sans être payées, de {first} à {last}.",
        "acts": "Gestes par jour relevé",
        "acts_whole": "Gestes sur toutes les semaines",
        "worth": "Valeur par jour relevé",
        "worth_whole": "Valeur sur toutes les semaines",
        "effort": "Minutes de travail par jour relevé",
        "effort_whole": "Heures de travail sur toutes les semaines",
        "panels": "Ce qui a été fait, et où",
        "hourly": "Une heure face au salaire minimum",
        "invoice": "Facture du groupe",
        "told": "Ce que les envois ont révélé",
        "captchas": "Captchas",
        "spread": "Le prix de qui",
        "supposed": "Et si le tarif était",
        "covered": "Jours relevés",
        "dot": "Un point est le chiffre d’une personne.",
        "social": "À si peu, l’anonymat est social et non technique : gardez pour vous ce que vous voyez.",
        "median": "la moitié au plus {value}",
        "middle": "la moitié du milieu : {first} à {third}",
        "none_without": "Sans jour relevé, et donc sans chiffre par jour : {people}.",
        "too_few": "trop peu",
        "under": "moins de 5",
        "one_scale": "Une seule échelle : gestes par jour relevé, de celles et ceux qui l’ont fait. Le trait est la personne du milieu.",
        "one_scale_whole": "Une seule échelle : gestes sur toutes les semaines, de celles et ceux qui l’ont fait. Le trait est la personne du milieu.",
        "more": "{number} autres sortes de gestes sont sur la feuille.",
        "floor": "salaire minimum {country} : {amount}",
        "floor_source": "Salaire minimum {country} : {amount} de l’heure, en vigueur depuis le {day}. {source}.",
        "hour_range": "Du tarif le plus bas relevé au plus haut, sur le temps que prennent ces gestes. Une fourchette, et non un seul chiffre.",
        "everything": "tout",
        "an_hour": "de l’heure",
        "to": "À",
        "act": "Geste",
        "people": "Personnes",
        "number": "Nombre",
        "low": "Bas",
        "central": "Central",
        "high": "Haut",
        "sum": "Somme",
        "no_price": "sans prix",
        "rounded": "Les sommes sont arrondies à cinq. Les lignes de moins de {smallest} personnes n’entrent dans aucune somme : {hidden} sont omises.",
        "owed": "{amount} est ce que valent les gestes du groupe au tarif central ; entre {low} et {high} selon les tarifs relevés.",
        "lens_worker": "ce qu’une personne payée a reçu pour le même geste",
        "lens_buyer": "ce qui a été payé pour le même geste",
        "lens_time": "le temps qu’il prend, au salaire minimum",
        "never_added": "Le même travail sous trois regards. Ils ne s’additionnent jamais.",
        "uploads_of": "{uploads} envois de {people} personnes",
        "told_why": "Des envois qui ont révélé plus que l’image. Un envoi peut figurer dans plusieurs lignes.",
        "captcha_said": "{people} personnes ont résolu {n} captchas en {minutes} minutes, dont {measured} mesurées.",
        "captcha_none": "Trop peu de personnes ont résolu un captcha.",
        "captcha_hours": "Au salaire minimum, ce temps vaut {amount}. Ailleurs, quelqu’un est payé pour les résoudre.",
        "supposed_said": "Si un geste était payé {price}, {n} gestes vaudraient {total}.",
        "supposed_of": "Si {act} étaient payés {price} l’unité, {n} vaudraient {total}.",
        "supposed_hour": "Une heure vaudrait de {low} à {high}.",
        "supposed_even": "À {low} à {high} le geste, une heure vaut le salaire minimum.",
        "every_act": "tous les gestes",
        "covered_said": "Sur combien de {days} jours quelque chose a été relevé. Ce qui n’a pas été relevé n’est dans aucun chiffre.",
        "quiet": "Dans le total seulement : {people}.",
        "quiet_few": "Dans le total seulement, et pas encore comptées : {people}. Il en faut cinq.",
        "nothing": "Trop peu de personnes pour un chiffre.",
        "weeks": "Semaines",
        "book": "Tarifs",
        "smallest": "Plus petit groupe",
        "currency": "Monnaie",
        "made": "Cette feuille ne contient que des sommes de groupes : aucune carte, aucune paire de mots, aucun point. Établie par labormeter, hors ligne.",
        "at_least": "Ce qui a été fait dans des applications de téléphone, d’autres navigateurs et hors du temps relevé n’est dans aucun chiffre : tout ici est un minimum.",
        "mine": "Moi",
        "group": "Le groupe",
        "mine_title": "Moi face au groupe",
        "minutes": "{value} min",
        "hours": "{value} h",
        "days": "{value} jours",
        "quarter": "un quart au plus",
        "half": "la moitié au plus",
        "quarters": "trois quarts au plus",
        "measure": "Par jour relevé",
        "remark": "Les totaux d’une carte n’étaient pas ceux de ses lignes ; ils ont été refaits.",
    },
}

TOLD: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "author": "author",
        "camera_make": "camera make",
        "camera_model": "camera model",
        "copyright": "copyright",
        "datetime": "date and time",
        "description": "description",
        "device_name": "device name",
        "duration": "duration",
        "edit_history": "edit history",
        "faces": "faces",
        "filename": "file name",
        "gps": "coordinates",
        "identifier": "unique number",
        "keywords": "keywords",
        "lens": "lens",
        "organisation": "organisation",
        "orientation": "orientation",
        "owner": "owner",
        "place": "place",
        "serial": "serial number",
        "software": "software",
        "thumbnail": "thumbnail",
        "title": "title",
    },
    "fr": {
        "author": "auteur",
        "camera_make": "marque de l’appareil",
        "camera_model": "modèle de l’appareil",
        "copyright": "droits d’auteur",
        "datetime": "date et heure",
        "description": "description",
        "device_name": "nom de l’appareil",
        "duration": "durée",
        "edit_history": "historique des retouches",
        "faces": "visages",
        "filename": "nom de fichier",
        "gps": "coordonnées",
        "identifier": "numéro unique",
        "keywords": "mots-clés",
        "lens": "objectif",
        "organisation": "organisation",
        "orientation": "orientation",
        "owner": "propriétaire",
        "place": "lieu",
        "serial": "numéro de série",
        "software": "logiciel",
        "thumbnail": "vignette",
        "title": "titre",
    },
}

PRACTICE: Final = "practice"
SOCIAL: Final = 8
"""People up to whom the room is told that its anonymity is social."""
OTHER: Final[dict[Language, str]] = {"en": "Others", "fr": "Autres"}


def platform(slug: str, language: Language) -> str:
    """Return a platform's name."""
    if slug == PRACTICE:
        return "Plaza"
    return OTHER[language] if slug == "other" else titled(slug)


def act(slug: str, language: Language) -> str:
    """Return what an activity is called, as a plural noun."""
    return ACTS[language][slug]


def kind(slug: str, language: Language) -> str:
    """Return what a kind of metadata is called."""
    return TOLD[language].get(slug, slug)


def count(n: int, language: Language) -> str:
    """Return a whole number; a sum that was rounded to nothing says so."""
    return decimal(n * MILLION, marks=language, group=True)


def rounded(n: int, language: Language) -> str:
    """Return a sum of a group: what was rounded to nothing is under five."""
    return count(n, language) if n else WORDS[language]["under"]


def figure(value: float, language: Language) -> str:
    """Return a person's figure with as many decimals as help: 110, 21.7, 0.48."""
    places = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004 - three digits
    return decimal(round(round(value, places) * MILLION), marks=language, group=True)


def money(amount: float, currency: str, language: Language) -> str:
    """Return millionths as an amount."""
    return shown(round(amount), currency, language)


def warnings(people: int, language: Language) -> tuple[str, ...]:
    """Return what the room must be told: what a dot is, and what its anonymity rests on."""
    words = WORDS[language]
    return (words["dot"], words["social"]) if people <= SOCIAL else (words["dot"],)
