"""Where an export is put: whole or not at all, and closed to other users.

NAME                         what stood there until then, if anything
.NAME.1f2e3d4c.part          what is being written; takes its place when it is on the disk
"""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Final

from labormeter.errors import KnownError
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_OURS: Final = 0o600


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to, which takes the place of `path` when all went well.

    Raises KnownError where the disk is full or the folder cannot be written; then nothing is
    left behind, and what stood at `path` stands there still.
    """
    with spare(path) as part:
        try:
            with part.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise failed(path, error) from error


@contextmanager
def spare(path: Path) -> Iterator[Path]:
    """Give the path of an empty file, of ours alone, that takes the place of `path` in the end."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OURS))
    except OSError as error:
        raise failed(path, error) from error
    try:
        yield part
        try:
            part.replace(path)
        except OSError as error:
            raise failed(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def failed(path: Path, error: OSError) -> KnownError:
    """Return why a file was not written, as a sentence."""
    if error.errno in FULL:
        return KnownError(
            said("The disk is full: {path} was not written.", path=path),
            "Make room, or choose another.",
        )
    why = error.strerror or ""
    return KnownError(
        said("{path} cannot be written ({reason}).", path=path, reason=why)
        if why
        else said("{path} cannot be written.", path=path),
        "Choose another file.",
    )
