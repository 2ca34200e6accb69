"""The software bill of materials (CycloneDX 1.6), and the licence of every part.

    python packaging/bill.py OUT [CARRIED]

writes OUT/labormeter.cdx.json, OUT/LICENCES (a line a part) and OUT/licences/PART/ with the texts
that the parts bring. CARRIED is what a frozen build wrote down; without it the parts are those of
this environment. Exit 1, and nothing written, where a licence is unknown or cannot go along.
"""

from __future__ import annotations

import importlib.metadata
import os
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import carried
import parts
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parts import Part

NAMESPACE: Final = uuid.UUID("6a1d6f0a-0d3f-5e39-9d53-9d1e5fa1c0de")
"""What the serial numbers of our bills are made from, so that the same parts give the same bill."""


def component(one: Part) -> Component:
    """Return a part as the bill lists it."""
    return Component(
        name=one.name,
        version=one.version or None,
        type=ComponentType.APPLICATION if one.ours else ComponentType.LIBRARY,
        bom_ref=f"{one.name}@{one.version}",
        licenses=[_licence(one.licence)],
        purl=PackageURL("pypi", None, one.name, one.version) if _packaged(one) else None,
    )


def _licence(expression: str) -> LicenseExpression | DisjunctiveLicense:
    if expression.startswith("LicenseRef-"):
        return DisjunctiveLicense(name=expression.removeprefix("LicenseRef-"))
    return LicenseExpression(expression)


def _packaged(one: Part) -> bool:
    try:
        return importlib.metadata.version(one.name) == one.version
    except importlib.metadata.PackageNotFoundError:
        return False


def written(listed: Sequence[Part], at: datetime) -> str:
    """Return the bill as JSON; the same parts and time give the same bytes."""
    program = next(component(one) for one in listed if one.ours)
    others = [component(one) for one in listed if not one.ours]
    bill = Bom(components=others)
    bill.metadata.component = program
    bill.metadata.timestamp = at
    bill.metadata.supplier = OrganizationalEntity(name="labormeter contributors")
    said = "\n".join(f"{one.name} {one.version} {one.licence}" for one in listed)
    bill.serial_number = uuid.uuid5(NAMESPACE, said)
    bill.register_dependency(program, others)
    return str(JsonV1Dot6(bill).output_as_string(indent=2)) + "\n"


def texts(listed: Sequence[Part], out: Path) -> None:
    """Write the licence texts that the parts bring, a folder a part."""
    for one in listed:
        if not _packaged(one) or one.ours:
            continue
        for name, text in parts.texts(importlib.metadata.distribution(one.name)):
            folder = out / one.name
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")


def summary(listed: Sequence[Part]) -> str:
    """Return one line a part: name, version, licence, home."""
    wide = max(len(f"{one.name} {one.version}") for one in listed) + 2
    lines = [
        f"{f'{one.name} {one.version}'.rstrip():{wide}}{one.licence}  {one.home}".rstrip()
        for one in listed
    ]
    return "\n".join(["What labormeter stands on, and under which licence.\n", *lines, ""])


def main(words: Sequence[str]) -> int:
    """Do what the module's docstring says."""
    out = Path(words[0])
    listed = parts.found()
    if len(words) > 1:
        listed = carried.of(carried.read(Path(words[1])), listed)
    if bad := parts.refused(listed):
        for one in bad:
            said = one.licence or "an unknown licence"
            print(f"{one.name} is under {said}: it cannot be part of labormeter.", file=sys.stderr)
        return 1
    out.mkdir(parents=True, exist_ok=True)
    at = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    (out / "labormeter.cdx.json").write_text(written(listed, at), encoding="utf-8")
    (out / "LICENCES").write_text(summary(listed), encoding="utf-8")
    texts(listed, out / "licences")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
