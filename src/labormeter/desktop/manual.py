"""The same by hand, where labormeter does not change the system's settings itself.

Untested: no KDE, Windows or macOS was at hand. So they are told and not done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter.browser import authority
from labormeter.platforms import PRACTICE_HOST

if TYPE_CHECKING:
    from pathlib import Path

_BACK = "To undo: choose what was there before, and delete the certificate"


def steps(system: str, desktop: str, certificate: Path, script: Path) -> tuple[str, ...]:
    """Return the steps for this system, in their order; `desktop` as XDG_CURRENT_DESKTOP says."""
    name = authority.NAME
    if system == "win32":
        return (
            f'Run: certutil -user -addstore Root "{certificate}" and say yes to the question.',
            "Windows takes no script from a file: use the metered browser (`labormeter browse`).",
            f'To undo: certutil -user -delstore Root "{name}".',
        )
    if system == "darwin":
        return (
            (
                "Run: security add-trusted-cert -r trustRoot -p ssl"
                f' -k ~/Library/Keychains/login.keychain-db "{certificate}"'
            ),
            (
                "System Settings, Network, your network, Details, Proxies: Automatic proxy"
                f" configuration, URL file://{script} (Safari; Chromium does not take it)."
            ),
            f'{_BACK}: security delete-certificate -t -c "{name}".',
        )
    if "KDE" in desktop.upper():
        return (
            f'Run: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n labormeter -i "{certificate}"',
            (
                "System Settings, Network, Proxy: Use proxy auto configuration URL,"
                f" file://{script} (Firefox; Chromium takes no file)."
            ),
            f"{_BACK}: certutil -d sql:$HOME/.pki/nssdb -D -n labormeter.",
        )
    return (
        "This desktop has no settings that labormeter knows: use `labormeter browse`.",
        *firefox(certificate, script),
    )


def firefox(certificate: Path, script: Path) -> tuple[str, ...]:
    """Return the steps for the person's own Firefox, which keeps a certificate store of its own."""
    return (
        (
            "Firefox, Settings, Privacy, View Certificates, Authorities, Import:"
            f" {certificate}, for websites."
        ),
        f"Firefox, Settings, Network, Automatic proxy configuration URL: file://{script}.",
        f"Then open https://{PRACTICE_HOST}/ to see whether it works.",
    )
