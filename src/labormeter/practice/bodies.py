"""Reads the bodies that a browser sends: JSON, forms, and forms with files."""

from __future__ import annotations

import json
import re
from email.message import Message
from typing import Any
from urllib.parse import parse_qs


def fields(content: bytes, kind: str) -> dict[str, Any]:
    """Return the fields of a JSON object or a form; nothing where it is neither."""
    if kind.startswith("application/x-www-form-urlencoded"):
        found = parse_qs(content.decode("utf-8", "replace"), max_num_fields=50)
        return {name: values[0] for name, values in found.items()}
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def text(values: dict[str, Any], name: str) -> str:
    """Return a field that is a text, empty where it is absent or something else."""
    value = values.get(name, "")
    return value if isinstance(value, str) else ""


def part(content: bytes, kind: str, name: str) -> bytes:
    """Return the bytes of one part of a multipart form, empty where there is none of that name."""
    header = Message()
    header["content-type"] = kind
    boundary = header.get_boundary()
    if not boundary:
        return b""
    wanted = re.compile(
        rb';\s*name="?' + re.escape(name.encode()) + rb'"?(?:;|\r|$)', re.IGNORECASE
    )
    for piece in (b"\r\n" + content).split(b"\r\n--" + boundary.encode("latin-1"))[1:]:
        head, found, body = piece.partition(b"\r\n\r\n")
        if found and wanted.search(head):
            return body
    return b""
