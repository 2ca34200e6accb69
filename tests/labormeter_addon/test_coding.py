"""Content encodings, honest and hostile."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from labormeter_addon import coding

if TYPE_CHECKING:
    from collections.abc import Callable

PACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
    "identity": bytes,
    "": bytes,
}


@pytest.mark.parametrize("name", PACK)
@given(body=st.binary(max_size=3000))
def test_undoes_every_encoding(name: str, body: bytes) -> None:
    assert coding.decode(PACK[name](body), name) == (body, False)


def test_undoes_several_and_deflate_without_its_head() -> None:
    assert coding.decode(gzip.compress(brotli.compress(b"x")), "br, gzip") == (b"x", False)
    raw = zlib.compressobj(wbits=-15)
    assert coding.decode(raw.compress(b"x") + raw.flush(), "Deflate") == (b"x", False)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_cut_at_the_bound_and_costs_no_memory(name: str) -> None:
    bomb = PACK[name](bytes(60_000_000))
    tracemalloc.start()
    plain, cut = coding.decode(bomb, name, 1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert cut
    assert plain == bytes(1_000_000)
    assert peak < 25_000_000


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_what_was_cut_short_is_said_to_be(name: str) -> None:
    packed = PACK[name](bytes(range(256)) * 400)
    plain, cut = coding.decode(packed[: len(packed) // 2], name)
    assert cut or plain is None


@pytest.mark.parametrize("name", [*PACK, "compress", "gzip,gzip,gzip,gzip", "what", "br,what"])
@given(body=st.binary(max_size=300))
def test_never_raises_and_never_exceeds_the_bound(name: str, body: bytes) -> None:
    plain, _ = coding.decode(body, name, 100)
    assert plain is None or len(plain) <= 100


def test_what_is_unknown_is_not_read() -> None:
    assert coding.decode(b"x", "compress") == (None, True)
    assert coding.decode(b"x" * 20, "", 10) == (b"x" * 10, True)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd", "br, gzip"])
def test_a_body_that_was_never_packed_is_read_as_it_is(name: str) -> None:
    said = b'{"target": {"videoId": "synthetic"}, "context": {"client": {}}}' * 20
    assert coding.undone(said, name) == (said, False)


@pytest.mark.parametrize("name", ["gzip", "deflate", "zstd"])
def test_what_begins_packed_and_breaks_is_not_read(name: str) -> None:
    packed = bytearray(PACK[name](bytes(range(256)) * 40))
    packed[len(packed) // 2 :] = b"\xff" * (len(packed) - len(packed) // 2)
    plain, cut = coding.undone(bytes(packed), name)
    assert plain is None or cut


@pytest.mark.parametrize("name", PACK)
@given(body=st.binary(max_size=3000))
def test_the_honest_are_read_alike(name: str, body: bytes) -> None:
    assert coding.undone(PACK[name](body), name) == (body, False)


def test_an_encoding_that_is_unknown_stays_unread() -> None:
    assert coding.undone(b"\x1f\x9d\x90{}", "compress") == (None, True)
