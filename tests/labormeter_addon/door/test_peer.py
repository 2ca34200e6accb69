"""Who is at the other end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from labormeter_addon.door import peer

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")


@linux
@pytest.mark.parametrize("look", [peer.user, peer.tabled, peer.diagnosed])
def test_tells_whose_connection_it_is(look: object) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        assert callable(look)
        assert look(client.getsockname(), server.getsockname()) == os.getuid()
        assert look(("127.0.0.1", 1), server.getsockname()) is None


@linux
@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="needs another user")
def test_tells_another_user_apart() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        code = (
            f"import os, socket, sys; 'x'.encode('idna'); os.setuid(65534); s = socket.create_connection(('127.0.0.1',"
            f" {port})); print(s.getsockname()[1], flush=True); sys.stdin.read()"
        )
        with subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            there = ("127.0.0.1", int(child.stdout.readline()))
            for look in (peer.user, peer.tabled, peer.diagnosed):
                assert look(there, server.getsockname()) == 65534


TABLE = """\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 1 1 0
   1: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 2 1 0
"""


@pytest.mark.skipif(sys.byteorder != "little", reason="the table is written in host order")
def test_reads_the_table_by_the_clients_own_side() -> None:
    assert peer.look(TABLE, ("127.0.0.1", 50000), ("127.0.0.1", 8080)) == 1000
    assert peer.look(TABLE, ("127.0.0.1", 8080), ("127.0.0.1", 50000)) == 0
    assert peer.look(TABLE, ("127.0.0.1", 50001), ("127.0.0.1", 8080)) is None
    mapped = TABLE.replace("0100007F:", "0000000000000000FFFF00000100007F:")
    assert peer.look(mapped, ("127.0.0.1", 50000), ("127.0.0.1", 8080)) == 1000
