import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.archives import table
from labormeter.archives.found import UnreadableError


def records(content: bytes, *needed: str) -> list[table.Row]:
    return list(table.records(io.BytesIO(content), *needed))


def test_marks_cells_of_several_lines_and_quotes() -> None:
    content = '\ufeffID,Some Date\r\n1,"a\r\nb ""c"""\r\n\r\n2,é\n'
    assert records(content.encode(), "id") == [
        {"id": "1", "some_date": 'a\r\nb "c"'},
        {"id": "2", "some_date": "é"},
    ]


def test_notes_above_a_header_are_passed_over() -> None:
    assert records(b"Notes:\nbla, bla\n\nDate,Link\n1,2\n", "date") == [{"date": "1", "link": "2"}]


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"x\n" * 100])
def test_no_header_is_said(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="columns"):
        records(content, "date")


def test_html_and_lines_without_end() -> None:
    with pytest.raises(UnreadableError, match="HTML"):
        records(b" <html>", "a")
    with pytest.raises(UnreadableError, match="too long"):
        records(b"x" * (table.LINE + table.BLOCK + 1), "a")
    with pytest.raises(UnreadableError, match="is broken"):
        records(b'a\n"' + b"x\n" * (table.FIELD // 2 + 10), "a")


def test_utf_16_and_wrong_bytes() -> None:
    assert records("a\né\n".encode("utf-16"), "a") == [{"a": "é"}]
    assert records(b"a\n\xff\xfe!\n", "a") == [{"a": "\ufffd\ufffd!"}]


@given(st.binary(max_size=300))
def test_whatever_is_read_ends_in_a_sentence(content: bytes) -> None:
    with suppress(UnreadableError):
        list(table.rows(io.BytesIO(content)))
