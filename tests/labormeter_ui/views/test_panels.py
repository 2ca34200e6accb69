from pytestqt.qtbot import QtBot

from labormeter.browser.find import Browser
from labormeter_ui.presenters.settings import Chosen, SettingsPresenter
from labormeter_ui.presenters.setup import Certificate, SetupPresenter
from labormeter_ui.views.panels import BrowserView, CertificateView

FIREFOX = Browser(name="firefox", title="Firefox", family="firefox", command=("firefox",))


def test_browsers_are_named_or_their_want_says_what_to_do(qtbot: QtBot) -> None:
    presenter = SettingsPresenter()
    view = BrowserView(presenter)
    qtbot.addWidget(view)
    assert "Install Firefox" in view.found.text()
    presenter.take(Chosen(browsers=(FIREFOX,)))
    assert view.found.text() == "Found on this computer: Firefox."


def test_the_certificate_is_told_in_plain_words(qtbot: QtBot) -> None:
    presenter = SetupPresenter()
    view = CertificateView(presenter)
    qtbot.addWidget(view)
    assert "none yet" in view.state.text()
    said = " ".join(text.text() for pair in view.texts for text in pair)
    assert "only this computer" in said
    assert "None of it is kept" in said
    presenter.take(Certificate(made=True, hosts=2, until=1_800_000_000_000_000, fingerprint="ab12"))
    assert "vouches for 2 hosts until 1/15/27" in view.state.text()
    assert "ab12" in view.state.text()
