"""A study that never was: for trying a study alone, for simulations and for tests.

Everything a real file needs is in it, so that it can be read as an example.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXT: Final = """
[text.en]
title = "What likes come to: a study that never was"
summary = "How many likes, posts and comments a year holds. This is an example and not a real study."
question = "How is unpaid digital labour spread over platforms and people?"
risks = "Somebody who knows your habits well might recognise you in the counts."
benefits = "None for you, and no payment."
voluntary = "Refusing costs nothing, and nobody is told."
withdrawing = "With one button or by the printed code, until the day stated. Published tables stay."
debrief = "Each participant hears of the results by the study's page when the report is out."

[text.fr]
title = "Ce que valent les likes : une étude qui n'a pas eu lieu"
summary = "Combien de likes, de messages et de commentaires en un an. C'est un exemple, pas une vraie étude."
question = "Comment le travail numérique gratuit se répartit-il entre plateformes et personnes ?"
risks = "Une personne qui connaît bien vos habitudes pourrait vous reconnaître dans les nombres."
benefits = "Aucun pour vous, et aucun paiement."
voluntary = "Refuser ne coûte rien, et personne ne l'apprend."
withdrawing = "D'un bouton ou par le code imprimé, jusqu'au jour indiqué. Les tableaux publiés restent."
debrief = "Les résultats paraissent sur la page de l'étude à la fin."
"""

_BODY: Final = """
[people]
controller = "University of Nowhere"
investigator = "A. Nobody"
contact = "study@example.org"
data_protection_officer = "dpo@example.org"
supervisory_authority = "The authority of Nowhere"

[ethics]
none = "This study is an example; nobody takes part in it."

[law]
basis = "6(1)(a)"
commercial = false
secondary = false
publication = "Tables of groups of ten people and more."

[asked]
from = "{first}"
until = "{last}"
grain = "{grain}"
rounding = {rounding}
platforms = {platforms}
activities = {activities}
seconds = {seconds}
country = false
age_band = false

[asked.reasons]
time = "A year, since seasons differ; by month, since weeks are a fingerprint."
platforms = "The platforms that most people use."
activities = "The activities that somebody is paid for elsewhere."
seconds = "Captchas are paid by the time they take."

[clamps]
n = {most}
cells = {cells}

[[purposes]]
id = "research"
required = true
en = "Take part: my counts are used for the research question."
fr = "Participer : mes nombres servent à la question de recherche."

[[purposes]]
id = "follow-up"
required = false
en = "My counts may be used in follow-up studies of the same people."
fr = "Mes nombres peuvent servir aux études suivantes de la même équipe."

[storage]
readers = "The investigator and the data steward."
place = "A disk of the university"
country = "Nowhere"
transfers = "None."
retention = "Until the report is out, to answer questions about it."
deleted_on = 2099-12-31

[withdrawal]
until = 2099-06-30

[protection]
k = 10
dominance = 50
rounding = 5
epsilon = "3.0"
delta = "0.000001"
schedule = "Once, after the last contribution."

[participants]
minimum_age = 18
vulnerable = "None are asked."
bystanders = "Nobody else is in the data."

[screening]
evaluation = false
automated_decisions = false
monitoring = true
sensitive_data = false
large_scale = false
matching = false
vulnerable = false
innovative = true
denies_a_service = false
result = "Two criteria hold: an assessment would be made."

[hand_in]
file = true
invitations = false

[method]
book = "{book}"
biases = "Whoever installs such a program is no random sample."
"""


def text(
    recipients: Sequence[str],
    *,
    name: str = "study-that-never-was",
    first: str = "2026-01",
    last: str = "2026-12",
    grain: str = "month",
    rounding: int = 5,
    platforms: Sequence[str] = ("facebook", "instagram", "x", "youtube"),
    activities: Sequence[str] = ("like", "post", "comment", "captcha"),
    seconds: bool = False,
    most: int = 500,
    cells: int = 12,
    book: str = "1",
) -> str:
    """Return the text of the example's file, for two age recipients or more."""
    head = (
        f'format = 1\nid = "{name}"\nversion = 1\nlanguages = ["en", "fr"]\n'
        "valid_from = 2026-01-01\nvalid_until = 2099-05-31\n"
    )
    body = _BODY.format(
        first=first,
        last=last,
        grain=grain,
        rounding=rounding,
        platforms=_list(platforms),
        activities=_list(activities),
        seconds=str(seconds).lower(),
        most=most,
        cells=cells,
        book=book,
    )
    tables = "".join(
        f'\n[[recipients]]\nname = "Reader {number}"\nrole = "{role}"\nkey = "{key}"\n'
        for number, (key, role) in enumerate(zip(recipients, _ROLES, strict=False), 1)
    )
    return head + _TEXT + body + tables


_ROLES: Final = ("investigator", "data steward", "auditor")


def _list(words: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{one}"' for one in words) + "]"
