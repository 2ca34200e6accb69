from labormeter.home import Home
from labormeter.ledger import clearing, query
from labormeter.ledger.log import Log
from labormeter.testing import act


def test_what_is_cleared_is_gone_from_acts_and_hours(home: Home, log: Log) -> None:
    log.append([act(platform="x"), act(platform="y")])
    connection = log._connection
    connection.execute("CREATE TEMP TABLE gone (seq INTEGER PRIMARY KEY)")
    connection.execute("INSERT INTO gone VALUES (1)")
    connection.execute("BEGIN")
    connection.execute("INSERT INTO forgetting VALUES ('test')")
    clearing.clear(connection)
    clearing.roll_up(connection, "2026-06-01")
    connection.execute("DELETE FROM forgetting")
    connection.execute("COMMIT")
    with query.open(home) as ledger:
        assert [one.platform for one in ledger.acts()] == ["y"]
        assert [one.platform for one in ledger.hours()] == ["y"]
        assert [one.platform for one in ledger.cells()] == ["y"]


def test_emptying_puts_the_triggers_back(log: Log) -> None:
    log.append([act()])
    connection = log._connection
    triggers = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
    before = connection.execute(triggers).fetchall()
    connection.execute("BEGIN")
    clearing.empty(connection)
    connection.execute("COMMIT")
    assert connection.execute(triggers).fetchall() == before
    assert connection.execute("SELECT * FROM acts").fetchall() == []
