"""A page that uploads files of the person's as the platforms' own pages do: whole, in parts, resumed."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from labormeter.browser.devtools import Page

_SETUP = """(() => {
  document.body.innerHTML = '<form id="form" method="post" enctype="multipart/form-data">'
    + '<input name="note" value="CANARYNOTE"><input type="file" id="files" multiple></form>';
  return true;
})()"""
_SEND = """(async ([url, method, headers, file, begin, end, parts, breaks]) => {
  const chosen = [...document.querySelector('#files').files];
  const piece = () => chosen.find(one => one.name == file).slice(begin, end ?? undefined);
  let body = file ? piece() : null;
  if (parts) {
    const form = new FormData();
    for (const [name, text] of parts)
      if (text === '@file') form.append(name, piece(), file); else form.append(name, text);
    body = form;
  } else if (headers.body) { body = headers.body; delete headers.body; }
  const how = {method, headers, body, credentials: 'include', cache: 'no-store'};
  if (breaks) {
    const bytes = new Uint8Array(await piece().arrayBuffer());
    how.duplex = 'half';
    how.body = new ReadableStream({
      start: (way) => way.enqueue(bytes.slice(0, breaks)),
      pull: async (way) => {
        await new Promise(done => setTimeout(done, 500));
        way.error(new Error('the network went away'));
      },
    }, {highWaterMark: 1});
  }
  try {
    const answer = await fetch(url, how);
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) { return 0; }
})(%s)"""


class Uploader:
    """One tab, and the files that were chosen in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.files: dict[str, Path] = {}

    def choose(self, address: str, files: Sequence[Path]) -> None:
        """Open a page and choose files in it, as a person does."""
        self.page.navigate(address)
        assert self.page.evaluate(_SETUP)
        self.page.files("#files", files)
        self.files = {path.name: path for path in files}

    def submit(self, address: str, part: str) -> None:
        """Send the form with all files, as a page without any script does."""
        script = (
            f"(() => {{ const form = document.querySelector('#form');"
            f" form.action = {json.dumps(address)};"
            f" document.querySelector('#files').name = {json.dumps(part)};"
            " setTimeout(() => form.submit()); return true; })()"
        )
        assert self.page.evaluate(script)
        self.page.wait(
            f"document.readyState == 'complete' && location.href == {json.dumps(address)}"
        )

    def send(
        self,
        url: str,
        *,
        method: str = "POST",
        headers: dict[str, str] | None = None,
        file: Path | None = None,
        begin: int = 0,
        end: int | None = None,
        parts: Sequence[tuple[str, str]] = (),
        form: dict[str, str] | None = None,
        document: Any = None,
        breaks: int = 0,
    ) -> int:
        """Send a file or a piece of it; `breaks` is after how many bytes the connection goes."""
        heads = dict(headers or {})
        if form is not None:
            heads["content-type"] = "application/x-www-form-urlencoded"
            heads["body"] = urlencode(form)
        if document is not None:
            heads["content-type"] = "application/json"
            heads["body"] = json.dumps(document)
        given = [url, method, heads, file and file.name, begin, end, list(parts) or None, breaks]
        status = self.page.evaluate(_SEND % json.dumps(given))
        assert isinstance(status, int)
        return status
