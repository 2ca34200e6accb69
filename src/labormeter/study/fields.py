"""The fields of a study file, each declared once: name, kind, whether it must be there, and why.

The check, the guided form and the documentation's table are made from `FIELDS`. The fields follow
GDPR article 13, the nine criteria of WP 248 and the Five Safes; a study that leaves a required one
out is not loaded by the app.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from labormeter.exports.tables import GRAINS, PLATFORMS
from labormeter.model import ACTIVITIES
from labormeter.sentence import said

type Kind = Literal["line", "text", "date", "number", "yes", "words", "choice", "hash"]

LANGUAGES: Final = ("en", "fr")
BASES: Final = ("6(1)(a)", "6(1)(e)", "6(1)(f)")
"""Legal bases of the GDPR that a study may rest on: consent, public task, legitimate interest."""
COUNTED: Final = tuple(one for one in ACTIVITIES if one != "reward")
"""Activities that a study may ask for. Rewards are money, and what money a person got is not asked."""

ASKABLE: Final = tuple(one for one in PLATFORMS if one != "practice")
"""Platforms that a study may ask for; `other` is every one that the program does not ship."""

SCREENING: Final = {
    "evaluation": said("WP 248: people are evaluated or scored."),
    "automated_decisions": said("WP 248: decisions about people are made by a program."),
    "monitoring": said("WP 248: people are watched systematically. Metering is, in part."),
    "sensitive_data": said("WP 248: sensitive data, or very personal ones."),
    "large_scale": said("WP 248: data on a large scale."),
    "matching": said("WP 248: data sets are matched or combined."),
    "vulnerable": said("WP 248: the data are of vulnerable people, employees and pupils included."),
    "innovative": said("WP 248: new technology. Metering is new."),
    "denies_a_service": said("WP 248: people could lose a right, a service or a contract by it."),
}
"""The nine criteria of the guidelines WP 248 on data-protection impact assessments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field. `name` is its path in the file, such as `people.contact`."""

    name: str
    kind: Kind
    says: str
    """What it is: the question of the guided form."""
    required: bool = True
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 1_000_000
    default: object = None


def _field(name: str, kind: Kind, says: str, **more: object) -> Field:
    return Field(name=name, kind=kind, says=said(says), **more)  # type: ignore[arg-type]


HEAD: Final = (
    _field("id", "line", "A short name of the study, in small letters, digits and dashes."),
    _field("version", "number", "Number of this version of the study file.", least=1, default=1),
    _field("languages", "words", "Languages that participants may read it in.", choices=LANGUAGES),
    _field("valid_from", "date", "First day on which contributions are taken."),
    _field("valid_until", "date", "Last day on which contributions are taken."),
)

TEXT: Final = (
    _field("title", "line", "Title of the study."),
    _field("summary", "text", "What it is about, for somebody who is no researcher."),
    _field("question", "text", "The research question."),
    _field("risks", "text", "Risks, and who bears them: recognition, employers, distress."),
    _field("benefits", "text", "Benefits and payment, or that there are none."),
    _field(
        "voluntary", "text", "Why refusing costs nothing, also where a teacher or employer asks."
    ),
    _field("withdrawing", "text", "How a contribution is taken back, and what stays afterwards."),
    _field("debrief", "text", "When and how participants hear of the results."),
)
"""Fields of `[text.en]`, `[text.fr]`: one table for each language."""

PEOPLE: Final = (
    _field("people.controller", "line", "Who is responsible for the data (the institution)."),
    _field("people.investigator", "line", "The principal investigator."),
    _field("people.contact", "line", "How participants reach somebody: address or telephone."),
    _field("people.data_protection_officer", "line", "How the data protection officer is reached."),
    _field("people.supervisory_authority", "line", "Where participants may complain."),
    _field("people.funder", "line", "Who pays for the study.", required=False),
    _field("people.conflicts", "text", "Conflicts of interest.", required=False),
)

ETHICS: Final = (
    _field("ethics.body", "line", "The board that approved the study.", required=False),
    _field("ethics.number", "line", "Number of the approval.", required=False),
    _field("ethics.date", "date", "Date of the approval.", required=False),
    _field("ethics.document", "hash", "SHA-256 of the approval's document.", required=False),
    _field("ethics.none", "text", "Why there is no approval; shown in red.", required=False),
)
"""Either the first four or the last: the check says so."""

LAW: Final = (
    _field("law.basis", "choice", "Legal basis in the GDPR.", choices=BASES),
    _field("law.special", "line", "Basis for special categories under 9(2).", required=False),
    _field("law.commercial", "yes", "Whether the data are used commercially."),
    _field("law.secondary", "yes", "Whether other studies may use the data.", default=False),
    _field("law.publication", "text", "What is published, and where."),
)

ASKED: Final = (
    _field("asked.from", "line", "First month or week asked for, as 2027-01 or 2027-W01."),
    _field("asked.until", "line", "Last month or week asked for."),
    _field("asked.grain", "choice", "Rows by month or by week.", choices=GRAINS, default="month"),
    _field("asked.rounding", "number", "Counts are rounded to this.", least=1, most=100, default=5),
    _field("asked.platforms", "words", "Platforms asked for.", choices=ASKABLE),
    _field("asked.activities", "words", "Activities asked for.", choices=COUNTED),
    _field("asked.seconds", "yes", "Whether measured seconds are asked for.", default=False),
    _field("asked.country", "yes", "Whether the country is asked for.", default=False),
    _field("asked.age_band", "yes", "Whether an age band is asked for.", default=False),
    _field("asked.reasons.time", "text", "Why this time, and this grain."),
    _field("asked.reasons.platforms", "text", "Why these platforms."),
    _field("asked.reasons.activities", "text", "Why these activities."),
    _field("asked.reasons.seconds", "text", "Why measured seconds.", required=False),
    _field("asked.reasons.country", "text", "Why the country.", required=False),
    _field("asked.reasons.age_band", "text", "Why the age band.", required=False),
    _field("clamps.n", "number", "Most that one cell may say.", least=1),
    _field("clamps.cells", "number", "Most cells of one participant in one period.", least=1),
)

CARE: Final = (
    _field("storage.readers", "text", "Who can decrypt contributions."),
    _field("storage.place", "line", "Where the data are kept."),
    _field("storage.country", "line", "In which country."),
    _field("storage.transfers", "text", "Transfers to other countries, or that there are none."),
    _field("storage.retention", "text", "How long the data are kept, and why."),
    _field("storage.deleted_on", "date", "Day by which the data are deleted."),
    _field("withdrawal.until", "date", "Last day on which a contribution can be taken back."),
    _field("protection.k", "number", "Fewest people in a published cell.", least=3, default=10),
    _field(
        "protection.dominance",
        "number",
        "Largest share of one person in a published sum, in percent.",
        least=10,
        most=90,
        default=50,
    ),
    _field(
        "protection.rounding", "number", "Published counts are rounded to this.", least=1, default=5
    ),
    _field("protection.schedule", "text", "When releases are made."),
    _field(
        "protection.epsilon",
        "line",
        "Differential privacy: epsilon of all releases.",
        required=False,
    ),
    _field(
        "protection.delta", "line", "Differential privacy: delta of all releases.", required=False
    ),
    _field("participants.minimum_age", "number", "Minimum age.", least=13, most=99, default=18),
    _field("participants.vulnerable", "text", "Vulnerable groups, or that there are none."),
    _field("participants.bystanders", "text", "Other people in the data, or that there are none."),
    _field("screening.result", "text", "What the screening for an impact assessment found."),
    _field(
        "screening.document",
        "hash",
        "SHA-256 of the assessment, where one was made.",
        required=False,
    ),
    *(_field(f"screening.{name}", "yes", says) for name, says in SCREENING.items()),
)

HAND_IN: Final = (
    _field("hand_in.file", "yes", "Whether contributions may be handed in as files.", default=True),
    _field("hand_in.nextcloud", "line", "Address of a Nextcloud file drop.", required=False),
    _field("hand_in.put", "line", "A pre-signed address that takes one PUT.", required=False),
    _field("hand_in.invitations", "yes", "Whether an invitation code is needed.", default=False),
    _field("method.book", "line", "Version of the rate book that the study values by."),
    _field("method.biases", "text", "Known biases: who installs such a program."),
    _field("method.preregistration", "line", "Where the study is registered.", required=False),
)

FIELDS: Final = (*HEAD, *PEOPLE, *ETHICS, *LAW, *ASKED, *CARE, *HAND_IN)
"""All fields but those of `text`, in the order in which the form asks for them."""

SECTIONS: Final = (
    (said("The study"), HEAD),
    (said("What participants read"), TEXT),
    (said("Who asks"), PEOPLE),
    (said("Ethics approval"), ETHICS),
    (said("Law"), LAW),
    (said("What is asked"), ASKED),
    (said("Care"), CARE),
    (said("Handing in and method"), HAND_IN),
    (said("Purposes and recipients"), ()),
)
"""Parts of the form. Texts are asked for once in each language; the last part has rows."""

PURPOSE: Final = ("id", "required", *LANGUAGES)
"""Keys of one `[[purposes]]`: consent is given to each by itself."""
RECIPIENT: Final = ("name", "role", "key")
"""Keys of one `[[recipients]]`: who can decrypt, by which age key. At least two."""
