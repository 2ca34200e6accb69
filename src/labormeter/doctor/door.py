"""Whether the front door listens, and refuses what it must refuse."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Final, Literal

from labormeter import lock
from labormeter.doctor.finding import Finding

if TYPE_CHECKING:
    from labormeter.home import Home

type Answer = Literal["absent", "starting", "silent", "refuses", "open"]

PART: Final = "front door"
PATIENCE: Final = 3.0
"""Seconds that the door has to answer."""
_KNOCK: Final = b"CONNECT 127.0.0.1:443 HTTP/1.1\r\nHost: 127.0.0.1:443\r\n\r\n"
"""Asks for a service of this computer, which the door has to refuse."""


def look(home: Home, _now: int) -> Finding:
    """Knock at the port of the meter that runs."""
    held = lock.held(home.lock)
    if held is None:
        return judge("absent")
    port = held.get("port")
    return judge(knock(port) if isinstance(port, int) else "starting")


def knock(port: int) -> Answer:
    """Ask the door for a way into this computer and say what it answers."""
    try:
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as there:
            there.settimeout(PATIENCE)
            there.sendall(_KNOCK)
            word = there.recv(64)
    except OSError:
        return "silent"
    return "refuses" if word.startswith(b"HTTP/1.1 403") else "open" if word else "silent"


def judge(answer: Answer) -> Finding:
    """Say what that answer means."""
    match answer:
        case "absent":
            return Finding(
                PART,
                "good",
                "No meter runs now; browsers go straight.",
                "Start one with `labormeter meter`, or by the window.",
            )
        case "starting":
            return Finding(PART, "warn", "A meter is starting.", "Look again in a moment.")
        case "refuses":
            return Finding(PART, "good", "It answers, and lets nobody into this computer.")
        case "silent":
            return Finding(
                PART,
                "bad",
                "A meter runs and its door does not answer; browsers go straight.",
                "End the meter and start it again.",
            )
        case "open":
            return Finding(
                PART,
                "bad",
                "What answers at the meter's port is not our door.",
                "End the meter; see which program listens there, and choose another port.",
            )
