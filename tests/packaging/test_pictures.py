import pictures
from PySide6.QtGui import QImage


def test_the_icon_comes_in_each_size_and_is_no_empty_square() -> None:
    made = dict(pictures.icons((48, 256)))
    assert set(made) == {
        "scalable/apps/labormeter.svg",
        "48x48/apps/labormeter.png",
        "256x256/apps/labormeter.png",
    }
    assert made["scalable/apps/labormeter.svg"].startswith(b"<svg")
    for size in (48, 256):
        drawn = QImage.fromData(made[f"{size}x{size}/apps/labormeter.png"])
        assert (drawn.width(), drawn.height()) == (size, size)
        assert drawn.pixelColor(0, 0).alpha() == 0
        assert drawn.pixelColor(size // 2, size // 8).name() == "#a8400f"
