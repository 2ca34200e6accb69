"""Opens a study file: from bytes to a study whose signature and fields hold. The one way to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter.errors import KnownError
from labormeter.sentence import said
from labormeter.study import check, signing
from labormeter.study.signing import LARGEST
from labormeter.study.study import study

if TYPE_CHECKING:
    from labormeter.study.check import Fault
    from labormeter.study.signing import Signed
    from labormeter.study.study import Study

__all__ = ["LARGEST", "faulty", "opened", "read"]


def opened(data: bytes) -> tuple[Signed, Study]:
    """Return a signed study. Raises KnownError, with every fault of its fields together."""
    signed = signing.read(data)
    return signed, read(signed.text)


def read(text: bytes) -> Study:
    """Return the study of a file's text. Raises KnownError, with every fault together."""
    document, faults = check.parse(text)
    faults = faults or check.faults(document)
    if faults:
        raise faulty(faults)
    return study(document)


def faulty(faults: list[Fault]) -> KnownError:
    """Return the error that says what is wrong with a study file."""
    many = said("One fault") if len(faults) == 1 else said("{count} faults", count=len(faults))
    told = "\n".join(f"  {one}" for one in faults)
    return KnownError(
        said("This study cannot be loaded. {many}:\n{told}\n", many=many, told=told),
        "Only the researchers can mend it: `labormeter study check FILE` shows them the same.",
    )
