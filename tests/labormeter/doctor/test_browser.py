from __future__ import annotations

from labormeter.browser.find import Browser
from labormeter.doctor.browser import judge

FOX = Browser(name="firefox", title="Firefox", family="firefox", command=("firefox",))
SNAP = Browser(name="chromium", title="Chromium", family="chromium", command=("c",), package="snap")


def test_none_is_bad_and_says_which_to_install() -> None:
    found = judge((), "")
    assert found.state == "bad"
    assert "Firefox" in found.remedy


def test_the_chosen_one_must_be_there() -> None:
    found = judge((FOX,), "brave")
    assert found.state == "bad"
    assert "firefox" in found.remedy
    assert judge((FOX,), "firefox").state == "good"


def test_all_that_were_found_are_named() -> None:
    assert judge((FOX, SNAP), "").sentence == "Can be metered: Firefox, Chromium (snap)."
