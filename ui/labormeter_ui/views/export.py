"""The section of exports: choose what, look at the very rows, and save them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QSignalBlocker, QStandardPaths
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from labormeter.exports.choice import GRAINS
from labormeter.exports.registry import FORMS
from labormeter.exports.seal import SHORTEST, SUFFIX
from labormeter_ui import motion, words
from labormeter_ui.presenters.statement import PERIODS
from labormeter_ui.theme import SPACE
from labormeter_ui.views.own_card import OwnCardView
from labormeter_ui.views.preview import Preview
from labormeter_ui.views.text import Flow, Spoken, button, card, label, tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from labormeter_ui.presenters.share import Share, SharePresenter

MARGIN: Final = 40
"""Pixels that a large code leaves free."""
NAMED: Final = 2
"""Platforms that a button has room for."""


class ExportView(Spoken):
    """Shows a SharePresenter."""

    def __init__(self, presenter: SharePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.platforms: tuple[str, ...] = ()
        self.title, self.text, self.about = (
            label("heading"),
            label("soft", wrap=True),
            label(wrap=True),
        )
        self.forms = {name: self._form(name) for name in FORMS}
        self.period, self.grain = QComboBox(), QComboBox()
        self.where, self.menu = QPushButton(), QMenu(self)
        self.where.setMenu(self.menu)
        self.hashes, self.seal = QCheckBox(), QCheckBox()
        self.secrets = (QLineEdit(), QLineEdit())
        self.card, self.secret_row = OwnCardView(presenter), QWidget()
        self.preview, self.code, self.code_box = Preview(), label(), QWidget()
        self.large = button(self._enlarge)
        self.save, self.cancel = button(self._ask, main=True), button(presenter.cancel)
        self.busy, self.said = QProgressBar(), label(wrap=True)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(4)
        self._lay()
        self._follow()
        self.say()

    def know(self, platforms: Iterable[str]) -> None:
        """Offer these platforms."""
        if (known := tuple(platforms)) != self.platforms:
            self.platforms = known
            self._say_platforms()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the rows of now."""
        super().showEvent(event)
        self.presenter.open(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look at nothing that is not seen."""
        super().hideEvent(event)
        self.presenter.open(False)

    def say(self) -> None:
        """Say every text."""
        self.title.setText(self.tr("Take your ledger along"))
        self.text.setText(
            self.tr(
                "A file that you keep, open in a spreadsheet or hand on yourself. It holds kinds of"
                " acts, platforms and times, and nothing that was said. Nothing is sent anywhere."
            )
        )
        for name, (title, about) in self._forms().items():
            self.forms[name].setText(title)
            self.forms[name].setAccessibleName(title)
            self.forms[name].setAccessibleDescription(about)
        self._say_choices()
        self._say_platforms()
        for made, text in (
            (self.save, self.tr("Save as")),
            (self.cancel, self.tr("Cancel")),
            (self.large, self.tr("Show large")),
        ):
            made.setText(text)
            made.setAccessibleName(text)
        self.busy.setAccessibleName(self.tr("The file is being written"))
        self.code.setAccessibleName(self.tr("The card as a code"))
        self._show()

    def _forms(self) -> dict[str, tuple[str, str]]:
        return {
            "full": (
                self.tr("Everything"),
                self.tr(
                    "A package (zip) that reads back to the same acts: acts, weeks, rates used, gaps,"
                    " shifts and method. Practice is marked as such."
                ),
            ),
            "csv": (self.tr("Spreadsheet"), self.tr("One table in CSV.")),
            "jsonl": (self.tr("JSON lines"), self.tr("One table, a line a row, for programs.")),
            "parquet": (
                self.tr("Parquet"),
                self.tr("One table with types, for statistics. Needs the research parts."),
            ),
            "card": (
                self.tr("Room card"),
                self.tr(
                    "For a workshop: counts by week under two random words, without a name."
                    " Whole weeks; the last four where nothing else is chosen."
                ),
            ),
            "json": (
                self.tr("Weeks"),
                self.tr("Your own weeks as one document, in the form that rooms have."),
            ),
            "sqlite": (
                self.tr("Backup"),
                self.tr(
                    "The ledger as it is, to be put back. Its keyed hashes are in it, its keys are"
                    " not: keep it to yourself."
                ),
            ),
            "hledger": (
                "hledger",
                self.tr("A plain-text journal: acts as commodities, rates as their prices."),
            ),
            "beancount": ("Beancount", self.tr("The same for Beancount and Fava.")),
        }

    def _say_choices(self) -> None:
        order = self.presenter.order
        periods = [self.tr("This month"), self.tr("Last month"), self.tr("This year")]
        periods += [self.tr("Last year"), self.tr("Everything")]
        grains = [self.tr("Every act"), self.tr("By day"), self.tr("By week"), self.tr("By month")]
        for box, choices, chosen in (
            (self.period, list(zip(PERIODS, periods, strict=True)), order.period),
            (self.grain, list(zip(GRAINS, grains, strict=True)), order.grain or GRAINS[0]),
        ):
            with QSignalBlocker(box):
                box.clear()
                for value, name in choices:
                    box.addItem(name, value)
                box.setCurrentIndex(max(box.findData(chosen), 0))
        self.period.setAccessibleName(self.tr("Period"))
        self.grain.setAccessibleName(self.tr("Grain"))
        self.hashes.setText(self.tr("Say which acts share a target"))
        self.hashes.setToolTip(
            self.tr("By new hashes, made for this file alone: no two files can be laid together.")
        )
        self.seal.setText(self.tr("Seal with a passphrase"))
        for made, name in zip(
            self.secrets, (self.tr("Passphrase"), self.tr("The same again")), strict=True
        ):
            made.setPlaceholderText(name)
            made.setAccessibleName(name)

    def _say_platforms(self) -> None:
        """Offer a tick for each platform; none is all."""
        chosen = self.presenter.order.platforms
        self.menu.clear()
        for one in self.platforms:
            tick = QAction(words.platform(one), self.menu)
            tick.setCheckable(True)
            tick.setChecked(one in chosen)
            tick.setData(one)
            tick.toggled.connect(self._chosen)
            self.menu.addAction(tick)
        self._say_where()
        self.where.setAccessibleName(self.tr("Platforms"))

    def _say_where(self) -> None:
        """Name the platforms that are chosen, as many as fit."""
        names = [words.platform(one) for one in self.presenter.order.platforms]
        rest = f" +{len(names) - NAMED}" if len(names) > NAMED else ""
        said = ", ".join(names[:NAMED]) + rest
        self.where.setText(said or self.tr("All platforms"))

    def _follow(self) -> None:
        for box in (self.period, self.grain):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(self._chosen)
        self.hashes.toggled.connect(self._chosen)
        self.seal.toggled.connect(self._show)
        for line in self.secrets:
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setMaxLength(200)
            line.setMinimumWidth(200)
            line.textChanged.connect(self._show)
        self.presenter.changed.connect(self._show)

    def _form(self, name: str) -> QPushButton:
        made = button(lambda: self._turn(name), segment=True)
        made.setCheckable(True)
        return made

    def _turn(self, name: str) -> None:
        """Choose a form; a card has words drawn for it."""
        self.presenter.choose(replace(self.presenter.order, form=name))
        if name == "card" and not self.presenter.order.handle:
            self.card.draw()
        self._show()

    def _chosen(self) -> None:
        ticked = [one.data() for one in self.menu.actions() if one.isChecked()]
        self.presenter.choose(
            replace(
                self.presenter.order,
                period=self.period.currentData(),
                grain=self.grain.currentData(),
                platforms=tuple(ticked),
                hashes=self.hashes.isChecked(),
            )
        )
        self._say_where()
        self._show()

    def _show(self) -> None:
        """Show what is chosen, what it holds, and how it went."""
        order, state = self.presenter.order, self.presenter.state
        for name, made in self.forms.items():
            made.setChecked(name == order.form)
            made.setEnabled(not state.running)
        self.about.setText(self._forms()[order.form][1])
        whole = self.tr("Everything") if order.form != "card" else self.tr("The last four weeks")
        self.period.setItemText(PERIODS.index("all"), whole)
        for part, there in (
            (self.period, order.kind.part and not order.roomed),
            (self.where, order.kind.part),
            (self.grain, len(order.kind.grains) > 1),
            (self.hashes, order.marked),
            (self.seal, order.sealable),
            (self.secret_row, order.sealable and self.seal.isChecked()),
            (self.card, order.form == "card"),
            (self.busy, state.running),
            (self.cancel, state.running),
        ):
            part.setVisible(there)
        self.busy.setRange(0, 1 if motion.reduced() else 0)
        self.save.setEnabled(
            not state.running and bool(state.tables) and self._secret() is not None
        )
        self.preview.show_tables(state.tables)
        self._show_code(state)
        self.said.setText(self._said(state))
        self.said.setVisible(bool(self.said.text()))
        tone(self.said, "bad" if state.fault else "good" if state.written else "")

    def _show_code(self, state: Share) -> None:
        """Show a card's code, dot by dot: a camera reads no dots that were smoothed."""
        picture = QPixmap()
        picture.loadFromData(state.code)
        self.code_box.setVisible(not picture.isNull())
        if not picture.isNull():
            self.code.setPixmap(picture)

    def _enlarge(self) -> None:
        """Show the code as large as the screen allows, for a camera at some distance."""
        shown, picture = QDialog(self), QPixmap()
        shown.setWindowTitle(self.code.accessibleName())
        picture.loadFromData(self.presenter.state.code)
        room = self.screen().availableGeometry().height() - 4 * MARGIN
        times = max(1, room // max(1, picture.height()))
        large = label()
        large.setAccessibleName(self.code.accessibleName())
        large.setPixmap(picture.scaled(picture.size() * times))
        QVBoxLayout(shown).addWidget(large)
        shown.open()

    def _secret(self) -> str | None:
        """Return the passphrase, nothing where none is wanted; None while it is not as it must be."""
        if not self.presenter.order.sealable or not self.seal.isChecked():
            return ""
        first, second = (line.text() for line in self.secrets)
        return first if first == second and len(first) >= SHORTEST else None

    def _said(self, state: Share) -> str:
        if state.fault:
            why = words.plain(state.fault, 300)
            return f"{self.tr('The file was not written.')} {why}" if state.missed else why
        if state.written:
            size = QLocale().formattedDataSize(state.bytes)
            said = self.tr("%1 is written (%2).").replace("%1", words.plain(state.written))
            return said.replace("%2", size)
        if self._secret() is None:
            said = self.tr("A passphrase has at least %1 characters, and is typed twice.")
            return said.replace("%1", words.number(SHORTEST))
        if self.presenter.order.form == "card" and state.tables and not state.code:
            return self.tr("This card is too large for one code: it is handed on as a file.")
        return ""

    def _ask(self) -> None:
        order, secret = self.presenter.order, self._secret()
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        suffix = f"{order.kind.suffix}{SUFFIX if secret else ''}"
        offered = str(folder / f"labormeter{suffix}")
        filters = ""
        if order.form == "card" and not secret and self.presenter.state.code:
            filters = self.tr("Card (*.json);;Code (*.png);;Code (*.svg)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), offered, filters)
        self.presenter.write(path, secret or "")
        for line in self.secrets:
            line.clear()

    def _lay(self) -> None:
        frame, column = card()
        forms, choices = Flow(), Flow()
        for made in self.forms.values():
            forms.addWidget(made)
        for part in (self.period, self.where, self.grain, self.hashes, self.seal):
            choices.addWidget(part)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(forms)
        column.addWidget(self.about)
        column.addLayout(choices)
        column.addWidget(_row(self.secret_row, *self.secrets))
        column.addWidget(self.card)
        below, rows = card()
        beside = QVBoxLayout(self.code_box)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.code)
        beside.addWidget(self.large)
        beside.addStretch()
        looked = QHBoxLayout()
        looked.setSpacing(2 * SPACE)
        looked.addWidget(self.preview, 1)
        looked.addWidget(self.code_box)
        rows.addLayout(looked)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self.said, 1)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        rows.addWidget(self.busy)
        rows.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(frame)
        outer.addWidget(below, 1)


def _row(holder: QWidget, *parts: QWidget) -> QWidget:
    """Return a holder with parts beside each other."""
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return holder
