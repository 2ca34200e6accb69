"""Palette, type scale and spacing: the one place from which every page takes its looks.

The hues of the series derive from Okabe and Ito's palette (Color Universal Design, 2008), darkened
for paper and lightened for the dark so that each has a contrast of 3 to 1 against its card, and so
that neighbours stay apart for people with protanopia, deuteranopia and tritanopia (tested by
simulation).
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of one appearance, as #rrggbb."""

    name: str
    ground: str
    """Behind everything."""
    card: str
    sunk: str
    """Inside a card: fields, tracks, hovered rows."""
    line: str
    ink: str
    soft: str
    """Secondary text; at least 4.5 to 1 on ground and card."""
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str
    private: str
    series: tuple[str, ...]
    rest: str
    """What is none of the named series."""


LIGHT: Final = Theme(
    name="light",
    ground="#f6f1e9",
    card="#fffdf9",
    sunk="#f1eadf",
    line="#e2d8c9",
    ink="#241f1a",
    soft="#6a6056",
    accent="#a8400f",
    on_accent="#ffffff",
    good="#00735a",
    warn="#8a5a00",
    bad="#b3261e",
    private="#6b4a9c",
    series=("#0069a6", "#d0570a", "#008a68", "#b0598c", "#2f9bd8", "#b88400", "#5b4fa3"),
    rest="#8b8178",
)

DARK: Final = Theme(
    name="dark",
    ground="#171513",
    card="#211e1b",
    sunk="#2b2723",
    line="#3a352f",
    ink="#f4ede2",
    soft="#b0a698",
    accent="#f0935c",
    on_accent="#241406",
    good="#4cc9a0",
    warn="#e8b44c",
    bad="#ff8a7a",
    private="#bda2ee",
    series=("#4a9fe0", "#e8743b", "#1fae86", "#df97c2", "#86cdf5", "#e6b53c", "#8f84dc"),
    rest="#91877b",
)

SERIES: Final = len(LIGHT.series)
"""How many series have a hue of their own."""

SPACE: Final = 8
"""The step of every margin and gap, in pixels of the layout."""
RADIUS: Final = 12

SCALE: Final = {"display": 5.2, "title": 1.7, "heading": 1.12, "body": 1.0, "small": 0.9}
"""Sizes of text as multiples of the desktop's own, so that its scaling is kept."""


_choice: dict[str, Theme] = {}


def choose(name: str) -> None:
    """Wear `light` or `dark` whatever the system says; `system` follows it again."""
    _choice.clear()
    if name in {"light", "dark"}:
        _choice["theme"] = DARK if name == "dark" else LIGHT


def current() -> Theme:
    """Return the theme that was chosen, else the one that the system's colour scheme asks for."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return _choice.get("theme", DARK if dark else LIGHT)


def size(role: str) -> float:
    """Return the size in points of a role of the type scale."""
    points = QGuiApplication.font().pointSizeF()
    return round(max(points, 8.0) * SCALE[role], 1)


def font(role: str, *, bold: bool = False) -> QFont:
    """Return the font of a role, with figures of one width so that a moving number stands still."""
    chosen = QFont(QGuiApplication.font())
    chosen.setPointSizeF(size(role))
    chosen.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen


def palette(theme: Theme) -> QPalette:
    """Return the theme as Qt's palette, for all that the style sheet does not name."""
    chosen = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: theme.ground,
        roles.Base: theme.card,
        roles.AlternateBase: theme.sunk,
        roles.Button: theme.card,
        roles.WindowText: theme.ink,
        roles.Text: theme.ink,
        roles.ButtonText: theme.ink,
        roles.ToolTipBase: theme.ink,
        roles.ToolTipText: theme.ground,
        roles.PlaceholderText: theme.soft,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Link: theme.accent,
        roles.Mid: theme.line,
    }.items():
        chosen.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        chosen.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.soft))
    return chosen


def sheet(theme: Theme) -> str:
    """Return the style sheet of the whole application."""
    sizes = {role: f"{size(role)}pt" for role in SCALE}
    colours = {
        name: getattr(theme, name)
        for name in theme.__dataclass_fields__
        if name not in {"series", "name"}
    }
    folder = Path(str(files("labormeter_ui") / "resources")).as_posix()
    pictures = {name: f"{folder}/{name}-{theme.name}.svg" for name in ("tick", "arrow", "up")}
    return _SHEET.substitute(colours, **sizes, **pictures, radius=f"{RADIUS}px")


