"""What the library says, in the person's language: its sentences are declared there alone.

`python -m labormeter_ui.translations update` takes them up from its source, so that none is written
twice. A sentence that no translation has, of a pack or of the system, is shown as it is.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale

from labormeter.sentence import Sentence, parts
from labormeter_ui import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from labormeter.errors import KnownError

CONTEXT: Final = "Library"
LONGEST: Final = 300
"""Characters of a sentence that are shown."""
VALUE: Final = 160
_ENDS: Final = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
SAYING: Final = {
    "said": slice(1),
    "_field": slice(2, 3),
    "KnownError": slice(2),
    "Finding": slice(2, 4),
    "UnreadableError": slice(1),
}
"""Callables of the library that take sentences, and which of their arguments these are."""


def told(text: str, longest: int = LONGEST) -> str:
    """Return a sentence of the library in the person's language."""
    template, values = parts(text)
    sentence = QCoreApplication.translate(CONTEXT, template) if template else ""
    sentence = words.plain(sentence, longest)
    for name, value in values.items():
        sentence = sentence.replace(f"{{{name}}}", _shown(name, value))
    return sentence


def fault(error: KnownError) -> str:
    """Return what an error says and what to do about it."""
    return " ".join(filter(None, (told(error.message), told(error.hint))))


def heard(line: str) -> str:
    """Return what a process of ours said in its last line, in the person's language.

    The command line speaks English: sentences of it that are known are said in the window's own,
    others as they came.
    """
    left, found = _ENDS.split(words.plain(line, LONGEST)), []
    while left:
        for many in range(len(left), 0, -1):
            sentence = " ".join(left[:many])
            spoken = QCoreApplication.translate(CONTEXT, sentence)
            if spoken != sentence or many == 1:
                found.append(spoken)
                del left[:many]
                break
    return " ".join(found)


def _shown(name: str, value: object) -> str:
    match value:
        case Sentence():
            return told(value)
        case int():
            return words.number(value)
        case float():
            return QLocale().toString(value, "f", 1)
        case str() if name == "reason":
            return words.reason(value)
    return words.plain(str(value), VALUE)


def declared(source: Path) -> Iterator[str]:
    """Yield every sentence that the modules below a folder declare."""
    for path in sorted(source.rglob("*.py")) if source.is_dir() else [source]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from _sentences(node)


def _sentences(call: ast.Call) -> Iterator[str]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    for given in call.args[SAYING[name]] if name in SAYING else ():
        if isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value:
            yield given.value
