from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.settings import Chosen, SettingsPresenter


def test_only_another_value_is_asked_for(qtbot: QtBot) -> None:
    presenter = SettingsPresenter()
    presenter.take(Chosen(values={"alone": False}))
    with qtbot.waitSignal(presenter.wanted) as told:
        presenter.choose("alone", value=True)
    assert told.args == ["alone", True]
    with qtbot.assertNotEmitted(presenter.wanted):
        presenter.choose("alone", value=False)


def test_what_changed_is_told_once(qtbot: QtBot) -> None:
    presenter = SettingsPresenter()
    chosen = Chosen(values={"hosts": ["x=a.example"]})
    with qtbot.waitSignal(presenter.changed):
        presenter.take(chosen)
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.take(chosen)
    assert presenter.state.added == (("x", "a.example"),)
    with qtbot.waitSignal(presenter.changed):
        presenter.refuse()


def test_moved_hosts_are_told(qtbot: QtBot) -> None:
    presenter = SettingsPresenter()
    with qtbot.waitSignal(presenter.reopen):
        presenter.take(Chosen(moved=True))
