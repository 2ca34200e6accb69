"""A study and its withdrawal code as pages of HTML, for the screen, for paper and for PDF.

The same words as `page`, in the same order. Whatever researchers wrote is escaped: it is text.
"""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING, Final

from labormeter.study import page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from labormeter.study.identity import Identity
    from labormeter.study.signing import Signed
    from labormeter.study.study import Study

COLUMNS: Final = 4
"""Words of a code in one line."""
_STYLE: Final = (
    "body { font-family: serif; } h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 14px; }"
    " .words { font-size: 13pt; } .none { color: #b00020; } .soft { color: #555555; }"
    " li { margin-bottom: 3px; } td { padding: 3px 14px 3px 0; }"
)


def code_of(signed: Signed) -> str:
    """Return the text that a study's QR code holds: the key, and the words for it."""
    return f"labormeter study key\n{signed.key}\n{signed.fingerprint}"


def html(signed: Signed, study: Study, language: str, *, full: bool, picture: bytes = b"") -> str:
    """Return the page, the short one or the full one. `picture`: PNG of the key's code."""
    words = page.WORDS[language]
    title = study.said(language, "title")
    tone = "none" if study.fields.get("ethics.none") else "soft"
    parts = [
        f"<h1>{_text(title)}</h1>",
        _signature(signed, words),
        _image(picture),
        f"<p class='{tone}'><b>{_text(page.approval(study, language))}</b></p>",
        _list(page.blunt(study, language)),
        _part(words["asked"], page.asked(study, language)),
        _part(words["where"], page.ways(study, language)),
        _part(words["purposes"], page.purposes(study, language)),
    ]
    if full:
        parts += [_said(words[name], study.said(language, name)) for name in page.TEXTS]
        parts.append(_part(words["fields"], page.everything(study, language)))
    return _whole(title, language, parts)


def code(study: Study, person: Identity, language: str) -> str:
    """Return the page of a withdrawal code, to be kept on paper."""
    words = page.WORDS[language]
    listed = person.code.split()
    rows = [listed[place : place + COLUMNS] for place in range(0, len(listed), COLUMNS)]
    cells = "".join(
        "<tr>"
        + "".join(
            f"<td><span class='soft'>{row * COLUMNS + place + 1}</span> <b>{_text(word)}</b></td>"
            for place, word in enumerate(line)
        )
        + "</tr>"
        for row, line in enumerate(rows)
    )
    parts = [
        f"<h1>{_text(words['code'])}</h1>",
        f"<p>{_text(study.said(language, 'title'))} ({_text(study.id)})</p>",
        f"<p>{_text(words['code-what'])}</p>",
        f"<table class='words'>{cells}</table>",
        f"<p>{_text(words['code-how'])}</p>",
        f"<p>{_text(words['code-until'].format(until=study.withdraw_until.isoformat()))}</p>",
        f"<p>{_text(words['contact'])}: {_text(str(study.fields.get('people.contact', '')))}</p>",
    ]
    return _whole(words["code"], language, parts)


def _signature(signed: Signed, words: Mapping[str, str]) -> str:
    who, compare = _text(words["signed"]), _text(words["compare"])
    told = f"{who}<br><b class='words'>{_text(signed.fingerprint)}</b>"
    return f"<p>{told}<br><span class='soft'>{compare}</span></p>"


def _whole(title: str, language: str, parts: Iterable[str]) -> str:
    head = f"<meta charset='utf-8'><title>{_text(title)}</title><style>{_STYLE}</style>"
    body = "".join(parts)
    return f"<!DOCTYPE html><html lang='{language}'><head>{head}</head><body>{body}</body></html>"


def _part(title: str, lines: Iterable[str]) -> str:
    return f"<h2>{_text(title)}</h2>{_list(lines)}"


def _said(title: str, text: str) -> str:
    return f"<h2>{_text(title)}</h2><p>{_text(text)}</p>"


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{_text(one)}</li>' for one in lines)}</ul>"


def _text(said: str) -> str:
    return escape(said).replace("\n", "<br>")


def _image(picture: bytes) -> str:
    if not picture:
        return ""
    data = base64.b64encode(picture).decode()
    return f"<p><img src='data:image/png;base64,{data}' width='150' height='150'></p>"
