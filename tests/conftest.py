"""What a test started ends with it, also where pytest itself was killed: browsers, meters, engines.

A browser has a session of its own, so that no signal to the tests reaches it. So a watcher stands
beside the tests; when their end of its pipe closes, however that came, it ends whatever still carries
the mark of this run in its environment, with its children.
"""

import subprocess
import sys
import uuid
from collections.abc import Iterator

import pytest

MARK = "LABORMETER_TEST_RUN"
WATCH = f"""
import os, sys, psutil
sys.stdin.read()
mark, me = sys.argv[1], os.getpid()
for process in psutil.process_iter():
    try:
        if process.pid != me and process.environ().get({MARK!r}) == mark:
            for each in (process, *process.children(recursive=True)):
                each.kill()
    except psutil.Error:
        continue
"""


@pytest.fixture(scope="session", autouse=True)
def _nothing_outlives_the_tests() -> Iterator[None]:
    mark = uuid.uuid4().hex
    with pytest.MonkeyPatch.context() as patch:
        watcher = subprocess.Popen(
            [sys.executable, "-c", WATCH, mark], stdin=subprocess.PIPE, start_new_session=True
        )
        patch.setenv(MARK, mark)
        yield
    assert watcher.stdin is not None
    watcher.stdin.close()
    watcher.wait(20)
