"""Values today's acts by the person's own reading; lives on the desk's thread alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter import settings
from labormeter.changelog import usual
from labormeter.errors import KnownError
from labormeter.ledger import pins, posted
from labormeter.valuation import shelf
from labormeter_ui.presenters.wage import wage

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.valuation.calendar import Calendar
    from labormeter_ui.picture import Picture
    from labormeter_ui.presenters.wage import Wage


class Purse:
    """Keeps the rate calendar, and makes it anew only when settings, rates or the day changed."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._key: tuple[object, ...] = ()
        self._calendar: Calendar | None = None

    def wages(self, picture: Picture) -> tuple[Wage | None, Wage | None]:
        """Return today's wage without practice and with it, None where there is no price.

        Faults in the person's own rates leave the units without a price; `rates` tells them.
        """
        cells = [cell for cell in picture.cells if cell.day == picture.today]
        try:
            calendar = self.calendar(picture)
            if any(cell.activity == "upload" for cell in cells):
                cells = posted.looked_up(self._home, cells)
        except KnownError:
            return None, None
        return (
            wage(cells, calendar, practice=False),
            wage(cells, calendar, practice=True),
        )

    def calendar(self, picture: Picture) -> Calendar:
        """Return the rate calendar of the person's own reading. Raises KnownError."""
        key = (*picture.versions, picture.today)
        if self._calendar is None or key != self._key:
            made = [(pin.from_week, pin.version) for pin in pins.read(self._home, now=picture.now)]
            how = usual(settings.read(self._home.settings))
            self._calendar = shelf.calendar_of(self._home, how, pins=made, today=picture.today)
            self._key = key
        return self._calendar
