"""Whether the metered browsers send the metered hosts to the port on which the meter listens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter import lock, settings
from labormeter.browser import authority, launch, pac, profile
from labormeter.desktop import gnome, own
from labormeter.doctor.finding import Finding
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from labormeter.browser.authority import Authority
    from labormeter.home import Home

PART: Final = "PAC"


def look(home: Home, _now: int) -> Finding:
    """Compare what Firefox was told with what holds; a Chromium is told anew at every start."""
    port = settings.read(home.settings).number("port")
    held = lock.held(home.lock) or {}
    found = authority.read(home)
    if (wrong := _desktop(home, found, port)) is not None:
        return wrong
    if found is None or not port:
        return judge(port, held.get("port"), ())
    wanted = launch.preferences(pac.url(found.hosts, port))
    stale = [root.name for root in profile.folders(home) if _told_otherwise(root, wanted)]
    return judge(port, held.get("port"), stale, proxied=own.proxied())


def _desktop(home: Home, found: Authority | None, port: int) -> Finding | None:
    """Return what is wrong with the settings of the desktop, where the person has us set them."""
    match own.standing(home):
        case "off":
            return None
        case "halfway":
            return Finding(
                PART,
                "bad",
                "A change of the desktop's proxy settings was broken off.",
                "`labormeter desktop off` puts everything back.",
            )
        case "on":
            wanted = None if found is None else gnome.quoted(pac.url(found.hosts, port))
            if wanted is not None and gnome.read(gnome.SCRIPT) == wanted:
                return None
            return Finding(
                PART,
                "warn",
                "The desktop's proxy script is not the present one.",
                "`labormeter desktop off`, then `labormeter desktop on`.",
            )


def judge(
    port: int, listening: int | str | None, stale: Sequence[str], *, proxied: bool = False
) -> Finding:
    """Say whether port and scripts agree; `proxied` where a proxy of others is set."""
    if not port:
        return Finding(PART, "good", "No port was chosen yet; the first metering chooses it.")
    if listening is not None and listening != port:
        return Finding(
            PART,
            "bad",
            said(
                "The meter listens on {listening}, and browsers are sent to {port}.",
                listening=str(listening),
                port=str(port),
            ),
            "End the meter, and start it without --port.",
        )
    if stale:
        return Finding(
            PART,
            "warn",
            said("A profile was told an older list of hosts: {names}.", names=", ".join(stale)),
            "Close that metered browser and open it again with `labormeter browse`.",
        )
    if proxied:
        return Finding(
            PART,
            "warn",
            "A proxy is set on this computer; the metered browser goes straight, past it.",
            "Where your network lets nothing out without it, use your usual browser: it is not metered.",
        )
    sent = said("Only metered hosts are sent to 127.0.0.1:{port}, else straight.", port=str(port))
    return Finding(PART, "good", sent)


def _told_otherwise(root: Path, wanted: str) -> bool:
    file = root / "firefox" / "user.js"
    try:
        return file.read_text(encoding="utf-8") != wanted
    except OSError:
        return False
