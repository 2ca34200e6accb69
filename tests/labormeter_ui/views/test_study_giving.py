from dataclasses import replace

import minisign  # type: ignore[import-untyped,unused-ignore]
import pyrage
import pytest
from pytestqt.qtbot import QtBot

from labormeter.model import Cell
from labormeter.study import reader, rows, sample, signing
from labormeter.study.giving import Opened
from labormeter.study.rows import Choice
from labormeter.study.sent import Entry
from labormeter_ui.presenters.study import StudyPresenter
from labormeter_ui.views.study_giving import AgreeView, GiveView

TODAY = "2026-11-25"
CELL = Cell(day="2026-03-04", platform="x", activity="like", source="wire", net=20, gestures=20)


@pytest.fixture
def presenter() -> StudyPresenter:
    keys = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
    text = sample.text(keys).replace(
        "file = true", 'file = true\nput = "https://host.example/x?sig=secret"'
    )
    signed = signing.sign(text.encode(), bytes(minisign.KeyPair.generate().secret_key))
    made = StudyPresenter()
    found = Opened(signed, reader.read(text.encode()), (), ())
    made.take_opened(found, b"", 4096, TODAY)
    made.take_rows(found, Choice(), rows.gather(found.study, [CELL], Choice(), today=TODAY))
    return made


def test_each_purpose_is_a_tick_of_its_own(presenter: StudyPresenter, qtbot: QtBot) -> None:
    view = AgreeView(presenter)
    qtbot.addWidget(view)
    view.say()
    assert not any(one.isChecked() for one in view.ticks.values())
    assert not view.of_age.isChecked()
    view.ticks["follow-up"].click()
    assert presenter.state.agreed == ("follow-up",)
    assert view.ticks["research"].accessibleDescription() == "Taking part means this"
    assert not view.code.isVisibleTo(view)
    assert "18" in view.of_age.text()


def test_what_leaves_is_summed_up_and_the_raw_file_is_the_draft(
    presenter: StudyPresenter, qtbot: QtBot
) -> None:
    view = GiveView(presenter)
    qtbot.addWidget(view)
    view.show()
    said = [value.text() for _, value in view.lines]
    assert said[0] == "1 rows; 0 of those asked for stay here"
    assert "the same for everybody" in said[1]
    assert said[2].count("age1") == 2
    assert not view.raw.isVisible()
    view.raw_button.click()
    draft = presenter.state.draft
    assert draft is not None
    assert view.raw.toPlainText() == draft.preview
    assert view.raw.isReadOnly()
    presenter.agree("research", yes=True)
    assert '"agreed":["research"]' in view.raw.toPlainText(), "it is live"


def test_a_host_is_named_without_its_secrets(presenter: StudyPresenter, qtbot: QtBot) -> None:
    view = GiveView(presenter)
    qtbot.addWidget(view)
    view.show()
    assert view.sends["put"].text() == "Send to host.example"
    assert not view.sends["nextcloud"].isVisible()
    assert not view.sends["put"].isEnabled()
    presenter.agree("research", yes=True)
    presenter.old_enough(yes=True)
    with qtbot.waitSignal(view.sending) as sent:
        view.sends["put"].click()
    assert sent.args == ["put"]


def test_overlaps_are_told_before_anything_leaves(presenter: StudyPresenter, qtbot: QtBot) -> None:
    view = GiveView(presenter)
    qtbot.addWidget(view)
    view.show()
    assert not view.overlap.isVisible()
    other = Entry(
        at="", event="made", study="other", key="k", file="", what="contribution",
        first="2026-03", last="2026-04",
    )  # fmt: skip
    card = replace(other, event="card", study="", what="")
    presenter.take_record((other, card), TODAY)
    assert view.overlap.isVisible()
    assert "other, a room card" in view.overlap.text()
