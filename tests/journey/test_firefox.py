"""A real Firefox acts on a platform: acts performed equal acts counted, other hosts go straight."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import Running
from counting import Counting
from page import perform, play
from script import PLATFORMS
from standin import Standin

from labormeter.browser import authority, bidi, find, launch
from labormeter.browser.bidi import Fox

pytestmark = pytest.mark.journey


@pytest.fixture
def counting(meter: Running) -> Iterator[Counting]:
    with Counting(meter.port) as relay:
        yield relay


@pytest.fixture
def fox(
    meter: Running, counting: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Fox]:
    """The metered Firefox, as `browse` opens it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    browser = find.choose("", "firefox")
    trusted = authority.read(meter.home)
    assert trusted is not None
    opened = launch.browse(
        meter.home,
        trusted,
        port=counting.port,
        url="about:blank",
        browser=browser,
        headless=True,
        debug=True,
    )
    try:
        with bidi.attach(opened.profile.data, lambda: opened.process.poll() is None) as found:
            yield found
            found.quit()
    finally:
        opened.close()


@pytest.mark.parametrize("platform", ["instagram"])
def test_acts_performed_are_acts_counted(
    platform: str, meter: Running, standin: Standin, fox: Fox, photo: Path
) -> None:
    steps = PLATFORMS[platform]
    fox.navigate(f"https://{urlsplit(steps[0].url).hostname}/")
    found, count = [], 0
    for step in steps:
        play(standin, step)
        status = perform(fox, step, photo)
        acts = meter.acts()[count:]
        count += len(acts)
        counted = sorted(f"{act.activity} {act.effect}" for act in acts)
        if status != step.answer.status or counted != sorted(step.counts):
            found.append(f"{step.title}: {status}, {counted} instead of {sorted(step.counts)}")
    assert found == []
    assert count == sum(len(step.counts) for step in steps) > 0


def test_what_is_not_metered_never_reaches_the_door(
    meter: Running, standin: Standin, fox: Fox, counting: Counting
) -> None:
    fox.navigate("https://www.instagram.com/")
    for host in ("origin.example", "bank.example", "accounts.google.com"):
        with pytest.raises(bidi.BidiError):
            fox.navigate(f"https://{host}/")  # straight, and so to nowhere: no name server here
    assert {sent.host for sent in standin.sent} == {"www.instagram.com"}
    assert set(counting.asked) == {"CONNECT www.instagram.com:443"}
    assert meter.process.poll() is None
