"""Small imports for the tests of the ledger's own half."""

from typing import Any

from labormeter.home import Home
from labormeter.ledger import meeting
from labormeter.ledger.log import Log
from labormeter.ledger.staging import Staging, Told
from labormeter.model import SECOND
from labormeter.testing import NOON, act


def told(**more: Any) -> Told:
    usual = Told(
        platform="x", kind="likes", activity="like", effect="do", at=NOON, utc_offset=0, pack="1",
        target="", made="", marks="", tell=0, layout="a", once=False, exact=False, quantity=1,
        unit="", finer="", kinds="", joined=False,
    )  # fmt: skip
    return usual._replace(**more)


def mark(number: int) -> str:
    return f"{number:032x}"


def staged(home: Home) -> Staging:
    made = Staging(home)
    made.next_export()
    made.next_file()
    made.add([told(at=NOON + n * SECOND, target=mark(n)) for n in range(3)] + [told(at=None)])
    made.settled()
    meeting.meet(made, keys_since=NOON)
    return made


def filled(log: Log) -> None:
    """An import that brought an act and an undated one, and confirmed a live act."""
    brought, met = act(platform="x", source="archive"), act(platform="x", source="wire")
    log.append([brought, met, act(platform="reddit", source="archive")])
    run = log._connection.execute
    for number, reader in ((1, "x"), (2, "reddit")):
        run("INSERT INTO imports VALUES (?, 1, ?, 3, 2, 1, 0, 1, 0)", (number, reader))
    run("INSERT INTO imported VALUES (1, 1), (3, 2)")
    run(
        "INSERT INTO undated VALUES (1, ?, 1, 'x', 'like', 'r', 'p', ?, 1, '')",
        ("a" * 32, "b" * 32),
    )
    run("INSERT INTO confirmations VALUES (?, 2, 1, 'target')", ("c" * 32,))
    run(
        "INSERT INTO reaches VALUES (1, 'x', 'like', 3, ?, ?), (2, 'reddit', 'like', 1, 5, 5)",
        (NOON, NOON),
    )
    run("INSERT INTO returned VALUES (1, 'gps', 'seen')")
