from __future__ import annotations

import os
import signal
import threading
from contextlib import ExitStack

import pytest

from labormeter.cli import stopping

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")


def test_a_sigterm_unwinds_and_the_old_answer_is_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    unwound: list[bool] = []

    def work() -> None:
        with stopping.unwinding(), ExitStack() as started:
            started.callback(unwound.append, True)
            os.kill(os.getpid(), signal.SIGTERM)
            signal.pause()

    with pytest.raises(KeyboardInterrupt):
        work()
    assert unwound == [True]
    assert signal.getsignal(signal.SIGTERM) is before


def test_outside_the_main_thread_nothing_is_changed() -> None:
    before = signal.getsignal(signal.SIGTERM)
    seen = []

    def work() -> None:
        with stopping.unwinding():
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(5)
    assert seen == [before]
