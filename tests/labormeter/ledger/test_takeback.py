import pytest
from staging_made import staged

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import imports, query, takeback
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act


def test_taken_back_it_is_as_if_it_had_never_been(home: Home) -> None:
    with Log.open(home, now=NOON) as log:
        log.append([act(platform="y")])
    with query.open(home) as ledger:
        before = ledger.cells(), ledger.hours()
    with staged(home) as made:
        imports.commit(home, made, "x", now=NOON)
    taken = takeback.take_back(home, 1, now=NOON)
    assert taken.added == 4
    with query.open(home) as ledger:
        assert (ledger.cells(), ledger.hours()) == before
        assert ledger.tombstones() == [("2026-06-01", 4)]
    with pytest.raises(KnownError):
        takeback.take_back(home, 1, now=NOON)


def test_the_number_is_never_used_again(home: Home) -> None:
    for number in (1, 2):
        with staged(home) as made:
            assert imports.commit(home, made, "x", now=NOON) == number
        takeback.take_back(home, number, now=NOON)
