"""The tail on a real ledger that another connection writes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labormeter import lock
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.model import Span
from labormeter.testing import NOON, act
from labormeter_ui.picture import Picture
from labormeter_ui.presenters.acts import PAGE, Filter
from labormeter_ui.tail import Reader, Tail
from labormeter_ui.work import Desk

SECOND = 1_000_000


@pytest.fixture
def reader(home: Home) -> Iterator[Reader]:
    made = Reader(home)
    yield made
    made.close()


def test_only_a_change_makes_a_picture(reader: Reader, log: Log) -> None:
    at = NOON
    assert reader.look(at) is not None
    assert reader.look(at + 1) is None
    log.append([act(platform="x", occurred_at=at)])
    picture = reader.look(at + 2)
    assert picture is not None
    assert [one.platform for one in picture.acts] == ["x"]
    assert picture.begun
    assert reader.look(at + 3) is None
    assert reader.look(at + 61 * SECOND) is not None


def test_a_meter_that_comes_or_goes_is_seen_without_a_row(reader: Reader, home: Home) -> None:
    reader.look(NOON)
    held = lock.hold(home.lock)
    there = reader.look(NOON + 1)
    held.release()
    gone = reader.look(NOON + 2)
    assert there is not None
    assert gone is not None
    assert (there.meter.mode, gone.meter.mode) == ("stopped", "absent")


def test_the_mode_and_its_beginning_come_from_the_spans(
    reader: Reader, home: Home, log: Log
) -> None:
    with lock.hold(home.lock):
        log.span("shift", NOON - 9)
        metering = reader.look(NOON)
        log.span("private", NOON + 5)
        private = reader.look(NOON + 10)
    assert metering is not None
    assert private is not None
    assert (metering.meter.mode, metering.meter.since) == ("metering", NOON - 9)
    assert (private.meter.mode, private.meter.since) == ("private", NOON + 5)
    assert Span("private", NOON + 5, None) in private.spans


def test_what_is_asked_is_seen_every_second_until_it_is_answered(
    reader: Reader, home: Home, log: Log
) -> None:
    with lock.hold(home.lock):
        log.span("shift", NOON)
        number = log.ask("pause", NOON + 1)
        first, second = reader.look(NOON + 2), reader.look(NOON + 3)
        log.acknowledge(number, NOON + 4, "paused")
        answered = reader.look(NOON + 5)
    assert first is not None
    assert second is not None
    assert (second.meter.asked, second.meter.asked_at) == ("pause", NOON + 1)
    assert answered is not None
    assert answered.meter.asked is None


def test_pages_follow_and_filters_hold(reader: Reader, log: Log) -> None:
    log.append(
        [
            act(platform="x" if place % 2 else "reddit", occurred_at=NOON + place)
            for place in range(PAGE + 20)
        ]
    )
    every = reader.page(Filter(period="all"), None)
    rest = reader.page(Filter(period="all"), every.after)
    assert (len(every.acts), len(rest.acts), rest.after) == (PAGE, 20, None)
    assert not {one.id for one in every.acts} & {one.id for one in rest.acts}
    only = reader.page(Filter(period="all", platform="x"), None)
    assert {one.platform for one in only.acts} == {"x"}


def test_a_days_edges_are_local(reader: Reader, log: Log) -> None:
    log.append([act(platform="x", occurred_at=NOON)])
    day = Filter(period="days", since="2026-06-01", until="2026-06-01")
    assert len(reader.page(day, None).acts) == 1
    before = replace(day, since="2026-05-30", until="2026-05-30")
    assert reader.page(before, None).acts == ()


def test_an_act_shows_within_a_second(
    reader: Reader, log: Log, qapp: QApplication, qtbot: QtBot
) -> None:
    desk = Desk(qapp)
    tail = Tail(reader, desk)
    with qtbot.waitSignal(tail.seen):
        tail.start()
    with qtbot.waitSignal(tail.seen, timeout=1000) as told:
        log.append([act(platform="x")])
    assert told.args is not None
    (picture,) = told.args
    assert isinstance(picture, Picture)
    assert len(picture.acts) == 1
    tail.stop()
    desk.close(reader.close)


def test_after_a_failure_it_looks_again(
    reader: Reader, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(qapp)
    tail = Tail(reader, desk)
    looks: list[int] = []

    def look(at: int) -> Picture:
        looks.append(at)
        if len(looks) == 1:
            raise OSError
        return Picture(now=at)

    monkeypatch.setattr(reader, "look", look)
    with qtbot.waitSignals([desk.failed, tail.seen]):
        tail.start()
    tail.stop()
    desk.close()
