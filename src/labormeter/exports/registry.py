"""The one list of formats that a journal can be written in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.exports.beancount import beancount
from labormeter.exports.hledger import hledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.exports.journal import Journal

JOURNALS: Final[dict[str, Callable[[Journal], str]]] = {
    "hledger": hledger,
    "beancount": beancount,
}
