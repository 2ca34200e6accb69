"""What an archive tells of: one act at a time, with the platform's ids, in memory alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from labormeter.model import Effect


class Found(NamedTuple):
    """One act that a file of an archive tells of.

    A tuple and no dataclass: an archive holds a million of these. `target`, `made` and `tell` are
    hashed before they are kept anywhere, `tell` under a key that lives as long as the import.
    """

    activity: str
    at: int | None
    """Microseconds since 1970 UTC; None where the archive does not say when."""
    target: str = ""
    """The platform's id of what it was done to."""
    made: str = ""
    """The platform's id of what it created."""
    tell: str = ""
    """What else tells it from another act of the same second."""
    layout: str = ""
    """The shape it was read from, in words of ours."""
    kind: str = ""
    """What kind of act among a platform's, where the file holds several."""
    effect: Effect = "do"
    quantity: int = 1
    unit: str = ""
    finer: str = ""
    file: str = ""
    """Name within the archive of the file that was uploaded, as the platform returned it."""
    known: tuple[str, ...] = ()
    """Kinds of metadata that the platform says it has of that file."""
    joined: bool = False
    """It belongs to the act before it: an upload to its post."""
    once: bool = False
    """The same target again, in whatever file of the archive, is the same act."""


_REST: Final = (*Found._field_defaults.values(),)[5:]
_NEW: Final = tuple.__new__


def whole(first: tuple[str, int | None, str, str, str, str, str]) -> Found:
    """Return an act of its fields as far as `kind`: in half the time of naming them."""
    return _NEW(Found, first + _REST)


class UnreadableError(Exception):
    """A file of an archive cannot be read. The sentence's end is for the screen: no name is in it."""


class CancelledError(KnownError):
    """The person stopped an import: nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("Stopped: nothing was imported.")
