"""Trust in our certificate inside one profile, by the NSS store that lies there.

Firefox keeps such a store in its profile; Chromium on Linux keeps one under HOME. The browser's own
library (libnss3) writes it, loaded by a short-lived child process, so that nothing of it stays in
ours; `certutil` is the second way.

    python -m labormeter.browser.trust add|remove|show|any|bare FOLDER [CERTIFICATE [LIBRARY...]]
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from labormeter import roles
from labormeter.browser import secret
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NICKNAME: Final = "labormeter"
"""The name of our certificate in a store."""
TIMEOUT: Final = 20
"""Seconds that a child may take."""

TRUSTED: Final = 0x18
"""NSS: CERTDB_VALID_CA | CERTDB_TRUSTED_CA, for servers alone (`C,,`)."""

_NAMES: Final = {"win32": ["nss3.dll"], "darwin": ["libnss3.dylib"]}


def add(folder: Path, certificate: Path, program: str = "") -> None:
    """Make the store in `folder` trust this certificate, and no older one of ours.

    `program` is the browser, which may bring a library of its own. Raises KnownError where neither
    way works.
    """
    secret.folder(folder)
    if _child("add", folder, str(certificate), *libraries(program)):
        return
    _certutil(folder, "-D", "-n", NICKNAME)
    if _certutil(folder, "-A", "-t", "C,,", "-n", NICKNAME, "-i", str(certificate)):
        return
    raise KnownError(
        "The certificate could not be put into the metered browser's profile.",
        "Install the NSS library (Debian: libnss3-tools), then try again.",
    )


def remove(folder: Path, program: str = "") -> None:
    """Take every certificate of ours out of the store in `folder`."""
    if folder.exists() and not _child("remove", folder, "", *libraries(program)):
        _certutil(folder, "-D", "-n", NICKNAME)


def holds(folder: Path, certificate: Path, program: str = "") -> bool:
    """Return whether the store trusts exactly this certificate of ours."""
    return folder.exists() and _child("show", folder, str(certificate), *libraries(program))


def marked(folder: Path) -> bool:
    """Return whether the store holds any certificate of ours, trusted or not.

    The file is read first: a store that never heard of us is not opened.
    """
    file = folder / "cert9.db"
    try:
        if NICKNAME.encode() not in file.read_bytes():
            return False
    except OSError:
        return False
    if _child("any", folder, "", *libraries()):
        return True
    return _certutil_knows(folder)


def bare(folder: Path) -> bool:
    """Return whether the store holds no certificate at all, whosever; False where it cannot tell."""
    return (folder / "cert9.db").exists() and _child("bare", folder, "", *libraries())


def _certutil_knows(folder: Path) -> bool:
    program = shutil.which("certutil")
    if program is None or sys.platform == "win32":
        return False
    return _run([program, "-L", "-d", f"sql:{folder}", "-n", NICKNAME])


def libraries(program: str = "", system: str = sys.platform) -> list[str]:
    """Return where libnss3 may lie, the system's own first."""
    names = _NAMES.get(system, ["libnss3.so"])
    found = ctypes.util.find_library("nss3") if system == sys.platform else None
    near = [Path(program).resolve().parent] if program else []
    beside = [str(folder / name) for folder in near for name in names]
    return [*([found] if found else []), *beside, *names]


def _child(verb: str, folder: Path, *arguments: str) -> bool:
    command = roles.command("trust", verb, str(folder), *arguments)
    try:
        done = subprocess.run(command, check=False, capture_output=True, timeout=TIMEOUT)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _certutil(folder: Path, *arguments: str) -> bool:
    program = shutil.which("certutil")
    # Windows has another program of that name, which knows nothing of these stores.
    if program is None or sys.platform == "win32":
        return False
    if not (folder / "cert9.db").exists():
        _run([program, "-N", "--empty-password", "-d", f"sql:{folder}"])
    return _run([program, "-d", f"sql:{folder}", *arguments])


def _run(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, check=False, capture_output=True, timeout=TIMEOUT)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


class _Item(ctypes.Structure):
    """NSS: SECItem."""

    _fields_ = (("type", ctypes.c_int), ("data", ctypes.c_void_p), ("length", ctypes.c_uint))


class _Trust(ctypes.Structure):
    """NSS: CERTCertTrust."""

    _fields_ = (("ssl", ctypes.c_uint), ("mail", ctypes.c_uint), ("code", ctypes.c_uint))


class _Certificate(ctypes.Structure):
    """NSS: the beginning of CERTCertificate, as far as its encoded form."""

    _fields_ = (
        ("arena", ctypes.c_void_p),
        ("subject_name", ctypes.c_char_p),
        ("issuer_name", ctypes.c_char_p),
        ("wrap_data", _Item),
        ("wrap_algorithm", _Item),
        ("wrap_parameters", _Item),
        ("wrap_signature", _Item),
        ("der", _Item),
    )


