from pytestqt.qtbot import QtBot

from labormeter_ui.views.gone import GoneDialog


def test_it_names_every_place_and_ends_by_one_button(qtbot: QtBot) -> None:
    shown = GoneDialog(("a/profiles", "a/home\u202e"))
    qtbot.addWidget(shown)
    assert shown.places.toPlainText() == "a/profiles\na/home"
    assert shown.places.isReadOnly()
    assert "looked through again" in shown.text.text()
    with qtbot.waitSignal(shown.finished):
        shown.leave.click()
