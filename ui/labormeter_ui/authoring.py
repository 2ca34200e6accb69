"""Writing a study, done: files, keys and the signature, on a desk of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from labormeter.errors import KnownError
from labormeter.sentence import said
from labormeter.study import giving, keys, reader, signing
from labormeter_ui.work import Desk

if TYPE_CHECKING:
    from labormeter_ui.presenters.study_form import StudyFormPresenter


class Authoring(QObject):
    """Does what a StudyFormPresenter asks for.

    Signals:
        failed: something went wrong that is a fault of ours; carries the exception.
    """

    failed = Signal(object)

    def __init__(self, presenter: StudyFormPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.desk = Desk(self)
        self.desk.failed.connect(self._failed)
        presenter.save_wanted.connect(self._save)
        presenter.open_wanted.connect(self._open)
        presenter.keys_wanted.connect(self._keys)
        presenter.sign_wanted.connect(self._sign)

    def close(self) -> None:
        """Wait for what is in hand."""
        self.desk.close()

    def _save(self, path: str, text: str) -> None:
        self.desk.give(
            lambda: _written(Path(path), text.encode()),
            lambda _: self._presenter.take_done("saved", path=path),
        )

    def _open(self, path: str) -> None:
        self.desk.give(
            lambda: giving.read(Path(path)), lambda text: self._presenter.take_text(path, text)
        )

    def _keys(self, folder: str) -> None:
        self.desk.give(lambda: keys.make(Path(folder)), self._presenter.take_keys)

    def _sign(self, text: str, key: str, passphrase: str, target: str) -> None:
        def signed() -> str:
            reader.read(text.encode())
            made = signing.sign(text.encode(), giving.read(Path(key)), passphrase)
            _written(Path(target), signing.write(made))
            return made.fingerprint

        self.desk.give(signed, lambda words: self._presenter.take_done("signed", words))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            self.failed.emit(error)
            error = KnownError("This could not be done.")
        self._presenter.failed(error)


def _written(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise KnownError(
            said(
                "{name} cannot be written ({reason}).", name=path.name, reason=error.strerror or ""
            ),
            "Choose another folder.",
        ) from error
