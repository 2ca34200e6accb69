"""Writes a release where it is frozen: a Data Package, its method, and a codebook.

    releases/release-1/   datapackage.json  cells.csv ...  release-1.json  codebook.md
    releases/marks-1.json what the next release is compared with; stays in the pool

Numbers are never used twice, files are closed to writing, and nothing that is there is replaced.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from typing import TYPE_CHECKING, Any, Final

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from labormeter.pool.release import Marks, Release

PROFILE: Final = "https://datapackage.org/profiles/2.0"

COLUMNS: Final[Mapping[str, str]] = {
    "platform": "The platform; `all` for all that were asked.",
    "activity": "What was done; `all` for everything.",
    "period": "ISO week or month of the local date.",
    "scope": "`all`: everybody and everything.",
    "people": "Participants with at least one act there, rounded; with noise where it says so.",
    "people_interval": "Of the noise alone: 95 percent lie within this of `people`.",
    "n": "Acts, done minus undone, rounded; with noise where it says so.",
    "n_interval": "Of the noise alone: 95 percent lie within this of `n`.",
    "seconds": "Measured seconds, rounded.",
    "low": "Worth at the low rate, or the lower end of an interval of 95 percent, in millionths.",
    "central": "Worth at the central rate, in millionths.",
    "high": "Worth at the high rate, or the upper end of an interval of 95 percent, in millionths.",
    "values": "Values that a quantile is of: one for each person and period.",
    "q05": "The value that 5 percent do not exceed, nearest rank, in millionths.",
    "q25": "The value that 25 percent do not exceed.",
    "q50": "The median.",
    "q75": "The value that 75 percent do not exceed.",
    "q95": "The value that 95 percent do not exceed.",
    "of": "What is estimated of one person and week: mean, trimmed mean or median.",
    "value": "The estimate, three significant digits, in millionths.",
    "withheld": "Why nothing is published here: k, dominance or changes; empty where it is.",
}
"""The codebook: each column's meaning."""
_WORDS: Final = frozenset({"platform", "activity", "period", "scope", "of", "withheld"})


def last(releases: Path) -> int:
    """Return the number of the last release, 0 where there is none."""
    found = (re.fullmatch(r"release-(\d+)", one.name) for one in releases.glob("release-*"))
    return max((int(one[1]) for one in found if one), default=0)


def marks(releases: Path, number: int) -> Marks | None:
    """Return the marks of a release, None where there is none. Raises KnownError."""
    if number == 0:
        return None
    path = releases / f"marks-{number}.json"
    try:
        found: Marks = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}  # a release with noise: nothing exact was published
    except (OSError, ValueError) as error:
        raise KnownError(
            f"{path.name} cannot be read, so that this release cannot be compared with the last.",
            "Restore it from a backup.",
        ) from error
    return found


def write(releases: Path, release: Release) -> Path:
    """Write a release and close it. Raises KnownError where one of that number is there."""
    folder = releases / f"release-{release.number}"
    if folder.exists():
        raise KnownError(f"Release {release.number} is frozen.", "Make the next one.")
    fresh = releases / f"release-{release.number}.new"
    fresh.mkdir(parents=True, exist_ok=True)
    files = {f"{name}.csv": table(rows) for name, rows in release.tables.items()}
    files["codebook.md"] = codebook(release)
    hashes = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()}
    files[f"release-{release.number}.json"] = _json({**release.method, "files_sha256": hashes})
    files["datapackage.json"] = _json(package(release))
    if release.marks:
        (releases / f"marks-{release.number}.json").write_text(json.dumps(release.marks))
    for name, text in files.items():
        (fresh / name).write_text(text, encoding="utf-8", newline="")
        (fresh / name).chmod(0o444)
    return fresh.rename(folder)


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows as CSV; what is not published is an empty field."""
    names = columns(rows)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    for row in rows:
        writer.writerow(["" if row.get(name) is None else row[name] for name in names])
    return out.getvalue()


def columns(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the columns that rows have, in the codebook's order."""
    there = {name for row in rows for name in row}
    return [name for name in COLUMNS if name in there]


def package(release: Release) -> dict[str, Any]:
    """Return the descriptor of a release as a Data Package."""
    return {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": f"release-{release.number}",
        "created": f"{release.method['date']}T00:00:00Z",
        "resources": [
            {
                "$schema": f"{PROFILE}/dataresource.json",
                "name": name,
                "path": f"{name}.csv",
                "type": "table",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "$schema": f"{PROFILE}/tableschema.json",
                    "fields": [_field(one) for one in columns(rows)],
                    "fieldsMatch": "equal",
                },
            }
            for name, rows in release.tables.items()
            if rows
        ],
    }


def _field(name: str) -> dict[str, str]:
    kind = "string" if name in _WORDS else "integer"
    return {"name": name, "type": kind, "description": COLUMNS[name]}


def codebook(release: Release) -> str:
    """Return the codebook as text."""
    method = release.method
    value = method["value"]
    lines = [
        f"# Release {release.number} of {method['study']['id']}",
        "",
        f"Made on {method['date']} by labormeter {method['program']}.",
        f"Protection: {method['protection']['kind']}.",
        f"Valued through the lens {value['lens']} in {value['currency']}, in millionths,",
        f"by the book {value['book']}.",
        "",
    ]
    for name, rows in release.tables.items():
        if rows:
            lines += [f"## {name}.csv", "", "| column | meaning |", "|---|---|"]
            lines += [f"| `{one}` | {COLUMNS[one]} |" for one in columns(rows)]
            lines.append("")
    return "\n".join(lines)


def _json(document: Mapping[str, Any]) -> str:
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
