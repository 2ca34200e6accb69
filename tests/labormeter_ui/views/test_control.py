import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from labormeter.browser.find import Browser
from labormeter.settings import BY_NAME, Setting
from labormeter_ui.presenters.settings import Chosen, SettingsPresenter
from labormeter_ui.views.control import Control

FIREFOX = Browser(name="firefox", title="Firefox", family="firefox", command=("firefox",))


def made(qtbot: QtBot, setting: Setting, chosen: Chosen) -> Control:
    presenter = SettingsPresenter()
    presenter.take(chosen)
    control = Control(setting, presenter)
    qtbot.addWidget(control)
    return control


def test_a_yes_or_no_is_a_box(qtbot: QtBot) -> None:
    control = made(qtbot, BY_NAME["alone"], Chosen(values={"alone": True}))
    assert isinstance(control.editor, QCheckBox)
    assert control.editor.isChecked()
    with qtbot.waitSignal(control.presenter.wanted) as told:
        control.editor.click()
    assert told.args == ["alone", False]


def test_a_number_is_a_field_of_digits(qtbot: QtBot) -> None:
    control = made(qtbot, BY_NAME["port"], Chosen(values={"port": 8080}))
    assert isinstance(control.editor, QSpinBox)
    assert control.editor.value() == 8080
    with qtbot.waitSignal(control.presenter.wanted) as told:
        control.editor.setValue(70000)
    assert told.args == ["port", 65535]


def test_declared_choices_are_a_list_in_words(qtbot: QtBot) -> None:
    control = made(qtbot, BY_NAME["lens"], Chosen(values={"lens": "time"}))
    assert isinstance(control.editor, QComboBox)
    assert control.editor.currentText() == "by the hour"
    with qtbot.waitSignal(control.presenter.wanted) as told:
        control.editor.setCurrentIndex(0)
    assert told.args == ["lens", "worker"]


@pytest.mark.parametrize("browser", ["", "firefox", "netscape"])
def test_the_browsers_are_those_found_here_and_the_chosen_one(qtbot: QtBot, browser: str) -> None:
    chosen = Chosen(values={"browser": browser}, browsers=(FIREFOX,))
    control = made(qtbot, BY_NAME["browser"], chosen)
    assert isinstance(control.editor, QComboBox)
    found = [control.editor.itemText(place) for place in range(control.editor.count())]
    assert found[:2] == ["The first one found", "Firefox"]
    assert control.editor.currentData() == browser


def test_other_words_are_a_line_and_showing_asks_for_nothing(qtbot: QtBot) -> None:
    control = made(qtbot, Setting("weather", "fair", "What it is."), Chosen())
    assert isinstance(control.editor, QLineEdit)
    with qtbot.assertNotEmitted(control.presenter.wanted):
        control.presenter.take(Chosen(values={"weather": "foul"}))
    assert control.editor.text() == "foul"
    control.editor.setText(" mild ")
    with qtbot.waitSignal(control.presenter.wanted) as told:
        control.editor.editingFinished.emit()
    assert told.args == ["weather", "mild"]
