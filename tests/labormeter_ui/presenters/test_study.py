from dataclasses import replace
from typing import Any

import minisign  # type: ignore[import-untyped,unused-ignore]
import pyrage
import pytest
from pytestqt.qtbot import QtBot

from labormeter.errors import KnownError
from labormeter.exports.document import Count
from labormeter.model import Cell
from labormeter.study import reader, rows, sample, signing
from labormeter.study.giving import Opened
from labormeter.study.rows import Choice
from labormeter.study.sent import Entry
from labormeter_ui.presenters.study import Hand, StudyPresenter, Taking

TODAY = "2026-11-25"
CELLS = [
    Cell(day="2026-03-04", platform="x", activity="like", source="wire", net=600, gestures=600),
    Cell(day="2026-03-05", platform="facebook", activity="post", source="wire", net=9, gestures=9),
]


@pytest.fixture(scope="module")
def found() -> Opened:
    keys = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
    text = sample.text(keys).encode()
    signed = signing.sign(text, bytes(minisign.KeyPair.generate().secret_key))
    return Opened(signed, reader.read(text), (), ())


@pytest.fixture
def presenter(found: Opened) -> StudyPresenter:
    made = StudyPresenter()
    made.rows_wanted.connect(
        lambda opened, choice: made.take_rows(
            opened, choice, rows.gather(opened.study, CELLS, choice, today=TODAY)
        )
    )
    made.take_opened(found, b"png", 4096, TODAY)
    return made


def entry(found: Opened, **more: Any) -> Entry:
    usual: dict[str, Any] = {"at": "2026-11-25T10:00:00+01:00", "event": "made", "file": ""}
    usual |= {"what": "contribution", "study": found.study.id, "key": found.signed.key}
    return Entry(**usual | more)


def lacking(presenter: StudyPresenter) -> tuple[str, ...]:
    return presenter.state.lacking


def test_nothing_is_ticked_and_what_lacks_is_said(presenter: StudyPresenter) -> None:
    assert lacking(presenter) == ("agree", "age")
    presenter.agree("research", yes=True)
    presenter.old_enough(yes=True)
    assert lacking(presenter) == ()
    presenter.agree("research", yes=False)
    assert lacking(presenter) == ("agree",)
    assert Taking().lacking == ("rows",)


def test_nothing_is_given_while_something_lacks(presenter: StudyPresenter, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(presenter.give_wanted):
        presenter.give(Hand(path="/me.age"))
    presenter.agree("research", yes=True)
    presenter.old_enough(yes=True)
    with qtbot.assertNotEmitted(presenter.give_wanted):
        presenter.give(Hand())
    with qtbot.waitSignal(presenter.give_wanted):
        presenter.give(Hand(path="/me.age"))
    with qtbot.assertNotEmitted(presenter.give_wanted):
        presenter.give(Hand(path="/me.age"))


def test_the_bytes_follow_what_is_said_and_chosen(presenter: StudyPresenter) -> None:
    before = presenter.state.draft
    presenter.agree("follow-up", yes=True)
    agreed = presenter.state.draft
    assert before is not None
    assert agreed is not None
    assert b"follow-up" in agreed.consent
    assert b"follow-up" not in before.consent
    presenter.choose(Choice(platforms=frozenset({"x"})))
    chosen = presenter.state.draft
    assert chosen is not None
    assert b"facebook" not in chosen.document
    assert b'"removed":1' in chosen.document


def test_clamped_rows_are_marked(presenter: StudyPresenter) -> None:
    taken = presenter.state.taken
    assert taken is not None
    assert [(row.count.n, row.clamped) for row in taken.rows] == [(10, False), (500, True)]


def test_rows_of_another_choice_are_dropped(presenter: StudyPresenter, found: Opened) -> None:
    late = rows.gather(found.study, [], Choice(country="FR"), today=TODAY)
    before = presenter.state.taken
    presenter.take_rows(found, Choice(country="FR"), late)
    assert presenter.state.taken is before


def test_what_is_asked_beside_rows_has_to_be_said(presenter: StudyPresenter, found: Opened) -> None:
    asked = replace(found.study.asked, country=True, age_band=True)
    study = replace(found.study, asked=asked, invitations=True)
    presenter.take_opened(replace(found, study=study), b"", 1, TODAY)
    presenter.agree("research", yes=True)
    presenter.old_enough(yes=True)
    assert lacking(presenter) == ("invitation", "country", "age-band")
    presenter.invite("abcd-1")
    presenter.choose(Choice(country="<b>", age_band="young"))
    assert lacking(presenter) == ("country", "age-band")
    presenter.choose(Choice(country="FR", age_band="25-34"))
    assert lacking(presenter) == ()


def test_the_same_time_elsewhere_is_known(presenter: StudyPresenter, found: Opened) -> None:
    card = entry(found, event="card", what="", study="", first="2026-W10", last="2026-W12")
    presenter.take_record((card,), TODAY)
    assert presenter.state.overlapping == (card,)


def test_a_yes_is_for_one_time_and_a_fault_keeps_the_record(
    presenter: StudyPresenter, found: Opened
) -> None:
    presenter.agree("research", yes=True)
    made = entry(found, revision=7, way="file", sha256="ab")
    presenter.take_done("saved", (made,))
    assert (presenter.state.agreed, presenter.state.standing) == ((), "made")
    assert presenter.state.waiting == made
    presenter.failed(KnownError("No."), ())
    assert presenter.state.waiting == made


def test_leaving_forgets_what_was_chosen(presenter: StudyPresenter) -> None:
    presenter.turn("rows")
    presenter.agree("research", yes=True)
    presenter.leave()
    assert (presenter.state.found, presenter.state.agreed, presenter.step) == (None, (), "who")
    assert presenter.state.draft is None
    assert presenter.state.consent is None


def test_single_rows_go_and_come_back(presenter: StudyPresenter) -> None:
    key = ("2026-03", "x", "like")
    presenter.keep_here({key}, here=True)
    taken = presenter.state.taken
    assert taken is not None
    assert [one.platform for one in taken.document.counts] == ["facebook"]
    presenter.keep_here({key}, here=False)
    back = presenter.state.taken
    assert back is not None
    assert Count("2026-03", "x", "like", n=500) in back.document.counts
