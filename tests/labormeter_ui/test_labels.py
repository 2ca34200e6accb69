import pytest

from labormeter.platforms import Standing
from labormeter.rules import load
from labormeter.settings import SETTINGS, Setting
from labormeter_ui import labels, language
from labormeter_ui.views.settings import AGREED

SHOWN = [setting for setting in SETTINGS if setting.name not in AGREED]


def standing(platform: str, question: str) -> Standing:
    return Standing(
        platform=platform,
        title=platform,
        kind="commercial",
        state="asks",
        hosts=(),
        waiting=("a.example",),
        question=question,
    )


@pytest.mark.parametrize("setting", SHOWN, ids=lambda setting: setting.name)
def test_every_declared_setting_has_words_in_french(setting: Setting) -> None:
    english = labels.name(setting), labels.explained(setting)
    language.use("fr")
    assert labels.name(setting) != english[0]
    assert labels.explained(setting) != english[1]


def test_a_setting_that_is_declared_tomorrow_says_what_it_declares() -> None:
    made = Setting("weather", "fair", "What the weather is.")
    assert (labels.name(made), labels.explained(made)) == ("weather", "What the weather is.")


def test_choices_are_words() -> None:
    assert labels.choice("lens", "worker") == "what workers got"
    assert labels.choice("language", "fr") == "Fran\u00e7ais"
    assert labels.choice("language", "system") == "Language of the system"
    assert labels.choice("country", "FR") == "FR \u00b7 France"
    assert labels.choice("browser", "") == "The first one found"
    assert labels.choice("currency", "EUR") == "EUR"


def test_the_shipped_questions_are_translated_in_full() -> None:
    asking = [pack for pack in load.shipped().platforms if pack.ask]
    assert asking
    for pack in asking:
        asked = standing(pack.platform, pack.ask)
        assert labels.question(asked) == pack.ask
        language.use("fr")
        assert labels.question(asked) != pack.ask
        language.use("en")


def test_a_strange_question_is_plain_and_has_an_end() -> None:
    shown = labels.question(standing("own", "Be\u202eware\n" + "a" * 5000))
    assert shown.startswith("Beware aaa")
    assert len(shown) == labels.QUESTION
