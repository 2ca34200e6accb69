"""Whether memory is tidied up without holding the window up, and Python's own ways come back."""

import gc
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from labormeter_ui.rest import TURN, Rest


@pytest.fixture
def resting() -> Iterator[Rest]:
    gc.enable()  # as Python begins
    made = Rest()
    yield made
    made.close()


def test_what_the_start_made_is_left_out_and_python_tidies_no_more(resting: Rest) -> None:
    resting.settle()
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 1000
    assert sys.getswitchinterval() == pytest.approx(TURN)


def collected(tidy: Rest) -> list[int]:
    seen: list[int] = []
    gc.callbacks.append(note := lambda _phase, info: seen.append(info["generation"]))
    tidy.tidy()
    gc.callbacks.remove(note)
    return seen[:1]


def test_everything_is_looked_through_only_while_nothing_arrives(
    resting: Rest, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    resting.settle()
    monkeypatch.setattr("labormeter_ui.rest.CALM", 20)
    resting.stir()
    moving = collected(resting)
    qtbot.wait(40)
    calm, again = collected(resting), collected(resting)
    assert (moving, calm, again) == ([1], [2], [1])


def test_everything_is_looked_through_now_and_then_in_any_case(
    resting: Rest, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    resting.settle()
    resting.stir()
    monkeypatch.setattr("labormeter_ui.rest.LATEST", 10)
    qtbot.wait(20)
    assert collected(resting) == [2]


def test_a_closed_widget_is_never_deleted_on_another_thread(resting: Rest, qtbot: QtBot) -> None:
    ring, deleted = QWidget(), list[threading.Thread]()
    ring.ring = ring  # type: ignore[attr-defined]  # as a view and what it is connected to
    weakref.finalize(ring, lambda: deleted.append(threading.current_thread()))
    del ring
    reading = threading.Thread(target=lambda: [[] for _ in range(300_000)])
    reading.start()
    reading.join()
    assert deleted == []
    resting.tidy()
    qtbot.waitUntil(lambda: deleted == [threading.main_thread()])


def test_afterwards_python_does_as_it_did() -> None:
    gc.enable()
    turn = sys.getswitchinterval()
    made = Rest()
    made.settle()
    made.close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert sys.getswitchinterval() == pytest.approx(turn)
