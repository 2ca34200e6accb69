"""The section of the room: bring cards, choose seats, reveal, look, keep the sheet, wipe."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from labormeter_ui import motion, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.drop import Drop, DropView
from labormeter_ui.views.looking import LookingView
from labormeter_ui.views.projector import Projector
from labormeter_ui.views.seats import SeatsView
from labormeter_ui.views.text import Flow, button, card, label, tone

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QHideEvent,
        QResizeEvent,
        QShowEvent,
    )

    from labormeter.room.file import Language
    from labormeter_ui.presenters.room import Room, RoomPresenter

ROOM: Final = ".toml"


class RoomView(DropView):
    """Shows a RoomPresenter.

    Signals:
        settling: a new room file is wanted.
        comparing: one's own card is to be held against a group sheet that was kept.
    """

    settling, comparing = Signal(), Signal()

    def __init__(self, presenter: RoomPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.setAcceptDrops(True)
        self.title, self.lead = label("heading"), label("soft", wrap=True)
        self.rules, self.said = label(wrap=True), label(wrap=True)
        self.bring, self.watch = button(self._bring), button(self._watch)
        self.open, self.new = button(self._open), button(self.settling.emit)
        self.hand, self.sample = button(self._hand), button(presenter.trying.emit)
        self.compare = button(self.comparing.emit)
        self.drop, self.seats, self.looking = Drop(), SeatsView(presenter), LookingView(presenter)
        self.count, self.deal = label("strong", wrap=True), button(presenter.deal, main=True)
        self.project, self.keep = button(self._project), button(self._keep)
        self.wipe, self.sure, self.unsure = (
            button(lambda: self._ask(wanted=True)),
            button(self._wipe, main=True),
            button(lambda: self._ask(wanted=False)),
        )
        self.asked = label(wrap=True)
        self.busy = QProgressBar()
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(4)
        self.projector: Projector | None = None
        self._asking = False
        self._lay()
        self.looking.grown.connect(self._fit)
        presenter.changed.connect(self.show_state)
        self.say()

    def say(self) -> None:
        """Say every text."""
        self.title.setText(self.tr("Lay ledgers side by side"))
        self.lead.setText(
            self.tr(
                "Everybody brings a card: a file, or a picture of its code. Drop them here. Nothing is"
                " uploaded, no name is asked, and in the end all is wiped but a sheet of the group."
            )
        )
        for made, text in (
            (self.bring, self.tr("Open cards")),
            (self.open, self.tr("Open a room file")),
            (self.new, self.tr("New room")),
            (self.hand, self.tr("Save the hand-out")),
            (self.sample, self.tr("Try with made-up cards")),
            (self.compare, self.tr("Mine against a kept sheet")),
            (self.project, self.tr("Projector")),
            (self.keep, self.tr("Save the group sheet")),
            (self.wipe, self.tr("Wipe")),
            (self.sure, self.tr("Wipe now")),
            (self.unsure, self.tr("Not yet")),
        ):
            made.setText(text)
            made.setAccessibleName(text)
        self.drop.setAccessibleName(self.tr("Drop cards here"))
        self.busy.setAccessibleName(self.tr("Cards are being read"))
        language: Language = "fr" if QLocale().name()[:2] == "fr" else "en"
        self.presenter.look(replace(self.presenter.state.how, language=language))
        self.show_state()

    def show_state(self) -> None:
        """Show how the room stands."""
        state = self.presenter.state
        seated = state.table is not None and bool(state.table.seats)
        revealed = state.deal.revealed
        if revealed != self._revealed:
            self._order(revealed=revealed)
        self.rules.setText(self._rules(state))
        self.rules.setVisible(bool(self.rules.text()))
        self.watch.setText(self._watching(state))
        self.watch.setAccessibleName(self.watch.text())
        self.drop.setVisible(not seated)
        self.seats_card.setVisible(seated or bool(state.refused))
        self.looking.setVisible(revealed)
        self.hand.setVisible(state.file is not None)
        self.sample.setVisible(not seated)
        self.compare.setVisible(not seated)
        self.deal.setText(self.tr("Deal again") if revealed else self.tr("Reveal"))
        self.deal.setAccessibleName(self.deal.text())
        self.deal.setEnabled(state.deal.ready)
        self.count.setText(self._count(state))
        self.busy.setVisible(state.reading)
        self.busy.setRange(0, 1 if motion.reduced() else 0)
        for made in (self.project, self.keep):
            made.setVisible(revealed)
        self.wipe.setVisible(seated and not self._asking)
        for part in (self.sure, self.unsure, self.asked):
            part.setVisible(seated and self._asking)
        self.asked.setText(self._question(state))
        self.said.setText(state.fault or self._kept(state))
        tone(self.said, "bad" if state.fault else "good")
        self.said.setVisible(bool(self.said.text()))
        self.looking.show_state()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that its texts need at this width."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Follow what its parts ask for."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is looked at."""
        super().showEvent(event)
        self.show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the page's height to other sections."""
        super().hideEvent(event)
        self.setMinimumHeight(0)

    def _fit(self) -> None:
        """Take the height of all parts at this width: a stack of pages asks for the least alone."""
        if not self.isVisible():
            return
        parts = (self.looking, self.foot, self.seats_card, self.intake, self.drop)
        seen = [part for part in parts if not part.isHidden()]
        high = sum(_high(part, self.width()) for part in seen)
        self.setMinimumHeight(high + self.outer.spacing() * len(seen))

    def _rules(self, state: Room) -> str:
        room = state.file or (state.table.room if state.table else None)
        if room is None:
            return ""
        said = self.tr(
            "Weeks %1 to %2 · %3 · minimum wage %4: %5 an hour · groups from %6 people on"
        )
        if state.sample:
            said = self.tr("Made-up cards, of nobody.") + " " + said
        for place, value in enumerate(
            (
                room.first,
                room.last,
                room.currency,
                room.floor.country,
                words.money(room.floor.amount, room.currency),
                words.number(room.smallest),
            ),
            start=1,
        ):
            said = said.replace(f"%{place}", words.plain(value))
        return said

    def _watching(self, state: Room) -> str:
        if not state.folder:
            return self.tr("Watch a folder")
        name = words.plain(Path(state.folder).name, 40)
        return self.tr("Stop watching %1").replace("%1", name)

    def _count(self, state: Room) -> str:
        chosen, least = len(state.deal.chosen), state.deal.smallest
        said = self.tr("%Ln card(s) chosen", "", chosen)
        if chosen < least:
            more = self.tr("%1 are needed, so that no figure is one person's.")
            return f"{said}. {more.replace('%1', words.number(least))}"
        if not state.deal.revealed:
            now = self.tr("Say now if a card is to be left out.")
            return f"{said}. {now}"
        if not state.deal.pending:
            return said
        if not state.deal.ready:
            wait = self.tr("One change waits for another: alone it would show whose it is.")
            return f"{said}. {wait}"
        waiting = self.tr("%Ln change(s) wait.", "", len(state.deal.pending))
        return f"{said}. {waiting}"

    def _question(self, state: Room) -> str:
        said = self.tr("All cards are forgotten, and every figure on this screen.")
        if state.deal.revealed and not state.sheet:
            unsaved = self.tr("The group sheet was not saved.")
            return f"{said} {unsaved}"
        return said

    def _kept(self, state: Room) -> str:
        if not state.sheet:
            return ""
        return self.tr("%1 was written.").replace("%1", words.plain(state.sheet))

    def dropped(self, paths: list[str]) -> None:
        """Sort what was dropped."""
        for path in paths:
            if path.endswith(ROOM):
                self.presenter.open(path)
        self.presenter.bring([path for path in paths if not path.endswith(ROOM)])

    def _bring(self) -> None:
        kinds = self.tr("Cards (*.json *.png *.jpg *.jpeg *.webp *.gif *.bmp)")
        paths, _ = QFileDialog.getOpenFileNames(self, self.bring.text(), "", kinds)
        self.presenter.bring(paths)

    def _watch(self) -> None:
        if self.presenter.state.folder:
            self.presenter.watch("")
            return
        if path := QFileDialog.getExistingDirectory(self, self.watch.text()):
            self.presenter.watch(path)

    def _open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.open.text(), "", "TOML (*.toml)")
        self.presenter.open(path)

    def _hand(self) -> None:
        kinds = "PDF (*.pdf);;HTML (*.html)"
        path, _ = QFileDialog.getSaveFileName(self, self.hand.text(), "hand-out.pdf", kinds)
        self.presenter.hand_out(path)

    def _keep(self) -> None:
        kinds = self.tr("PDF (*.pdf);;HTML (*.html);;Figures (*.json)")
        path, _ = QFileDialog.getSaveFileName(self, self.keep.text(), "group-sheet.pdf", kinds)
        self.presenter.keep(path)

    def _project(self) -> None:
        if self.projector is None:
            self.projector = Projector(self.presenter, self)
        self.projector.showFullScreen()
        self.projector.setFocus()

    def _ask(self, *, wanted: bool) -> None:
        self._asking = wanted
        self.show_state()

    def _wipe(self) -> None:
        self._asking = False
        if self.projector is not None:
            self.projector.close()
        self.looking.mine.clear()
        self.presenter.wipe()

    def _lay(self) -> None:
        frame, column = card()
        ways, rules = Flow(), Flow()
        for part in (self.bring, self.watch, self.sample):
            ways.addWidget(part)
        for part in (self.open, self.new, self.hand, self.compare):
            rules.addWidget(part)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addLayout(ways)
        column.addLayout(rules)
        column.addWidget(self.rules)
        column.addWidget(self.busy)
        self.seats_card, rows = card()
        rows.setSpacing(2 * SPACE)
        rows.addWidget(self.seats)
        self.intake, self.foot = frame, self._foot()
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(2 * SPACE)
        self._order(revealed=False)
        self.outer.addStretch()

    def _order(self, *, revealed: bool) -> None:
        """Lay what is looked at on top once there is something to look at."""
        before = (self.intake, self.drop, self.seats_card, self.foot, self.looking)
        after = (self.looking, self.foot, self.seats_card, self.intake, self.drop)
        parts = after if revealed else before
        for place, part in enumerate(parts):
            self.outer.removeWidget(part)
            self.outer.insertWidget(place, part)
        self._revealed = revealed

    def _foot(self) -> QWidget:
        foot, column = card()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.count, 1)
        for part in (self.wipe, self.keep, self.project, self.deal):
            row.addWidget(part)
        sure = QHBoxLayout()
        sure.setSpacing(SPACE)
        sure.addWidget(self.asked, 1)
        sure.addWidget(self.unsure)
        sure.addWidget(self.sure)
        column.addLayout(row)
        column.addLayout(sure)
        column.addWidget(self.said)
        return foot


def _high(part: QWidget, width: int) -> int:
    """Return the height that a part needs at a width."""
    wanted = part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
    return max(wanted, part.minimumHeight())
