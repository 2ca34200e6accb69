from pathlib import Path

import pytest

from labormeter.archives.recording import is_recording


@pytest.mark.parametrize(
    ("name", "content", "known"),
    [
        ("a.har", "", True),
        ("a.json", '{"log": {"version": "1.2", "creator": {}, "entries": []}}', True),
        ("user_data.json", '{"Activity": {}}', False),
        ("a.zip", '{"log": {"entries": []}}', False),
    ],
)
def test_a_recording_by_its_name_or_beginning(
    tmp_path: Path, name: str, content: str, *, known: bool
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert is_recording(path) is known


def test_a_folder_is_none(tmp_path: Path) -> None:
    assert not is_recording(tmp_path)
    assert not is_recording(tmp_path / "gone.json")
