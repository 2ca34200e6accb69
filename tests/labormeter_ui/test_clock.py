import time
from datetime import datetime

from labormeter_ui.clock import moment, today


def test_a_moment_is_of_now_and_says_its_zone() -> None:
    before = int(time.time())
    found = datetime.fromisoformat(moment())
    assert found.tzinfo is not None
    assert before <= found.timestamp() <= time.time()


def test_a_day_is_the_local_one() -> None:
    before, found, after = moment()[:10], today(), moment()[:10]
    assert before <= found <= after
