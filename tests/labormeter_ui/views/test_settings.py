from pytestqt.qtbot import QtBot

from labormeter import settings
from labormeter_ui.presenters.settings import Chosen, SettingsPresenter
from labormeter_ui.views.settings import AGREED, SettingsView


def test_every_declared_setting_has_its_control(qtbot: QtBot) -> None:
    made = SettingsView(SettingsPresenter())
    qtbot.addWidget(made)
    assert set(made.controls) | AGREED == set(settings.BY_NAME)
    assert not set(made.controls) & AGREED
    made.presenter.take(Chosen(at_login=True))
    assert made.login.box.isChecked()
    with qtbot.waitSignal(made.presenter.login_wanted) as told:
        made.login.box.click()
    assert told.args == [False]
    assert made.titles[0].text() == "Platforms"
