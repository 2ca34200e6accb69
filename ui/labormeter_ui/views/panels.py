"""What set-up says about this computer: the browsers found here, and the certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from labormeter.settings import BY_NAME
from labormeter_ui import words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.control import Control
from labormeter_ui.views.text import Spoken, label

if TYPE_CHECKING:
    from labormeter_ui.presenters.settings import SettingsPresenter
    from labormeter_ui.presenters.setup import SetupPresenter


class BrowserView(Spoken):
    """The browsers that were found, which one is metered, and who uses it."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.found, self.profile = label(wrap=True), label("soft", wrap=True)
        self.question = label("soft", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.found)
        column.addWidget(self.profile)
        column.addSpacing(SPACE)
        for name in ("browser", "alone"):
            column.addWidget(Control(BY_NAME[name], presenter))
        column.addWidget(self.question)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say what was found."""
        titles = [words.plain(one.title) for one in self.presenter.state.browsers]
        found = self.tr("Found on this computer: %1.").replace("%1", ", ".join(titles))
        none = self.tr(
            "No browser was found that can be metered. Install Firefox or Chromium, then open this"
            " page again."
        )
        self.found.setText(found if titles else none)
        self.profile.setText(
            self.tr(
                "The metered browser has a profile of its own, apart from the one you use. That profile"
                " holds what any browser keeps: history, cookies, sign-ins. It lies outside the"
                " ledger's folder, and no export takes it along."
            )
        )
        self.question.setText(
            self.tr(
                "While you do not say so, totals are of what was done in this browser, not surely by you."
            )
        )


class CertificateView(Spoken):
    """The certificate in plain words: what it is for, who can use it, what passes and is not kept."""

    def __init__(self, presenter: SetupPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.texts = [(label("strong", wrap=True), label("soft", wrap=True)) for _ in range(4)]
        self.state = label("small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        for title, text in self.texts:
            column.addWidget(title)
            column.addWidget(text)
            column.addSpacing(SPACE)
        column.addWidget(self.state)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say it."""
        said = (
            (
                self.tr("Why there is one"),
                self.tr(
                    "What your browser sends to a platform is encrypted. To see that a like was"
                    " accepted, this program stands in between, and the metered browser has to trust"
                    " it for that. It trusts it by this certificate."
                ),
            ),
            (
                self.tr("Who can use its key: only this computer"),
                self.tr(
                    "The key was made here, never leaves, and lies in a file that only you may read."
                    " Only the metered browser's own profile trusts it, not your system and not your"
                    " usual browser. It is made out to the metered platforms and to nothing else;"
                    " Firefox, and Chromium on Linux, refuse it for any other site. A Chromium on"
                    " Windows or macOS, or from a snap or flatpak, checks no such limit: it gets a key"
                    " of its own that lies on no disk and ends with the meter. Prefer Firefox there."
                ),
            ),
            (
                self.tr("What passes through this program's memory"),
                self.tr(
                    "All that the metered browser exchanges with the platforms you switched on,"
                    " sign-ins and messages included, passes through. None of it is kept. Only requests"
                    " that a rule knows are looked into; sign-in, payment and private messages stream"
                    " past unread, whatever a rule says."
                ),
            ),
            (
                self.tr("What is kept"),
                self.tr(
                    "What kind of act it was, on which platform, and when. Not what you said, to whom,"
                    " or where."
                ),
            ),
        )
        for (title, text), (heading, sentence) in zip(self.texts, said, strict=True):
            title.setText(heading)
            text.setText(sentence)
        self.state.setText(self._state())

    def _state(self) -> str:
        found = self.presenter.state.certificate
        if not found.made:
            return self.tr("There is none yet. It is made when the metered browser first opens.")
        day = words.moment(found.until, 0).date().toString("yyyy-MM-dd")
        sentence = self.tr("The certificate of now vouches for %Ln host(s)", "", found.hosts)
        until = self.tr("until %1. Its fingerprint begins with %2.")
        until = until.replace("%1", words.date(day, short=True))
        return f"{sentence} {until.replace('%2', words.plain(found.fingerprint)[:16])}"
