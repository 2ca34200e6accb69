"""All that is stored about one act, what it is worth, and on which rate that rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from labormeter import terms
from labormeter_ui import prices, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, card, emptied, hint, label

if TYPE_CHECKING:
    from labormeter.model import Act
    from labormeter_ui.presenters.worth import Valued, WorthPresenter


BESIDE: Final = 70
"""Characters up to which a value stands beside its name, longer ones stand below it."""


def disclosed(act: Act) -> str:
    """Return the kinds of metadata that left in an act's uploads."""
    return ", ".join(words.disclosure(found.kind) for found in act.disclosures)


class ActView(Spoken):
    """Shows all that the ledger keeps of one act, and what it is worth and why.

    Signals:
        rate: the card of a rate is wanted; carries its id.
        forget: the act is to be forgotten.
    """

    rate = Signal(str)
    forget = Signal()

    def __init__(self, presenter: WorthPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.act: Act | None = None
        self.worth, self.why = label("title"), label("small", wrap=True)
        self.rate_button = button(self._open_rate, flat=True)
        self.forget_button = button(self.forget.emit)
        self.title = label("heading", wrap=True)
        self.note = label("small", wrap=True)
        self.grid = QGridLayout()
        self.grid.setVerticalSpacing(SPACE)
        self.grid.setHorizontalSpacing(2 * SPACE)
        self.grid.setColumnStretch(1, 1)
        frame, column = card()
        for part in (self.title, self.note):
            column.addWidget(part)
        column.addWidget(self.worth)
        column.addWidget(self.why)
        column.addWidget(self.rate_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self.grid)
        column.addStretch()
        column.addWidget(self.forget_button, 0, Qt.AlignmentFlag.AlignLeft)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(frame)
        self.area = scroll
        presenter.changed.connect(self._say_worth)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.say()

    def show_act(self, act: Act | None) -> None:
        """Show an act, or nothing."""
        if act != self.act:
            self.act = act
            self.presenter.ask(act)
        self.say()

    def say(self) -> None:
        """Say every field that is kept."""
        self.area.setAccessibleName(self.tr("All that is stored about this act"))
        emptied(self.grid)
        self.title.setVisible(self.act is not None)
        self.rate_button.setText(self.tr("Show the rate"))
        self.rate_button.setAccessibleName(self.rate_button.text())
        self.forget_button.setText(self.tr("Forget this act"))
        self.forget_button.setAccessibleName(self.forget_button.text())
        self.forget_button.setVisible(self.act is not None)
        self._say_worth()
        if self.act is None:
            self.note.setText(self.tr("Choose an act to see all that is stored about it."))
            return
        self.title.setText(words.done(self.act))
        self.note.setText(self.tr("This is all that is stored about this act."))
        for row, (name, value) in enumerate(self.fields(self.act)):
            self._field(3 * row, name, value)
            if name == self.tr("Terms") and (found := _clause(self.act)) is not None:
                copier = self._copier(found.link)
                self.grid.addWidget(copier, 3 * row + 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _field(self, row: int, name: str, value: str) -> None:
        """Put a value beside its name, or below it where it is long."""
        text = label("body", value, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.grid.addWidget(label("small", name), row, 0, Qt.AlignmentFlag.AlignTop)
        if len(value) <= BESIDE:
            self.grid.addWidget(text, row, 1)
        else:
            self.grid.addWidget(text, row + 1, 0, 1, 2)

    def _copier(self, link: str) -> QPushButton:
        """Return a button that copies an address: this window opens none by itself."""
        made = button(lambda: QGuiApplication.clipboard().setText(link), flat=True)
        made.setText(self.tr("Copy the address"))
        made.setAccessibleName(made.text())
        made.setAccessibleDescription(link)
        hint(made, link)
        return made

    def _say_worth(self) -> None:
        found = self.presenter.state if self.act is not None else None
        for part in (self.worth, self.why):
            part.setVisible(found is not None)
        step = None if found is None else found.central
        self.rate_button.setVisible(step is not None)
        if found is None:
            return
        if found.worth is None:
            self.worth.setText(self.tr("No price"))
            self.why.setText(prices.reason(found.reason))
            return
        self.worth.setText(words.money(found.worth.central, found.currency))
        self.why.setText(self._why(found))

    def _why(self, found: Valued) -> str:
        worth = found.worth
        if worth is None or found.act.unit:
            return self.tr("Received.")
        between = self.tr("%1 to %2").replace("%1", words.money(worth.low))
        lines = [f"{between.replace('%2', words.money(worth.high))}, {words.lens(found.lens)}"]
        if found.act.activity == "upload":
            lines.append(self.tr("Counted only where a post uses the upload."))
        if found.lens == "platform":
            lines.append(self.tr("For a day of presence, not for this act alone."))
        lines += [prices.reason(sentence) for sentence in found.because]
        if (step := found.central) is not None:
            said = self.tr("Rate %1: %2 (%3)").replace("%1", step.rate.id)
            source = words.plain(step.rate.source, 160)
            lines.append(said.replace("%2", source).replace("%3", step.rate.observed_on))
        return "\n".join(lines)

    def _open_rate(self) -> None:
        found = self.presenter.state
        if found is not None and found.central is not None:
            self.rate.emit(found.central.rate.id)

    def fields(self, act: Act) -> list[tuple[str, str]]:
        """Return name and value of every field that holds something."""
        found = [
            (self.tr("When"), words.when(act.occurred_at, act.utc_offset)),
            (self.tr("Platform"), words.platform(act.platform)),
            (self.tr("Activity"), words.activity(act.activity)),
            (self.tr("Net"), words.signed(act.net)),
            (self.tr("Quantity"), self._quantity(act)),
            (self.tr("Measured"), "" if act.seconds is None else words.duration(act.seconds)),
            (self.tr("Rounds"), "" if act.rounds is None else words.number(act.rounds)),
            (self.tr("Tiles"), "" if act.tiles is None else words.number(act.tiles)),
            (self.tr("Source"), words.source(act.source)),
            (self.tr("Rule"), words.plain(act.rule)),
            (self.tr("Pack"), words.plain(act.pack)),
            (self.tr("Flags"), ", ".join(map(words.flag, act.flags))),
            (self.tr("Disclosed"), disclosed(act)),
            (self.tr("Terms"), self._terms(act)),
            (self.tr("Target"), _hash(act.target)),
            (self.tr("Account"), _hash(act.actor)),
            (self.tr("Made"), _hash(act.made)),
            (self.tr("Id"), _hash(act.id)),
        ]
        return [(name, value) for name, value in found if value]

    def _terms(self, act: Act) -> str:
        """Return the clause by which the platform takes this, or that none was verified."""
        if act.unit or act.effect == "undo":
            return ""
        found = _clause(act)
        if found is None:
            return self.tr("No clause of the platform's terms was verified for this.")
        where = self.tr("%1, %2, version of %3").replace("%1", found.title)
        where = where.replace("%2", found.section).replace("%3", found.version.isoformat())
        note = found.noted("fr" if QLocale().language() == QLocale.Language.French else "en")
        return "\n".join(filter(None, [where, f"“{found.quote}”", note]))

    def _quantity(self, act: Act) -> str:
        if not act.unit:
            return words.number(act.quantity)
        if act.unit == "POINT":
            return self.tr("%Ln point(s)", "", act.quantity)
        return words.money(act.quantity, act.unit)


def _clause(act: Act) -> terms.Clause | None:
    """Return the clause by which a platform takes what it is given, None where none was verified."""
    if act.unit or act.effect == "undo":
        return None
    return terms.clause(act.platform, act.activity)


def _hash(value: str | None) -> str:
    """Return a keyed hash in groups, so that it wraps and can be compared."""
    if value is None:
        return ""
    return " ".join(value[place : place + 8] for place in range(0, len(value), 8))
