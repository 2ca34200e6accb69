"""Lets a real page perform the steps of a script, as the platform's own page would."""

import base64
import json
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from script import Step
from standin import Answer, Sent, Standin

SEND = """(async (step) => {
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const photo = () => new File([bytes(step.photo)], step.name, {type: "image/jpeg"});
  let body = null;
  if (step.form) body = new URLSearchParams(step.form);
  else if (step.parts.length) {
    body = new FormData();
    for (const [name, file, text] of step.parts)
      if (file) body.append(name, photo(), file); else body.append(name, text);
  } else if (step.json !== null) {
    body = JSON.stringify(step.json);
    step.headers["content-type"] ??= "application/json";
  } else if (step.body === "@photo") body = photo();
  else if (step.body !== null) body = step.body;
  try {
    const answer = await fetch(step.url, {
      method: step.method, headers: step.headers, body, credentials: "include", cache: "no-store",
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) { return 0; }
})(%s)"""


class Evaluates(Protocol):
    """A page of whichever browser."""

    def evaluate(self, expression: str) -> Any: ...


def perform(page: Evaluates, step: Step, photo: Path) -> int:
    """Send one request from the page and return the status that the page saw, 0 for none."""
    content = photo.read_bytes()
    sized = {
        name: value.replace("@length", str(len(content))) for name, value in step.headers.items()
    }
    sent: dict[str, Any] = {
        "url": step.url.replace("@length", str(len(content))),
        "method": step.method,
        "headers": sized,
        "form": step.form,
        "json": step.json,
        "body": step.body,
        "parts": step.parts,
        "name": photo.name,
        "photo": base64.b64encode(content).decode(),
    }
    status = page.evaluate(SEND % json.dumps(sent))
    assert isinstance(status, int)
    return status


def play(standin: Standin, step: Step) -> None:
    """Let the stand-in answer this step as the script says."""
    host, path = urlsplit(step.url).hostname or "", urlsplit(step.url).path

    def once(sent: Sent) -> Answer:
        return step.answer if sent.method == step.method else Answer(status=204)

    standin.routes.clear()
    standin.on(host, path, once)
