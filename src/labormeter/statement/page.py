# ruff: noqa: RUF001 - a span of days is set with a dash
"""Sets the statement as one page of HTML: for a browser, for print, and for Qt's rich text.

Qt knows tables, classes and points, and no flexible boxes: so does this page. Nothing is fetched.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final

from labormeter import report
from labormeter.statement import clauses
from labormeter.statement.method import METHOD
from labormeter.statement.words import ACTS, CONVERSIONS, FINER, WORDS, titled, told
from labormeter.valuation.calendar import DAY
from labormeter.valuation.coverage import HOUR, an_hour
from labormeter.valuation.currencies import POINT
from labormeter.valuation.money import MILLION, decimal, shown
from labormeter.valuation.worth import REWARD, Worth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.statement.account import Item, Statement
    from labormeter.statement.words import Language
    from labormeter.valuation.explain import Step
    from labormeter.valuation.rate import Rate

STYLE: Final = """
body { margin: 0; font-family: Georgia, 'Noto Serif', 'Times New Roman', serif; font-size: 10pt; color: #1c1c1c; }
h1 { font-size: 22pt; font-weight: normal; margin-bottom: 8px; }
h2 { font-size: 13pt; font-weight: normal; margin-top: 26px; margin-bottom: 8px; }
p { margin-top: 5px; margin-bottom: 5px; line-height: 135%; }
li { line-height: 135%; }
ul { margin-top: 0; margin-bottom: 0; }
table { border-collapse: collapse; margin: 0; }
th { text-align: left; font-weight: normal; color: #5a5a5a; font-size: 9pt; vertical-align: top; }
td { vertical-align: top; }
.items td, .items th { font-size: 8.5pt; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.small { font-size: 8.5pt; color: #5a5a5a; }
.items .group td { font-size: 10.5pt; }
.sum td { font-weight: bold; }
.total { font-size: 18pt; margin-top: 18px; }
@page { size: A4; margin: 20mm 18mm; }
@media screen { body { max-width: 52em; margin: 2em auto; padding: 0 1em; } td, th { padding: 2px 6px; } }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } }
"""

TABLE: Final = '<table cellspacing="0" cellpadding="3"'
"""Qt takes the padding of cells from here."""


def page(statement: Statement, language: Language) -> str:
    """Return the statement as a whole HTML document."""
    words = WORDS[language]
    parts = (
        _head(statement, language),
        _items(statement, language),
        _unpriced(statement, language),
        _coverage(statement, language),
        _sources(statement, language),
        _claims(statement, language),
        clauses.section(statement.items, language, TABLE),
        _method(language),
    )
    title = escape(f"{words['title']}, {statement.since} – {statement.until}")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def _head(statement: Statement, language: Language) -> str:
    words, how = WORDS[language], statement.calendar.reading
    lens = words["platform_lens" if how.lens == "platform" else how.lens]
    book = statement.calendar.book(report.week(statement.until))
    deflated = how.deflated and how.lens != "time"
    money = words["deflated"].format(year=book.reference_year) if deflated else words["nominal"]
    facts = (
        (words["to"], titled(statement.platform) or words["everyone"]),
        (words["from"], statement.sender or "_" * 32),
        (words["period"], f"{statement.since} – {statement.until}"),
        (words["issued"], statement.issued),
        (words["lens"], f"{lens}; {how.currency}, {money}"),
        (
            words["book"],
            words["book_of"].format(version=book.version, reviewed=book.reviewed, hash=book.hash),
        ),
    )
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in facts
    )
    return f"<h1>{words['title']}</h1>\n{TABLE}>{rows}</table>\n{_totals(statement, language)}"


def _totals(statement: Statement, language: Language) -> str:
    words, total = WORDS[language], statement.total
    currency = statement.calendar.reading.currency
    text = (
        f'<p class="total">{words["at_least"]} {shown(total.acts.central, currency, language)}</p>'
        f"<p>{_between(total.acts, currency, language)}</p>"
    )
    if total.received == Worth():
        return text
    left = shown(total.owed.central, currency, language)
    return f"{text}<p>{words['left']} {left}, {_between(total.owed, currency, language)}</p>"


def _between(worth: Worth, currency: str, language: Language) -> str:
    low, high = (shown(one, currency, language) for one in (worth.low, worth.high))
    return WORDS[language]["range"].format(low=low, high=high)


def _items(statement: Statement, language: Language) -> str:
    words = WORDS[language]
    head = "".join(
        f'<th width="{width}%"{_NUMBER if name in _NUMBERS else ""}>{words[name]}</th>'
        for name, width in _COLUMNS
    )
    several = Counter(map(_act, statement.items))
    rows = "".join(
        f'<tr class="group"><td colspan="7">{escape(titled(platform))}</td></tr>'
        + "".join(_item(item, language, dated=several[_act(item)] > 1) for item in group)
        for platform, group in groupby(statement.items, lambda item: item.platform)
    )
    total = statement.total
    sums = _sum(words["sum"], total.acts, language)
    if total.received != Worth():
        sums += _sum(words["compensation"], total.received, language)
        sums += _sum(words["owed"], total.owed, language)
    return (
        f'<h2>{words["what"]}</h2>\n{TABLE} class="items" width="100%"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}{sums}</tbody></table>"
    )


_NUMBER: Final = ' class="number"'
_NUMBERS: Final = frozenset({"units", "rate", "low", "central", "high"})
_COLUMNS: Final = (
    ("activity", 20),
    ("units", 9),
    ("rate", 10),
    ("low", 11),
    ("central", 12),
    ("high", 13),
    ("rates", 25),
)


def _act(item: Item) -> tuple[str, ...]:
    return item.platform, item.activity, item.finer, item.unit


def _item(item: Item, language: Language, *, dated: bool) -> str:
    words = WORDS[language]
    price, worth = item.price, item.worth
    rate = _exact(price.central, language) if price else ""
    if worth is None:
        amounts = [words["no_price"]] * 3
    else:
        amounts = [_exact(one, language) for one in (worth.low, worth.central, worth.high)]
    source = " ".join(price.rates) if price else words["received"] if worth is not None else ""
    notes = "".join(
        f"<br><span class='small'>{escape(one)}</span>"
        for one in _notes(item, language, dated=dated)
    )
    name = ACTS[language].get(item.activity, words["presence"])
    if item.finer:
        name = f"{name} ({FINER[language].get(item.finer, item.finer)})"
    cells = "".join(
        f"<td{_NUMBER}>{text}</td>" for text in (_units(item, language), rate, *amounts)
    )
    return f"<tr><td>{name}{notes}</td>{cells}<td class='small'>{escape(source)}</td></tr>"


def _exact(amount: int, language: Language) -> str:
    """Return an amount with all six decimals, so that lines stand below each other and add up."""
    thousand, point = ("\u202f", ",") if language == "fr" else (",", ".")
    whole, rest = divmod(abs(amount), MILLION)
    sign = "\u2212" if amount < 0 else ""
    return f"{sign}{whole:,}".replace(",", thousand) + f"{point}{rest:06}"


def _units(item: Item, language: Language) -> str:
    """Return what the rate is applied to; money received is in its own currency."""
    if item.activity == REWARD and item.unit != POINT:
        return shown(item.net, item.unit, language)
    number = item.priced if item.price else item.net
    text = decimal(number * MILLION, marks=language, group=True)
    return f"{text}\u00a0{POINT}" if item.unit == POINT else text


def _notes(item: Item, language: Language, *, dated: bool) -> Iterator[str]:
    """Yield what stands under an act; its days where a price changed within the period."""
    words = WORDS[language]
    if dated:
        yield item.since if item.since == item.until else f"{item.since} – {item.until}"
    if item.gestures != item.net and item.unit in {"", DAY}:
        yield words["undone"].format(gestures=item.gestures)
    if item.manual:
        yield words["by_hand"].format(number=item.manual) if not item.unit else words["hand"]
    if item.measured:
        yield words["hours_measured"].format(hours=_hours(item.measured, language))


def _sum(name: str, worth: Worth, language: Language) -> str:
    cells = "".join(
        f'<td class="number">{_exact(one, language)}</td>'
        for one in (worth.low, worth.central, worth.high)
    )
    return f'<tr class="sum"><td colspan="3">{name}</td>{cells}<td></td></tr>'


def _unpriced(statement: Statement, language: Language) -> str:
    words = WORDS[language]
    found = statement.total.unpriced
    rows = "".join(
        f"<li>{number}: {escape(told(reason, language))}</li>" for reason, number in found
    )
    text = f"<p>{words['unpriced_why']}</p><ul>{rows}</ul>" if found else f"<p>{words['none']}</p>"
    return f"<h2>{words['unpriced']}</h2>\n{text}"


def _coverage(statement: Statement, language: Language) -> str:
    words, seen = WORDS[language], statement.coverage
    sentences = [
        words["metered"].format(
            hours=_hours(seen.metered, language),
            private=_hours(seen.private, language),
            paused=_hours(seen.paused, language),
        ),
        words["gaps"].format(number=seen.gaps, hours=_hours(seen.missing, language), lost=seen.lost)
        if seen.gaps
        else words["no_gaps"],
        words["blind"],
    ]
    if (compared := statement.compared) is not None and compared.share is not None:
        low, high = compared.interval
        least, central, most = compared.estimate or (compared.known,) * 3
        sentences.append(
            words["compared"].format(
                told=compared.told,
                share=round(100 * compared.share),
                low=round(100 * low),
                high=round(100 * high),
                known=compared.known,
                central=central,
                least=least,
                most=most,
            )
        )
    currency = statement.calendar.reading.currency
    hourly = an_hour(statement.total.acts.central, seen.metered)
    if hourly is not None:
        sentences.append(words["hourly"].format(central=shown(hourly, currency, language)))
    rows = "".join(
        f"<li>{_moment(statement, gap.started_at)} {words['until']}"
        f" {_moment(statement, gap.ended_at or gap.started_at)}</li>"
        for gap in statement.gaps
    )
    return f"<h2>{words['coverage']}</h2>\n<p>{' '.join(sentences)}</p><ul>{rows}</ul>"


def _moment(statement: Statement, at: int) -> str:
    return report.moment(at + statement.utc_offset * 60_000_000)


def _hours(microseconds: int, language: Language) -> str:
    """Return a length of time in the largest unit of which there is one at least."""
    for unit, size in (("h", HOUR), ("min", HOUR // 60)):
        if microseconds >= size:
            tenths = round(microseconds * 10 / size)
            return f"{decimal(tenths * MILLION // 10, marks=language)}\u00a0{unit}"
    return f"{decimal(microseconds, marks=language)}\u00a0s"


def _sources(statement: Statement, language: Language) -> str:
    words = WORDS[language]
    rows = "\n".join(_source(step, language) for step in statement.sources)
    return f"<h2>{words['sources']}</h2>\n{rows}"


def _source(step: Step, language: Language) -> str:
    words, rate = WORDS[language], step.rate
    seen = words["observed"].format(date=rate.observed_on, place=told(rate.country, language))
    about = "; ".join([seen, rate.locator, standing(rate, language)])
    lines = [escape(rate.source), f"<span class='small'>{escape(about)}</span>"]
    lines += [
        f"<span class='small'>{escape(one)}</span>"
        for one in (_conversions(step, language),)
        if one
    ]
    return (
        f'{TABLE} width="100%"><tr><th width="16%">{escape(step.reference)}</th>'
        f'<td width="84%">{"<br>".join(lines)}</td></tr></table>'
    )


def _conversions(step: Step, language: Language) -> str:
    sentences = CONVERSIONS[language]
    told_so = [sentences[one.kind].format(*one.values) for one in step.steps]
    return " ".join([*told_so, f"= {_exact(step.amount, language)}"])


def standing(rate: Rate, language: Language) -> str:
    """Return in words how far a rate was checked."""
    words = WORDS[language]
    if rate.own:
        return words["own"]
    return words[{"memory": "unchecked", "quoted": "quoted"}.get(rate.verified, "checked")]


def _claims(statement: Statement, language: Language) -> str:
    words = WORDS[language]
    currency = statement.calendar.reading.currency
    rows = "\n".join(
        f'{TABLE} width="100%"><tr><td class="number" width="16%">'
        f"{shown(claim.central, currency, language)}</td>"
        f'<td width="84%">{escape(told(claim.says, language))}<br>'
        f"<span class='small'>{escape(claim.rate.source)}</span></td></tr></table>"
        for claim in statement.claims
    )
    return f"<h2>{words['claims']}</h2>\n<p>{words['claims_why']}</p>{rows}"


def _method(language: Language) -> str:
    words = WORDS[language]
    text = "".join(f"<p><b>{head}</b> {body}</p>" for head, body in METHOD[language])
    return f'<h2 style="page-break-before: always">{words["method"]}</h2>\n{text}'
