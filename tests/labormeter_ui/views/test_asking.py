"""How to ask for an archive is said for each platform that is read, in both languages."""

import pytest
from pytestqt.qtbot import QtBot

from labormeter_ui import language, words
from labormeter_ui.views.asking import WAYS, AskingView


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_each_platform_has_three_steps_in_the_language_of_now(qtbot: QtBot, code: str) -> None:
    language.use(code)
    view = AskingView()
    qtbot.addWidget(view)
    seen = set()
    for place in range(view.platform.count()):
        view.platform.setCurrentIndex(place)
        texts = [step.text() for step in view.steps]
        assert all(texts)
        seen.add((view.platform.itemText(place), *texts))
    assert len(seen) == len(WAYS)
    assert ("JSON et non HTML" in " ".join(sum(seen, ()))) is (code == "fr")


def test_the_platform_stays_chosen_when_the_language_changes(qtbot: QtBot) -> None:
    view = AskingView()
    qtbot.addWidget(view)
    view.platform.setCurrentIndex(view.platform.findData("reddit"))
    language.use("fr")
    view.show()
    qtbot.waitUntil(lambda: view.title.text() == "Comment la demander")
    assert view.platform.currentData() == "reddit"
    assert "sur le web" in view.steps[0].text()


def test_every_platform_has_a_name() -> None:
    assert [slug for slug in WAYS if words.platform(slug) == slug] == []
