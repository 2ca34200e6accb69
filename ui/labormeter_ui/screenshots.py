"""Pictures of the window: `python -m labormeter_ui.screenshots OUT [--all]`.

The two of the README; with --all every page with a made-up ledger of no day, one day, forty days
and ten years, light and dark, in English and French.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QSize, QTimer

from labormeter import lock
from labormeter.home import Home
from labormeter_ui import app, language, synthetic, tail, theme
from labormeter_ui.desktop import Desktop, dress, wear
from labormeter_ui.picture import DAY, day
from labormeter_ui.presenters.charts import Choice
from labormeter_ui.presenters.study import STEPS, Hand
from labormeter_ui.rest import Rest
from labormeter_ui.views.shell import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QApplication

AGES: Final = {"empty": 0, "day": 1, "month": 40, "decade": 3650}
"""Name of a made-up ledger -> its days."""
QUICK: Final = (
    *("today", "ledger", "charts", "rates", "uploads", "history", "platforms"),
    *("statement", "share"),
)
"""Pages that the README and the docs show, the first one in the dark too."""
SIZE: Final = QSize(1240, 860)
SETTLED: Final = 150
"""Milliseconds after which a page has drawn what was read."""
PATIENCE: Final = 20_000


def main(given: Sequence[str] | None = None) -> int:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--all", action="store_true", help="every page in every state")
    chosen = parser.parse_args(sys.argv[1:] if given is None else given)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen.out.mkdir(parents=True, exist_ok=True)
    program = app.application()
    dress(program)
    rest = Rest(program)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as held:
        held.callback(rest.close)
        for name in AGES if chosen.all else ("month",):
            home = Home(Path(folder) / name).create()
            _fill(home, AGES[name])
            # The lock makes the window see a meter that runs.
            held.enter_context(lock.hold(home.lock))
            for picture in _pictures(program, home, name, quick=not chosen.all):
                picture.save(chosen.out)
    return 0


def evening() -> int:
    """Return twenty past six of yesterday, so that a day's acts lie behind."""
    now = tail.now()
    return now // DAY * DAY - tail.offset(now) * synthetic.MINUTE - 340 * synthetic.MINUTE


def _fill(home: Home, days: int) -> None:
    if days:
        now = evening()
        synthetic.fill(home, now=now, offset=tail.offset(now), days=days)


class Picture:
    """One picture, named by what it shows."""

    def __init__(self, desktop: Desktop, name: str) -> None:
        self._desktop, self._name = desktop, name

    def save(self, folder: Path) -> None:
        """Write it into a folder."""
        grabbed = self._desktop.window.grab()
        image = grabbed.toImage().convertToFormat(grabbed.toImage().Format.Format_RGB888)
        image.save(str(folder / f"{self._name}.png"))


def _pictures(program: QApplication, home: Home, name: str, *, quick: bool) -> Iterator[Picture]:
    for code in ("en",) if quick else language.LANGUAGES:
        language.use(code)
        for appearance in ("light", "dark"):
            theme.choose(appearance)
            wear(program)
            desktop = Desktop(home, meters=False, tray=False, clock=evening)
            desktop.window.resize(SIZE)
            desktop.start()
            _wait(desktop)
            if name == "decade":
                desktop.presenters.charts.choose(Choice(reach="all"))
            _until(lambda d=desktop: d.presenters.wage.state is not None or not AGES[name])  # type: ignore[misc]
            for page in (QUICK if appearance == "light" else QUICK[:1]) if quick else PAGES:
                desktop.window.shell.turn(page)
                _until(lambda d=desktop, p=page: _read(d, p))  # type: ignore[misc]
                _until(lambda d=desktop: not d.presenters.charts.reading)  # type: ignore[misc]
                _until(lambda d=desktop: d.presenters.acts.complete or d.presenters.acts.acts)  # type: ignore[misc]
                desktop.window.acts.table.selectRow(2)
                settle()
                picture = f"{name}-{page}-{code}-{appearance}"
                if quick:
                    picture = f"window-{appearance}" if page == "today" else f"page-{page}"
                yield Picture(desktop, picture)
                for other, turned in MORE.get(page, {}).items():
                    turned(desktop)
                    yield Picture(desktop, picture.replace(page, other))
            desktop.window.close()
            desktop.close()


