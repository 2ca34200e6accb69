from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter_ui.instance import Instance, name


def test_a_second_start_raises_the_first(home: Home, qtbot: QtBot) -> None:
    first, second = Instance(home), Instance(home)
    assert first.claim()
    with qtbot.waitSignal(first.raised):
        assert not second.claim()
    first.close()
    assert second.claim()
    second.close()


def test_each_home_has_a_window_of_its_own(home: Home, qtbot: QtBot) -> None:
    other = Home(home.root / "other")
    assert name(home) != name(other)
    assert str(home.root) not in name(home)
    first, second = Instance(home), Instance(other)
    assert first.claim()
    assert second.claim()
    first.close()
    second.close()
    assert qtbot is not None
