from __future__ import annotations

import pytest

from labormeter.browser import screen


@pytest.mark.parametrize(
    ("environment", "system", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_what_a_browser_can_open_on(
    *, environment: dict[str, str], system: str, there: bool
) -> None:
    assert screen.present(environment, system) is there
