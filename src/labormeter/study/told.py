"""Every field of a study file as a sentence for whoever takes part, in English and French.

`{value}` stands for exactly what the file says. A field that is yes or no has a sentence for each,
with the exact value after it. What is asked of a researcher is in `fields`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Told(NamedTuple):
    """Sentences of one field. `no` is empty where the field is not yes or no."""

    en: str
    fr: str
    no_en: str = ""
    no_fr: str = ""


TOLD: Final[Mapping[str, Told]] = {
    "format": Told(
        "The study file is written in format {value}.",
        "Le fichier de l'étude est écrit au format {value}.",
    ),
    "id": Told("The study's short name is {value}.", "Le nom court de l'étude est {value}."),
    "version": Told(
        "This is version {value} of the study file.",
        "Ceci est la version {value} du fichier de l'étude.",
    ),
    "languages": Told("It can be read in: {value}.", "Elle peut être lue en : {value}."),
    "valid_from": Told(
        "Contributions are taken from {value} on.",
        "Les contributions sont acceptées à partir du {value}.",
    ),
    "valid_until": Told(
        "Contributions are taken until {value}.",
        "Les contributions sont acceptées jusqu'au {value}.",
    ),
    "people.controller": Told(
        "Responsible for the data: {value}", "Responsable des données : {value}"
    ),
    "people.investigator": Told(
        "The study is led by: {value}", "L'étude est dirigée par : {value}"
    ),
    "people.contact": Told(
        "This is how you reach somebody: {value}", "Pour joindre quelqu'un : {value}"
    ),
    "people.data_protection_officer": Told(
        "This is how you reach the data protection officer: {value}",
        "Pour joindre la personne déléguée à la protection des données : {value}",
    ),
    "people.supervisory_authority": Told(
        "You may complain to: {value}", "Vous pouvez vous plaindre auprès de : {value}"
    ),
    "people.funder": Told(
        "The study is paid for by: {value}", "L'étude est financée par : {value}"
    ),
    "people.conflicts": Told("Conflicts of interest: {value}", "Conflits d'intérêts : {value}"),
    "ethics.body": Told(
        "The study was approved by: {value}", "L'étude a été approuvée par : {value}"
    ),
    "ethics.number": Told(
        "The approval has the number {value}.", "L'approbation porte le numéro {value}."
    ),
    "ethics.date": Told("The approval is of {value}.", "L'approbation est du {value}."),
    "ethics.document": Told(
        "The approval's document has this SHA-256: {value}",
        "Le document de l'approbation a ce SHA-256 : {value}",
    ),
    "ethics.none": Told(
        "No board approved the study, because: {value}",
        "Aucun comité n'a approuvé l'étude, parce que : {value}",
    ),
    "law.basis": Told(
        "The data are used on the basis of article {value} of the GDPR.",
        "Les données sont utilisées sur la base de l'article {value} du RGPD.",
    ),
    "law.special": Told(
        "For special categories of data, the basis under article 9(2) is: {value}",
        "Pour les catégories particulières de données, la base selon l'article 9(2) est : {value}",
    ),
    "law.commercial": Told(
        "The data are used commercially too.",
        "Les données servent aussi à des fins commerciales.",
        "The data are not used commercially.",
        "Les données ne servent pas à des fins commerciales.",
    ),
    "law.secondary": Told(
        "Other studies may use the data.",
        "D'autres études peuvent utiliser les données.",
        "No other study may use the data.",
        "Aucune autre étude ne peut utiliser les données.",
    ),
    "law.publication": Told(
        "This is published, and there: {value}", "Voici ce qui est publié, et où : {value}"
    ),
    "asked.from": Told(
        "The first period that is asked for is {value}.",
        "La première période demandée est {value}.",
    ),
    "asked.until": Told(
        "The last period that is asked for is {value}.", "La dernière période demandée est {value}."
    ),
    "asked.grain": Told(
        "Your acts are added up by the {value}.",
        "Vos actes sont additionnés par {value}.",
    ),
    "asked.rounding": Told(
        "Your counts are rounded to multiples of {value}.",
        "Vos nombres sont arrondis à des multiples de {value}.",
    ),
    "asked.platforms": Told(
        "These platforms are asked for: {value}.", "Ces plateformes sont demandées : {value}."
    ),
    "asked.activities": Told(
        "These activities are asked for: {value}.", "Ces activités sont demandées : {value}."
    ),
    "asked.seconds": Told(
        "It is asked how many seconds were measured.",
        "Il est demandé combien de secondes ont été mesurées.",
        "It is not asked how long anything took.",
        "Il n'est pas demandé combien de temps cela a pris.",
    ),
    "asked.country": Told(
        "Your country is asked for.",
        "Votre pays est demandé.",
        "Your country is not asked for.",
        "Votre pays n'est pas demandé.",
    ),
    "asked.age_band": Told(
        "Your age band is asked for.",
        "Votre tranche d'âge est demandée.",
        "Your age band is not asked for.",
        "Votre tranche d'âge n'est pas demandée.",
    ),
    "asked.reasons.time": Told(
        "Why this time, and this grain: {value}", "Pourquoi ce temps et ce découpage : {value}"
    ),
    "asked.reasons.platforms": Told(
        "Why these platforms: {value}", "Pourquoi ces plateformes : {value}"
    ),
    "asked.reasons.activities": Told(
        "Why these activities: {value}", "Pourquoi ces activités : {value}"
    ),
    "asked.reasons.seconds": Told(
        "Why measured seconds: {value}", "Pourquoi les secondes mesurées : {value}"
    ),
    "asked.reasons.country": Told("Why the country: {value}", "Pourquoi le pays : {value}"),
    "asked.reasons.age_band": Told(
        "Why the age band: {value}", "Pourquoi la tranche d'âge : {value}"
    ),
    "clamps.n": Told(
        "One row says {value} at most; what is more stays here.",
        "Une ligne dit {value} au plus ; le surplus reste ici.",
    ),
    "clamps.cells": Told(
        "You give {value} rows at most for each period.",
        "Vous donnez {value} lignes au plus par période.",
    ),
    "storage.readers": Told(
        "Your contribution can be read by: {value}",
        "Votre contribution peut être lue par : {value}",
    ),
    "storage.place": Told(
        "The data are kept here: {value}", "Les données sont gardées ici : {value}"
    ),
    "storage.country": Told(
        "The data lie in this country: {value}", "Les données se trouvent dans ce pays : {value}"
    ),
    "storage.transfers": Told(
        "Passed on to other countries: {value}", "Transferts vers d'autres pays : {value}"
    ),
    "storage.retention": Told(
        "How long the data are kept, and why: {value}",
        "Combien de temps les données sont gardées, et pourquoi : {value}",
    ),
    "storage.deleted_on": Told(
        "The data are deleted by {value}.", "Les données sont effacées au plus tard le {value}."
    ),
    "withdrawal.until": Told(
        "You can take your contribution back until {value}.",
        "Vous pouvez reprendre votre contribution jusqu'au {value}.",
    ),
    "protection.k": Told(
        "No figure is published that fewer than {value} people stand behind.",
        "Aucun chiffre n'est publié s'il repose sur moins de {value} personnes.",
    ),
    "protection.dominance": Told(
        "No sum is published of which one person makes more than {value} percent.",
        "Aucune somme n'est publiée dont une personne fait plus de {value} pour cent.",
    ),
    "protection.rounding": Told(
        "Published counts are rounded to multiples of {value}.",
        "Les nombres publiés sont arrondis à des multiples de {value}.",
    ),
    "protection.epsilon": Told(
        "Differential privacy: all releases with noise together cost at most epsilon {value}.",
        "Confidentialité différentielle : toutes les publications avec bruit coûtent ensemble au plus epsilon {value}.",
    ),
    "protection.delta": Told(
        "Differential privacy: this epsilon holds but for a chance of {value} (delta).",
        "Confidentialité différentielle : cet epsilon vaut sauf avec une probabilité de {value} (delta).",
    ),
    "protection.schedule": Told(
        "Results are published at these times: {value}",
        "Les résultats sont publiés à ces moments : {value}",
    ),
    "participants.minimum_age": Told(
        "Whoever takes part is {value} years old or more.",
        "Qui participe a {value} ans ou plus.",
    ),
    "participants.vulnerable": Told(
        "Groups that need special care: {value}", "Groupes à protéger en particulier : {value}"
    ),
    "participants.bystanders": Told(
        "Other people in the data: {value}", "Autres personnes dans les données : {value}"
    ),
    "screening.result": Told(
        "Whether the data protection needs a closer look was asked, and found: {value}",
        "L'examen de la nécessité d'une analyse d'impact a donné : {value}",
    ),
    "screening.document": Told(
        "The assessment's document has this SHA-256: {value}",
        "Le document de l'analyse a ce SHA-256 : {value}",
    ),
    "screening.evaluation": Told(
        "People are evaluated or scored.",
        "Des personnes sont évaluées ou notées.",
        "Nobody is evaluated or scored.",
        "Personne n'est évalué ni noté.",
    ),
    "screening.automated_decisions": Told(
        "A program decides something about people.",
        "Un programme décide quelque chose sur des personnes.",
        "No program decides anything about people.",
        "Aucun programme ne décide quoi que ce soit sur des personnes.",
    ),
    "screening.monitoring": Told(
        "People are watched systematically; metering is that, in part.",
        "Des personnes sont observées systématiquement ; compter l'est en partie.",
        "Nobody is watched systematically.",
        "Personne n'est observé systématiquement.",
    ),
    "screening.sensitive_data": Told(
        "The data are sensitive or very personal.",
        "Les données sont sensibles ou très personnelles.",
        "The data are neither sensitive nor very personal.",
        "Les données ne sont ni sensibles ni très personnelles.",
    ),
    "screening.large_scale": Told(
        "The data are of very many people.",
        "Les données concernent un très grand nombre de personnes.",
        "The data are not on a large scale.",
        "Les données ne sont pas à grande échelle.",
    ),
    "screening.matching": Told(
        "Your data are matched or combined with other data.",
        "Vos données sont croisées ou combinées avec d'autres.",
        "Your data are not matched or combined with other data.",
        "Vos données ne sont ni croisées ni combinées avec d'autres.",
    ),
    "screening.vulnerable": Told(
        "Vulnerable people are among those who are asked; employees and pupils count as such.",
        "Des personnes vulnérables sont sollicitées ; salariés et élèves en font partie.",
        "No vulnerable people are asked; employees and pupils would count as such.",
        "Aucune personne vulnérable n'est sollicitée ; salariés et élèves en feraient partie.",
    ),
    "screening.innovative": Told(
        "New technology is used; metering is new.",
        "Une technique nouvelle est utilisée ; compter ainsi est nouveau.",
        "No new technology is used.",
        "Aucune technique nouvelle n'est utilisée.",
    ),
    "screening.denies_a_service": Told(
        "Somebody could lose a right, a service or a contract by it.",
        "Quelqu'un pourrait y perdre un droit, un service ou un contrat.",
        "Nobody can lose a right, a service or a contract by it.",
        "Personne ne peut y perdre un droit, un service ou un contrat.",
    ),
    "hand_in.file": Told(
        "You may hand in your contribution as a file.",
        "Vous pouvez remettre votre contribution sous forme de fichier.",
        "A contribution cannot be handed in as a file.",
        "Une contribution ne peut pas être remise sous forme de fichier.",
    ),
    "hand_in.nextcloud": Told(
        "It can be sent to this file drop: {value}",
        "Elle peut être envoyée à cette boîte de dépôt : {value}",
    ),
    "hand_in.put": Told(
        "It can be sent to this address: {value}",
        "Elle peut être envoyée à cette adresse : {value}",
    ),
    "hand_in.invitations": Told(
        "You need an invitation code.",
        "Il vous faut un code d'invitation.",
        "You need no invitation code.",
        "Il ne vous faut aucun code d'invitation.",
    ),
    "method.book": Told(
        "Worth is reckoned by version {value} of the rate book.",
        "La valeur est calculée selon la version {value} du livre de tarifs.",
    ),
    "method.biases": Told(
        "Known biases of the result: {value}", "Biais connus du résultat : {value}"
    ),
    "method.preregistration": Told(
        "The study is registered here: {value}", "L'étude est enregistrée ici : {value}"
    ),
}
"""By the field's name, in the order in which they are read."""

RECIPIENT: Final = Told(
    "{name} ({role}) can open contributions, by this key: {key}",
    "{name} ({role}) peut ouvrir les contributions, par cette clé : {key}",
)
_SAID: Final[Mapping[str, Mapping[bool, str]]] = {
    "en": {True: "yes", False: "no"},
    "fr": {True: "oui", False: "non"},
}

_GRAINS: Final = {"month": "mois", "week": "semaine"}


def sentence(name: str, value: object, language: str) -> str:
    """Return a field as a sentence with its exact value in it, or after it where it is yes or no.

    A field that is not known keeps its name.
    """
    told = TOLD.get(name, Told(f"{name}: {{value}}", f"{name} : {{value}}"))
    french = language == "fr"
    if isinstance(value, bool) and told.no_en:
        yes, no = (told.fr, told.no_fr) if french else (told.en, told.no_en)
        return f"{yes if value else no} ({_SAID[language][value]})"
    shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    if name == "asked.grain" and french:
        shown = f"{_GRAINS.get(shown, shown)} ({shown})"
    return (told.fr if french else told.en).format(value=shown)
