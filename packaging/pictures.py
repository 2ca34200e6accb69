"""The program's icon in the sizes that desktops want, drawn from its own."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def icons(sizes: Iterable[int]) -> Iterator[tuple[str, bytes]]:
    """Yield (place below hicolor, content): the drawing itself, and a PNG of each size."""
    drawing = (files("labormeter_ui") / "resources/labormeter.svg").read_bytes()
    yield "scalable/apps/labormeter.svg", drawing
    for size in sizes:
        yield f"{size}x{size}/apps/labormeter.png", png(drawing, size)


def png(drawing: bytes, size: int) -> bytes:
    """Return an SVG as a square PNG on a clear ground."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
