from datetime import date

import pyrage
import pytest
from pytestqt.qtbot import QtBot

from labormeter.errors import KnownError
from labormeter.study import check, fields, sample
from labormeter.study.keys import Made
from labormeter_ui.presenters.study_form import StudyFormPresenter, named


@pytest.fixture
def presenter() -> StudyFormPresenter:
    return StudyFormPresenter()


def full() -> bytes:
    keys = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
    return sample.text(keys).encode()


def test_each_field_is_in_one_section(presenter: StudyFormPresenter) -> None:
    languages = presenter.state.languages
    shown = [name for place in range(len(fields.SECTIONS)) for name, _ in named(place, languages)]
    assert sorted(name for name in shown if not name.startswith("text.")) == sorted(
        one.name for one in fields.FIELDS
    )
    assert len(shown) == len(set(shown)) == len(fields.FIELDS) + 2 * len(fields.TEXT)


def test_every_fault_is_counted_in_a_section(presenter: StudyFormPresenter) -> None:
    faults = presenter.state.faults
    told = [one for place in range(len(fields.SECTIONS)) for one in presenter.state.of(place)]
    assert set(told) == set(faults)


def test_a_file_is_read_and_written_as_it_was(presenter: StudyFormPresenter) -> None:
    text = full()
    presenter.take_text("study.toml", text)
    assert presenter.state.faults == ()
    before, _ = check.parse(text)
    after, _ = check.parse(presenter.state.text.encode())
    assert after == before


def test_what_is_no_toml_changes_nothing(presenter: StudyFormPresenter) -> None:
    before = presenter.state.answers
    presenter.take_text("x", b"[")
    assert presenter.state.answers == before
    assert [one.where for one in presenter.state.faults] == ["file"]


def test_faults_of_a_form_that_nobody_began_are_no_list_of_mistakes(
    presenter: StudyFormPresenter,
) -> None:
    assert presenter.state.fault_of("id") == ""
    presenter.turn(2)
    assert presenter.state.fault_of("id").startswith("Missing")
    presenter.answer("id", "A")
    assert "Small letters" not in presenter.state.fault_of("valid_from")


def test_an_answer_mends_its_fault(presenter: StudyFormPresenter) -> None:
    presenter.answer("valid_from", "tomorrow")
    assert "A date is written" in presenter.state.fault_of("valid_from")
    presenter.answer("valid_from", date(2027, 1, 1))
    assert presenter.state.fault_of("valid_from") == ""
    presenter.answer("valid_from", None)
    assert "Missing" in presenter.state.fault_of("valid_from")


def test_another_language_asks_for_its_texts(presenter: StudyFormPresenter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(presenter.changed, check_params_cb=bool):
        presenter.answer("languages", ["fr"])
    assert presenter.state.languages == ("fr",)
    assert all(name.startswith("text.fr.") for name, _ in named(1, presenter.state.languages))


def test_keys_become_recipients_and_keep_who_they_are(presenter: StudyFormPresenter) -> None:
    presenter.answer("recipients", [{"name": "A. Nobody", "role": "investigator", "key": "old"}])
    presenter.take_keys(Made("six words", ("age1one", "age1two")))
    rows = presenter.state.answers["recipients"]
    assert rows[0] == {"name": "A. Nobody", "role": "investigator", "key": "age1one"}
    assert rows[1]["key"] == "age1two"
    assert presenter.state.words == "six words"


def test_nothing_is_signed_with_a_fault(presenter: StudyFormPresenter, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(presenter.sign_wanted):
        presenter.sign("key", "", "target")
    presenter.take_text("study.toml", full())
    with qtbot.waitSignal(presenter.sign_wanted):
        presenter.sign("key", "", "target")
    presenter.failed(KnownError("No."))
    assert not presenter.state.running
