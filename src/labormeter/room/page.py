# ruff: noqa: RUF001 - a span of weeks is set with a dash
"""Sets the group sheet as one page of HTML: for a browser, for print, and for Qt's rich text.

It holds nothing of one person: views are drawn with `kept`, and each has its figures in a table
or in words beside the picture. Nothing is fetched: pictures lie in the page.
"""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING, Final

from labormeter.room import compare, slides
from labormeter.room.drawing import Look
from labormeter.room.words import WORDS, act, money, platform, rounded
from labormeter.statement.page import STYLE, TABLE

if TYPE_CHECKING:
    from labormeter.room.compare import Group, Invoice, Item
    from labormeter.room.file import Language, RoomFile
    from labormeter.room.slides import How, Slide

WIDTH: Final = 640
"""Units of a picture's width on paper: that of the text between its margins."""
FINE: Final = 3
"""How much larger a picture is kept than it is shown: print is finer than screens."""
_HEIGHTS: Final = {
    "acts": 118,
    "worth": 118,
    "effort": 118,
    "covered": 118,
    "panels": 300,
    "hourly": 330,
    "told": 170,
    "captchas": 60,
    "spread": 170,
    "supposed": 120,
}
_ORDER: Final = (
    "invoice",
    "acts",
    "worth",
    "effort",
    "panels",
    "hourly",
    "supposed",
    "spread",
    "told",
    "captchas",
    "covered",
)


_BEGIN: Final = frozenset({"panels", "supposed"})
"""Views that begin a new page."""


def page(group: Group, room: RoomFile, how: How) -> str:
    """Return the group sheet as a whole HTML document; `how` says its language, lens and price."""
    language = how.language
    words = WORDS[language]
    title = escape(f"{words['title']}, {room.first} – {room.last}")
    parts = [_head(group, room, language)]
    for name in _ORDER:
        look = Look(width=WIDTH, height=_HEIGHTS.get(name, 200), text=12)
        shown = slides.slide(name, group, room, slides.kept(how), look)
        parts.append(_section(shown, group, room, how))
    parts.append(f"<p>{escape(words['at_least'])}</p><p class='small'>{escape(words['made'])}</p>")
    return document(title, "\n".join(parts), language)


def document(title: str, body: str, language: Language) -> str:
    """Return a whole HTML document in the style of what is printed; `title` is escaped already."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _head(group: Group, room: RoomFile, language: Language) -> str:
    words = WORDS[language]
    facts = (
        (words["people"], str(group.number)),
        (words["weeks"], room.first if room.first == room.last else f"{room.first} – {room.last}"),
        (words["currency"], room.currency),
        (words["book"], room.book),
        (words["smallest"], str(room.smallest)),
    )
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in facts
    )
    lead = words["lead"].format(people=group.number, first=room.first, last=room.last)
    return f"<h1>{words['title']}</h1>\n<p>{escape(lead)}</p>\n{TABLE}>{rows}</table>"


def _section(shown: Slide, group: Group, room: RoomFile, how: How) -> str:
    text = "".join(f"<p>{escape(sentence)}</p>" for sentence in shown.sentences)
    if shown.name == "invoice":
        drawn = _invoice(compare.invoice(group, how.lens), room, how.language)
    else:
        drawn = (
            f"<p style='line-height: 100%'>{image(shown.svg, shown.said)}</p>" if shown.svg else ""
        )
    begins = " style='page-break-before: always'" if shown.name in _BEGIN else ""
    return f"<h2{begins}>{escape(shown.title)}</h2>\n{drawn}\n{text}"


def image(svg: str, said: str, width: int = WIDTH) -> str:
    """Return a picture that lies in the page, with what it shows in words."""
    _, _, begun = svg.partition("viewBox=")
    size = begun.split('"')[1].split()
    high = round(width * float(size[3]) / float(size[2]))
    large = svg.replace(f' width="{size[2]}"', f' width="{int(size[2]) * FINE}"', 1)
    large = large.replace(f' height="{size[3]}"', f' height="{int(size[3]) * FINE}"', 1)
    code = base64.b64encode(large.encode()).decode()
    return (
        f'<img src="data:image/svg+xml;base64,{code}" width="{width}" height="{high}"'
        f' alt="{escape(said)}">'
    )


def _invoice(found: Invoice, room: RoomFile, language: Language) -> str:
    if not found.items:
        return ""
    words = WORDS[language]
    heads = "".join(
        f'<th width="{width}%"{_RIGHT if name != "act" else ""}>{words[name]}</th>'
        for name, width in (
            ("act", 34),
            ("people", 10),
            ("number", 11),
            ("low", 15),
            ("central", 15),
            ("high", 15),
        )
    )
    rows = "".join(
        f'<tr class="group"><td colspan="6">{words["to"]} {escape(platform(name, language))}</td></tr>'
        + "".join(_line(item, room, language) for item in found.of(name))
        for name in found.platforms
    )
    whole = compare.total(found.items)
    amounts = "".join(
        f"<td{_RIGHT}>{money(one, room.currency, language)}</td>"
        for one in (whole.low, whole.central, whole.high)
    )
    total = f'<tr class="sum"><td colspan="3">{words["sum"]}</td>{amounts}</tr>'
    return (
        f'{TABLE} class="items" width="100%"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}{total}</tbody></table>"
    )


_RIGHT: Final = ' class="number" align="right"'


def _line(item: Item, room: RoomFile, language: Language) -> str:
    name = escape(act(item.kind[1], language))
    worth = item.worth
    if worth is None:
        priced = f'<td colspan="3"{_RIGHT}>{WORDS[language]["no_price"]}</td>'
    else:
        priced = "".join(
            f"<td{_RIGHT}>{money(one, room.currency, language)}</td>"
            for one in (worth.low, worth.central, worth.high)
        )
    return (
        f"<tr><td>{name}</td><td{_RIGHT}>{item.people}</td>"
        f"<td{_RIGHT}>{rounded(item.n, language)}</td>{priced}</tr>"
    )
