"""All parts, one after another: whatever one of them meets, the others are still looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.doctor import (
    browser,
    captchas,
    clock,
    disk,
    door,
    engine,
    ledger,
    pac,
    packs,
    profile,
    trust,
    versions,
)
from labormeter.doctor.finding import Finding
from labormeter.errors import KnownError
from labormeter.sentence import parts, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home

type Look = Callable[[Home, int], Finding]

PARTS: Final[dict[str, Look]] = {
    module.PART: module.look
    for module in (
        browser,
        profile,
        trust,
        pac,
        door,
        engine,
        captchas,
        ledger,
        packs,
        disk,
        clock,
        versions,
    )
}
"""Part -> how it is looked at, in the order in which a person would."""


def examine(home: Home, now: int) -> tuple[Finding, ...]:
    """Look at every part; `now` in microseconds. Makes and changes nothing, and never raises."""
    return tuple(_examined(part, look, home, now) for part, look in PARTS.items())


def _examined(part: str, look: Look, home: Home, now: int) -> Finding:
    try:
        return look(home, now)
    except KnownError as error:
        # A message may name the home folder; what is shown to others may not.
        return Finding(part, "bad", _without(error.message, str(home.root)), error.hint)
    except Exception as error:  # noqa: BLE001 - one part that fails must not hide the others
        return Finding(
            part,
            "bad",
            said("This part could not be examined ({fault}).", fault=type(error).__name__),
            "See to the permissions of the home folder; where they are right, please report it.",
        )


def _without(message: str, folder: str) -> str:
    template, values = parts(message)
    if not values:
        return message.replace(folder, "home")
    return said(template, **{key: str(one).replace(folder, "home") for key, one in values.items()})
