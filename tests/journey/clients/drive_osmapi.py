"""Drives osmapi: python drive_osmapi.py. Runs in the clients' venv, by HTTPS_PROXY."""

from collections.abc import Callable
from typing import Any

import osmapi
import requests


def tolerant(act: Callable[..., Any], *values: Any, **named: Any) -> Any:
    """Do it; the stand-in refuses some, and answers shorter than this client likes to parse."""
    try:
        return act(*values, **named)
    except (osmapi.OsmApiError, KeyError, TypeError, AttributeError, ValueError, IndexError):
        return None


def drive() -> None:
    session = requests.Session()
    session.headers["Authorization"] = "Bearer CANARYTOKEN"
    client = osmapi.OsmApi(api="https://api.openstreetmap.org", session=session)
    tolerant(client.changeset_create, {"comment": "CANARYTEXT"})
    made = tolerant(client.node_create, {"lat": 0.1, "lon": 0.1, "tag": {"name": "CANARY"}})
    tolerant(client.node_update, {"id": 901, "lat": 0.2, "lon": 0.1, "version": 1, "tag": {}})
    tolerant(client.node_delete, made or {"id": 901, "lat": 0.1, "lon": 0.1, "version": 2})
    tolerant(client.node_update, {"id": 404, "lat": 0.2, "lon": 0.1, "version": 1, "tag": {}})
    node = {"id": -1, "lat": 0.1, "lon": 0.1, "tag": {}}
    tolerant(client.changeset_upload, [{"action": "create", "type": "node", "data": [node]}])
    tolerant(client.changeset_close)
    tolerant(client.changeset_comment, 32, "CANARYTEXT")
    tolerant(client.changeset_subscribe, 32)
    tolerant(client.note_create, {"lat": 0.1, "lon": 0.1, "text": "CANARYTEXT"})
    tolerant(client.note_comment, 62, "CANARYTEXT")
    tolerant(client.note_close, 62)
    tolerant(client.note_comment, 404, "CANARYTEXT")
    tolerant(client.note_get, 62)
    tolerant(client.notes_search, "CANARYQUERY")
    tolerant(client.node_get, 901)
    tolerant(client.map, 0, 0, 1, 1)


drive()
