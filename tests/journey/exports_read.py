"""Reads what a folder of an export tells of, without a ledger."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from labormeter.archives.bundle import bundles
from labormeter.archives.take import found_in


class Reads:
    """Reads an export of some files, and says what it told of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, files: dict[str, Any]) -> list[tuple[str, Any]]:
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with bundles([self.folder]) as (bundle,):
            return list(found_in(bundle))

    @staticmethod
    def count(found: Iterable[tuple[str, Any]]) -> Counter[tuple[str, str]]:
        return Counter((platform, each.activity) for platform, each in found)
