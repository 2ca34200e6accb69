# ruff: noqa: RUF001 - typographic apostrophes are meant
"""What the valuation says in English, in French: reasons, claims, and the notes of the book.

One table for every face; tests hold it against the book and the modules that word a reason.
"""

from __future__ import annotations

import re
from typing import Final

REASONS: Final[dict[str, str]] = {
    "No price was observed for a vote in a poll.": "Aucun prix n’a été relevé pour un vote dans un sondage.",
    "No price was observed for saving or bookmarking.": "Aucun prix n’a été relevé pour un enregistrement.",
    "Somebody is asked to be a friend or a contact and may refuse; no price was observed for that.": "Une demande d’ami ou de contact peut être refusée ; aucun prix n’a été relevé.",
    "No price was observed for a video, a sound or a document, nor for a file of unknown kind.": "Aucun prix n’a été relevé pour une vidéo, un son, un document ou un fichier de nature inconnue.",
    "Work for a commons: it is counted apart, and never billed.": "Travail pour un commun : compté à part, et jamais facturé.",
    "No citable price.": "Aucun prix citable.",
    "No wage was observed for this act.": "Aucun salaire n’a été relevé pour ce geste.",
    "No revenue per user is on file for this platform alone.": "Aucun revenu par utilisateur n’est connu pour cette seule plateforme.",
    "Meta publishes what it earns from one person on all of its apps together (AR-17), not on this one: priced app by app, it would count several times.": "Meta publie ce qu’elle gagne par personne sur toutes ses applications ensemble (AR-17), pas sur celle-ci : compté par application, ce serait compté plusieurs fois.",
    "No time is on file for this act.": "Aucune durée n’est connue pour ce geste.",
    "No hourly earnings were observed.": "Aucun gain horaire n’a été relevé.",
    "Points that cannot be exchanged for money are worth nothing.": "Des points qui ne s’échangent pas contre de l’argent ne valent rien.",
    "This lens prices a day of presence and not an act.": "Ce regard donne un prix à un jour de présence et non à un geste.",
    "An upload is priced where a post of this ledger uses it.": "Un envoi a un prix quand une publication de ce registre l’utilise.",
}
"""Why an act has no price."""

MAPPED: Final[dict[str, str]] = {
    "The same act, sold by click farms and resellers.": "Le même geste, vendu par des fermes à clics et des revendeurs.",
    "A vote for a post is the same click as a like; no price of its own was observed for it.": "Un vote pour une publication est le même clic qu’un j’aime ; aucun prix propre n’a été relevé.",
    "A vote for an answer is the same click as a like; no price of its own was observed for it.": "Un vote pour une réponse est le même clic qu’un j’aime ; aucun prix propre n’a été relevé.",
    "The same click, on the other button. The book sets its wage equal to a like's.": "Le même clic, sur l’autre bouton. Le livre lui donne le salaire d’un j’aime.",
    "The same act, ordered from crowds that post.": "Le même geste, commandé à des foules qui publient.",
    "The same act, sold by click farms and paid commenters.": "Le même geste, vendu par des fermes à clics et des commentateurs payés.",
    "The same act: a repost is sold beside likes.": "Le même geste : un repartage se vend à côté des j’aime.",
    "The same act, the oldest product of click farms.": "Le même geste, le plus ancien produit des fermes à clics.",
    "The same act. A star given with it is part of its price.": "Le même geste. L’étoile donnée avec lui fait partie de son prix.",
    "A star or score alone, priced as one choice among labels.": "Une étoile ou une note seule, au prix d’un choix parmi des étiquettes.",
    "A flag is moderation: one passage looked at and judged.": "Un signalement est de la modération : un passage regardé et jugé.",
    "A flag, and a vote to close or open a question: one passage looked at and judged.": "Un signalement, et un vote pour fermer ou rouvrir une question : un passage regardé et jugé.",
    "Each solve hands the vendor one token, which is what solving services sell.": "Chaque résolution livre un jeton, et c’est ce que vendent les services de résolution.",
    "A picture that was posted, bought with its time and place; the fields of its metadata are in that price and are never added on top.": "Une image publiée, achetée avec sa date et son lieu ; les champs de ses métadonnées sont dans ce prix et ne s’y ajoutent jamais.",
    "A whole short video, as reward sites pay for it. Long viewing would be hour_of_viewing.": "Une vidéo courte entière, comme la paient les sites de récompenses. Un long visionnage serait compté à l’heure.",
    "Compensation received: it is subtracted, at what it can be exchanged for.": "Compensation reçue : elle est soustraite, à ce contre quoi elle s’échange.",
}
"""Why an act is priced as what it is: the price map's reasons."""

