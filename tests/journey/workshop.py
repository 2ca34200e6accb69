"""A facilitator before the window, on a virtual screen: clicks what one clicks, and says what is there.

python workshop.py HOME OUT MINE FILE...     cards in, reveal, turn every view, sheet, wipe; as JSON

In the end the owner of the card MINE holds it against the sheet.
"""

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from sitting import Sitting

from labormeter.room.slides import NAMES


class Facilitator(Sitting):
    def __init__(self, folder: str, out: Path) -> None:
        super().__init__(folder, meters=False)
        self.out = out
        self.view, self.room = self.window.room, self.opened.presenters.room
        self.window.shell.turn("share")
        self.press(self.window.share.buttons["room"])

    def drop(self, paths: list[str]) -> None:
        """Drag files from a file manager onto the page."""
        held = QMimeData()
        held.setUrls([QUrl.fromLocalFile(path) for path in paths])
        where, none = QPoint(50, 50), Qt.KeyboardModifier.NoModifier
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        QApplication.sendEvent(self.view, QDragEnterEvent(where, action, held, button, none))
        QApplication.sendEvent(self.view, QDropEvent(QPointF(where), action, held, button, none))

    def photograph(self, name: str) -> None:
        QTest.qWait(80)
        self.window.grab().save(str(self.out / f"{name}.png"))

    def lay(self, paths: list[str], number: int) -> dict[str, object]:
        self.drop(paths)
        self.until(lambda: len(self.view.seats.boxes) >= number, "the cards are read")
        self.until(lambda: not self.room.state.reading, "all are laid out")
        seen = {
            "seats": sorted(one.text() for one in self.view.seats.boxes.values()),
            "refused": [one.name for one in self.room.state.refused],
            "hidden": not self.view.looking.isVisible(),
        }
        self.photograph("seats")
        self.press(self.view.deal)
        return seen

    def turn(self) -> dict[str, str]:
        """Look at every view, and return what each says."""
        told = {}
        for name in NAMES:
            self.press(self.view.looking.buttons[name])
            self.photograph(name)
            told[name] = self.view.looking.slide.canvas.accessibleDescription()
        return told

    def project(self) -> list[str]:
        """Show it to the room, and go round by the keyboard."""
        self.press(self.view.project)
        projector = self.view.projector
        assert projector is not None
        titles = []
        for _ in NAMES:
            QTest.keyClick(projector, Qt.Key.Key_Right)
            titles.append(projector.slide.title.text())
        QTest.qWait(80)
        projector.grab().save(str(self.out / "projector.png"))
        QTest.keyClick(projector, Qt.Key.Key_Escape)
        return titles

    def keep(self) -> None:
        """Save the sheet as paper and as figures."""
        for name in ("sheet.pdf", "sheet.html", "sheet.json"):
            self.keep_as(name)

    def keep_as(self, name: str) -> None:
        path = str(self.out / name)
        QFileDialog.getSaveFileName = lambda *_: (path, "")  # type: ignore[method-assign]
        self.press(self.view.keep)
        self.until(lambda: self.room.state.sheet == name, f"{name} is written")

    def point(self, handle: str) -> None:
        """Point at one's own dot, by the two words that only its owner knows."""
        self.press(self.view.looking.buttons[NAMES[0]])
        QTest.keyClicks(self.view.looking.mine, handle)

    def watch(self, folder: str) -> None:
        """Watch the folder of a stick, and stop."""
        QFileDialog.getExistingDirectory = lambda *_: folder  # type: ignore[method-assign]
        self.press(self.view.watch)
        self.until(lambda: not self.room.state.reading, "the folder is read")

    def compare(self, sheet: str, card: str) -> list[str]:
        """Hold a card against the sheet that was kept, as its owner does at home."""
        self.press(self.view.compare)
        asked = self.opened.rooming.against
        assert asked is not None
        paths = iter((sheet, card))
        QFileDialog.getOpenFileName = lambda *_: (next(paths), "")  # type: ignore[method-assign]
        self.press(asked.sheet)
        self.press(asked.card)
        self.until(asked.view.isVisible, "the figures are there")
        QTest.qWait(80)
        asked.grab().save(str(self.out / "against.png"))
        row = [str(asked.model.data(asked.model.index(0, place))) for place in range(5)]
        self.press(asked.leave)
        return row

    def wipe(self) -> dict[str, object]:
        self.press(self.view.wipe)
        self.press(self.view.sure)
        self.photograph("wiped")
        return {
            "state": str(self.room.state) + self.view.looking.mine.text(),
            "empty": self.view.drop.isVisible(),
        }

    def leave(self) -> None:
        self.window.close()
        self.opened.close()


def main(folder: str, out: str, mine: str, *paths: str) -> None:
    one = Facilitator(folder, Path(out))
    try:
        found: dict[str, Any] = {"laid": one.lay(list(paths), 3)}
        found["told"] = one.turn()
        found["projected"] = one.project()
        one.keep()
        one.watch(str(Path(paths[-1]).parent))
        one.point(str(found["laid"]["seats"][0]))
        found["wiped"] = one.wipe()
        found["mine"] = one.compare(str(one.out / "sheet.json"), mine)
    finally:
        one.leave()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
