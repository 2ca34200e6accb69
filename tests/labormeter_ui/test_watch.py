from labormeter import settings
from labormeter.home import Home
from labormeter_ui.watch import Watch


def test_shipped_platforms_are_watched_and_practice_is_neither(home: Home) -> None:
    on, off = Watch(home).platforms()
    assert "x" in on
    assert "practice" not in (*on, *off)
    assert not set(on) & set(off)


def test_switching_off_is_seen_at_once(home: Home) -> None:
    watch = Watch(home)
    before, version = watch.platforms(), watch.version()
    settings.change(home.settings, "off", ["x"])
    assert watch.version() != version
    on, off = watch.platforms()
    assert "x" in before[0]
    assert ("x" in on, "x" in off) == (False, True)


def test_a_spoilt_settings_file_stops_nothing(home: Home) -> None:
    home.settings.write_text("off = 7\n", encoding="utf-8")
    assert "x" in Watch(home).platforms()[0]