NOTES: Final[dict[str, str]] = {
    "Added by you.": "Ajouté par vous.",
    "The reviewed central observation of this side and act.": "Le relevé central révisé pour ce côté et ce geste.",
    "A search earned 3 points, exchanged against vouchers; an old guide and newer ones together.": "Une recherche rapportait 3 points, échangés contre des bons ; un ancien guide et de plus récents ensemble.",
    "Advertising 2023 over two counts of users; subscriptions left out.": "Publicité de 2023 rapportée à deux décomptes d’utilisateurs ; sans les abonnements.",
    "As captcha_image. CA-20 (0.0119) is the US-minimum-wage imputation: ceiling only.": "Comme captcha_image. CA-20 (0,0119) est une imputation au salaire minimum des États-Unis : un plafond seulement.",
    "Brokers ask about 2 dollars; reseller lists (background only) show 4 cents: probably bots.": "Des courtiers demandent environ 2 dollars ; les listes de revendeurs (en arrière-plan) montrent 4 cents : sans doute des robots.",
    "Buyer price times a 50 per cent worker share (CA-04 over CA-01, 2008).": "Prix de l’acheteur fois une part de 50 pour cent pour le travailleur (CA-04 sur CA-01, 2008).",
    "Central derived from a buyer price less the platform fee.": "Central tiré d’un prix d’acheteur, moins la commission de la plateforme.",
    "Central is the mean of 1.86 million promotional microtasks, not of posts alone. CT-15 (9.13) is a staff-written blog post: ceiling only.": "Le central est la moyenne de 1,86 million de microtâches de promotion, pas des seules publications. CT-15 (9,13) est un billet écrit par un salarié : un plafond seulement.",
    "Central is the top of the Brazilian table: typing costs more than clicking. Upper is a salaried commenter's maximum.": "Le central est le haut du tableau brésilien : taper coûte plus que cliquer. Le haut est le maximum d’un commentateur salarié.",
    "Central: Bangladesh 2013, echoed 2014 and 2017. TikTok Lite 2024 (PR-01, about 0.0054) sits between central and upper. SEED-01 (0.00006) is a claimed floor, SEED-02 (0.35-0.70) an influencer ceiling.": "Central : Bangladesh 2013, repris en 2014 et 2017. TikTok Lite 2024 (PR-01, environ 0,0054) est entre le central et le haut. SEED-01 (0,00006) est un plancher affirmé, SEED-02 (0,35-0,70) un plafond d’influenceur.",
    "Citable sellers only; lower is a 2022 Brazilian shop, central the middle of a 2017 Thai list, upper the filmed 2016 offer. Reseller lists (SM rows) sit between lower and central and are background.": "Vendeurs citables seulement ; le bas est une boutique brésilienne de 2022, le central le milieu d’une liste thaïe de 2017, le haut l’offre filmée de 2016. Les listes de revendeurs (lignes SM) sont entre le bas et le central, en arrière-plan.",
    "Conflict between sources kept as the range.": "Le désaccord des sources est gardé comme fourchette.",
    "Contract price per hour over passages read.": "Prix horaire du contrat rapporté aux passages lus.",
    "Facebook 2021: Rest of World, worldwide, US and Canada; also for 2022.": "Facebook 2021 : reste du monde, monde, États-Unis et Canada ; aussi pour 2022.",
    "Geolocated and time-stamped photo: already contains the metadata, do not add metadata_field.": "Photo localisée et datée : contient déjà les métadonnées, n’y rien ajouter.",
    "Lower and central: range read, over 27 merchants of Twitter accounts, and its geometric mean. Upper (Facebook) from memory.": "Bas et central : fourchette lue, chez 27 marchands de comptes Twitter, et sa moyenne géométrique. Le haut (Facebook) de mémoire.",
    "Lower is a machine price.": "Le bas est un prix de machine.",
    "Lower: a bare click. Central: menu minimum for checking a moderation label. Upper: Sama, per passage.": "Bas : un simple clic. Central : le minimum affiché pour vérifier une étiquette de modération. Haut : Sama, par passage.",
    "Lower: data-broker record of three fields.": "Bas : une fiche de courtier de données, de trois champs.",
    "Lower: training-data price of 30 words. Others from memory.": "Bas : prix de 30 mots de données d’entraînement. Les autres de mémoire.",
    "Market wage. Compare with MW and CO rows for legal and bargained floors.": "Salaire du marché. À comparer aux lignes MW et CO pour les planchers légaux et négociés.",
    "No worker-side observation; set equal to like. No citable buyer price.": "Aucun relevé côté travailleur ; posé égal à un j’aime. Aucun prix d’acheteur citable.",
    "One choice among labels; no worker price for a star rating was found.": "Un choix parmi des étiquettes ; aucun prix de travailleur pour une note en étoiles n’a été trouvé.",
    "One citable price (NATO StratCom purchase). Reseller lists (SM rows) go lower and are background.": "Un seul prix citable (achat de NATO StratCom). Les listes de revendeurs (lignes SM) descendent plus bas, en arrière-plan.",
    "One figure, 3 points a search; the 5 points recalled earlier were not found.": "Un seul chiffre, 3 points par recherche ; les 5 points cités plus tôt n’ont pas été retrouvés.",
    'One worker observation ("likes, shares, or follows"), so lower equals central.': "Un seul relevé de travailleur (j’aime, partages ou abonnements), donc le bas égale le central.",
    "Only two citable prices. Reseller lists (SM rows) go lower and are background.": "Deux prix citables seulement. Les listes de revendeurs (lignes SM) descendent plus bas, en arrière-plan.",
    "Price of a human writing the field. EXIF is automatic: only for fields the person typed or confirmed, or as replacement cost.": "Prix d’un humain qui écrit le champ. L’EXIF est automatique : seulement pour des champs tapés ou confirmés, ou comme coût de remplacement.",
    "Rest of World, worldwide and North America 2021, per daily user.": "Reste du monde, monde et Amérique du Nord 2021, par utilisateur quotidien.",
    "Rest of World, worldwide, US and Canada 2025.": "Reste du monde, monde, États-Unis et Canada 2025.",
    "Same evidence as like.": "Mêmes preuves que pour un j’aime.",
    "Several independent sources between 0.0005 and 0.0012.": "Plusieurs sources indépendantes entre 0,0005 et 0,0012.",
    "Twitter worldwide 2021, the last full year that was published.": "Twitter dans le monde 2021, la dernière année entière publiée.",
    "Upper is a 15-minute survey.": "Le haut est une enquête de 15 minutes.",
    "Upper is a customer price from memory.": "Le haut est un prix de client, de mémoire.",
    "What an AI firm pays a platform or broker.": "Ce qu’une société d’IA paie à une plateforme ou à un courtier.",
    "Whole short video or advertisement; TikTok Lite gives 0.0032 at an assumed 30 seconds.": "Vidéo courte ou publicité entière ; TikTok Lite donne 0,0032 pour 30 secondes supposées.",
    "Worldwide 2012, also for the years before: the first on file.": "Monde 2012, aussi pour les années d’avant : le premier chiffre connu.",
    "Worldwide 2013.": "Monde 2013.",
    "Worldwide 2014, also for 2015.": "Monde 2014, aussi pour 2015.",
    "Worldwide 2016, also for 2017.": "Monde 2016, aussi pour 2017.",
    "Worldwide 2018.": "Monde 2018.",
    "Worldwide 2019.": "Monde 2019.",
    "Worldwide 2020.": "Monde 2020.",
    "Worldwide 2023, up to US and Canada; the lower regions are on file from memory only. The last year that was published by region.": "Monde 2023, jusqu’aux États-Unis et au Canada ; les régions basses ne sont connues que de mémoire. La dernière année publiée par région.",
    "Worldwide 2025, per daily user.": "Monde 2025, par utilisateur quotidien.",
}
"""Why a rate was reviewed as central, lower or upper."""

