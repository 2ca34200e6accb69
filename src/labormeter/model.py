"""The values that travel from the wire to the chart.

All are frozen and none does I/O. Times are whole microseconds since 1970 UTC, local offsets whole
minutes, measured durations whole microseconds.

    Exchange --match--> Candidate --key, settle--> Act --append--> ledger --roll up--> Cell
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

type Pairs = tuple[tuple[str, str], ...]
type Effect = Literal["do", "undo"]
type Outcome = Literal["accepted", "refused", "unanswered"]
type Sure = Literal["seen", "seen-partly"]
type Reason = Literal[
    "unknown-name", "unknown-answer", "unknown-write", "unknown-host", "too-large"
]
type Source = Literal["wire", "practice", "archive", "har", "manual"]

SECOND: Final = 1_000_000
"""Microseconds in a second."""

ACTIVITIES: Final = (
    "like",
    "dislike",
    "vote",
    "post",
    "comment",
    "share",
    "save",
    "follow",
    "review",
    "rate",
    "report",
    "captcha",
    "upload",
    "view",
    "reward",
)
"""Every activity there is, in the order in which faces show them."""

SOURCES: Final[tuple[Source, ...]] = ("wire", "practice", "archive", "har", "manual")

HEAD: Final = 512 * 1024
"""Bytes kept of the beginning of an uploaded file while it passes."""
TAIL: Final = 1024 * 1024
"""Bytes kept of its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The request half of an exchange, as it left the browser."""

    method: str
    """Upper case. `SEND` is a text frame that the client sent over a websocket."""
    host: str
    """Lower case, without port."""
    path: str
    """Percent-decoded once, without the query."""
    query: Pairs = ()
    headers: Pairs = ()
    """Names in lower case, in the order sent."""
    body: bytes | None = None
    """Without its content encoding; None where it was not read."""
    truncated: bool = False
    """Only the beginning of the body is here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """The response half of an exchange."""

    status: int
    headers: Pairs = ()
    body: bytes | None = None
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """The beginning and the end of one file of `size` bytes, as far as they were kept.

    file   |======================================|
    head   |======|
    tail                                   |======|

    Where the file is smaller than both together they overlap or meet, and nothing is missing.
    """

    head: bytes
    tail: bytes
    size: int

    @property
    def whole(self) -> bool:
        """Whether every byte of the file is in the window."""
        return len(self.head) + len(self.tail) >= self.size


