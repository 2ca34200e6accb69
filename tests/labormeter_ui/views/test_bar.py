from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from labormeter_ui.views.bar import Message, MessageBar


def shown(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def test_there_is_no_bar_without_a_message(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    assert bar.isHidden()
    bar.show_message(Message("a", "Something happened."))
    assert not bar.isHidden()
    bar.over("a")
    assert bar.isHidden()


def test_the_latest_is_shown_and_older_ones_come_back(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    bar.show_message(Message("a", "First."))
    bar.show_message(Message("b", "Second."))
    said = [bar.text.text()]
    bar.close_button.click()
    said.append(bar.text.text())
    assert said == ["Second.", "First."]


def test_one_subject_has_one_message(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    bar.show_message(Message("a", "First."))
    bar.show_message(Message("a", "Better known now."))
    bar.show_message(Message("a", "Better known now."))
    assert [message.text for message in bar.messages] == ["Better known now."]


def test_the_action_is_done_once_and_the_message_goes(qtbot: QtBot) -> None:
    done: list[bool] = []
    bar = shown(qtbot)
    bar.show_message(Message("a", "Stopped.", "bad", "Start", lambda: done.append(True)))
    assert bar.action.text() == "Start"
    bar.action.click()
    assert (done, bar.messages) == ([True], [])


def test_what_lasts_cannot_be_put_away(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    bar.show()
    bar.show_message(Message("gap", "Interrupted.", keep=True))
    assert not bar.close_button.isVisible()
    assert bar.frame.accessibleName() == "Interrupted."


def test_text_from_a_process_is_no_markup(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    bar.show_message(Message("a", "<h1>Click here</h1>"))
    assert bar.text.textFormat() == Qt.TextFormat.PlainText
