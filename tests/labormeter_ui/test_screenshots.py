import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage


def test_the_pictures_of_the_readme_are_made(tmp_path: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "labormeter_ui.screenshots", str(tmp_path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(tmp_path / "c")},
        check=False,
        timeout=60,
    )
    assert made.returncode == 0
    light, dark = (QImage(str(tmp_path / f"window-{name}.png")) for name in ("light", "dark"))
    assert light.width() == dark.width() > 1000
    assert light.pixelColor(3, 3).lightness() > 200
    assert dark.pixelColor(3, 3).lightness() < 60
    for name in ("light", "dark"):
        assert (tmp_path / f"window-{name}.png").stat().st_size < 200_000
