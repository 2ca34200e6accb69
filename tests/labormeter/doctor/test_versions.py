from __future__ import annotations

import pytest

from labormeter.doctor import versions

ALL = {"mitmproxy": "12.2.3", "PySide6-Essentials": "6.9"}


@pytest.mark.parametrize(
    ("python", "found", "state"),
    [
        ((3, 13), ALL, "good"),
        ((3, 11), ALL, "bad"),
        ((3, 13), {}, "bad"),
        ((3, 13), {"mitmproxy": "12.3.1"}, "warn"),
    ],
)
def test_versions_are_judged(python: tuple[int, int], found: dict[str, str], state: str) -> None:
    assert versions.judge(python, found).state == state


def test_what_is_installed_is_found() -> None:
    assert versions.installed()["cryptography"]
