from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.metadata.file import window
from labormeter.model import HEAD, TAIL

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", [0, 1, HEAD, HEAD + 1, HEAD + TAIL, HEAD + TAIL + 1])
def test_both_ends_are_read_and_nothing_twice(size: int, tmp_path: Path) -> None:
    path = tmp_path / "file"
    content = bytes(range(256)) * (size // 256 + 1)
    path.write_bytes(content[:size])
    found = window(path)
    assert found.size == size
    assert found.head == content[:size][:HEAD]
    assert found.whole == (size <= HEAD + TAIL)
    if found.whole:
        assert found.head + found.tail == content[:size]
    else:
        assert found.tail == content[:size][-TAIL:]


def test_a_file_that_is_not_there_raises(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nothing"):
        window(tmp_path / "nothing")
