"""A recording in which marked words stand wherever a person or a page can put one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CANARY = "CANARY"


def entry(url: str, body: object = None, answer: object = None, **more: Any) -> dict[str, Any]:
    kind = more.pop("kind", "application/json")
    headers = [{"name": "content-type", "value": kind}]
    headers += [{"name": name, "value": value} for name, value in more.pop("headers", {}).items()]
    text = body if isinstance(body, str) else json.dumps(body)
    return {
        "startedDateTime": f"2026-11-25T10:00:{more.pop('second', 0):02d}Z",
        "time": 20,
        "request": {
            "method": more.pop("method", "POST"),
            "url": url,
            "headers": headers,
            "postData": {"mimeType": kind, "text": text} if body is not None else {},
        },
        "response": {
            "status": more.pop("status", 200),
            "headers": [],
            "content": {"text": json.dumps(answer), "size": 9} if answer is not None else {},
        },
    }


REVIEW = entry(
    "https://www.reviews.example/CANARYpath1/jane-CANARYpath2/review?CANARYquery=CANARYvalue&id=7",
    {
        "review": {
            "place_id": 4711,
            "text": "CANARYtext was here",
            "rating": 5,
            "CANARYkey": "CANARYvalue",
            "CANARY_create_id": {"CANARYinner": ["CANARYitem"]},
            "status": "CANARYstatus",
            "success": "CANARYsuccess",
        },
        "json": '{"CANARYjson": "CANARYx", "user": "CANARYuser"}',
    },
    {"success": True, "review": {"id": "99887", "CANARYanswer": "CANARYname", "title": "CANARYt"}},
    headers={"x-apollo-operation-name": "CANARYOPERATION", "cookie": "a=CANARYcookie"},
)


def written(path: Path, *entries: object) -> Path:
    path.write_text(json.dumps({"log": {"entries": entries}}), encoding="utf-8")
    return path
