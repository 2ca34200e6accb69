import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from pytestqt.qtbot import QtBot

from labormeter_ui import theme
from labormeter_ui.views.drop import Drop, DropView


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


class Takes(DropView):
    def __init__(self) -> None:
        super().__init__()
        self.drop, self.taken = Drop(), list[list[str]]()

    def takes(self, paths: list[str]) -> bool:
        return len(paths) == 1

    def dropped(self, paths: list[str]) -> None:
        self.taken.append(paths)


@pytest.mark.parametrize(
    ("urls", "taken"),
    [
        (["file:///a/card.json"], [["/a/card.json"]]),
        (["file:///a/card.json", "https://example.org/b"], [["/a/card.json"]]),
        (["https://example.org/b"], []),
        (["file:///a", "file:///b"], []),
        ([], []),
    ],
)
def test_a_view_takes_files_of_this_computer_that_it_says_it_takes(
    qtbot: QtBot, urls: list[str], taken: list[list[str]]
) -> None:
    view, held = Takes(), QMimeData()
    qtbot.addWidget(view)
    held.setUrls([QUrl(one) for one in urls])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(1, 1), action, held, button, none)
    enter.ignore()
    view.dragEnterEvent(enter)
    assert (enter.isAccepted(), view.drop.under) == (bool(taken), bool(taken))
    view.dragLeaveEvent(QDragLeaveEvent())
    assert not view.drop.under
    view.dropEvent(QDropEvent(QPointF(1, 1), action, held, button, none))
    assert view.taken == taken
