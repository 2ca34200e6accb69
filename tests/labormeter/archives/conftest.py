from pathlib import Path

import pytest
from exports_read import Reads


@pytest.fixture
def reads(tmp_path: Path) -> Reads:
    return Reads(tmp_path / "export")