@dataclass(frozen=True, slots=True)
class Upload:
    """One file that left in a request: the multipart part it was in ("" for a raw body)."""

    part: str
    media_type: str
    window: Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One finished HTTP request and its response, None where none came."""

    request: Request
    response: Response | None
    started_at: int
    finished_at: int
    utc_offset: int = 0
    """Minutes east of UTC where and when it happened."""
    client: int = 0
    """Number of the client connection; lives in memory only."""
    uploads: tuple[Upload, ...] = ()


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A kind of metadata that left in an upload; never its value."""

    kind: str
    sure: Sure = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one exchange adds to a flow of several (a captcha, an upload in parts, a report)."""

    flow: str
    """Name of the flow in its pack."""
    stage: Literal["open", "advance", "close"]
    key: str
    """Ties the steps of one flow together."""
    next_key: str | None = None
    """Key by which the following step will know it, where the token changes at each step."""
    needs_open: bool = True
    """A close without an open counts nothing."""
    rounds: int = 0
    tiles: int = 0
    offset: int | None = None
    """Where in the file this exchange's bytes begin."""
    index: int | None = None
    """Which part of the file this exchange's bytes are, where parts are numbered."""
    total: int | None = None
    """Bytes that the file will have, where an exchange says so."""
    reached: int | None = None
    """Bytes that the platform says it has: with all of them an `advance` closes the flow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What a rule makes of one exchange, before settling.

    `target`, `made`, `actor`, `token` and `uses` are the platform's own ids as `match` found them
    and keyed hashes after `meter` keyed them; they are never stored in the clear.
    """

    platform: str
    activity: str
    effect: Effect
    rule: str
    """`platform:rule-id`."""
    pack: str
    """Version of the pack."""
    at: int
    utc_offset: int
    outcome: Outcome
    target: str | None = None
    """What it was done to."""
    made: str | None = None
    """What it created: by this a deletion finds its post, a post its upload."""
    made_all: tuple[str, ...] = ()
    """Uploads only: every id that the answer gives, where it gives several; `made` is the first."""
    actor: str | None = None
    token: str | None = None
    """The client's own idempotency token."""
    uses: tuple[str, ...] = ()
    """What was `made` by uploads that this act uses."""
    undoes: tuple[str, ...] = ()
    """Undo only: activities that it may reverse, first match wins."""
    switches: tuple[str, ...] = ()
    """Do only: activities whose open act on the same target this request reverses by itself."""
    quantity: int = 1
    balance: int | None = None
    """A running total as the platform shows it; what it grew by is the quantity."""
    unit: str = ""
    """`POINT` or a currency code (quantity in millionths) for a reward, else empty."""
    seconds: int | None = None
    """Measured duration in microseconds, where the wire shows it."""
    step: Step | None = None
    uploads: tuple[Upload, ...] = ()
    flags: tuple[str, ...] = ()
    client: int = 0
    """Number of the client connection."""
    sequence: int = 0
    """Number within its exchange."""
    finer: str = ""
    """A finer word than the activity, where its price differs: a `request` to be befriended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing the person did that a platform accepted, as the ledger keeps it."""

    id: str
    """32 hexadecimal digits; the same act has the same id, so that appending twice adds nothing."""
    occurred_at: int
    utc_offset: int
    platform: str
    activity: str
    effect: Effect
    rule: str
    pack: str
    actor: str | None = None
    target: str | None = None
    made: str | None = None
    quantity: int = 1
    unit: str = ""
    net: int = 1
    """What it adds to the net count: quantity for a do, -quantity for an undo that reverses one
    of this ledger's, 0 for a gesture."""
    rounds: int | None = None
    tiles: int | None = None
    seconds: int | None = None
    source: Source = "wire"
    flags: tuple[str, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    finer: str = ""
    """A finer word than the activity: `picture`, `video`, `sound` or `document` of an upload, by its
    bytes; `request` of a follow that somebody may refuse; else empty."""


@dataclass(frozen=True, slots=True)
class Link:
    """A post (`act`) uses what an upload (`upload`) brought. Both are act ids."""

    act: str
    upload: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A write that no rule knows, by names only: the drift alarm."""

    platform: str
    reason: Reason
    method: str
    host: str
    name: str
    """A declared operation name, or a path in which all but shipped literals is `*`."""
    at: int


@dataclass(frozen=True, slots=True)
class Partner:
    """Acts of this ledger that are still open on one target: done, and not undone.

    How many of which activity, the newest activity first.
    """

    open: tuple[tuple[str, int], ...] = ()
    finer: tuple[tuple[str, str], ...] = ()
    """The finer word of the newest of an activity, where it has one: an undo takes it over."""


class Cell(NamedTuple):
    """Acts of one local day, platform, activity and source, rolled up.

    A tuple and no dataclass: ten years are some 200,000 of these, made at once from rows.
    """

    day: str
    """ISO date, local to the acts."""
    platform: str
    activity: str
    source: Source
    unit: str = ""
    gestures: int = 0
    net: int = 0
    seconds: int = 0
    """Measured microseconds."""
    timed: int = 0
    """Acts whose seconds were measured."""
    acts: int = 0
    posted: int = 0
    """Uploads of these that a post of this ledger uses, where that was looked up."""
    disclosure: str = ""
    """Only in a roll-up of uploads by what they disclosed, else empty."""
    finer: str = ""
    """A finer word than the activity, as in `Act`."""
    hour: str = ""
    """Only in a roll-up by the hour of the week: ISO weekday and local hour, as `1 09`."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time: a shift, a private span or a gap. `ended_at` is None while it lasts."""

    kind: Literal["shift", "private", "pause", "gap"]
    started_at: int
    ended_at: int | None = None
    reason: str = ""
    late: int = 0
    """Gap only: acts that were committed after their answer had gone."""
    lost: int = 0
    """Gap only: acts that could not be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What one platform saw of a browser on one day, metered or passed through unopened.

    Counts alone: no address, no time, no order.
    """

    day: str
    """ISO date, by this machine's clock."""
    platform: str
    """The platform that was visited, never a vendor of captchas."""
    state: Literal["metered", "passed"]
    """Whether the engine opened the connection, or passed it through for a reason of its own."""
    pages: int = 0
    """Documents that loaded; unknown, and so 0, while passed through."""
    connections: int = 0
    captchas: int = 0
    """Captchas solved on its account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How one platform is doing: microseconds of its last act and last traffic."""

    platform: str
    last_act: int | None = None
    last_traffic: int | None = None
    unrecognised: int = field(default=0)
    """Writes since the day began that no rule knew."""


class Seen(NamedTuple):
    """Acts of one local day, platform and activity, by who saw them: the meter, an archive, both."""

    day: str
    platform: str
    activity: str
    live: int
    """Metered, on a day that an archive of the platform reaches."""
    both: int
    """Of these, how many an archive told of as well."""
    archived: int
    """Told of by an archive alone."""
    near: int = 0
    """Of `both`, how many are held for one act by their time or number alone."""
