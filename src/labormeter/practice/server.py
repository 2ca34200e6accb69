"""Serves the practice site over HTTPS on this computer, a thread a connection, kept alive."""

from __future__ import annotations

import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final, override
from urllib.parse import unquote, urlsplit

from labormeter.platforms import PRACTICE_HOST
from labormeter.practice import page, routes

if TYPE_CHECKING:
    import socket
    import ssl

    from labormeter.practice.routes import Reply, Site

BODY: Final = 32 * 1024 * 1024
"""Bytes of a request's body that are taken at most."""
PATIENCE: Final = 60
"""Seconds that a connection may be silent."""

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob:; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Nothing from elsewhere is loaded, and nobody else may frame or read the site."""


class Server(ThreadingHTTPServer):
    """The HTTPS server; each connection's handshake happens in its own thread."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, site: Site, context: ssl.SSLContext) -> None:
        self.site = site
        self.context = context
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def port(self) -> int:
        """Return the port it listens on."""
        return int(self.server_address[1])

    @override
    def finish_request(self, request: Any, client_address: Any) -> None:
        plain: socket.socket = request
        plain.settimeout(PATIENCE)
        with self.context.wrap_socket(plain, server_side=True) as wrapped:
            Handler(wrapped, client_address, self)

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a visitor that goes away in the middle is no fault."""

    def begin(self) -> threading.Thread:
        """Serve in a thread until `shutdown`."""
        thread = threading.Thread(target=self.serve_forever, args=(0.1,), name="plaza", daemon=True)
        thread.start()
        return thread


class Handler(BaseHTTPRequestHandler):
    """Reads requests and writes answers; what is answered is decided in `routes`."""

    protocol_version = "HTTP/1.1"
    server_version = "Plaza"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        """Answer a read."""
        self._answer(b"")

    def do_HEAD(self) -> None:
        """Answer like GET, without the body."""
        self._answer(b"")

    def do_POST(self) -> None:
        """Answer a write, or a read that looks like one."""
        body = self._body()
        if body is None:
            self.close_connection = True
            self._send(routes.Reply(status=413, body=b'{"ok": false, "reason": "large"}'))
        else:
            self._answer(body)

    def _answer(self, body: bytes) -> None:
        if not self._ours():
            self._send(routes.Reply(status=421))
            return
        asked = routes.Asked(
            method="GET" if self.command == "HEAD" else self.command,
            path=unquote(urlsplit(self.path).path),
            language=page.language(self.headers.get("Accept-Language", "")),
            kind=self.headers.get("Content-Type", ""),
            body=body,
        )
        server = self.server
        assert isinstance(server, Server)  # noqa: S101 - only Server makes handlers
        self._send(routes.answer(server.site, asked))

    def _ours(self) -> bool:
        """Return whether the site is asked for by its own name and from its own pages."""
        origin = self.headers.get("Origin", f"https://{PRACTICE_HOST}")
        host = self.headers.get("Host", "").partition(":")[0]
        return host == PRACTICE_HOST and origin == f"https://{PRACTICE_HOST}"

    def _body(self) -> bytes | None:
        """Return the whole body; None where it is too large or has no known length."""
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return self._chunks()
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > BODY:
            return None
        return self.rfile.read(int(length))

    def _chunks(self) -> bytes | None:
        parts: list[bytes] = []
        left = BODY
        while True:
            try:
                size = int(self.rfile.readline(80).partition(b";")[0], 16)
            except ValueError:
                return None
            left -= size
            if left < 0:
                return None
            parts.append(self.rfile.read(size))
            self.rfile.readline(4)
            if size == 0:
                return b"".join(parts)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        if reply.kind == routes.HTML and "plaza=" not in self.headers.get("Cookie", ""):
            visitor = secrets.token_hex(8)
            self.send_header("Set-Cookie", f"plaza={visitor}; Secure; HttpOnly; SameSite=Strict")
        self.send_header("Cache-Control", "max-age=3600" if reply.lasting else "no-store")
        if reply.status != 204:  # noqa: PLR2004 - "no content" has no length either
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    @override
    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: who visits what is nobody's business."""
