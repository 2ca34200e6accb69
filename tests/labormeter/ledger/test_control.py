from labormeter.home import Home
from labormeter.ledger import control, file
from labormeter.ledger.control import Asked
from labormeter.ledger.log import Log
from labormeter.testing import NOON


def test_there_are_four_verbs() -> None:
    assert control.VERBS == ("start", "pause", "private", "stop")


def test_private_goes_before_pause_and_pause_before_on(home: Home, log: Log) -> None:
    connection = file.read_only(home.ledger)
    states = []
    for kind in ("shift", "pause", "private"):
        log.span(kind, NOON)
        states.append(control.metering(connection, {"pid": 1}).state)
    for ended in ("private", "pause", "shift"):
        log.end_span(ended, NOON + 1)
        states.append(control.metering(connection, {"pid": 1}).state)
    connection.close()
    assert states == ["on", "paused", "private", "paused", "on", "off"]


def test_without_a_holder_nothing_runs_whatever_is_open(home: Home, log: Log) -> None:
    log.span("shift", NOON)
    log.pulse(NOON + 4)
    connection = file.read_only(home.ledger)
    found = control.metering(connection, None)
    held = control.metering(connection, {})
    connection.close()
    assert (found.running, found.state, found.since, found.pulse) == (False, "off", None, NOON + 4)
    assert (held.running, held.state, held.pid, held.port) == (True, "on", None, None)


def test_the_last_answer_counts(home: Home, log: Log) -> None:
    asked = log.ask("pause", NOON)
    log.acknowledge(asked, NOON, "on")
    log.acknowledge(asked, NOON + 1, "paused")
    connection = file.read_only(home.ledger)
    assert control.answer(connection, asked) == "paused"
    assert control.answer(connection, asked + 1) is None
    assert control.waiting(connection) == []
    connection.close()


def test_what_waits_is_told_oldest_first(log: Log) -> None:
    numbers = [log.ask("pause", NOON, NOON + 5), log.ask("start", NOON + 1)]
    assert log.asked() == [
        Asked(numbers[0], "pause", NOON, NOON + 5),
        Asked(numbers[1], "start", NOON + 1, None),
    ]
