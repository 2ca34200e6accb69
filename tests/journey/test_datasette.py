"""The ledger opens in Datasette: read only, and while the meter writes."""

import contextlib
import http.client
import json
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from conftest import CLIENTS, Running
from standin import Answer, Sent, Standin

from labormeter.ledger import query

pytestmark = pytest.mark.journey

LIKE = "/i/api/graphql/AAAA/FavoriteTweet"


class Site:
    """Datasette at work on one ledger."""

    def __init__(self, port: int) -> None:
        self._root = f"http://127.0.0.1:{port}"

    def get(self, path: str, **query: str) -> httpx.Response:
        words = {"_shape": "array", **query}
        return httpx.get(f"{self._root}{path}", params=words, timeout=20, trust_env=False)

    def ask(self, path: str, **query: str) -> Any:
        return self.get(path, **query).raise_for_status().json()


@contextlib.contextmanager
def datasette(ledger: Path, folder: Path) -> Iterator[Site]:
    """Serve a ledger as docs/ledger.md says."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["-m", "datasette", str(ledger), "--port", str(port)]
    with (folder / "datasette.log").open("w") as log:
        process = subprocess.Popen([str(CLIENTS), *words], stdout=log, stderr=log, cwd=folder)
    site = Site(port)
    try:
        until = time.monotonic() + 60
        while True:
            try:
                site.ask("/-/versions.json")
                break
            except httpx.TransportError:
                assert process.poll() is None, (folder / "datasette.log").read_text()
                assert time.monotonic() < until, "Datasette does not start"
                time.sleep(0.1)
        yield site
    finally:
        process.terminate()
        process.wait(20)


class Person(threading.Thread):
    """Likes one post after another until told to stop."""

    def __init__(self, meter: Running) -> None:
        super().__init__()
        self.liked = 0
        self.enough = threading.Event()
        trust = ssl.create_default_context(cafile=str(meter.ca))
        self._line = http.client.HTTPSConnection("127.0.0.1", meter.port, timeout=20, context=trust)
        self._line.set_tunnel("x.com", 443)

    def like(self) -> None:
        body = json.dumps({"variables": {"tweet_id": str(self.liked)}})
        self._line.request("POST", LIKE, body, {"content-type": "application/json"})
        assert b"Done" in self._line.getresponse().read()
        self.liked += 1

    def run(self) -> None:
        with contextlib.closing(self._line):
            while not self.enough.is_set():
                self.like()


def done(_: Sent) -> Answer:
    return Answer({"data": {"favorite_tweet": "Done"}})


def test_datasette_reads_a_ledger_and_changes_nothing(
    meter: Running, standin: Standin, tmp_path: Path
) -> None:
    standin.on("x.com", LIKE, done)
    person = Person(meter)
    for _ in range(3):
        person.like()
    with datasette(meter.home.ledger, tmp_path) as site:
        rows = site.ask("/ledger/acts.json")
        known = {act.id: act for act in meter.acts()}
        assert len(rows) == len(known) == 3
        for row in rows:
            act = known[row["id"]]
            assert (row["platform"], row["activity"], row["effect"]) == ("x", "like", "do")
            assert (row["target"], row["occurred_at"]) == (act.target, act.occurred_at)
        readable = site.ask("/ledger/acts_readable.json", platform="x")
        assert [row["activity"] for row in readable] == ["like"] * 3
        for statement in ("DELETE FROM acts", "UPDATE acts SET activity = 'post'"):
            assert site.get("/ledger.json", sql=statement).status_code == 400
        assert len(meter.acts()) == 3
    assert meter.stop() == 0
    before = meter.home.ledger.read_bytes()
    with datasette(meter.home.ledger, tmp_path) as site:
        assert len(site.ask("/ledger/acts.json")) == 3
    assert meter.home.ledger.read_bytes() == before


def test_datasette_reads_on_while_the_meter_writes(
    meter: Running, standin: Standin, tmp_path: Path
) -> None:
    standin.on("x.com", LIKE, done)
    person = Person(meter)
    counts: list[int] = []
    with datasette(meter.home.ledger, tmp_path) as site:
        person.start()
        try:
            until = time.monotonic() + 60
            while len(set(counts)) < 5 and time.monotonic() < until:
                least = person.liked
                (row,) = site.ask("/ledger.json", sql="SELECT count(*) AS n FROM acts")
                assert row["n"] >= least, "what was answered is there for every reader"
                counts.append(row["n"])
        finally:
            person.enough.set()
            person.join(20)
    assert counts == sorted(counts)
    assert len(set(counts)) >= 5
    assert len(meter.acts()) == person.liked
    with query.open(meter.home) as ledger:
        assert [span.reason for span in ledger.spans() if span.kind == "gap"] == []
