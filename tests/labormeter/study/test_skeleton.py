from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

from labormeter.study import check, fields, skeleton, study


def test_a_blank_study_has_every_field_and_says_what_it_is() -> None:
    text = skeleton.document({"languages": ["en", "fr"]})
    document = tomllib.loads(text)
    flat = study.flat(document)
    required = {one.name for one in fields.FIELDS if one.required}
    assert required <= set(flat)
    for field in (*fields.FIELDS, *fields.TEXT):
        if field.required:
            assert f"# {field.says}" in text
    missing = {one.where for one in check.faults(document)}
    assert "people.contact" in missing
    assert not any("no such field" in one.sentence for one in check.faults(document))


def test_a_whole_study_written_anew_is_the_same_study(trial: Any) -> None:
    document = tomllib.loads(trial.text)
    again = tomllib.loads(skeleton.document(study.flat(document)))
    assert not check.faults(again)
    assert study.study(again) == trial.study


def test_an_answer_is_of_its_field_s_kind_and_what_does_not_fit_stays_text() -> None:
    kinds = {one.name: one for one in fields.FIELDS}
    assert skeleton.typed(kinds["version"], "3") == 3
    assert skeleton.typed(kinds["version"], "three") == "three"
    assert skeleton.typed(kinds["valid_from"], "2027-01-31") == date(2027, 1, 31)
    assert skeleton.typed(kinds["law.commercial"], "oui") is True
    assert skeleton.typed(kinds["asked.platforms"], "x, reddit") == ["x", "reddit"]
    assert skeleton.typed(kinds["people.contact"], "") is None
