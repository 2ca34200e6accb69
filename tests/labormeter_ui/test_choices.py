from pathlib import Path

import pytest

from labormeter import settings
from labormeter.autostart import Session
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter_ui.choices import Choices, countries, currencies
from labormeter_ui.presenters.settings import Chosen


def state(chosen: Chosen, platform: str) -> str:
    return next(one.state for one in chosen.standings if one.platform == platform)


def test_everything_that_can_be_chosen_is_read_and_practice_is_not_among_it(home: Home) -> None:
    found = Choices(home).read()
    assert set(found.values) == set(settings.BY_NAME)
    assert state(found, "x") == "on"
    assert "practice" not in {one.platform for one in found.standings}
    assert found.metered == sum(one.state == "on" for one in found.standings)
    assert not found.moved


def test_a_change_is_kept(home: Home) -> None:
    assert Choices(home).change("alone", value=True).values["alone"] is True
    assert settings.read(home.settings)["alone"] is True


def test_what_is_no_choice_is_refused_and_changes_nothing(home: Home) -> None:
    with pytest.raises(KnownError, match="lens"):
        Choices(home).change("lens", "nobody")
    assert Choices(home).read().values["lens"] == "worker"


def test_switching_tells_that_the_hosts_are_others(home: Home) -> None:
    choices = Choices(home)
    off = choices.switch("x", on=False)
    on = choices.switch("x", on=True)
    again = choices.switch("x", on=True)
    assert (state(off, "x"), state(on, "x")) == ("off", "on")
    assert (off.moved, on.moved, again.moved) == (True, True, False)


def test_a_yes_switches_on_what_asks(home: Home) -> None:
    choices = Choices(home)
    asks = next(one for one in choices.read().standings if one.state == "asks")
    assert state(choices.switch(asks.platform, on=True), asks.platform) == "on"
    assert choices.read().values["agreed"]


def test_a_host_comes_and_goes(home: Home) -> None:
    choices = Choices(home)
    added = choices.add_host("x", "Api2.X.com")
    assert added.added == (("x", "api2.x.com"),)
    assert added.moved
    dropped = choices.drop_host("x", "api2.x.com")
    assert dropped.added == ()
    assert dropped.moved


def test_a_denied_host_is_never_opened(home: Home) -> None:
    with pytest.raises(KnownError, match="never opened"):
        Choices(home).add_host("x", "accounts.google.com")
    assert Choices(home).read().added == ()


def test_a_start_at_login_comes_and_goes(home: Home, tmp_path: Path) -> None:
    choices = Choices(home, Session(system="linux", person=tmp_path, environment={}))
    assert not choices.read().at_login
    assert choices.start_at_login(on=True).at_login
    assert not choices.start_at_login(on=False).at_login


def test_the_book_says_what_there_is_to_choose_from() -> None:
    assert {"EUR", "USD"} <= set(currencies())
    assert "FR" in countries()
