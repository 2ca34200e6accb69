"""Open the metered browser: its own profile, PAC and trust, and nothing else of the person's.

Nothing outside the profile's folder is changed. A Chromium on Linux is started with HOME set to its
profile, so that its NSS store there holds our name-constrained certificate for it alone; where that
is not possible (Windows, macOS, snap, flatpak) Chromium is told to accept our key by its hash.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter.browser import pac, profile, trust
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.browser.authority import Authority
    from labormeter.browser.find import Browser
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
    practice shift and tests alone. Raises KnownError where it does not start.
    """
    person = Path.home()
    where = profile.prepare(profile.place(home, browser, person, name), browser, person)
    script = pac.url(authority.hosts, port)
    spki = _trusting(where, browser, authority, script)
    command = arguments(
        browser, where, script=script, spki=spki, url=url, headless=headless, debug=debug
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
    return browser.family == "chromium" and not browser.package and system.startswith("linux")


def preferences(script: str) -> str:
    """Return Firefox's `user.js` for the metered profile."""
    values = {**PREFERENCES, "network.proxy.autoconfig_url": script}
    return "".join(f'user_pref("{name}", {json.dumps(values[name])});\n' for name in sorted(values))


def _trusting(where: Profile, browser: Browser, authority: Authority, script: str) -> str:
    """Make the profile trust our certificate; return the key's hash where only a flag does it."""
    if browser.family == "firefox":
        trust.add(where.data, authority.certificate, browser.command[0])
        (where.data / "user.js").write_text(preferences(script), encoding="utf-8")
        return ""
    if not homed(browser):
        return authority.spki
    trust.add(where.trust, authority.certificate)
    return ""


def _superuser() -> bool:
    """Return whether this is root, for whom Chromium does not start with its sandbox."""
    return sys.platform != "win32" and os.geteuid() == 0
