from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from pytestqt.qtbot import QtBot

from labormeter.study import keys, reader, sample
from labormeter_ui.authoring import Authoring
from labormeter_ui.presenters.study_form import StudyFormPresenter

PATIENCE = 20_000


@pytest.fixture
def work() -> Iterator[StudyFormPresenter]:
    presenter = StudyFormPresenter()
    kept = Authoring(presenter)
    yield presenter
    kept.close()


def idle(presenter: StudyFormPresenter, bot: QtBot) -> None:
    bot.waitUntil(lambda: not presenter.state.running, timeout=PATIENCE)


def test_from_keys_to_a_signed_file(work: StudyFormPresenter, tmp_path: Path, qtbot: QtBot) -> None:
    stranger = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
    (tmp_path / "study.toml").write_text(sample.text(stranger))
    work.open(str(tmp_path / "study.toml"))
    idle(work, qtbot)
    work.make_keys(str(tmp_path / "keys"))
    idle(work, qtbot)
    work.save(str(tmp_path / "mine.toml"))
    idle(work, qtbot)
    work.sign(str(tmp_path / "keys/sign.key"), "", str(tmp_path / "mine.labormeter"))
    idle(work, qtbot)
    signed, study = reader.opened((tmp_path / "mine.labormeter").read_bytes())
    assert signed.fingerprint == work.state.words
    assert signed.text == (tmp_path / "mine.toml").read_bytes()
    written = (tmp_path / "keys/reader-1.key").read_text().strip()
    assert str(pyrage.x25519.Identity.from_str(written).to_public()) == study.recipients[0].key


def test_what_cannot_be_done_is_said(
    work: StudyFormPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    work.save(str(tmp_path / "nowhere/study.toml"))
    idle(work, qtbot)
    assert work.state.fault is not None
    keys.make(tmp_path / "keys")
    work.make_keys(str(tmp_path / "keys"))
    idle(work, qtbot)
    assert work.state.fault is not None
    assert "there already" in work.state.fault.message
