import re

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from labormeter_ui.views.text import (
    BREAK,
    UNBROKEN,
    Flow,
    Prose,
    Spoken,
    breakable,
    button,
    emptied,
    hint,
    label,
    tone,
)

MARKUP = "<b>bold</b><img src='https://example.org/x.png'>"


def test_a_label_never_reads_its_text_as_markup(qtbot: QtBot) -> None:
    made = label("body", MARKUP)
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_a_hint_shows_markup_as_it_is_written(qtbot: QtBot) -> None:
    made = QWidget()
    qtbot.addWidget(made)
    hint(made, MARKUP)
    assert "&lt;b&gt;" in made.toolTip()
    assert "<img" not in made.toolTip()
    hint(made, "")
    assert made.toolTip() == ""


def test_a_flow_wraps_and_keeps_its_items_inside(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    flow = Flow(outer)
    for _ in range(6):
        made = QPushButton("A button")
        flow.addWidget(made)
    outer.resize(240, 400)
    outer.show()
    boxes = [made.geometry() for made in outer.findChildren(QPushButton)]
    assert all(box.right() <= 240 for box in boxes)
    assert len({box.top() for box in boxes}) > 1
    assert flow.heightForWidth(240) > flow.heightForWidth(2000)
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
    emptied(flow)
    assert flow.count() == 0
    assert flow.takeAt(0) is None


def test_a_button_tells_its_press_and_wears_its_kind(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    made = button(lambda: pressed.append(True), main=True)
    qtbot.addWidget(made)
    made.click()
    assert pressed == [True]
    assert made.property("main") is True


def test_a_tone_comes_and_goes(qtbot: QtBot) -> None:
    made = QLabel()
    qtbot.addWidget(made)
    tone(made, "warn")
    assert made.property("tone") == "warn"
    tone(made, "")
    assert made.property("tone") == ""


class Echo(Spoken):
    def __init__(self) -> None:
        super().__init__()
        self.said, self.dressed = 0, 0

    def say(self) -> None:
        self.said += 1

    def dress(self) -> None:
        self.dressed += 1


def test_what_is_spoken_follows_language_and_theme(qtbot: QtBot) -> None:
    made = Echo()
    qtbot.addWidget(made)
    QApplication.sendEvent(made, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(made, QEvent(QEvent.Type.PaletteChange))
    assert (made.said, made.dressed) == (1, 1)


def test_a_long_word_wraps_and_is_copied_whole(qtbot: QtBot) -> None:
    word = "x" * 300
    made = label("body", word, wrap=True)
    qtbot.addWidget(made)
    assert isinstance(made, Prose)
    assert made.text() == word
    assert made.minimumSizeHint().width() < 200
    assert made.heightForWidth(200) > 10 * made.fontMetrics().height()
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSelection(0, 300)
    assert BREAK in QLabel.selectedText(made)
    made.copy()
    assert QGuiApplication.clipboard().text() in word
    made.setSelection(0, 0)
    made.copy()
    assert QGuiApplication.clipboard().text() == word


@given(st.text(max_size=200))
def test_what_is_broken_is_nothing_but_the_text(text: str) -> None:
    broken = breakable(text)
    assert broken.replace(BREAK, "") == text.replace(BREAK, "")
    assert max(map(len, re.split(rf"[\s{BREAK}]", broken))) <= UNBROKEN + 1


def test_short_words_stay_as_they_are() -> None:
    assert breakable("Captcha solved for hCaptcha") == "Captcha solved for hCaptcha"
