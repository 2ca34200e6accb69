from dataclasses import replace

import pytest
from PySide6.QtWidgets import QInputDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from labormeter.archives.survey import Passed, Source, Survey
from labormeter.ledger.imports import Import, Tally
from labormeter.sentence import said
from labormeter_ui import language
from labormeter_ui.presenters.history import HistoryPresenter, Past
from labormeter_ui.views.history import SHOWN, HistoryView

SOURCE = Source(
    name="zoe.zip",
    reader="x",
    title="X",
    layouts=(said("named lists"),),
    files=2,
    passed=(Passed(what="", why=said("private messages are never read"), count=3),),
    missing=("likes",),
)
TALLIES = (
    Tally(platform="x", activity="post", year="2019", new=2, near=1),
    Tally(platform="x", activity="like", year="", new=5),
)
MADE = Import(
    number=4, imported_at=1, reader="instagram", found=3, added=3, undated=0, same=0, met=0, near=0,
    first_day="2016-01-01", last_day="2020-01-01", left=3,
)  # fmt: skip


@pytest.fixture
def view(qtbot: QtBot) -> HistoryView:
    made = HistoryView(HistoryPresenter())
    qtbot.addWidget(made)
    return made


def words(view: HistoryView) -> str:
    return "\n".join(one.text() for one in view.findChildren(QLabel) if one.isVisibleTo(view))


def test_an_archive_waits_for_a_yes(view: HistoryView) -> None:
    presenter = view.presenter
    presenter.look(["zoe.zip"])
    assert view.stop_button.isVisibleTo(view)
    presenter.find(
        Survey(
            sources=(SOURCE, Source(name="b", reader="", title="", trouble="is no zip")),
            tallies=TALLIES,
        )
    )
    text = words(view)
    for part in ("zoe.zip: X", "2 files read", "named lists", "private messages", "likes", "2019", "undated",
                 "have no date", "taken for an act", "is no zip"):  # fmt: skip
        assert part in text, part
    assert view.bring_button.isEnabled()
    assert not view.files_button.isVisibleTo(view)
    asked: list[bool] = []
    presenter.bring_wanted.connect(lambda: asked.append(True))
    view.bring_button.click()
    assert asked == [True]


def test_a_broken_file_is_named_by_its_kind(view: HistoryView) -> None:
    broken = Passed(what="comments", why="breaks off, or is not JSON")
    view.presenter.look(["zoe.zip"])
    view.presenter.find(Survey(sources=(replace(SOURCE, passed=(broken,)),), tallies=TALLIES))
    assert "Passed over, 1 file: comments, breaks off" in words(view)


def test_lines_that_are_not_listed_are_counted(view: HistoryView) -> None:
    many = [Tally(platform=f"p{n}", activity="like", year="2020", new=1) for n in range(SHOWN + 3)]
    view.presenter.look(["zoe.zip"])
    view.presenter.find(Survey(sources=(SOURCE,), tallies=tuple(many)))
    assert "And 3 more lines" in words(view)


def test_an_undo_is_said_to_be_done_until_something_else_goes_on(view: HistoryView) -> None:
    view.presenter.undo(4)
    assert "was undone" not in words(view)
    view.presenter.taken_back()
    assert "The import was undone" in words(view)
    view.presenter.take(Past())
    assert "The import was undone" in words(view)
    view.presenter.look(["zoe.zip"])
    assert "was undone" not in words(view)


def test_what_the_ledger_holds_already_cannot_be_imported(view: HistoryView) -> None:
    view.presenter.look(["a"])
    view.presenter.find(
        Survey(sources=(SOURCE,), tallies=(Tally(platform="x", activity="like", year="", same=1),))
    )
    assert not view.bring_button.isEnabled()
    assert "holds all of it already" in view.hint.text()


def test_imports_are_listed_with_their_undo(view: HistoryView) -> None:
    view.presenter.take(Past(imports=(MADE,)))
    (undo,) = [one for one in view.findChildren(QPushButton) if one.text() == "Undo"]
    assert "Instagram: 3 acts" in undo.accessibleName()
    asked: list[int] = []
    view.presenter.undo_wanted.connect(asked.append)
    undo.click()
    assert asked == [4]
    assert view.busy.isVisibleTo(view)


def test_it_is_said_in_french(view: HistoryView) -> None:
    language.use("fr")
    view.presenter.look(["zoe.zip"])
    view.presenter.find(Survey(sources=(SOURCE,), tallies=TALLIES))
    view.say()
    text = words(view)
    assert "2 fichiers lus (listes nommées)" in text
    assert "les messages privés ne sont jamais lus" in text
    assert "archive holds" not in text


def test_what_was_brought_is_said(view: HistoryView) -> None:
    view.presenter.look(["a"])
    view.presenter.find(Survey(sources=(SOURCE,), tallies=TALLIES))
    view.presenter.bring()
    view.presenter.brought(1)
    assert view.remark.text() == "7 acts were imported."


@pytest.mark.parametrize(("answer", "again"), [(("horse", True), ["horse"]), (("", False), [])])
def test_a_sealed_file_is_looked_at_again_with_what_was_typed(
    view: HistoryView, answer: tuple[str, bool], again: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: list[str] = []
    view.presenter.look_wanted.connect(lambda _paths, said: typed.append(said))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_words: answer)
    view.presenter.sealed(["full.zip.age"])
    assert typed == again