_SHEET: Final = Template("""
QWidget { color: $ink; font-size: $body; }
QMainWindow, QWidget#ground { background: $ground; }
QWidget#rail { background: $ground; border-right: 1px solid $line; }
QFrame[card="true"] { background: $card; border: 1px solid $line; border-radius: $radius; }
QLabel, QGraphicsView { background: transparent; }
QLabel[role="display"] { font-size: $display; font-weight: 700; }
QLabel[role="title"] { font-size: $title; font-weight: 700; }
QLabel[role="heading"] { font-size: $heading; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="soft"] { color: $soft; }
QLabel[role="small"] { color: $soft; font-size: $small; }
QLabel[role="tag"] { color: $soft; font-size: $small; background: $sunk; border-radius: 8px;
                     padding: 2px 8px; }
QLabel[role="tip"] { color: $ink; background: $card; border: 1px solid $line; border-radius: 8px;
                     padding: 6px 10px; font-size: $small; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="private"] { color: $private; }
QFrame#bar { background: $card; border: 1px solid $line; border-left: 4px solid $warn;
             border-radius: 8px; }
QFrame#bar[tone="bad"] { border-left-color: $bad; }
QFrame#bar[tone="good"] { border-left-color: $good; }
QFrame#bar[tone="private"] { border-left-color: $private; }
QPushButton { background: $card; border: 1px solid $line; border-radius: 8px; padding: 6px 14px; }
QPushButton:hover { background: $sunk; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $soft; background: $sunk; }
QPushButton[main="true"] { background: $accent; color: $on_accent; border-color: $accent;
                           font-weight: 600; }
QPushButton[main="true"]:focus { border: 2px solid $ink; }
QPushButton[main="true"]:disabled { background: $sunk; color: $soft; border-color: $line; }
QPushButton[flat="true"] { border: 2px solid transparent; background: transparent;
                           padding: 5px 10px; }
QPushButton[flat="true"]:hover { background: $sunk; }
QPushButton[flat="true"]:focus { border: 2px solid $accent; }
QPushButton[page="true"] { text-align: left; border: 2px solid transparent;
                           background: transparent; padding: 9px 12px; color: $soft; }
QPushButton[page="true"]:hover { background: $sunk; }
QPushButton[page="true"]:checked { background: $card; color: $ink; font-weight: 600;
                                   border: 2px solid $line; }
QPushButton[page="true"]:focus { border: 2px solid $accent; }
QPushButton[segment="true"] { padding: 5px 12px; color: $soft; }
QPushButton[segment="true"]:checked { background: $sunk; color: $ink; border-color: $soft; }
QPushButton[segment="true"]:focus { padding: 4px 11px; }
QComboBox { background: $card; border: 1px solid $line; border-radius: 8px; padding: 5px 10px; }
QComboBox:focus { border: 2px solid $accent; padding: 4px 9px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$arrow"); width: 14px; height: 14px; margin-right: 8px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; outline: none;
                              selection-background-color: $sunk; selection-color: $ink; }
QLineEdit, QSpinBox, QDateEdit { background: $card; border: 1px solid $line; border-radius: 8px;
                      padding: 6px 10px; selection-background-color: $accent;
                      selection-color: $on_accent; }
QLineEdit:focus, QSpinBox:focus, QDateEdit:focus { border: 2px solid $accent; padding: 5px 9px; }
QDateEdit::drop-down { border: none; width: 22px; }
QDateEdit::down-arrow { image: url("$arrow"); width: 14px; height: 14px; margin-right: 8px; }
QSpinBox { padding: 6px 28px 6px 10px; }
QSpinBox:focus { padding: 5px 27px 5px 9px; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: 22px; border: none;
                      background: transparent; margin-right: 4px; }
QSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }
QSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }
QSpinBox::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QPlainTextEdit, QPlainTextEdit[role="source"] { background: $sunk; border: 1px solid $line;
                      border-radius: 8px; padding: 8px; font-family: monospace;
                      selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 7px; }
QProgressBar { background: $sunk; border: none; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QLineEdit:disabled, QSpinBox:disabled { color: $soft; background: $sunk; }
QCheckBox { spacing: 8px; padding: 4px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $soft; border-radius: 4px;
                       background: $card; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
                               image: url("$tick"); }
QScrollArea, QScrollArea > QWidget > QWidget#ground { background: $ground; border: none; }
QScrollArea:focus { border: 2px solid $accent; border-radius: 8px; }
QScrollArea#card-area, QWidget#card { background: transparent; border: none; }
QListView { background: transparent; border: 2px solid transparent; border-radius: 8px;
            outline: none; }
QListView:focus { border-color: $accent; }
QTableView { background: $card; border: 1px solid $line; border-radius: $radius; gridline-color:
             transparent; outline: none; selection-background-color: $sunk; selection-color: $ink; }
QTableView:focus { border: 2px solid $accent; }
QTableView::item { padding: 0 10px; border-bottom: 1px solid $sunk; }
QHeaderView { background: transparent; }
QHeaderView::section { background: $card; color: $soft; border: none; border-bottom: 1px solid
                       $line; padding: 8px 13px; font-weight: 600; text-align: left; }
QHeaderView::section:first { border-top-left-radius: $radius; }
QHeaderView::section:last { border-top-right-radius: $radius; }
QTableCornerButton::section { background: $card; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $line; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $rest; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $ink; color: $ground; border: none; padding: 5px 8px; }
QMenu { background: $card; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 18px; border-radius: 6px; }
QMenu::item:selected { background: $sunk; }
QMenu::item:disabled { color: $soft; }
""")
