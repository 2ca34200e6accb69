"""One act through a real meter teaches its shape, and no word of it."""

import json
import ssl
import time
import urllib.request

import pytest
from conftest import Running
from standin import Answer, Standin

from labormeter.rules.load import shipped
from labormeter.teach.line import Listener
from labormeter.teach.shape import parse
from labormeter.teach.words import Vocabulary

pytestmark = pytest.mark.journey

PATH = "/i/api/graphql/CANARYquery/CreateThingMutation"


def send(meter: Running, host: str, path: str, body: object) -> None:
    context = ssl.create_default_context(cafile=str(meter.ca))
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({"https": meter.proxy}),
        urllib.request.HTTPSHandler(context=context),
    )
    request = urllib.request.Request(
        f"https://{host}{path}",
        json.dumps(body).encode(),
        {"content-type": "application/json", "cookie": "auth=CANARYcookie"},
    )
    opener.open(request, timeout=20).read()


def test_one_act_teaches_its_shape(meter: Running, standin: Standin) -> None:
    answer = Answer({"data": {"id": "1", "CANARYanswer": "CANARYvalue"}})
    for path in (PATH, "/i/api/1.1/dm/new.json"):
        standin.on("x.com", path, answer)
    body = {"variables": {"tweet_id": "7", "CANARYkey": "CANARYtext"}}
    send(meter, "x.com", PATH, body)
    with Listener(meter.home, "x") as line:
        assert line.answered.wait(10)
        send(meter, "x.com", "/i/api/1.1/dm/new.json", body)
        send(meter, "x.com", PATH, body)
        for _ in range(300):
            if line.taken():
                break
            time.sleep(0.02)
        (taken,) = line.taken()
    assert b"CANARY" not in taken
    found = parse(taken, Vocabulary.of(shipped()))
    assert found is not None
    assert found.name == "CreateThingMutation"
    assert found.body == {"variables": {"tweet_id": "id", "field_1": "text"}}
    held = [each for each in meter.home.root.rglob("*") if each.is_file()]
    assert not any(b"CANARY" in each.read_bytes() for each in held)
    assert meter.stop() == 0
