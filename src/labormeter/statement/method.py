# ruff: noqa: RUF001 - typographic apostrophes are meant
"""The method page: what the figures are, what they are not, and how to refute them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from labormeter.statement.words import Language

type Paragraph = tuple[str, str]

METHOD: Final[dict[Language, tuple[Paragraph, ...]]] = {
    "en": (
        (
            "What is counted.",
            "Acts that the person’s own browser sent and that the platform accepted in its answer. Reads, failed and refused requests count nothing. An undo takes back the act that it reverses. What was typed, to whom, and the address of any page are not kept.",
        ),
        (
            "What a figure is.",
            "Units times a rate. A rate is a price that somebody was seen to pay, receive or ask for the same act, with its source, date and place. Rates are rounded once, to a millionth of the currency, and from there on only whole numbers are added: every line of this statement can be checked with pencil and paper.",
        ),
        (
            "Whose price.",
            "One lens is used for the whole statement and never mixed with another. The wage is what reached a worker. The buyer’s price holds the wage, the middleman’s margin, the cost of fake accounts and often no labour at all. The platform’s revenue is another measure of the same thing. They are shown apart and never added.",
        ),
        (
            "Which rate.",
            "For each act and side a lower, a central and an upper observation were chosen and reviewed by hand; each says why. Prices that cannot be cited are never used, and a figure recalled from memory is never central where a checked one exists. Where nobody was seen to pay, there is no price, and the act stays a unit.",
        ),
        (
            "Money of other years.",
            "An old rate is turned into US dollars at the average of its own year, carried to the reference year by US consumer prices where the statement says so, and turned into the currency shown at the average of the year of the act, or the last year on file. Deflating with a US index is a convention: piece rates on these markets have not followed it. A rate takes effect on a Monday and holds for whole weeks.",
        ),
        (
            "Time.",
            "Seconds are measured only where the traffic shows them, as from a captcha shown to a captcha solved. Elsewhere they are assumed, and the book says by whom and why. An hourly floor is a norm of law or agreement and no observation.",
        ),
        (
            "Received.",
            "Vouchers, payouts and points that can be exchanged are subtracted. Points and badges that cannot be exchanged are worth nothing.",
        ),
        (
            "What it does not show.",
            "A price is not a judgement of worth. These are market prices of cheap labour, from places where such acts are sold; that an act done in Paris is priced at a wage of Dhaka is a choice of model and is shown as one. A paid like comes with a target, a deadline and a proof, an unpaid one does not. Few independent observations of wages exist; the lower and upper figures are apart by a factor of 2 to 500. This statement is no claim at law.",
        ),
        (
            "How to refute it.",
            "Every rate is listed with its source. Take another, and multiply. The book of rates, its reasons and the program are public; a rate of one’s own can be put in its place, and the statement then says so.",
        ),
    ),
    "fr": (
        (
            "Ce qui est compté.",
            "Les gestes que le navigateur de la personne a envoyés et que la plateforme a acceptés dans sa réponse. Lectures, échecs et refus ne comptent pas. Défaire un geste retire le geste défait. Ce qui a été écrit, à qui, et l’adresse des pages ne sont pas gardés.",
        ),
        (
            "Ce qu’est un montant.",
            "Des unités fois un tarif. Un tarif est un prix que quelqu’un a été vu payer, recevoir ou demander pour le même geste, avec sa source, sa date et son lieu. Les tarifs sont arrondis une seule fois, au millionième de la monnaie ; ensuite on n’additionne que des nombres entiers : chaque ligne se vérifie avec un crayon.",
        ),
        (
            "Le prix de qui.",
            "Un seul regard pour tout le relevé, jamais mêlé à un autre. Le salaire est ce qui est parvenu à une personne payée. Le prix de l’acheteur contient le salaire, la marge de l’intermédiaire, le coût de faux comptes et souvent aucun travail. Le revenu de la plateforme est une autre mesure de la même chose. On les montre à part et on ne les additionne jamais.",
        ),
        (
            "Quel tarif.",
            "Pour chaque geste et chaque côté, une observation basse, une centrale et une haute ont été choisies et revues à la main ; chacune dit pourquoi. Un prix qui ne peut être cité n’est jamais utilisé, et un chiffre donné de mémoire n’est jamais central quand il en existe un vérifié. Là où personne n’a été vu payer, il n’y a pas de prix, et le geste reste une unité.",
        ),
        (
            "La monnaie d’autres années.",
            "Un tarif ancien est converti en dollars à la moyenne de son année, porté à l’année de référence par les prix à la consommation des États-Unis si le relevé le dit, puis converti dans la monnaie affichée à la moyenne de l’année du geste, ou de la dernière année connue. Corriger par un indice américain est une convention : les tarifs à la pièce de ces marchés ne l’ont pas suivi. Un tarif prend effet un lundi et vaut pour des semaines entières.",
        ),
        (
            "Le temps.",
            "Les secondes ne sont mesurées que là où le trafic les montre, comme entre un captcha affiché et un captcha résolu. Ailleurs elles sont supposées, et le livre dit par qui et pourquoi. Un plancher horaire est une norme de droit ou d’accord, et non une observation.",
        ),
        (
            "Ce qui a été reçu.",
            "Bons, versements et points échangeables sont déduits. Points et badges qui ne s’échangent pas ne valent rien.",
        ),
        (
            "Ce que cela ne montre pas.",
            "Un prix n’est pas un jugement de valeur. Ce sont les prix de marché d’un travail bon marché, là où de tels gestes se vendent ; qu’un geste fait à Paris soit compté au salaire de Dacca est un choix de modèle, montré comme tel. Un j’aime payé a une cible, un délai et une preuve ; un j’aime gratuit n’en a pas. Il existe peu d’observations indépendantes des salaires ; entre le bas et le haut, le facteur va de 2 à 500. Ce relevé n’est pas une demande en justice.",
        ),
        (
            "Comment le réfuter.",
            "Chaque tarif est donné avec sa source. Prenez-en un autre, et multipliez. Le livre des tarifs, ses raisons et le programme sont publics ; on peut y mettre un tarif à soi, et le relevé le dit alors.",
        ),
    ),
}
