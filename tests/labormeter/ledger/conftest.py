from collections.abc import Iterator

import pytest

from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON


@pytest.fixture
def log(home: Home) -> Iterator[Log]:
    with Log.open(home, now=NOON, wait=0.1) as opened:
        yield opened
