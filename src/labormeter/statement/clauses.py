# ruff: noqa: RUF001 - typographic apostrophes are meant
"""Sets what the platforms' own terms say of the acts of a statement, and where that was read."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from labormeter import terms
from labormeter.statement.words import ACTS, titled
from labormeter.valuation.calendar import DAY
from labormeter.valuation.worth import REWARD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.statement.account import Item
    from labormeter.statement.words import Language
    from labormeter.terms import Clause

WORDS: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "title": "What the platforms’ terms say",
        "why": "By these clauses the platforms take what the acts above gave them. Each was read in a public archive of terms, in the version that is named; a few words of it are quoted. Where none is named, none was verified.",
        "version": "version of {date}",
        "none": "No clause was verified for: {acts}.",
    },
    "fr": {
        "title": "Ce que disent les conditions des plateformes",
        "why": "Par ces clauses, les plateformes prennent ce que les gestes ci-dessus leur ont donné. Chacune a été lue dans une archive publique de conditions, dans la version indiquée ; quelques mots en sont cités. Là où aucune n’est nommée, aucune n’a été vérifiée.",
        "version": "version du {date}",
        "none": "Aucune clause vérifiée pour : {acts}.",
    },
}


def section(items: Iterable[Item], language: Language, table: str) -> str:
    """Return the section for the acts of a statement, empty where it has none.

    `table` begins a table, as the page's others do.
    """
    acts: dict[str, list[str]] = {}
    for item in items:
        if item.activity not in {REWARD, ""} and item.unit != DAY:
            acts.setdefault(item.platform, []).append(item.activity)
    if not acts:
        return ""
    words = WORDS[language]
    rows = "\n".join(
        f'{table} width="100%"><tr><th width="16%">{escape(titled(platform))}</th>'
        f'<td width="84%">{"<br>".join(_lines(platform, of, language))}</td></tr></table>'
        for platform, of in sorted(acts.items())
    )
    return f"<h2>{words['title']}</h2>\n<p>{words['why']}</p>\n{rows}"


def _lines(platform: str, activities: Iterable[str], language: Language) -> list[str]:
    found: dict[Clause | None, list[str]] = {}
    for activity in dict.fromkeys(activities):
        found.setdefault(terms.clause(platform, activity), []).append(ACTS[language][activity])
    none = found.pop(None, [])
    lines = [_clause(one, named, language) for one, named in found.items() if one is not None]
    if none:
        text = WORDS[language]["none"].format(acts=", ".join(none))
        lines.append(f"<span class='small'>{escape(text)}</span>")
    return lines


def _clause(clause: Clause, acts: list[str], language: Language) -> str:
    version = WORDS[language]["version"].format(date=clause.version.isoformat())
    colon, quote = (" : ", "« {} »") if language == "fr" else (": ", "“{}”")
    said = f"{', '.join(acts)}{colon}{clause.title}, {clause.section}, {version}{colon}"
    about = " ".join(filter(None, [clause.noted(language), clause.link]))
    quoted = quote.format(clause.quote)
    return f"{escape(said)}{escape(quoted)}<br><span class='small'>{escape(about)}</span>"
