from pathlib import Path

import minisign  # type: ignore[import-untyped,unused-ignore]
import pyrage
import pytest
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.study import giving, sample, signing
from labormeter_ui.desktop import Desktop
from labormeter_ui.leading import Leading

PATIENCE = 20_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    keys = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
    secret = bytes(minisign.KeyPair.generate().secret_key)
    made = tmp_path / "study.labormeter"
    made.write_bytes(signing.write(signing.sign(sample.text(keys).encode(), secret)))
    return made


def test_the_page_its_paper_its_form_and_one_reminder(
    home: Home, path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    giving.opened(home, path.read_bytes(), "2026-01-02T10:00:00+01:00")
    desktop = Desktop(home, meters=False, tray=False)
    window, study = desktop.window, desktop.presenters.study
    printed: list[str] = []
    monkeypatch.setattr(Leading, "print_page", lambda _self, html: printed.append(html))
    desktop.start()
    bar = window.shell.bar
    qtbot.waitUntil(lambda: "have not decided" in bar.frame.accessibleName(), timeout=PATIENCE)
    desktop.partaking._look()
    assert window.study.isVisible()
    study.open_file(str(path))
    qtbot.waitUntil(lambda: study.state.taken is not None, timeout=PATIENCE)
    window.study.read.print_button.click()
    window.study.code.emit()
    qtbot.waitUntil(lambda: desktop.partaking.paper is not None, timeout=PATIENCE)
    paper = desktop.partaking.paper
    assert paper is not None
    paper.print_button.click()
    assert ["Withdrawal code" in one for one in printed] == [False, True]
    paper.accept()
    desktop.leading.write_page(window.study.read.html, tmp_path / "study.pdf")
    qtbot.waitUntil((tmp_path / "study.pdf").exists, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "study.pdf" in bar.frame.accessibleName(), timeout=PATIENCE)
    assert (tmp_path / "study.pdf").read_bytes().startswith(b"%PDF")
    window.study.begin.form.emit()
    assert window.study_form.isVisible()
    window.study_form.acts["close"].click()
    assert window.study.isVisible()
    window.close()
    desktop.close()
