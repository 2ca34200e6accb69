"""Prints a page of HTML to PDF, as a process of its own: no window, no network.

python -m labormeter_ui.printing PAGE.html STATEMENT.pdf
"""

from __future__ import annotations

import os
import sys
from html import unescape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

RESOLUTION: Final = 300
MARGIN: Final = 18.0
"""Millimetres."""
FOOT: Final = 10.0
"""Millimetres at the bottom of a page that its number stands in."""
ALWAYS: Final = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
LOWEST: Final = 0.9
"""Part of a page below which no heading may stand."""


def pdf(html: str, path: Path, title: str = "") -> None:
    """Write a page of HTML as A4 to a PDF whose text can be selected and searched.

    A QGuiApplication must be there. Raises OSError where the file cannot be written.
    """
    path.touch()
    writer = QPdfWriter(str(path))
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("labormeter")
    edge = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        edge,
        QPageLayout.Unit.Millimeter,
    )
    writer.setPageLayout(layout)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont("serif", 10))
    document.setHtml(html)
    foot = FOOT * RESOLUTION / 25.4
    document.setPageSize(QSizeF(writer.width(), writer.height() - foot))
    keep_together(document)
    _paint(document, writer, title)


def keep_together(document: QTextDocument) -> None:
    """Begin a new page before what would be torn apart: a table of one row, a heading alone."""
    height = document.pageSize().height()
    layout = document.documentLayout()
    for frame in document.rootFrame().childFrames():
        if not isinstance(frame, QTextTable) or frame.rows() > 1:
            continue
        area = layout.frameBoundingRect(frame)
        if int(area.top() // height) != int((area.bottom() - 1) // height):
            if (heading := _heading_of(frame)) is not None:
                _break_before(heading)
                continue
            broken = frame.format().toTableFormat()
            broken.setPageBreakPolicy(ALWAYS)
            frame.setFormat(broken)
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() > 1:
            area = layout.blockBoundingRect(block)
            if area.bottom() % height > LOWEST * height:
                _break_before(block)
        block = block.next()


def _heading_of(frame: QTextTable) -> QTextBlock | None:
    """Return the heading that stands right before a table, or before the paragraph before it."""
    block = frame.firstCursorPosition().block().previous()
    for _ in range(2):
        if block.blockFormat().headingLevel() > 1:
            return block
        block = block.previous()
    return None


def _break_before(block: QTextBlock) -> None:
    apart = block.blockFormat()
    apart.setPageBreakPolicy(ALWAYS)
    QTextCursor(block).setBlockFormat(apart)


def _paint(document: QTextDocument, writer: QPdfWriter, title: str) -> None:
    """Paint page by page, each with the title and its number of all at its foot."""
    size = document.pageSize()
    painter = QPainter(writer)
    foot = QFont(document.defaultFont())
    foot.setPointSizeF(8)
    count = document.pageCount()
    for number in range(count):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * size.height())
        document.drawContents(
            painter, QRectF(0, number * size.height(), size.width(), size.height())
        )
        painter.restore()
        painter.setFont(foot)
        painter.setPen(Qt.GlobalColor.darkGray)
        line = QRectF(0, size.height(), size.width(), writer.height() - size.height())
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(line, bottom | Qt.AlignmentFlag.AlignLeft, title)
        painter.drawText(line, bottom | Qt.AlignmentFlag.AlignRight, f"{number + 1} / {count}")
    painter.end()


def main(arguments: list[str]) -> int:
    """Print the page named first to the file named second."""
    source, target = (Path(argument) for argument in arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(arguments[:1])
    html = source.read_text(encoding="utf-8")
    title = unescape(html.partition("<title>")[2].partition("</title>")[0])
    try:
        pdf(html, target, title)
    except OSError as error:
        sys.stderr.write(f"{target.name} cannot be written ({error.strerror}).\n")
        return 1
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
