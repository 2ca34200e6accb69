from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.own import Own, OwnPresenter


def test_a_change_is_asked_for_once_and_nothing_is_read_over_it(qtbot: QtBot) -> None:
    presenter = OwnPresenter()
    presenter.take(Own(read=True, steps=("One.",)))
    with qtbot.waitSignal(presenter.wanted) as told:
        presenter.change(on=True)
    assert told.args == [True]
    with qtbot.assertNotEmitted(presenter.wanted):
        presenter.change(on=False)
    presenter.take(Own(read=True, standing="on"))
    assert presenter.state.standing == "off"
    presenter.over()
    presenter.take(Own(read=True, standing="on"))
    assert (presenter.state.standing, presenter.state.changing) == ("on", False)
