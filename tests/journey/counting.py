"""Stands before the door and counts who asks for what: the product itself logs no host."""

import socket
import threading
from contextlib import suppress
from typing import Self


class Counting:
    """A relay to the door that remembers the first line of each connection."""

    def __init__(self, door: int) -> None:
        self._door = door
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self.asked: list[str] = []
        """`CONNECT host:port`, in the order in which it was asked."""

    def __enter__(self) -> Self:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._server.accept()
                threading.Thread(target=self._relay, args=(client,), daemon=True).start()

    def _relay(self, client: socket.socket) -> None:
        with suppress(OSError), client, socket.create_connection(("127.0.0.1", self._door)) as door:
            head = client.recv(65536)
            self.asked.append(head.split(b" HTTP/", 1)[0].decode("latin-1"))
            door.sendall(head)
            back = threading.Thread(target=pump, args=(door, client), daemon=True)
            back.start()
            pump(client, door)
            back.join(30)


def pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
