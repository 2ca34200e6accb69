from labormeter.model import ACTIVITIES
from labormeter_ui import icons
from labormeter_ui.views.health import ICONS
from labormeter_ui.views.shell import PAGES
from labormeter_ui.views.shift import LOOKS, VERBS


def test_every_name_has_a_drawing_of_its_own(qapp: object) -> None:
    names = {*ACTIVITIES, *PAGES, *VERBS, *(name for name, _ in (*ICONS.values(), *LOOKS.values()))}
    plain = icons.pixmap("no-such-name", "#000000", 24).toImage()
    for name in names | {"close", "practice", "browse", "labormeter"}:
        drawn = icons.pixmap(name, "#000000", 24).toImage()
        assert drawn != plain, name
    assert qapp is not None


def test_the_theme_gives_the_colour(qapp: object) -> None:
    red = icons.pixmap("stop", "#ff0000", 24).toImage().pixelColor(12, 12)
    assert (red.red(), red.green(), red.blue()) == (255, 0, 0)
    assert not icons.application().isNull()
    assert qapp is not None


def test_a_sharp_screen_gets_more_pixels(qapp: object) -> None:
    drawn = icons.pixmap("like", "#000000", 20, 2.0)
    assert drawn.width() == 40
    assert drawn.deviceIndependentSize().width() == 20
    assert qapp is not None
