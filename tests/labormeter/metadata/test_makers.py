from __future__ import annotations

from labormeter.metadata import makers
from labormeter.metadata.kinds import KINDS

TABLES = [table for name, table in vars(makers).items() if name.isupper() and name != "NOTHING"]


def test_every_tag_is_of_a_kind_that_there_is() -> None:
    assert len(TABLES) > 12
    for table in TABLES:
        assert table
        for tag, (kind, name) in table.items():
            assert 0 <= tag <= 0xFFFF
            assert kind in KINDS
            assert name
