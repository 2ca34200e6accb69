"""Between the page of settings and the files: asked on the window's thread, done on the desk's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.errors import KnownError
from labormeter_ui.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home
    from labormeter.settings import Value
    from labormeter_ui.presenters.settings import Chosen, SettingsPresenter
    from labormeter_ui.work import Desk


class Choosing(QObject):
    """Keeps a SettingsPresenter true.

    Signals:
        refused: what was asked for cannot be; carries the KnownError.
        language: another language was chosen.
    """

    refused = Signal(object)
    language = Signal(str)

    def __init__(
        self, home: Home, desk: Desk, presenter: SettingsPresenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._choices, self._desk, self._presenter = Choices(home), desk, presenter
        choices = self._choices
        presenter.needed.connect(self.read)
        presenter.wanted.connect(self._change)
        presenter.switched.connect(lambda name, on: self._do(lambda: choices.switch(name, on)))
        presenter.login_wanted.connect(lambda on: self._do(lambda: choices.start_at_login(on)))
        presenter.host_wanted.connect(
            lambda name, host: self._do(lambda: choices.add_host(name, host))
        )
        presenter.host_unwanted.connect(
            lambda name, host: self._do(lambda: choices.drop_host(name, host))
        )

    def read(self) -> None:
        """Read how everything stands."""
        self._do(self._choices.read)

    def _change(self, name: str, value: Value) -> None:
        self._do(lambda: self._choices.change(name, value))
        if name == "language" and isinstance(value, str):
            self.language.emit(value)

    def _do(self, job: Callable[[], Chosen]) -> None:
        self._desk.give(lambda: _tried(job), self._done)

    def _done(self, found: Chosen | KnownError) -> None:
        if isinstance(found, KnownError):
            self.refused.emit(found)
            self._presenter.refuse()
        else:
            self._presenter.take(found)


def _tried(job: Callable[[], Chosen]) -> Chosen | KnownError:
    try:
        return job()
    except KnownError as error:
        return error
