import importlib
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from labormeter_ui.translations import __main__ as translations

FILES = translations.files()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_string_is_unfinished(path: Path) -> None:
    assert translations.unfinished(path) == []


def test_the_files_hold_every_string_of_the_source_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {path.name: path.read_bytes() for path in FILES}
    for path in FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    assert translations.main(["update"]) == 0
    for path in translations.files():
        assert path.read_bytes() == kept[path.name], f"run `update`: {path.name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_places_for_values_are_the_same_in_every_language(path: Path) -> None:
    for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - our own file
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        for text in forms or [translation.text or ""]:
            assert sorted(re.findall(r"%(?:\d|Ln)", text)) == sorted(
                re.findall(r"%(?:\d|Ln)", source)
            ), source


def test_french_differs_from_english_wherever_it_should() -> None:
    same = [
        source
        for message in ET.parse(FILES[1]).getroot().iter("message")  # noqa: S314 - our own file
        if (source := message.findtext("source", "")) == message.findtext("translation", "")
    ]
    alike = {"Net", "Source", "Pause", "Votes", "Captchas", "description", "orientation", "Auto"}
    alike |= {
        "organisation",
        "Versions",
        "photo",
        "Parquet",
        "Imports",
        "JSON",
        "{name} {trouble}.",
    }
    places = {"France", "Kenya", "Bangladesh", "Europe", "Philippines", "Madagascar", "Paris"}
    places |= {"Antananarivo", "São Paulo", "Nairobi", "Delhi"}
    assert {one for one in same if "%" not in one} <= alike | places


def test_every_file_compiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    assert translations.main(["build"]) == 0
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".qm", ".qm", ".ts", ".ts"]


def test_an_empty_form_is_unfinished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = FILES[0].read_text(encoding="utf-8").replace(">%Ln acts<", "><", 1)
    for path in FILES:
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    assert translations.main(["check"]) == 1
    assert translations.main(["dance"]) == 2
    assert importlib.import_module("labormeter_ui.translations").__doc__
