"""Text from elsewhere, as spoilt as a stranger can make it, in every widget of the window."""

import unicodedata
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from labormeter.browser.find import Browser
from labormeter.doctor.finding import Finding
from labormeter.drift import Drift, Write
from labormeter.model import Cell, Health
from labormeter.platforms import Standing
from labormeter.teach.shape import Shape
from labormeter.testing import NOON, act
from labormeter_ui.picture import Picture
from labormeter_ui.presenters.pages import Presenters
from labormeter_ui.presenters.practice import Practice
from labormeter_ui.presenters.settings import Chosen
from labormeter_ui.views.bar import Message
from labormeter_ui.views.shell import PAGES
from labormeter_ui.views.window import Window
from labormeter_ui.words import plain

EVIL = "<b>bold</b>&amp;\u202edrow\u2066\x00\x1b[31m\r\nline\u2028two\ufeff" + "w" * 5000
"""Markup, an entity, direction, control and separator signs, and far too much of it."""
LONGEST = 800
WRITE = Write(
    platform=EVIL,
    reason=EVIL,
    method=EVIL,
    host=EVIL,
    name=EVIL,
    since="2026-05-01",
    last="2026-06-01",
    days=1,
    count=1,
)
DRIFT = Drift(
    platform=EVIL, state="changed", since=None, last_act=None, last_traffic=None, writes=(WRITE,)
)
SHAPE = Shape(method=EVIL, host=EVIL, path=EVIL, name=EVIL, kind=EVIL)


def poisoned(picture: Picture) -> Picture:
    cell = Cell(day=picture.today, platform=EVIL, activity=EVIL, source="wire", net=3, gestures=3)
    spoilt = replace(act(platform="x", occurred_at=NOON), platform=EVIL, activity=EVIL, rule=EVIL)
    return replace(
        picture,
        cells=(*picture.cells, cell),
        acts=(spoilt, *picture.acts),
        health=(*picture.health, Health(platform=EVIL, last_traffic=NOON)),
        watched=(*picture.watched, EVIL),
        unwatched=(EVIL + "2",),
    )


def chosen() -> Chosen:
    own = Standing(
        platform="own",
        title=EVIL,
        kind="commercial",
        state="asks",
        hosts=(),
        waiting=(EVIL,),
        question=EVIL,
    )
    return Chosen(
        values={"hosts": [f"own={EVIL}"], "browser": EVIL, "currency": EVIL},
        standings=(own, replace(own, platform="on", state="on", hosts=(EVIL,), waiting=())),
        browsers=(Browser(name="evil", title=EVIL, family="firefox", command=("x",)),),
    )


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, picture: Picture) -> Window:
    presenters = Presenters(qapp)
    made = Window(presenters)
    qtbot.addWidget(made)
    presenters.see(poisoned(picture))
    presenters.settings.take(chosen())
    presenters.setup.take_findings((Finding(EVIL, "bad", EVIL, EVIL),))
    presenters.practice._hold(Practice(over=True, fault=EVIL, counted=((EVIL, 1),)))
    presenters.drift.take((DRIFT,))
    presenters.teach.read("x.har", "", "post")
    presenters.teach.take((SHAPE,))
    presenters.teach.take_draft(EVIL, EVIL, plain(EVIL))
    presenters.share.write("x")
    presenters.share.done(EVIL, 1)
    made.shell.bar.show_message(Message("a", plain(EVIL)))
    made.show()
    return made


def texts(widget: QWidget) -> list[str]:
    """Return all that a widget shows or has read aloud."""
    found = [widget.accessibleName(), widget.accessibleDescription()]
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            found.append(widget.text())
        case QPlainTextEdit():
            found.extend(widget.toPlainText().split("\n"))
        case QComboBox():
            found.extend(widget.itemText(place) for place in range(widget.count()))
        case QAbstractItemView() if (model := widget.model()) is not None:
            flat = isinstance(model, QAbstractListModel)
            columns = 1 if flat else model.columnCount(QModelIndex())
            found.extend(
                str(model.data(model.index(row, column)) or "")
                for row in range(min(model.rowCount(QModelIndex()), 50))
                for column in range(columns)
            )
    return found


def test_no_widget_shows_signs_that_command_or_more_than_it_should(window: Window) -> None:
    met = 0
    for widget in window.findChildren(QWidget):
        for text in texts(widget):
            met += "drow" in text
            spoilt = {sign for sign in text if unicodedata.category(sign) in {"Cc", "Cf", "Zl"}}
            assert spoilt <= {"\n"}, (widget.metaObject().className(), text[:80])
            assert len(text) <= LONGEST, (widget.metaObject().className(), text[:80])
    assert met > 20, "the spoilt text is looked at where it is shown"


def test_no_widget_takes_it_for_markup(window: Window) -> None:
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel):
            assert widget.textFormat() == Qt.TextFormat.PlainText
        tip = widget.toolTip()
        assert "<b>" not in tip, tip[:80]
        assert "\u202e" not in tip


@pytest.mark.parametrize("page", PAGES)
def test_no_word_makes_a_page_wider_than_its_window(window: Window, page: str) -> None:
    window.resize(window.minimumSize())
    window.shell.turn(page)
    QApplication.processEvents()
    assert window.width() == window.minimumSize().width()
    wide = [
        (area.accessibleName(), inner.minimumSizeHint().width(), area.viewport().width())
        for area in window.findChildren(QScrollArea)
        if area.isVisible()
        and (inner := area.widget()) is not None
        and inner.minimumSizeHint().width() > area.viewport().width()
    ]
    assert wide == []
