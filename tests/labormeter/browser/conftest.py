"""A real Chromium for the tests of what opens and drives one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from labormeter.browser import devtools, find, launch
from labormeter.browser.profile import Profile
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.browser.devtools import Tools
    from labormeter.browser.find import Browser


@pytest.fixture(scope="session")
def chromium() -> Browser:
    try:
        return find.choose("", "chromium")
    except KnownError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def tools(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tools]:
    root = tmp_path_factory.mktemp("profile")
    where = Profile(root, root / "data")
    command = launch.arguments(
        chromium, where, script="data:,", spki="", url="about:blank", headless=True, debug=True
    )
    quiet = subprocess.DEVNULL
    environment = launch.surroundings(chromium, where, os.environ, Path.home())
    process = subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        with devtools.attach(where.data, lambda: process.poll() is None) as found:
            yield found
            found.quit()
    finally:
        process.terminate()
        process.wait(20)
