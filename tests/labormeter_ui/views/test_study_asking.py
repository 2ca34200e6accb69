import minisign  # type: ignore[import-untyped,unused-ignore]
import pyrage
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from labormeter.study import reader, sample, signing
from labormeter.study.giving import Opened
from labormeter_ui import language
from labormeter_ui.presenters.study import StudyPresenter
from labormeter_ui.views import study_asking
from labormeter_ui.views.study_asking import Begin, ReadView, WhoView

KEPT = "The data are kept here:"
"""Stands on the page of everything, and is nothing that one has to know first."""


def found(*, approved: bool = False) -> Opened:
    keys = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
    text = sample.text(keys)
    if approved:
        board = 'body = "Board of Nowhere"\nnumber = "7"\ndate = 2026-01-01\n'
        board += f'document = "{"0" * 64}"'
        text = text.replace('none = "This study is an example; nobody takes part in it."', board)
    secret = bytes(minisign.KeyPair.generate().secret_key)
    signed = signing.sign(text.encode(), secret)
    return Opened(signed, reader.read(text.encode()), (), ())


@pytest.fixture
def presenter() -> StudyPresenter:
    return StudyPresenter()


def test_an_approval_is_said_and_none_is_red(presenter: StudyPresenter, qtbot: QtBot) -> None:
    view = WhoView(presenter)
    qtbot.addWidget(view)
    presenter.take_opened(found(), b"", 1, "2026-11-25")
    assert view.approval.property("tone") == "bad"
    assert view.approval.text().startswith("NO ETHICS APPROVAL")
    presenter.take_opened(found(approved=True), b"", 1, "2026-11-25")
    assert view.approval.property("tone") == "good"
    assert "Board of Nowhere" in view.approval.text()


def test_short_first_then_everything(presenter: StudyPresenter, qtbot: QtBot) -> None:
    view = ReadView(presenter)
    qtbot.addWidget(view)
    presenter.take_opened(found(), b"", 1, "2026-11-25")
    short = view.page.toPlainText()
    view.full_button.click()
    full = view.page.toPlainText()
    assert KEPT in full
    assert KEPT not in short
    with qtbot.waitSignals([view.printing, view.keeping]):
        view.print_button.click()
        view.keep_button.click()
    presenter.leave()
    presenter.take_opened(found(), b"", 1, "2026-11-25")
    assert KEPT not in view.page.toPlainText(), "another study begins with the short"


def test_a_language_without_words_reads_english() -> None:
    language.use("fr")
    assert study_asking.language() == "fr"
    language.use("en")
    assert study_asking.language() == "en"


def test_begin_offers_to_open_and_to_write(qtbot: QtBot) -> None:
    begin = Begin(QWidget())
    qtbot.addWidget(begin)
    with qtbot.waitSignals([begin.wanted, begin.form]):
        begin.choose.click()
        begin.write.click()