def _read(desktop: Desktop, page: str) -> bool:
    """Say whether a page has read what it shows; of the rates the first one is looked at."""
    presenters, window = desktop.presenters, desktop.window
    if page == "rates":
        window.rates.table.selectRow(0)
        return presenters.rates.rate is not None
    if page == "share":
        window.share.turn("export")
        return presenters.share.state.tables is not None
    if page == "platforms":
        return presenters.drift.state.read
    if page == "statement":
        return presenters.statement.state is not None
    return True


def _by_place(desktop: Desktop) -> None:
    """Turn the page of rates to places, and look at one of them."""
    places = desktop.presenters.rates.places
    desktop.window.rates.tabs.group.button(1).click()
    _until(lambda: places.state.rows)
    places.look_at(2)
    settle()


def _past(desktop: Desktop) -> None:
    """Show what a person imported who was made up."""
    _until(lambda: desktop.presenters.history.state.stage == "idle")
    settle()
    desktop.presenters.history.take(synthetic.past())
    settle()


def _room(desktop: Desktop) -> None:
    """Look at a room of people who were made up."""
    desktop.window.share.turn("room")
    desktop.presenters.room.trying.emit()
    _until(lambda: desktop.presenters.room.state.table is not None)
    desktop.presenters.room.deal()
    settle()


def _room_view(view: str, desktop: Desktop) -> None:
    """Turn to another view of the room."""
    desktop.presenters.room.turn(view)
    settle()


def _study(desktop: Desktop) -> None:
    """Open a study that never was."""
    from labormeter.pool import simulate  # noqa: PLC0415 - of researchers alone

    desktop.window.share.turn("study")
    folder = desktop.home.root / "made-up"
    if not folder.exists():
        year = day(evening(), tail.offset(evening()))[:4]
        simulate.write(folder, 1, 1, first=f"{year}-01", last=f"{year}-12")
    desktop.presenters.study.open_file(str(folder / "study.labormeter"))
    _until(lambda: desktop.presenters.study.state.taken is not None)
    settle()


def _study_step(step: str, desktop: Desktop) -> None:
    """Turn to a step of taking part; before rows are given, two stay here and a yes is said."""
    study = desktop.presenters.study
    if step == "rows" and study.state.taken is not None:
        few = (row.count for row in study.state.taken.rows[:2])
        study.keep_here({(one.period, one.platform, one.activity) for one in few}, here=True)
        _until(lambda: study.state.taken is not None)
    if step == "give":
        study.agree(study.state.found.study.purposes[0].id, yes=True)  # type: ignore[union-attr]
        study.old_enough(yes=True)
    study.turn(step)
    settle()


def _study_given(desktop: Desktop) -> None:
    """Give, and say that it was handed in."""
    study = desktop.presenters.study
    study.give(Hand(path=str(desktop.home.root / "made-up" / "me.age")))
    _until(lambda: not study.state.running)
    study.handed_in()
    _until(lambda: not study.state.running)
    settle()


def _study_back(desktop: Desktop) -> None:
    """Take it back."""
    study = desktop.presenters.study
    study.take_back(Hand(path=str(desktop.home.root / "made-up" / "back.age")))
    _until(lambda: not study.state.running)
    settle()


def _study_form(desktop: Desktop) -> None:
    """Turn to the form in which a study is written."""
    desktop.window.share.turn("study.form")
    settle()


MORE: Final[dict[str, dict[str, Callable[[Desktop], None]]]] = {
    "history": {"history": _past},
    "rates": {"places": _by_place},
    "share": {
        "room": _room,
        "room-panels": partial(_room_view, "panels"),
        "room-hourly": partial(_room_view, "hourly"),
        "study": _study,
        **{f"study-{one}": partial(_study_step, one) for one in STEPS[1:]},
        "study-given": _study_given,
        "study-back": _study_back,
        "study-form": _study_form,
    },
}
"""Pages that have other sides: their names, and how to turn to them."""


def _wait(desktop: Desktop) -> None:
    """Wait until the ledger was read."""
    loop = QEventLoop()
    desktop.tail.seen.connect(lambda _picture: loop.quit())
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()


def _until(ready: Callable[[], object]) -> None:
    """Let the window work until something is so."""
    for _ in range(PATIENCE // SETTLED):
        if ready():
            return
        settle()


def settle() -> None:
    """Let a page draw."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
