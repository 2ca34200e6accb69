# ruff: noqa: RUF001 - typographic apostrophes and dashes are meant
"""The hand-out: what a person is told before they bring a card, on one sheet of paper.

Who invites, where and when is written on it by hand: the room file knows none of it.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from labormeter.room.page import document
from labormeter.room.words import money
from labormeter.statement.page import TABLE

if TYPE_CHECKING:
    from labormeter.room.file import Language, RoomFile

type Chapter = tuple[str, tuple[str, ...]]

_BLANKS: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("Where", "When", "Who invites"),
    "fr": ("Où", "Quand", "Qui invite"),
}
_TITLE: Final[dict[Language, str]] = {
    "en": "Our unpaid work, side by side",
    "fr": "Notre travail non payé, côte à côte",
}
_LEAD: Final[dict[Language, str]] = {
    "en": "Likes, comments, uploads and captchas are work that platforms do not pay. In this workshop we lay what each of us counted side by side on one screen. No names, no network, nothing is uploaded.",
    "fr": "Mentions j’aime, commentaires, envois et captchas sont un travail que les plateformes ne paient pas. Dans cet atelier, nous posons côte à côte, sur un seul écran, ce que chacune et chacun a compté. Sans noms, sans réseau, rien n’est envoyé.",
}
_CHAPTERS: Final[dict[Language, tuple[Chapter, ...]]] = {
    "en": (
        (
            "Before",
            (
                "Meter with labormeter as you usually browse. The room compares {weeks} weeks, {first} to {last}; what you metered of them is enough.",
                "Make your card: on the page Share choose Room card, or run: labormeter export --format card --since {since} --until {until} -o card.json",
                "Look at the rows: they are all that is in it. Leave out any platform you like. A small card also fits on a code to be photographed.",
            ),
        ),
        (
            "What is on a card",
            (
                "By week: how often you liked, commented, solved a captcha, on which platform; which kinds of metadata your uploads let out; how many minutes were metered.",
                "Not on it: your name, your accounts, what you wrote, saw or liked, days and hours, the name of your computer.",
                "Two random words stand on it instead of a name. The program draws them; only you know that they are yours.",
            ),
        ),
        (
            "In the room",
            (
                "A dot on the screen is one person’s figure. Nobody’s dot is named, and there is no ranking.",
                "Say before the reveal if your card is to be left out; no reason is asked for. Later it is taken out with the next deal, together with another change, so that nobody sees whose it was.",
                "If you would rather be no dot, tick “count me in the total only” when you make the card. It is counted once five people chose that.",
                "Of fewer than {smallest} people no figure is shown. With six people anonymity is social, not technical: who knows your habits may recognise you. We keep to ourselves what we see.",
                "An hour is held against the minimum wage of {country}: {amount}. Every card is valued by the same rates.",
            ),
        ),
        (
            "Afterwards",
            (
                "The cards are wiped from the computer of the room. A sheet with sums of the group stays: no card, no words, no dot.",
                "Your ledger stays with you. With the sheet you can hold your own figures against the group’s, at home.",
            ),
        ),
        (
            "No ledger yet? Ten minutes on the practice site",
            (
                "Press Practise on the page Today (or run: labormeter practice). A made-up site opens on your own computer; like, comment, upload and solve its captchas for some minutes.",
                "Then make a card with practice in it: labormeter export --format card --practice --since {today} --until {today} -o card.json",
            ),
        ),
    ),
    "fr": (
        (
            "Avant",
            (
                "Relevez avec labormeter comme vous naviguez d’habitude. L’atelier compare {weeks} semaines, de {first} à {last} ; ce que vous en avez relevé suffit.",
                "Faites votre carte : à la page Partager, choisissez Carte pour un atelier, ou lancez : labormeter export --format card --since {since} --until {until} -o carte.json",
                "Regardez les lignes : elles sont tout ce qu’elle contient. Laissez de côté les plateformes que vous voulez. Une petite carte tient aussi dans un code à photographier.",
            ),
        ),
        (
            "Ce qui est sur une carte",
            (
                "Par semaine : combien de fois vous avez aimé, commenté, résolu un captcha, sur quelle plateforme ; quelles sortes de métadonnées vos envois ont révélées ; combien de minutes ont été relevées.",
                "N’y sont pas : votre nom, vos comptes, ce que vous avez écrit, vu ou aimé, les jours et les heures, le nom de votre ordinateur.",
                "Deux mots au hasard y remplacent le nom. Le programme les tire ; vous seul·e savez qu’ils sont à vous.",
            ),
        ),
        (
            "Dans la salle",
            (
                "Un point à l’écran est le chiffre d’une personne. Aucun point n’est nommé, et il n’y a pas de classement.",
                "Dites avant de dévoiler si votre carte doit rester de côté ; aucune raison n’est demandée. Plus tard, elle est retirée à la donne suivante, avec un autre changement, pour que personne ne voie à qui elle était.",
                "Si vous préférez n’être aucun point, cochez « ne me compter que dans le total » en faisant la carte. Elle est comptée dès que cinq personnes l’ont choisi.",
                "En dessous de {smallest} personnes, aucun chiffre n’est montré. À six, l’anonymat est social et non technique : qui connaît vos habitudes peut vous reconnaître. Nous gardons pour nous ce que nous voyons.",
                "Une heure est posée face au salaire minimum ({country}) : {amount}. Toutes les cartes sont évaluées aux mêmes tarifs.",
            ),
        ),
        (
            "Après",
            (
                "Les cartes sont effacées de l’ordinateur de la salle. Reste une feuille avec les sommes du groupe : aucune carte, aucun mot, aucun point.",
                "Votre registre reste chez vous. Avec la feuille, vous pouvez poser vos chiffres face à ceux du groupe, chez vous.",
            ),
        ),
        (
            "Pas encore de registre ? Dix minutes sur le site d’exercice",
            (
                "Appuyez sur S’exercer à la page Aujourd’hui (ou lancez : labormeter practice). Un site inventé s’ouvre sur votre ordinateur ; aimez, commentez, envoyez et résolvez ses captchas quelques minutes.",
                "Faites alors une carte avec l’exercice : labormeter export --format card --practice --since {today} --until {today} -o carte.json",
            ),
        ),
    ),
}


def handout(room: RoomFile, *, since: str, until: str, today: str) -> str:
    """Return the hand-out of a room as a whole HTML document, in the room's language.

    `since` and `until` are the first and last day of its weeks, `today` is a day of practice.
    """
    language = room.language
    values = {
        "weeks": room.weeks,
        "first": room.first,
        "last": room.last,
        "since": since,
        "until": until,
        "today": today,
        "smallest": room.smallest,
        "country": room.floor.country,
        "amount": money(room.floor.amount, room.currency, language),
    }
    blanks = "".join(
        f"<tr><th>{escape(name)}</th><td>{'_' * 44}</td></tr>" for name in _BLANKS[language]
    )
    chapters = "".join(
        f"<h2>{escape(title)}</h2><ul>"
        + "".join(f"<li>{escape(line.format(**values))}</li>" for line in lines)
        + "</ul>"
        for title, lines in _CHAPTERS[language]
    )
    title = escape(_TITLE[language])
    body = f"<h1>{title}</h1><p>{escape(_LEAD[language])}</p>{TABLE}>{blanks}</table>{chapters}"
    return document(title, body, language)
