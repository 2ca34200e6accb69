"""A pack that says everything the format can say, on a platform that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from labormeter.rules.index import Packs
from labormeter.rules.load import read, read_text
from labormeter.rules.pack import Pack

SAMPLE = Path(__file__).with_name("sample.toml")


@pytest.fixture(scope="session")
def sample_text() -> str:
    return SAMPLE.read_text("utf-8")


@pytest.fixture(scope="session")
def sample() -> Pack:
    pack, faults = read(SAMPLE, shipped=True)
    assert pack is not None
    assert not faults
    return pack


@pytest.fixture(scope="session")
def packs(sample: Pack) -> Packs:
    return Packs((sample,))


@pytest.fixture(scope="session")
def other() -> Pack:
    """A second pack, on a host of the first and on one of its own."""
    pack, faults = read_text(OTHER, "other.toml", shipped=True)
    assert pack is not None
    assert not faults
    return pack


OTHER = """
schema = 1
platform = "other"
title = "Other"
version = "1"
reviewed = 2026-11-24
hosts = ["api.sample.test", "www.other.test"]

[[rules]]
id = "star"
path = ["/stars/{star}"]
activity = "like"
confidence = "B"
evidence = ["made up"]
target = "path.star"

[[rules.cases]]
title = "given"
request = { method = "POST", url = "https://www.other.test/stars/5" }
response = { status = 200 }
expect = [{ activity = "like", target = "5" }]

[[rules.cases]]
title = "refused"
request = { method = "POST", url = "https://www.other.test/stars/5" }
response = { status = 403 }
expect = []
"""
