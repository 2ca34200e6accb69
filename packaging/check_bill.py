"""Holds a bill of materials against the schema of CycloneDX, and against what one must say.

python packaging/check_bill.py FILE
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import parts
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def faults(text: str) -> list[str]:
    """Return a sentence for each fault of a bill."""
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if error is not None:
        return [f"It is no CycloneDX 1.6: {error}"]
    listed = json.loads(text)["components"]
    names = [one["name"] for one in listed]
    lacking = [name for name in ("mitmproxy", "qt", "python") if name not in names]
    unfit = [one["name"] for one in listed if not _fits(one)]
    twice = sorted({name for name in names if names.count(name) > 1})
    return [
        *(f"{name} is not listed." for name in lacking),
        *(f"{name} has no licence that goes along." for name in unfit),
        *(f"{name} is listed twice." for name in twice),
    ]


def _fits(one: dict[str, Any]) -> bool:
    said = [
        line.get("expression") or f"LicenseRef-{line['license']['name']}"
        for line in one.get("licenses", [])
    ]
    return bool(said) and all(map(parts.compatible, said))


if __name__ == "__main__":
    found = faults(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print("\n".join(found) or "The bill of materials is in order.")
    sys.exit(1 if found else 0)
