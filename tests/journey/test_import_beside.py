"""A large import is brought in while a meter runs: likes go on, each answered in time and counted."""

import http.client
import json
import ssl
import threading
import time

import pytest
from conftest import WAIT, Running
from staging_made import told
from standin import Answer, Standin

from labormeter.ledger import imports, meeting
from labormeter.ledger.staging import Staging
from labormeter.model import SECOND
from labormeter.testing import NOON

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

ACTS = 200_000
BOUND = 0.5
"""Seconds by which the meter may hold an answer back; see `labormeter_addon.writer.DEADLINE`."""
BUSY = 1.0
"""What two shared cores may add to that: the import itself works in this very process."""
LIKE = "/i/api/graphql/AAAA/FavoriteTweet"


class Liker(threading.Thread):
    """Likes one post after another, and keeps how long each answer took."""

    def __init__(self, meter: Running, trust: ssl.SSLContext) -> None:
        super().__init__(daemon=True)
        self._meter, self._trust = meter, trust
        self.ends = threading.Event()
        self.took: list[float] = []
        self.fault: Exception | None = None

    def run(self) -> None:
        line = http.client.HTTPSConnection(
            "127.0.0.1", self._meter.port, timeout=WAIT, context=self._trust
        )
        line.set_tunnel("x.com", 443)
        try:
            while not self.ends.is_set():
                body = json.dumps({"variables": {"tweet_id": str(10**18 + len(self.took))}})
                began = time.monotonic()
                line.request("POST", LIKE, body, {"content-type": "application/json"})
                assert b"Done" in line.getresponse().read()
                self.took.append(time.monotonic() - began)
        except Exception as error:  # noqa: BLE001 - told to the test
            self.fault = error
        finally:
            line.close()


def test_the_meter_counts_on_while_an_import_is_brought_in(
    meter: Running, standin: Standin
) -> None:
    standin.on("x.com", LIKE, lambda _sent: Answer({"data": {"favorite_tweet": "Done"}}))
    liker = Liker(meter, ssl.create_default_context(cafile=str(meter.ca)))
    with Staging(meter.home) as staging:
        staging.next_export()
        staging.next_file()
        staging.add(told(at=NOON + n * SECOND, activity="comment") for n in range(ACTS))
        staging.settled()
        meeting.meet(staging, keys_since=NOON)
        liker.start()
        while len(liker.took) < 3 and liker.fault is None:
            time.sleep(0.01)
        before, began = len(liker.took), time.monotonic()
        assert imports.commit(meter.home, staging, "x", now=NOON) == 1
        passed = time.monotonic() - began
        during = len(liker.took) - before
    liker.ends.set()
    liker.join(WAIT)
    assert liker.fault is None
    print(f"\ncommit {passed:.2f} s, {during} likes, slowest {max(liker.took):.2f} s")
    assert during >= passed / (BOUND + BUSY), "likes stood still"
    assert max(liker.took) < BOUND + BUSY
    until = time.monotonic() + WAIT
    while len(meter.acts()) < len(liker.took) and time.monotonic() < until:
        time.sleep(0.1)
    assert len(meter.acts()) == len(liker.took)
    assert len(meter.acts("archive")) == ACTS
