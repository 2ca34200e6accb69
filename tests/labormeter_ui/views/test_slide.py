"""A view as it is shown: drawn to the size of its place, in the colours of the theme."""

from pytestqt.qtbot import QtBot

from labormeter.room.slides import Slide
from labormeter_ui import theme
from labormeter_ui.views.slide import SlideView

SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>"


def test_a_slide_is_shown_with_its_words(qtbot: QtBot) -> None:
    view = SlideView(20)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    slide = Slide(name="acts", title="A", sentences=("b", "c"), svg=SVG, said="d")
    view.show_slide(slide)
    view.show_slide(None)
    assert (view.title.text(), view.sentences.text()) == ("A", "b\nc")
    assert view.canvas.accessibleDescription() == "d"
    assert view.canvas.grab().toImage().pixelColor(50, 50).lightness() < 20
    view.show_slide(Slide(name="acts", title="A", sentences=(), svg="", said="too few"))
    assert view.canvas.grab().toImage().pixelColor(50, 50).lightness() > 100


def test_a_picture_is_asked_for_in_the_size_and_colours_of_its_place(qtbot: QtBot) -> None:
    view = SlideView(20)
    qtbot.addWidget(view)
    view.canvas.resize(640, 400)
    look = view.canvas.look()
    assert (look.width, look.height, look.text) == (640, 400, 20)
    theme.choose("dark")
    assert view.canvas.look().ink == theme.DARK.ink
    view.canvas.worn = theme.LIGHT
    assert view.canvas.look().ink == theme.LIGHT.ink
