import os
from pathlib import Path

import pytest
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
    other = Home(home.root / "other").create()
    assert name(home) != name(other)
    first, second = Instance(home), Instance(other)
    assert first.claim()
    assert second.claim()
    first.close()
    second.close()
    assert qtbot is not None


@pytest.mark.skipif(os.name == "nt", reason="a pipe is no file")
def test_what_a_crash_leaves_of_it_lies_in_the_home(home: Home, qtbot: QtBot) -> None:
    assert qtbot is not None
    crashed, again = Instance(home), Instance(home)
    assert crashed.claim()
    there = Path(name(home))
    assert there.parent == home.run
    assert there.is_socket()
    assert there.stat().st_mode & 0o077 == 0
    left = there.rename(home.run / "left")
    crashed.close()
    left.rename(there)  # as a process that was killed leaves it
    assert again.claim()
    again.close()
    assert not there.exists()


def test_where_a_path_is_too_long_for_a_socket_it_has_a_name(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    deep = Home(tmp_path / ("x" * 120)).create()
    assert str(deep.root) not in name(deep)
    one = Instance(deep)
    assert one.claim()
    one.close()
