from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from labormeter_ui import language


def test_a_choice_is_kept_and_anything_else_follows_the_system() -> None:
    assert language.language("fr") == "fr"
    assert language.language("system") in language.LANGUAGES
    assert language.language("tlh") in language.LANGUAGES


def test_switching_there_and_back_needs_no_restart() -> None:
    said = []
    for code in ("en", "fr", "en"):
        assert language.use(code) == code
        said.append(QCoreApplication.translate("Words", "Likes"))
        assert QLocale.languageToCode(QLocale().language()) == code
    assert said == ["Likes", "J\u2019aime", "Likes"]


def test_what_was_not_built_is_compiled_once_into_the_cache() -> None:
    found = language.compiled("fr")
    before = found.stat().st_mtime_ns
    assert found.stat().st_size > 1000
    assert language.compiled("fr") == found
    assert found.stat().st_mtime_ns == before


def test_without_qts_compiler_the_window_still_speaks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(language, "linguist", lambda _name: None)
    target = tmp_path / "labormeter_fr.qm"
    language.release(tmp_path / "labormeter_fr.ts", target)
    assert not target.exists()


def test_qts_tools_are_found() -> None:
    for tool in ("lrelease", "lupdate"):
        assert language.linguist(tool) is not None
    assert language.linguist("no-such-tool") is None
