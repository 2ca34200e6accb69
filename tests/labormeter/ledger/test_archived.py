from staging_made import filled

from labormeter.home import Home
from labormeter.ledger import archived
from labormeter.ledger.log import Log
from labormeter.model import Seen
from labormeter.testing import NOON, act


def test_what_archives_tell_of_and_the_meter_saw(home: Home, log: Log) -> None:
    filled(log)
    log.append([act(platform="x", source="wire"), act(platform="z", source="wire")])
    assert archived.seen(home)[0] == Seen("2026-06-01", "x", "like", 2, 1, 1, 0)
    assert {one.platform for one in archived.seen(home)} == {"x"}


def test_live_acts_beyond_its_reach_are_left_out(home: Home, log: Log) -> None:
    filled(log)
    log.append([act(platform="x", source="wire", occurred_at=NOON + 86_400_000_000 * 3)])
    assert {one.day for one in archived.seen(home)} == {"2026-06-01"}


def test_undated_and_returned(home: Home, log: Log) -> None:
    filled(log)
    (undated,) = archived.undated(home)
    assert (undated.day, undated.platform, undated.acts) == ("", "x", 1)
    (returned,) = archived.returned(home)
    assert (returned.disclosure, returned.acts) == ("gps", 1)
