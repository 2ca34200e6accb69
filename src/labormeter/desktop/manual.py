"""The same by hand, where labormeter does not change the system's settings itself.

Untested: no KDE, Windows or macOS was at hand. So they are told and not done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter.browser import authority
from labormeter.platforms import PRACTICE_HOST
from labormeter.sentence import said

if TYPE_CHECKING:
    from pathlib import Path


def steps(system: str, desktop: str, certificate: Path, script: Path) -> tuple[str, ...]:
    """Return the steps for this system, in their order; `desktop` as XDG_CURRENT_DESKTOP says."""
    if system == "win32":
        return _windows(certificate, script)
    if system == "darwin":
        return _mac(certificate, script)
    if "KDE" in desktop.upper():
        return _kde(certificate, script)
    unknown = "This desktop has no settings that labormeter knows: use `labormeter browse`."
    return (said(unknown), *firefox(certificate, script))


def _windows(certificate: Path, script: Path) -> tuple[str, ...]:
    """Trust in the system's store would be for nothing there: no browser could be told what to send."""
    return (
        said("Windows takes no script from a file: use the metered browser (`labormeter browse`)."),
        *firefox(certificate, script),
    )


def _address(script: Path) -> str:
    """Return where a script lies as it stands behind `file://`: a space in it would end an address."""
    return script.absolute().as_uri().removeprefix("file://")


def _mac(certificate: Path, script: Path) -> tuple[str, ...]:
    return (
        said(
            "Run: security add-trusted-cert -r trustRoot -p ssl"
            ' -k ~/Library/Keychains/login.keychain-db "{certificate}"',
            certificate=certificate,
        ),
        said(
            "System Settings, Network, your network, Details, Proxies: Automatic proxy"
            " configuration, URL file://{script} (Safari; Chromium does not take it).",
            script=_address(script),
        ),
        said(
            "To undo: choose what was there before, and delete the certificate:"
            ' security delete-certificate -t -c "{name}".',
            name=authority.NAME,
        ),
    )


def _kde(certificate: Path, script: Path) -> tuple[str, ...]:
    return (
        said(
            'Run: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n labormeter -i "{certificate}"',
            certificate=certificate,
        ),
        said(
            "System Settings, Network, Proxy: Use proxy auto configuration URL,"
            " file://{script} (Firefox; Chromium takes no file).",
            script=_address(script),
        ),
        said(
            "To undo: choose what was there before, and delete the certificate:"
            " certutil -d sql:$HOME/.pki/nssdb -D -n labormeter."
        ),
    )


def firefox(certificate: Path, script: Path) -> tuple[str, ...]:
    """Return the steps for the person's own Firefox, which keeps a certificate store of its own."""
    return (
        said(
            "Firefox, Settings, Privacy, View Certificates, Authorities, Import:"
            " {certificate}, for websites.",
            certificate=certificate,
        ),
        said(
            "Firefox, Settings, Network, Automatic proxy configuration URL: file://{script}.",
            script=_address(script),
        ),
        said("Then open https://{host}/ to see whether it works.", host=PRACTICE_HOST),
        said(
            "To undo: choose what was there before, and delete {name} under Authorities.",
            name=authority.NAME,
        ),
    )
