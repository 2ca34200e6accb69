"""Does what the page of the room asks for, off the window's thread: reads, watches, writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QLocale, QObject, QTimer

from labormeter import settings
from labormeter.exports.paper import paper
from labormeter.exports.place import whole
from labormeter.exports.tables import first_day
from labormeter.room import against, file, handout, page, sample, sheet, table, taking
from labormeter_ui import library
from labormeter_ui.clock import today
from labormeter_ui.views.against import AgainstDialog
from labormeter_ui.views.rules import RulesDialog
from labormeter_ui.work import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from labormeter.exports.document import Document
    from labormeter.home import Home
    from labormeter.room.compare import Group
    from labormeter.room.file import RoomFile
    from labormeter.room.slides import How
    from labormeter_ui.views.room import RoomView

WEEKS: Final = 4
SAMPLE: Final = 12
"""Made-up cards that a room is tried with."""
CALM: Final = 700
"""Milliseconds in which a watched folder does not change before it is read: files take a while."""

type Seen = tuple[str, int, int]
"""Name, size and time of a file."""


class Rooming(QObject):
    """Serves a RoomView and its presenter. Others' files are read in processes of their own."""

    def __init__(self, home: Home, view: RoomView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home, self._view, self._presenter = home, view, view.presenter
        presenter = view.presenter
        self.rules: RulesDialog | None = None
        self.against: AgainstDialog | None = None
        view.settling.connect(self._settle)
        view.comparing.connect(self._compare)
        self.desk = Desk(self)
        self.desk.failed.connect(self._failed)
        self._watcher, self._calm = QFileSystemWatcher(self), QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self._calm.timeout.connect(self._look)
        self._watcher.directoryChanged.connect(lambda _path: self._calm.start())
        self._seen: set[Seen] = set()
        presenter.brought.connect(self._bring)
        presenter.opened.connect(self._open)
        presenter.laying.connect(self._lay)
        presenter.watching.connect(self._watch)
        presenter.keeping.connect(self._keep)
        presenter.handing.connect(self._hand_out)
        presenter.trying.connect(self._try)

    def close(self) -> None:
        """Wait for what is in hand, and take no more."""
        self._calm.stop()
        self.desk.close()

    def _bring(self, paths: Sequence[str]) -> None:
        files = [Path(path) for path in paths]
        self._give(lambda: taking.taken(files, today=today()), self._presenter.take)

    def _open(self, path: str) -> None:
        self._give(lambda: file.opened(Path(path)), self._presenter.settle)

    def _settle(self) -> None:
        offered = suggested(self._home, self._presenter.state.how.language)
        self.rules = RulesDialog(offered, self._view)
        self.rules.given.connect(self.save)
        self.rules.open()

    def _compare(self) -> None:
        """Ask for a sheet and a card; what they hold is gone with the dialog."""
        asked = self.against = AgainstDialog(self._view)
        asked.wanted.connect(self._hold_against)
        asked.finished.connect(self._compared)
        asked.open()

    def _compared(self) -> None:
        if self.against is not None:
            self.against.deleteLater()
            self.against = None

    def _hold_against(self, kept: str, card: str) -> None:
        language = self._presenter.state.how.language

        def read() -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
            found, mine = against.against(Path(kept), Path(card), today=today())
            return against.lines(mine, found.room, language)

        asked = self.against

        def still() -> AgainstDialog | None:
            return asked if asked is self.against else None

        self._give(
            read,
            lambda made: dialog.show_rows(*made) if (dialog := still()) else None,
            lambda why: dialog.show_fault(why) if (dialog := still()) else None,
        )

    def _try(self) -> None:
        room = suggested(self._home, QLocale().name()[:2])
        made = taking.Taken(taking.in_order(sample.sample(room, SAMPLE)), ())
        self._presenter.rehearse(room, made)

    def save(self, room: RoomFile, path: str) -> None:
        """Write a room file, and take it for this room."""
        self._give(lambda: _saved(room, Path(path)), self._presenter.settle)

    def _lay(self, cards: Sequence[Document], given: RoomFile | None) -> None:
        self._give(lambda: laid(self._home, cards, given), self._presenter.laid)

    def _keep(self, path: str, group: Group, room: RoomFile, how: How) -> None:
        target = Path(path)
        self._give(lambda: written(self._home, group, room, how, target), self._presenter.kept)

    def _hand_out(self, path: str, room: RoomFile) -> None:
        target = Path(path)
        self._give(lambda: handed(self._home, room, target), lambda _name: None)

    def _watch(self, folder: str) -> None:
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._seen = set()
        self._calm.stop()
        if folder:
            self._watcher.addPath(folder)
            self._look()

    def _look(self) -> None:
        """Read what is new in the watched folder."""
        folder = self._presenter.state.folder
        if folder:
            self._give(lambda: listing(Path(folder)), self._found)

    def _found(self, listed: dict[Seen, str]) -> None:
        fresh = [path for one, path in listed.items() if one not in self._seen]
        self._seen |= set(listed)
        self._presenter.bring(fresh)

    def _give[T](
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[str], None] | None = None,
    ) -> None:
        at, tell = self._presenter.round, failed or self._presenter.failed

        def of_now[V](do: Callable[[V], None]) -> Callable[[V], None]:
            """Return what does nothing where the room was wiped meanwhile."""
            return lambda value: do(value) if at == self._presenter.round else None

        self.desk.give(job, of_now(then), refused=of_now(lambda error: tell(library.fault(error))))

    def _failed(self, error: Exception) -> None:
        self._presenter.failed(type(error).__name__)


def _saved(room: RoomFile, path: Path) -> RoomFile:
    _put(path, file.written(room).encode())
    return room


def suggested(home: Home, language: str) -> RoomFile:
    """Return the room file that is offered, in the settings' currency and country."""
    kept = settings.read(home.settings)
    return file.suggested(
        today(),
        number=WEEKS,
        language="fr" if language == "fr" else "en",
        country=kept.text("country"),
        currency=kept.text("currency"),
    )


def laid(home: Home, cards: Sequence[Document], given: RoomFile | None) -> table.Table:
    """Return the table of cards, in the room that is given or in that of most of them."""
    if given is None:
        first, last = taking.usual(cards)
        known = [card.room for card in cards if card.room]
        offered = suggested(home, QLocale().name()[:2])
        given = replace(offered, first=first, last=last, id=known[0] if known else offered.id)
    return table.laid(cards, given)


def listing(folder: Path) -> dict[Seen, str]:
    """Return the files that lie in a folder, by name, size and time; of one that is gone none."""
    found: dict[Seen, str] = {}
    try:
        for path in sorted(folder.iterdir()):
            about = path.stat()
            if path.is_file() and path.name[0] != "." and path.suffix.lower() != ".toml":
                found[path.name, about.st_size, about.st_mtime_ns] = str(path)
    except OSError:
        return found
    return found


def written(home: Home, group: Group, room: RoomFile, how: How, path: Path) -> str:
    """Write the group sheet as a PDF, HTML, or figures in JSON. Raises KnownError."""
    if path.suffix.lower() == ".json":
        _put(path, sheet.written(sheet.figures(group, room, how.lens)))
    else:
        paper(home, page.page(group, room, how), path)
    return path.name


def handed(home: Home, room: RoomFile, path: Path) -> str:
    """Write the hand-out. Raises KnownError."""
    last = first_day(room.last) + timedelta(days=6)
    since = first_day(room.first).isoformat()
    text = handout.handout(room, since=since, until=last.isoformat(), today=today())
    paper(home, text, path)
    return path.name


def _put(path: Path, data: bytes) -> None:
    with whole(path) as out:
        out.write(data)
