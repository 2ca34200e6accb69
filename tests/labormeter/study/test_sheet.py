from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from labormeter.study import page, sheet

EVIL = "<script>alert(1)</script><img src=https://tracker.example/x.png>&amp;"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.sources: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.sources += [value or "" for name, value in attrs if name in {"src", "href"}]

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    return tags


def test_what_researchers_wrote_is_text_and_never_markup(trial: Any) -> None:
    said = dict.fromkeys(trial.study.text["en"], EVIL)
    fields = {
        name: EVIL if isinstance(one, str) else one for name, one in trial.study.fields.items()
    }
    evil = replace(
        trial.study,
        text={"en": said},
        purposes=tuple(replace(one, text={"en": EVIL}) for one in trial.study.purposes),
        fields=fields,
    )
    for html in (
        sheet.html(trial.signed, evil, "en", full=True, picture=b"png"),
        sheet.code(evil, trial.person, "en"),
    ):
        tags = parsed(html)
        assert "script" not in tags.found
        assert all(one.startswith("data:image/png") for one in tags.sources)
        assert "<script>alert(1)</script>" in tags.text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_short_page_says_what_must_be_known_and_the_full_one_everything(
    trial: Any, language: str
) -> None:
    short = parsed(sheet.html(trial.signed, trial.study, language, full=False)).text
    full = parsed(sheet.html(trial.signed, trial.study, language, full=True)).text
    for line in (*page.blunt(trial.study, language), trial.signed.fingerprint):
        assert line in short
        assert line in full
    assert trial.study.said(language, "risks") not in short
    assert trial.study.said(language, "risks") in full
    assert str(trial.study.fields["storage.place"]) in full
    assert len(short) < len(full) / 2


def test_without_an_approval_it_is_red(trial: Any) -> None:
    assert "class='none'" in sheet.html(trial.signed, trial.study, "en", full=False)
    fields = dict(trial.study.fields) | {"ethics.none": "", "ethics.body": "Board of Nowhere"}
    approved = sheet.html(trial.signed, replace(trial.study, fields=fields), "en", full=False)
    assert "class='none'" not in approved
    assert "Board of Nowhere" in approved


def test_the_code_s_page_has_its_words_in_order(trial: Any) -> None:
    text = parsed(sheet.code(trial.study, trial.person, "fr")).text
    places = [
        text.index(f"{number} {word}") for number, word in enumerate(trial.person.code.split(), 1)
    ]
    assert places == sorted(places)
    assert "2099-06-30" in text


def test_the_code_of_the_key_says_key_and_words(trial: Any) -> None:
    assert sheet.code_of(trial.signed).splitlines()[1:] == [
        trial.signed.key,
        trial.signed.fingerprint,
    ]
