"""Open the metered browser: its own profile, PAC and trust, and nothing else of the person's.

Nothing outside the profile's folder is changed. A Chromium on Linux is started with HOME set to its
profile, so that its NSS store there holds our name-constrained certificate for it alone; where that
is not possible (Windows, macOS, snap, flatpak) Chromium is told by its hash to accept a key that the
running meter made for it (`flag`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter.browser import flag, pac, profile, trust
from labormeter.errors import KnownError
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.browser.authority import Authority
    from labormeter.browser.find import Browser
    from labormeter.browser.flag import Way
    from labormeter.browser.profile import Profile
    from labormeter.home import Home

QUIET: Final = (
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-sync",
    "--disable-features=ChromeWhatsNewUI,MediaRouter",
)
"""Chromium flags that spare the person pages they did not ask for; none of them raises a banner."""

HEADLESS: Final = (
    "--headless=new",
    "--window-size=1280,900",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--password-store=basic",
    "--use-mock-keychain",
    "--mute-audio",
)
"""Chromium flags for a browser that nobody looks at."""

PREFERENCES: Final[dict[str, str | int | bool]] = {
    "network.proxy.type": 2,
    "network.proxy.failover_direct": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "termsofuse.bypassNotification": True,
    "trailhead.firstrun.didSeeAboutWelcome": True,
}
"""Firefox preferences of the metered profile, beside the PAC."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A metered browser that was started."""

    browser: Browser
    profile: Profile
    process: subprocess.Popen[bytes]

    def close(self, seconds: float = 10) -> None:
        """End the browser: asked first, then ended."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(seconds)


def browse(
    home: Home,
    authority: Authority,
    *,
    port: int,
    url: str,
    browser: Browser,
    headless: bool = False,
    debug: bool = False,
    name: str = "",
) -> Opened:
    """Open `url` in the metered browser; `name` chooses another profile than the browser's own.

    `debug` lets programs of this user drive it (DevTools or BiDi on a free loopback port) and is for the
    practice shift and tests alone. Raises KnownError where it does not start, or where the meter has no
    way for a browser of its kind.
    """
    person = Path.home()
    where = profile.place(home, browser, person, name)
    way = _way(home, browser)
    profile.prepare(where, browser, person)
    script = pac.url(authority.hosts, way.port if way else port)
    _trust(where, browser, authority, way, script)
    command = arguments(
        browser,
        where,
        script=script,
        spki=way.key if way else "",
        url=url,
        headless=headless,
        debug=debug,
    )
    environment = surroundings(browser, where, os.environ, person)
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,  # a Ctrl-C in our terminal is ours to hand on
        )
    except OSError as error:
        raise KnownError(
            f"{browser.title} did not start ({error.strerror}).", "Choose another with --browser."
        ) from error
    return Opened(browser, where, process)


def arguments(
    browser: Browser,
    where: Profile,
    *,
    script: str,
    spki: str,
    url: str,
    headless: bool,
    debug: bool,
    superuser: bool | None = None,
) -> list[str]:
    """Return the command line that opens `url`; `superuser` is found out where it is None."""
    start = [*browser.command]
    if browser.package == "flatpak":
        start += [f"--filesystem={where.root}", browser.identity]
    if browser.family == "firefox":
        apart = ["--wait-for-browser"] if sys.platform == "win32" else []
        driven = ["--remote-debugging-port=0"] * debug
        hidden = ["--headless"] * headless
        return [*start, *apart, *driven, "--profile", str(where.data), *hidden, url]
    options = [f"--user-data-dir={where.data}", f"--proxy-pac-url={script}", *QUIET]
    if spki:
        options.append(f"--ignore-certificate-errors-spki-list={spki}")
    if _superuser() if superuser is None else superuser:
        options.append("--no-sandbox")
    if headless:
        options += HEADLESS
    if debug:
        options += ["--remote-debugging-port=0", "--remote-allow-origins=http://127.0.0.1"]
    return [*start, *options, url]


def surroundings(
    browser: Browser, where: Profile, base: Mapping[str, str], person: Path
) -> dict[str, str]:
    """Return the environment of the browser.

    With another HOME the person's look, fonts and screen are still found where they were.
    """
    own = dict(base)
    own.pop("SSLKEYLOGFILE", None)
    if not homed(browser):
        return own
    own["HOME"] = str(where.root)
    for variable, usual in _USUAL.items():
        own.setdefault(variable, str(person / usual))
    if "XAUTHORITY" not in own and (person / ".Xauthority").exists():
        own["XAUTHORITY"] = str(person / ".Xauthority")
    return own


_USUAL: Final = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
}


def homed(browser: Browser, system: str = sys.platform) -> bool:
    """Return whether this browser gets HOME set to its profile and trusts us by its store there."""
    return browser.family == "chromium" and not flag.told(browser, system)


def preferences(script: str) -> str:
    """Return Firefox's `user.js` for the metered profile."""
    values = {**PREFERENCES, "network.proxy.autoconfig_url": script}
    return "".join(f'user_pref("{name}", {json.dumps(values[name])});\n' for name in sorted(values))


def _way(home: Home, browser: Browser) -> Way | None:
    """Return the way for a browser that is told by a flag, None for all others."""
    if not flag.told(browser):
        return None
    if (found := flag.way(home)) is not None:
        return found
    raise KnownError(
        said("The meter that runs has no key for {browser} yet.", browser=browser.title),
        "Stop metering and start it again, then open the browser.",
    )


def _trust(
    where: Profile, browser: Browser, authority: Authority, way: Way | None, script: str
) -> None:
    """Make the profile trust our certificate, or note the key that its browser is told of."""
    if browser.family == "firefox":
        trust.add(where.data, authority.certificate, browser.command[0])
        (where.data / "user.js").write_text(preferences(script), encoding="utf-8")
    elif way is None:
        trust.add(where.trust, authority.certificate)
    else:
        flag.note(where.root, way.key)


def _superuser() -> bool:
    """Return whether this is root, for whom Chromium does not start with its sandbox."""
    return sys.platform != "win32" and os.geteuid() == 0
