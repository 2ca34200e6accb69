"""An engine that is killed under load: no act whose success reached the client is missing."""

import http.client
import json
import os
import random
import signal
import ssl
import threading
import time

import psutil
import pytest
from conftest import Running
from standin import Answer, Sent, Standin

from labormeter.ledger.keys import Keys

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(400),
    pytest.mark.skipif(os.name == "nt", reason="SIGKILL"),
]

KILLS = 5
"""Each makes the door wait longer before the next start: 0, 0.2, 0.5, 1, 2 seconds."""
LIKE = "/i/api/graphql/AAAA/FavoriteTweet"


def like(meter: Running, trust: ssl.SSLContext, succeeded: set[str], stop: threading.Event) -> None:
    """Like one post after another and keep those whose success arrived."""
    number = threading.get_ident() % 1000
    while not stop.is_set():
        line = http.client.HTTPSConnection("127.0.0.1", meter.port, timeout=5, context=trust)
        line.set_tunnel("x.com", 443)
        try:
            while not stop.is_set():
                number += 1000
                body = json.dumps({"variables": {"tweet_id": str(number)}})
                line.request("POST", LIKE, body, {"content-type": "application/json"})
                if b"Done" in line.getresponse().read():
                    succeeded.add(str(number))
        except (OSError, http.client.HTTPException):
            time.sleep(0.02)
        finally:
            line.close()


def engine(meter: Running) -> psutil.Process | None:
    for child in psutil.Process(meter.process.pid).children(recursive=True):
        if "labormeter_addon.engine" in " ".join(child.cmdline()):
            return child
    return None


def kill_when_at_work(meter: Running, succeeded: set[str], chance: random.Random) -> None:
    """Wait until likes succeed again, then a moment more, and kill the engine."""
    # An engine that shares two cores with a dozen busy programs takes some 15 seconds to start.
    before, until = len(succeeded), time.monotonic() + 60
    while len(succeeded) < before + 5:
        assert time.monotonic() < until, "metering did not resume"
        time.sleep(0.01)
    time.sleep(chance.uniform(0, 0.1))
    found = engine(meter)
    if found is not None:
        found.send_signal(signal.SIGKILL)


def test_no_answered_act_is_missing(meter: Running, standin: Standin) -> None:
    def done(_sent: Sent) -> Answer:
        return Answer({"data": {"favorite_tweet": "Done"}})

    standin.on("x.com", LIKE, done)
    trust = ssl.create_default_context(cafile=str(meter.ca))
    succeeded: set[str] = set()
    stop = threading.Event()
    people = [threading.Thread(target=like, args=(meter, trust, succeeded, stop)) for _ in range(3)]
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    for person in people:
        person.start()
    try:
        for _ in range(KILLS):
            kill_when_at_work(meter, succeeded, chance)
    finally:
        stop.set()
        for person in people:
            person.join()
    assert meter.stop() == 0
    keys = Keys.open(meter.home, time.time_ns() // 1000)
    targets = {act.target for act in meter.acts()}
    now = time.time_ns() // 1000
    lost = {one for one in succeeded if not targets & set(keys.marks("x", "id", one, now))}
    assert len(succeeded) > KILLS * 5
    assert lost == set()
