"""Prints a page of HTML to PDF, as a process of its own: no window, no network.

python -m labormeter_ui.printing PAGE.html STATEMENT.pdf
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

RESOLUTION: Final = 300
MARGIN: Final = 18.0
"""Millimetres."""


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
    document.setHtml(html)
    document.print_(writer)


def main(arguments: list[str]) -> int:
    """Print the page named first to the file named second."""
    source, target = (Path(argument) for argument in arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(arguments[:1])
    html = source.read_text(encoding="utf-8")
    title = html.partition("<title>")[2].partition("</title>")[0]
    try:
        pdf(html, target, title)
    except OSError as error:
        sys.stderr.write(f"{target.name} cannot be written ({error.strerror}).\n")
        return 1
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
