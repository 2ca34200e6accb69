import pytest

from labormeter.archives.found import CancelledError
from labormeter.archives.watch import Watch


def test_reports_no_more_than_all_and_stops() -> None:
    told: list[tuple[int, int]] = []

    def report(done: int, total: int) -> bool:
        told.append((done, total))
        return len(told) < 2

    watch = Watch(report)
    watch.expect(100)
    watch.read(10)
    with pytest.raises(CancelledError):
        watch.read(200)
    assert told == [(10, 100), (100, 100)]


def test_nobody_needs_to_listen() -> None:
    Watch().read(5)
