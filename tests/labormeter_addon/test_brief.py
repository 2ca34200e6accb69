"""The loop waits for another thread for moments only, and seldom while they are in vain."""

from __future__ import annotations

import threading
import time

from labormeter_addon.brief import LIMIT, MOST, REST, Brief


class Clock:
    """A clock that moves as it is told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Lock:
    """A lock that takes as long as it is told, by the same clock."""

    def __init__(self, clock: Clock, takes: float) -> None:
        self.clock = clock
        self.takes = takes
        self.asked = 0

    def acquire(self, timeout: float) -> bool:
        self.asked += 1
        self.clock.now += min(self.takes, timeout)
        return self.takes <= timeout


def held() -> threading.Lock:
    lock = threading.Lock()
    lock.acquire()
    return lock


def test_sees_what_another_thread_finishes_in_time() -> None:
    lock = held()
    threading.Timer(0.001, lock.release).start()
    began = time.monotonic()
    while not Brief().wait(lock):
        assert time.monotonic() - began < 5


def test_gives_up_after_moments() -> None:
    took = []
    for _ in range(5):
        began = time.monotonic()
        assert not Brief().wait(held())
        took.append(time.monotonic() - began)
    assert LIMIT * 0.9 < min(took) < LIMIT + 0.03


def test_waits_for_a_fifth_of_the_time_at_most() -> None:
    clock = Clock()
    brief, lock = Brief(clock), Lock(clock, takes=LIMIT / 2)  # an answer that comes in time
    begun, waited = clock.now, 0.0
    while clock.now < begun + 10:
        before = clock.now
        brief.wait(lock)  # type: ignore[arg-type]  # no more is asked of it
        waited += clock.now - before
        clock.now += 0.0001
    assert 0.18 < waited / (clock.now - begun) <= 1 / (1 + REST) + 0.001


def test_a_disk_that_hangs_is_waited_for_less_and_less_and_one_that_recovers_at_once() -> None:
    clock = Clock()
    brief, lock = Brief(clock), Lock(clock, takes=1)
    begun = clock.now
    while clock.now < begun + 60:
        brief.wait(lock)  # type: ignore[arg-type]  # no more is asked of it
        clock.now += 0.001
    assert MOST < lock.asked < MOST + 14, "one in five seconds in the end"
    lock.takes = 0.0005
    clock.now += 10
    assert brief.wait(lock)  # type: ignore[arg-type]  # no more is asked of it
    clock.now += 0.0005 * REST + 0.0001
    assert brief.wait(lock)  # type: ignore[arg-type]  # no more is asked of it
