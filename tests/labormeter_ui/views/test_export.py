from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from labormeter.exports import qr
from labormeter.exports.registry import FORMS
from labormeter_ui.presenters.share import Order, SharePresenter, Table
from labormeter_ui.views.export import ExportView

TABLE = Table("acts", ("id",), (("1",),), 1)


@pytest.fixture
def view(qtbot: QtBot) -> ExportView:
    made = ExportView(SharePresenter())
    qtbot.addWidget(made)
    made.show()
    return made


def see(view: ExportView, code: bytes = b"") -> None:
    view.presenter.see(view.presenter.order, (TABLE,), code)


def test_every_form_has_a_button_and_a_sentence(view: ExportView) -> None:
    assert list(view.forms) == list(FORMS)
    for name, made in view.forms.items():
        made.click()
        assert view.presenter.order.form == name
        assert view.about.text()
        assert [one.isChecked() for one in view.forms.values()].count(True) == 1


def test_only_what_a_form_has_can_be_chosen(view: ExportView) -> None:
    assert view.period.isVisible()
    assert not view.grain.isVisible()
    view.forms["csv"].click()
    assert view.grain.isVisible()
    assert view.hashes.isVisible()
    view.grain.setCurrentIndex(2)
    assert view.presenter.order.grain == "week"
    assert not view.hashes.isVisible()
    view.forms["sqlite"].click()
    assert not any(one.isVisible() for one in (view.period, view.where, view.seal, view.grain))


def test_platforms_are_ticked(view: ExportView) -> None:
    view.know(("reddit", "x", "youtube"))
    assert view.where.text() == "All platforms"
    for tick in view.menu.actions():
        tick.trigger()
    assert view.presenter.order.platforms == ("reddit", "x", "youtube")
    assert view.where.text() == "Reddit, X +1"


def test_nothing_is_saved_before_it_was_seen(
    view: ExportView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def ask(_parent: object, _title: str, name: str, _filters: str) -> tuple[str, str]:
        offered.append(name)
        return "/mine.zip", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert not view.save.isEnabled()
    see(view)
    assert view.save.isEnabled()
    with qtbot.waitSignal(view.presenter.wanted) as told:
        view.save.click()
    assert told.args == [Order(), "/mine.zip", ""]
    assert Path(offered[0]).name == "labormeter.zip"
    assert view.busy.isVisible()
    assert not view.forms["csv"].isEnabled()
    with qtbot.waitSignal(view.presenter.unwanted):
        view.cancel.click()
    view.presenter.failed("")
    assert not view.said.isVisible()


def test_a_passphrase_is_typed_twice_and_not_kept(
    view: ExportView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: (words[2], ""))
    see(view)
    view.seal.setChecked(True)
    first, second = view.secrets
    for said, again, good in (
        ("", "", False),
        ("short", "short", False),
        ("correct horse", "correct hors", False),
        ("correct horse", "correct horse", True),
    ):
        first.setText(said)
        second.setText(again)
        assert view.save.isEnabled() == good
        assert view.said.isVisible() != good
    with qtbot.waitSignal(view.presenter.wanted) as told:
        view.save.click()
    assert told.args is not None
    assert told.args[2] == "correct horse"
    assert told.args[1].endswith(".zip.age")
    assert (first.text(), second.text()) == ("", "")


def test_a_card_has_words_and_a_code(view: ExportView) -> None:
    view.forms["card"].click()
    order = view.presenter.order
    assert order.handle in view.card.handle.text()
    view.card.again.click()
    assert view.presenter.order.handle != order.handle
    view.card.total_only.click()
    assert view.presenter.order.total_only
    see(view, qr.drawn(b"card", "png"))
    assert view.code.isVisible()
    view.large.click()
    shown = view.findChild(QDialog)
    assert isinstance(shown, QDialog)
    assert shown.isVisible()
    shown.close()
    view.card.total_only.click()
    assert not view.code.isVisible()
    see(view)
    assert "too large for one code" in view.said.text()


def test_how_it_went_is_said_plainly(view: ExportView) -> None:
    see(view)
    view.presenter.write("x")
    view.presenter.done("mine\u202e.csv", 2048)
    assert view.said.text() == "mine.csv is written (2.00 KiB)."
    view.presenter.write("x")
    view.presenter.failed("No space.")
    assert view.said.text() == "The file was not written. No space."