class Store:
    """An open NSS store; used in the child process only."""

    def __init__(self, nss: ctypes.CDLL) -> None:
        self.nss = nss
        for name in ("PK11_GetInternalKeySlot", "CERT_GetDefaultCertDB", "CERT_NewTempCertificate"):
            getattr(nss, name).restype = ctypes.c_void_p
        nss.PK11_FindCertFromNickname.restype = ctypes.c_void_p
        self.slot = ctypes.c_void_p(nss.PK11_GetInternalKeySlot())

    def prepare(self) -> None:
        """Give a new store its empty password."""
        if self.nss.PK11_NeedUserInit(self.slot):
            self.nss.PK11_InitPin(self.slot, None, b"")

    def remove(self) -> int:
        """Delete every certificate of ours; return how many there were."""
        for count in range(32):
            found = self.find()
            if found is None or self.nss.SEC_DeletePermCertificate(found) != 0:
                return count
        return 32

    def find(self) -> ctypes.c_void_p | None:
        """Return our certificate, None where there is none."""
        found = self.nss.PK11_FindCertFromNickname(NICKNAME.encode(), None)
        return ctypes.c_void_p(found) if found else None

    def bare(self) -> bool:
        """Return whether no certificate lies in the store."""
        self.nss.PK11_ListCertsInSlot.restype = ctypes.c_void_p
        listed = self.nss.PK11_ListCertsInSlot(self.slot)
        # A CERTCertList begins with the head of a ring: alone, it points to itself.
        return bool(listed) and ctypes.c_void_p.from_address(listed).value == listed

    def add(self, der: bytes) -> bool:
        """Import a certificate as an authority for servers."""
        database = ctypes.c_void_p(self.nss.CERT_GetDefaultCertDB())
        kept = ctypes.create_string_buffer(der, len(der))
        item = _Item(0, ctypes.cast(kept, ctypes.c_void_p), len(der))
        made = self.nss.CERT_NewTempCertificate(database, ctypes.byref(item), None, 0, 1)
        if not made:
            return False
        certificate = ctypes.c_void_p(made)
        name = NICKNAME.encode()
        if self.nss.PK11_ImportCert(self.slot, certificate, ctypes.c_ulong(0), name, 0) != 0:
            return False
        trust = _Trust(TRUSTED, 0, 0)
        done = self.nss.CERT_ChangeCertTrust(database, certificate, ctypes.byref(trust))
        return bool(done == 0)

    def holds(self, der: bytes) -> bool:
        """Return whether our certificate in the store is this one and is trusted."""
        found, trust = self.find(), _Trust()
        if found is None or self.nss.CERT_GetCertTrust(found, ctypes.byref(trust)) != 0:
            return False
        item = ctypes.cast(found, ctypes.POINTER(_Certificate)).contents.der
        return trust.ssl & TRUSTED == TRUSTED and ctypes.string_at(item.data, item.length) == der


@contextmanager
def opened(folder: Path, names: Sequence[str]) -> Iterator[Store]:
    """Open the store in `folder`; OSError where no library loads or the store does not open."""
    nss = _library(names)
    if nss.NSS_InitReadWrite(f"sql:{folder}".encode()) != 0:
        raise OSError("the store does not open")
    try:
        yield Store(nss)
    finally:
        nss.NSS_Shutdown()


def _library(names: Sequence[str]) -> ctypes.CDLL:
    for name in names:
        folder = Path(name).parent
        try:
            if sys.platform == "win32" and folder.is_absolute():
                os.add_dll_directory(str(folder))
            return ctypes.CDLL(name)
        except OSError:
            continue
    raise OSError("no libnss3")


def main(arguments: Sequence[str]) -> int:
    """Do what the module's docstring says, in a process of its own."""
    verb, folder, certificate, *names = [*arguments, ""][: max(3, len(arguments))]
    der = _der(Path(certificate)) if certificate else b""
    done: dict[str, Any] = {
        "add": lambda store: (store.prepare(), store.remove(), store.add(der))[-1],
        "remove": lambda store: store.remove() >= 0,
        "show": lambda store: store.holds(der),
        "any": lambda store: store.find() is not None,
        "bare": lambda store: store.bare(),
    }
    try:
        with opened(Path(folder), names) as store:
            return 0 if done[verb](store) else 1
    except OSError:
        return 1


def _der(path: Path) -> bytes:
    from cryptography import x509  # noqa: PLC0415 - the child for `remove` does without
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

    return x509.load_pem_x509_certificate(path.read_bytes()).public_bytes(Encoding.DER)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
