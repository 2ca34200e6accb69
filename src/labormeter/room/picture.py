"""Reads the code in a picture from somebody, in a process of its own with little memory and time.

picture --child: find, read, inflate, under limits--> bytes of a card, which are not trusted yet
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from labormeter import roles
from labormeter.errors import KnownError
from labormeter.exports import qr, reading
from labormeter.sentence import packed, said, together, unpacked

PATIENCE: Final = 30.0
"""Seconds for one picture."""
_TAKEN: Final = b"+"
_REFUSED: Final = b"-"
_ENDED: Final = said("It could not be read within the memory and the time that a picture may take.")


def card(path: Path) -> bytes:
    """Return the card whose code is in a picture. Raises KnownError."""
    try:
        done = subprocess.run(
            roles.command("picture", str(path)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise KnownError(_ENDED) from None
    if done.stdout[:1] == _REFUSED:
        raise KnownError(_told(done.stdout[1:]))
    if done.returncode or done.stdout[:1] != _TAKEN:
        raise KnownError(_ENDED)
    return done.stdout[1:]


def _told(answer: bytes) -> str:
    try:
        return unpacked(answer)
    except ValueError:
        return _ENDED


def main(path: str) -> None:
    """Answer with the card in a picture, or with why there is none."""
    reading.limit()
    try:
        answer = _TAKEN + qr.read(Path(path))
    except KnownError as error:
        answer = _REFUSED + packed(together(filter(None, (error.message, error.hint))))
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main(sys.argv[1])
