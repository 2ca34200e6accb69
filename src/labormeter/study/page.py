"""A study as a participant reads it: short first, then everything, offline and printable.

The program's own sentences stand first and are blunt; what the researchers wrote stands under its
heading, as plain text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.study import told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.study.signing import Signed
    from labormeter.study.study import Recipient, Study

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "signed": "Signed by",
        "compare": "Compare these six words with your consent letter.",
        "sees": "The researchers can read your counts by {grain}. They cannot see what you liked, wrote or visited. Your name is not in the file, but a person who knows your habits well might recognise you.",
        "fingerprint": "Keys of two studies cannot be linked, but counts by week of a whole year are like a fingerprint: who has two such tables can see that they are of one person. By month, and rounded, they are less so.",
        "published": "Before anything is published, groups of fewer than {k} people are hidden.",
        "noise": "Where noise is added, all releases together cost at most epsilon {epsilon}.",
        "back": "You can take your data back until {until}. After that, published tables stay.",
        "free": "Taking part and using this program are two things: refusing costs nothing.",
        "age": "Taking part is for people of {age} years and more.",
        "approved": "Ethics approval",
        "code": "Withdrawal code",
        "code-what": "Whoever has these 24 words can take your contribution back, from any computer and without this one. Keep this page where you keep papers. It opens nothing else.",
        "code-how": 'To take it back: open the study file in labormeter, choose Take back by code; or labormeter study withdraw FILE --code "..." -o back.age, and hand in that file.',
        "code-until": "Until {until}.",
        "contact": "Contact",
        "no-ethics": "NO ETHICS APPROVAL:",
        "week": "week",
        "month": "month",
        "asked": "What is asked",
        "stays": "Everything else stays here: times, targets, texts, addresses, names, devices.",
        "where": "Where it goes",
        "file": "a file that you hand in yourself",
        "ip": "whoever runs this host sees your network address and the time",
        "purposes": "What you say yes or no to, one by one",
        "required": "taking part means this",
        "optional": "as you like",
        "summary": "What it is about",
        "question": "Research question",
        "risks": "Risks",
        "benefits": "Benefits",
        "voluntary": "Voluntary",
        "withdrawing": "Taking it back",
        "debrief": "Results",
        "fields": "Everything that the study file says",
        "seconds": "measured seconds",
        "country": "country",
        "age_band": "age band",
    },
    "fr": {
        "signed": "Signé par",
        "compare": "Comparez ces six mots avec votre lettre de consentement.",
        "sees": "Les chercheurs peuvent lire vos nombres par {grain}. Ils ne voient pas ce que vous avez aimé, écrit ou visité. Votre nom n'est pas dans le fichier, mais une personne qui connaît bien vos habitudes pourrait vous reconnaître.",
        "fingerprint": "Les clés de deux études ne peuvent être reliées, mais les nombres par semaine d'une année entière sont comme une empreinte : qui a deux de ces tableaux peut voir qu'ils sont d'une même personne. Par mois, et arrondis, ils le sont moins.",
        "published": "Avant toute publication, les groupes de moins de {k} personnes sont cachés.",
        "noise": "Là où du bruit est ajouté, toutes les publications ensemble coûtent au plus epsilon {epsilon}.",
        "back": "Vous pouvez reprendre vos données jusqu'au {until}. Ensuite, les tableaux publiés restent.",
        "free": "Participer et utiliser ce programme sont deux choses : refuser ne coûte rien.",
        "age": "Participer est possible à partir de {age} ans.",
        "approved": "Avis éthique",
        "code": "Code de retrait",
        "code-what": "Qui a ces 24 mots peut reprendre votre contribution, depuis n'importe quel ordinateur et sans celui-ci. Gardez cette page avec vos papiers. Elle n'ouvre rien d'autre.",
        "code-how": 'Pour la reprendre : ouvrez le fichier de l\'étude dans labormeter et choisissez Reprendre par code ; ou labormeter study withdraw FICHIER --code "..." -o retrait.age, puis remettez ce fichier.',
        "code-until": "Jusqu'au {until}.",
        "contact": "Contact",
        "no-ethics": "SANS AVIS ÉTHIQUE :",
        "week": "semaine",
        "month": "mois",
        "asked": "Ce qui est demandé",
        "stays": "Tout le reste demeure ici : heures, cibles, textes, adresses, noms, appareils.",
        "where": "Où cela va",
        "file": "un fichier que vous remettez vous-même",
        "ip": "qui tient ce serveur voit votre adresse réseau et l'heure",
        "purposes": "Ce à quoi vous dites oui ou non, point par point",
        "required": "participer, c'est cela",
        "optional": "à votre gré",
        "summary": "De quoi il s'agit",
        "question": "Question de recherche",
        "risks": "Risques",
        "benefits": "Bénéfices",
        "voluntary": "Volontariat",
        "withdrawing": "Reprendre ses données",
        "debrief": "Résultats",
        "fields": "Tout ce que dit le fichier de l'étude",
        "seconds": "secondes mesurées",
        "country": "pays",
        "age_band": "tranche d'âge",
    },
}
"""Our own words, in every language that a page is read in."""

_PLACES: Final = {name: place for place, name in enumerate(told.TOLD)}
TEXTS: Final = ("summary", "question", "risks", "benefits", "voluntary", "withdrawing", "debrief")


def blunt(study: Study, language: str) -> tuple[str, ...]:
    """Return what a participant has to know, in the program's own sentences."""
    words = WORDS[language]
    said = [
        words["sees"].format(grain=words[study.asked.grain]),
        words["fingerprint"],
        words["published"].format(k=study.k),
        words["noise"].format(epsilon=f"{study.epsilon:g}") if study.epsilon else "",
        words["back"].format(until=study.withdraw_until.isoformat()),
        words["age"].format(age=study.minimum_age),
        words["free"],
    ]
    return tuple(filter(None, said))


