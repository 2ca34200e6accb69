"""What the meter saw of what archives tell of: a bar a week, and the share of all with its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from labormeter_ui import theme, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.legend import Legend
from labormeter_ui.views.text import Spoken, hint, label

if TYPE_CHECKING:
    from labormeter.valuation.seen import Share
    from labormeter_ui.presenters.history import Past

HIGH: Final = 120
ROOM: Final = 34
"""Pixels that a bar may be wide at most, with its gap."""
GAP: Final = 3
SHOWN: Final = 6
"""Platforms and activities that are named, those told of most first."""


class ComparedView(Spoken):
    """Shows the coverage of a Past, in a figure, a chart and sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.past: Past | None = None
        self.title, self.figure = label("heading", wrap=True), label("title")
        self.sentence, self.note = label("soft", wrap=True), label("small", wrap=True)
        self.plot, self.legend = WeeksPlot(), Legend()
        self.rows = label("small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (self.title, self.figure, self.sentence, self.plot):
            column.addWidget(part)
        column.addLayout(self.legend)
        column.addWidget(self.rows)
        column.addWidget(self.note)
        self.say()

    def show_past(self, past: Past) -> None:
        """Show it."""
        self.past = past
        self.say()

    def say(self) -> None:
        """Say it."""
        self.title.setText(self.tr("What the meter saw"))
        whole = self.past.whole if self.past else None
        share = whole.share if whole else None
        for part in (self.figure, self.plot, self.rows):
            part.setVisible(share is not None)
        self.sentence.setText(self._sentence(whole))
        self.note.setText(self._note())
        self.note.setVisible(bool(self.note.text()))
        if self.past is None or whole is None or share is None:
            self.legend.show_entries((), theme.current())
            return
        low, high = whole.interval
        figure = self.tr("%1 % (%2 to %3 %)")
        for place, value in enumerate((share, low, high), 1):
            figure = figure.replace(f"%{place}", words.number(round(100 * value)), 1)
        self.figure.setText(figure)
        self.rows.setText("\n".join(self._row(one) for one in self._most()))
        worn = theme.current()
        both, alone = QBrush(QColor(worn.accent)), QBrush(QColor(worn.rest))
        entries = ((both, self.tr("seen by both")), (alone, self.tr("told of by an archive alone")))
        self.legend.show_entries(entries, worn)
        self.plot.show_weeks(self.past.weeks)
        self.plot.setAccessibleName(self.tr("What the meter saw, week by week"))
        self.plot.setAccessibleDescription(f"{self.figure.text()} {self.sentence.text()}")

    def dress(self) -> None:
        """Draw in the theme's colours."""
        self.say()

    def _most(self) -> list[Share]:
        shares = [one for one in self.past.shares if one.share is not None] if self.past else []
        return sorted(shares, key=lambda one: -one.told)[:SHOWN]

    def _row(self, one: Share) -> str:
        platform, activity = one.key
        low, high = (words.number(round(100 * value)) for value in one.interval)
        said = self.tr("%1, %2: %3 % (%4 to %5 %)")
        parts = (words.platform(platform), words.activity(activity),
                 words.number(round(100 * (one.share or 0))), low, high)  # fmt: skip
        for place, text in enumerate(parts, 1):
            said = said.replace(f"%{place}", text, 1)
        return said

    def _sentence(self, whole: Share | None) -> str:
        if whole is None:
            return self.tr(
                "Nothing can be compared yet: no week was both metered and told of by an archive that"
                " was imported."
            )
        if whole.share is None:
            return self.tr("Too few acts can be compared yet to say a share.")
        said = self.tr(
            "of what archives tell of in weeks that were metered, the meter saw as well."
        )
        if whole.estimate is not None:
            least, central, most = (words.number(one) for one in whole.estimate)
            more = self.tr("At least %1 acts in these weeks, probably %2 (%3 to %4).")
            for place, text in enumerate((words.number(whole.known), central, least, most), 1):
                more = more.replace(f"%{place}", text, 1)
            said = f"{said} {more}"
        return said

    def _note(self) -> str:
        if self.past is None:
            return ""
        near = self.past.whole.near if self.past.whole else 0
        said = []
        if near:
            said.append(
                self.tr(
                    "%Ln of these were matched by their time alone, within two minutes.", "", near
                )
            )
        for cell in self.past.undated:
            text = self.tr("Without a date, and in no total: %1 (%2, %3).")
            parts = (
                words.number(cell.acts),
                words.platform(cell.platform),
                words.activity(cell.activity),
            )
            for place, part in enumerate(parts, 1):
                text = text.replace(f"%{place}", part, 1)
            said.append(text)
        if self.past.returned:
            kinds = ", ".join(
                f"{words.disclosure(kind)} {words.number(count)}"
                for kind, count in self.past.returned[:SHOWN]
            )
            text = self.tr(
                "Still in files as the platforms returned them (not counted as sent): %1."
            )
            said.append(text.replace("%1", kinds))
        return "\n".join(said)


class WeeksPlot(QWidget):
    """A bar a week: what both saw, and above it what an archive alone tells of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weeks: tuple[Share, ...] = ()
        self.setFixedHeight(HIGH)
        self.setMouseTracking(True)

    def show_weeks(self, weeks: tuple[Share, ...]) -> None:
        """Show these, as many of the last ones as there is room for."""
        self.weeks = weeks
        self.update()

    def seen(self) -> tuple[Share, ...]:
        """Return the weeks that there is room for."""
        return self.weeks[-max(1, self.width() // (2 * GAP + 2)) :]

    def bar(self, place: int) -> QRectF:
        """Return where the bar of a week stands."""
        shown = self.seen()
        step = min(ROOM, self.width() / max(1, len(shown)))
        most = max((one.told for one in shown), default=1) or 1
        high = (HIGH - 2) * shown[place].told / most
        return QRectF(place * step, HIGH - high, max(1.0, step - GAP), high)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the week under the pointer."""
        shown = self.seen()
        step = min(ROOM, self.width() / max(1, len(shown)))
        place = int(event.position().x() / step)
        hint(
            self,
            f"{shown[place].key[0]}: {shown[place].both}/{shown[place].told}"
            if place < len(shown)
            else "",
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        painter, worn = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, one in enumerate(self.seen()):
            whole = self.bar(place)
            painter.setBrush(QColor(worn.rest))
            painter.drawRect(whole)
            share = whole.height() * one.both / max(1, one.told)
            painter.setBrush(QColor(worn.accent))
            painter.drawRect(QRectF(whole.left(), whole.bottom() - share, whole.width(), share))
        painter.setPen(QPen(QColor(worn.line), 1))
        painter.drawLine(0, HIGH - 1, self.width(), HIGH - 1)
        painter.end()
