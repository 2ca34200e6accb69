"""A real Chromium acts on every shipped platform: acts performed equal acts counted."""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import Running
from page import perform, play
from photograph import TOLD
from script import PLATFORMS, Step
from standin import Standin

from labormeter.browser import authority, devtools, find, launch
from labormeter.browser.devtools import Page
from labormeter.model import Act

pytestmark = pytest.mark.journey


@pytest.fixture
def page(meter: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A tab of a metered browser whose every other way out leads nowhere."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    browser = next(found for found in find.installed() if found.family == "chromium")
    trusted = authority.read(meter.home)
    assert trusted is not None
    opened = launch.browse(
        meter.home,
        trusted,
        port=meter.port,
        url="about:blank",
        browser=browser,
        headless=True,
        debug=True,
    )
    try:
        with devtools.attach(opened.profile.data, lambda: opened.process.poll() is None) as tools:
            yield tools.open()
            tools.quit()
    finally:
        opened.close()


def arrived(meter: Running, before: int, wanted: int) -> list[Act]:
    """The acts since `before`: they are committed before the page sees its answer."""
    acts = meter.acts()[before:]
    if len(acts) < wanted:  # an answer without a body may reach the page at the same moment
        time.sleep(0.2)
        acts = meter.acts()[before:]
    return acts


def differences(
    meter: Running, standin: Standin, page: Page, steps: tuple[Step, ...], photo: Path
) -> list[str]:
    found, count = [], 0
    for step in steps:
        play(standin, step)
        status = perform(page, step, photo)
        acts = arrived(meter, count, len(step.counts))
        count += len(acts)
        counted = sorted(f"{act.activity} {act.effect}" for act in acts)
        if status != step.answer.status or counted != sorted(step.counts):
            found.append(f"{step.title}: {status}, {counted} instead of {sorted(step.counts)}")
    return found


@pytest.mark.parametrize("platform", PLATFORMS)
def test_acts_performed_are_acts_counted(
    platform: str, meter: Running, standin: Standin, page: Page, photo: Path
) -> None:
    steps = PLATFORMS[platform]
    page.navigate(f"https://{urlsplit(steps[0].url).hostname}/")
    assert differences(meter, standin, page, steps, photo) == []
    acts = meter.acts()
    assert {act.platform for act in acts} == {platform}
    for act in acts:
        if act.activity == "upload":
            assert {told.kind for told in act.disclosures} >= TOLD
    time.sleep(0.5)
    assert len(meter.acts()) == len(acts), "something was counted afterwards"