def asked(study: Study, language: str) -> tuple[str, ...]:
    """Return what is asked, a line each, with its reason."""
    words = WORDS[language]
    one = study.asked
    reasons = {
        name.rpartition(".")[2]: str(value)
        for name, value in study.fields.items()
        if name.startswith("asked.reasons.")
    }
    lines = [
        f"{one.periods[0]} - {one.periods[-1]} ({words[one.grain]}): {reasons.get('time', '')}",
        f"{', '.join(one.platforms)}: {reasons.get('platforms', '')}",
        f"{', '.join(one.activities)}: {reasons.get('activities', '')}",
    ]
    extras = {"seconds": one.seconds, "country": one.country, "age_band": one.age_band}
    lines += [f"{words[name]}: {reasons.get(name, '')}" for name, given in extras.items() if given]
    return (*lines, words["stays"])


def ways(study: Study, language: str) -> tuple[str, ...]:
    """Return where a contribution may go, a line each, and who else sees what."""
    words = WORDS[language]
    found = [words["file"]] if study.fields.get("hand_in.file") else []
    found += [f"{one} ({words['ip']})" for one in (study.nextcloud, study.put) if one]
    return tuple(found)


def text(signed: Signed, study: Study, language: str, *, full: bool = True) -> str:
    """Return the page as plain text."""
    words = WORDS[language]
    lines = [study.said(language, "title"), "=" * len(study.said(language, "title")), ""]
    lines += [f"{words['signed']}: {signed.fingerprint}", words["compare"], ""]
    lines += [approval(study, language), ""]
    lines += [*blunt(study, language), ""]
    lines += _part(words["asked"], asked(study, language))
    lines += _part(words["where"], ways(study, language))
    lines += _part(words["purposes"], purposes(study, language))
    if full:
        for name in TEXTS:
            lines += _part(words[name], (study.said(language, name),))
        lines += _part(words["fields"], everything(study, language))
    return "\n".join(lines)


def purposes(study: Study, language: str) -> tuple[str, ...]:
    """Return what is said yes or no to; nothing is ticked beforehand."""
    words = WORDS[language]
    return tuple(
        f"[ ] {one.id}: {one.text.get(language) or next(iter(one.text.values()))} "
        f"({words['required'] if one.required else words['optional']})"
        for one in study.purposes
    )


def everything(study: Study, language: str) -> tuple[str, ...]:
    """Return every field of the study file, a sentence each with its exact value."""
    elsewhere = {"purposes", "recipients"}
    names = (one for one in study.fields if not one.startswith("text.") and one not in elsewhere)
    fields = (
        told.sentence(name, study.fields[name], language) for name in sorted(names, key=_place)
    )
    return (*fields, *(_recipient(one, language) for one in study.recipients))


def _place(name: str) -> int:
    return _PLACES.get(name, len(_PLACES))


def _recipient(one: Recipient, language: str) -> str:
    words = told.RECIPIENT.fr if language == "fr" else told.RECIPIENT.en
    return words.format(name=one.name, role=one.role, key=one.key)


def approval(study: Study, language: str) -> str:
    """Return who approved the study, or that nobody did and why."""
    words, said = WORDS[language], study.fields
    if said.get("ethics.none"):
        return f"{words['no-ethics']} {said['ethics.none']}"
    parts = [str(said.get(f"ethics.{one}", "")) for one in ("body", "number", "date")]
    return f"{words['approved']}: {', '.join(filter(None, parts))}"


def _part(title: str, lines: tuple[str, ...]) -> list[str]:
    return [title, "-" * len(title), *(f"- {line}" for line in lines), ""]
