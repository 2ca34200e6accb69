"""The process that makes and migrates a ledger: `python -m labormeter.ledger.migrating LEDGER`.

It is short-lived, so that what sqlite-utils loads never lies in the memory of the proxy.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter.ledger import faults

if TYPE_CHECKING:
    from types import ModuleType

EXIT: Final = 3
"""Exit code where the file is at fault; the reason stands on standard output."""


def main() -> int:
    """Migrate the file named on the command line; the reason of a failure goes to the parent."""
    try:
        _schema().migrate(Path(sys.argv[1]), now=time.time_ns() // 1000)
    except sqlite3.Error as error:
        if (why := faults.reason(error)) is None:
            raise
        sys.stdout.write(why)
        return EXIT
    return 0


def _schema() -> ModuleType:
    """Import the schema without what sqlite-utils loads where it can: half a second."""
    for heavy in ("numpy", "pandas"):
        sys.modules.setdefault(heavy, None)  # type: ignore[arg-type]
    from labormeter.ledger import schema  # noqa: PLC0415 - after the lines above

    return schema


if __name__ == "__main__":
    sys.exit(main())
