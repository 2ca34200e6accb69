from pytestqt.qtbot import QtBot

from labormeter_ui import theme
from labormeter_ui.views.drop import Drop


def edge(view: Drop) -> set[str]:
    image = view.grab().toImage()
    return {image.pixelColor(x, 1).name() for x in range(20, view.width() - 20)}


def test_it_lights_up_under_a_file(qtbot: QtBot) -> None:
    view = Drop()
    qtbot.addWidget(view)
    view.resize(300, 220)
    plain = edge(view)
    view.lit(on=True)
    assert theme.current().accent in edge(view)
    assert theme.current().accent not in plain
    view.lit(on=False)
    assert edge(view) == plain
