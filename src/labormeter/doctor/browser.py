"""Whether there is a browser that can be metered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter import settings
from labormeter.browser import find
from labormeter.doctor.finding import Finding
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.browser.find import Browser
    from labormeter.home import Home

PART: Final = "browser"


def look(home: Home, _now: int) -> Finding:
    """Look for browsers and for the one that the person chose."""
    return judge(find.installed(), settings.read(home.settings).text("browser"))


def judge(installed: Sequence[Browser], chosen: str) -> Finding:
    """Say which browser `browse` would open."""
    if not installed:
        return Finding(
            PART, "bad", "No browser was found.", "Install Firefox or Chromium, then try again."
        )
    names = [browser.name for browser in installed]
    if chosen and chosen not in names:
        return Finding(
            PART,
            "bad",
            "The browser that you chose is not installed.",
            said(
                "Choose one of {names}: `labormeter settings browser NAME`.", names=", ".join(names)
            ),
        )
    titles = ", ".join(f"{one.title}{_packed(one)}" for one in installed)
    return Finding(PART, "good", said("Can be metered: {titles}.", titles=titles))


def _packed(browser: Browser) -> str:
    return f" ({browser.package})" if browser.package else ""
