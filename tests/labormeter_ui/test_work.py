import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labormeter.errors import KnownError
from labormeter_ui.work import Desk


@pytest.fixture
def desk(qapp: QApplication) -> Desk:
    return Desk(qapp)


def test_a_job_leaves_the_thread_and_its_result_comes_back(desk: Desk, qtbot: QtBot) -> None:
    threads: list[int] = []
    desk.give(threading.get_ident, lambda there: threads.extend([there, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    there, here = threads
    assert here == threading.get_ident() != there
    desk.close()


def test_all_jobs_run_on_one_thread_in_order(desk: Desk, qtbot: QtBot) -> None:
    found: list[tuple[int, int]] = []
    for number in range(20):
        desk.give(lambda n=number: (n, threading.get_ident()), found.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(found) == 20)
    assert [number for number, _ in found] == list(range(20))
    assert len({thread for _, thread in found}) == 1
    desk.close()


def test_a_job_that_raises_is_told_and_the_next_one_runs(desk: Desk, qtbot: QtBot) -> None:
    done: list[int] = []
    with qtbot.waitSignal(desk.failed) as told:
        desk.give(lambda: 1 // 0, done.append)
    assert told.args is not None
    assert isinstance(told.args[0], ZeroDivisionError)
    desk.give(lambda: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])
    desk.close()


def test_a_known_error_is_told_to_whoever_asked_and_is_no_failure(desk: Desk, qtbot: QtBot) -> None:
    def refuse() -> int:
        raise KnownError("No.")

    heard: list[object] = []
    with qtbot.assertNotEmitted(desk.failed):
        desk.give(refuse, heard.append, lambda: heard.append("lost"), heard.append)
        qtbot.waitUntil(lambda: len(heard) == 2)
    assert [str(one) for one in heard] == ["No.", "lost"]
    for raised, other in ((refuse, None), (lambda: 1 // 0, heard.append)):
        with qtbot.waitSignal(desk.failed):
            desk.give(raised, heard.append, refused=other)
    assert len(heard) == 2
    desk.close()


def test_after_closing_nothing_comes_back(desk: Desk, qtbot: QtBot) -> None:
    done: list[object] = []
    last: list[int] = []
    gate = threading.Event()
    desk.give(lambda: gate.wait(5), done.append)
    gate.set()
    desk.close(lambda: last.append(threading.get_ident()))
    desk.give(lambda: 2, done.append)
    desk.close()
    qtbot.wait(10)
    assert done == []
    assert last != [threading.get_ident()]


def test_what_is_given_up_comes_back_no_more_and_says_so(qapp: QApplication, qtbot: QtBot) -> None:
    gate, interrupted = threading.Event(), threading.Event()
    desk = Desk(qapp, interrupt=interrupted.set)
    done: list[int] = []
    lost: list[str] = []
    states: list[bool] = []
    desk.busy.connect(states.append)
    stopped = desk.stopper()
    desk.give(lambda: gate.wait(5), done.append, lambda: lost.append("runs"))
    desk.give(lambda: 2, done.append, lambda: lost.append("waits"))
    desk.cancel()
    gate.set()
    told = stopped(), interrupted.is_set()
    desk.give(lambda: 3, done.append)
    qtbot.waitUntil(lambda: done == [3])
    assert (told, lost, states) == ((True, True), ["runs", "waits"], [True, False, True, False])
    assert not desk.stopper()()
    desk.cancel()
    desk.close()


def test_a_job_that_was_interrupted_is_no_fault(qapp: QApplication, qtbot: QtBot) -> None:
    gate = threading.Event()
    desk = Desk(qapp)

    def broken() -> None:
        gate.wait(5)
        raise ValueError

    with qtbot.assertNotEmitted(desk.failed, wait=50):
        desk.give(broken, print)
        desk.cancel()
        gate.set()
    desk.close()


def test_a_job_that_raises_is_lost_as_well(desk: Desk, qtbot: QtBot) -> None:
    lost: list[int] = []
    with qtbot.waitSignal(desk.failed):
        desk.give(lambda: 1 // 0, print, lambda: lost.append(1))
    qtbot.waitUntil(lambda: lost == [1])
    desk.close()