CLAIMS: Final[dict[str, str]] = {
    "What 25,000 people demanded of Facebook, each, for all their data (never awarded).": "Ce que 25 000 personnes ont demandé à Facebook, chacune, pour toutes leurs données (jamais accordé).",
    "What Facebook earned from one user in the year, worldwide.": "Ce que Facebook a gagné par utilisateur dans l’année, dans le monde.",
    "What Facebook earned from one user in the year, in the US and Canada.": "Ce que Facebook a gagné par utilisateur dans l’année, aux États-Unis et au Canada.",
    "What Meta earned from one person in the year on all of its apps together, worldwide.": "Ce que Meta a gagné par personne dans l’année sur toutes ses applications ensemble, dans le monde.",
    "What Meta asks in a year for not using the data for advertising, in the EU.": "Ce que Meta demande par an pour ne pas utiliser les données à des fins publicitaires, dans l’UE.",
    "What people asked for in a survey to do without Facebook for a year (US).": "Ce que des personnes ont demandé, dans une enquête, pour se passer de Facebook un an (États-Unis).",
    "What a click farm worker earned in a year.": "Ce qu’un ouvrier d’une ferme à clics a gagné en un an.",
}
"""What stands beside a total."""

PLACES: Final[dict[str, str]] = {
    "any": "lieu quelconque",
    "worldwide": "monde",
    "US and Canada": "États-Unis et Canada",
    "TH and South-East Asia": "TH et Asie du Sud-Est",
    "Rest of World": "reste du monde",
    "any (mostly US)": "surtout US",
    "75 countries": "75 pays",
    "Asia-Pacific": "Asie-Pacifique",
    "Global South": "Sud global",
    "South Asia": "Asie du Sud",
    "none (machine)": "aucun, une machine",
    "US and others": "US et autres",
    "North America": "Amérique du Nord",
    "GB and others": "GB et autres",
}
"""What the book calls places, where it is more than a code."""

FRENCH: Final = REASONS | MAPPED | NOTES | CLAIMS | PLACES

_FLOORS: Final = {
    "minimum": "Le salaire minimum",
    "collective": "Le plancher négocié",
    "observed": "Le gain relevé",
}
_FLOOR: Final = re.compile(r"The (\w+) floor of (.+) in force that Monday\.( The first.*)?")
_NEAREST: Final = re.compile(r"The observation nearest in date to ([0-9-]+)\.")


def french(sentence: str) -> str:
    """Return a sentence of the valuation in French, as it is where it has no translation."""
    if found := FRENCH.get(sentence):
        return found
    if floor := _FLOOR.fullmatch(sentence):
        name, country, late = floor.groups()
        said = f"{_FLOORS.get(name, name)} en vigueur ce lundi, pays {country}."
        return f"{said} Le premier connu, plus tardif que les gestes." if late else said
    if nearest := _NEAREST.fullmatch(sentence):
        return f"Le relevé le plus proche en date du {nearest[1]}."
    return sentence
