"""Imports, whatever is imported: looked at first, and brought into the ledger after a yes.

    with importing.opened(home, paths) as job:
        job.survey          what was found, and what would become of it
        job.commit()        all of it, or nothing

Whoever has another kind of file to import adds an `Importer` to IMPORTERS.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from labormeter import changelog
from labormeter.archives import recording, take
from labormeter.archives.bundle import bundles
from labormeter.archives.survey import Source, Survey
from labormeter.archives.watch import Watch
from labormeter.errors import KnownError
from labormeter.exports import reimport
from labormeter.ledger import archived, file, imports, meeting, takeback
from labormeter.ledger.keys import Keys
from labormeter.ledger.staging import Staging
from labormeter.rules import load
from labormeter.sentence import said
from labormeter.valuation import seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from labormeter.home import Home
    from labormeter.ledger.imports import Import
    from labormeter.model import Span
    from labormeter.rules.index import Packs
    from labormeter.valuation.seen import Share

type Report = Callable[[int, int], bool]
"""Is told bytes read and bytes in all, now and then; False stops the import."""
type Secret = Callable[[Path], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What an importer works with."""

    home: Home
    staging: Staging
    """Takes `append(acts, links)` as a log does, and keeps them until the yes."""
    keys: Keys
    packs: Callable[[], Packs]
    """Reads the packs, once: only recordings need them."""
    watch: Watch
    """Is told what was read; raises CancelledError where the person stopped it."""
    now: int
    secret: Secret
    """Gives the passphrase of a sealed file, None where there is none."""


@dataclass(frozen=True, slots=True)
class Importer:
    """One kind of file that can be imported, a file at a time."""

    name: str
    takes: Callable[[Path], bool]
    """Whether a file is of this kind; looks at its name and first bytes, and does not raise."""
    take: Callable[[Path, Desk], Source]
    """Stages what it holds. A broken file is a `Source` with its trouble, and stages nothing."""


def _recording(path: Path, desk: Desk) -> Source:
    return recording.take(
        path,
        staging=desk.staging,
        keys=desk.keys,
        packs=desk.packs(),
        watch=desk.watch,
        now=desk.now,
    )


def _own(path: Path, desk: Desk) -> Source:
    desk.staging.next_export()
    desk.staging.next_file()
    desk.watch.expect(path.stat().st_size)
    passphrase = desk.secret(path) if reimport.is_sealed(path) else None
    reimport.stage(path, desk.staging, desk.watch.read, passphrase)
    return Source(name=path.name, reader="export", title="labormeter", files=1)


IMPORTERS: Final[list[Importer]] = [
    Importer("export", reimport.is_export, _own),
    Importer("har", recording.is_recording, _recording),
]
"""Asked in this order; what none of them takes is looked at as an export of a platform."""


class Job:
    """One import on its way: staged, and waiting for a yes."""

    def __init__(self, desk: Desk, survey: Survey) -> None:
        self._desk, self.survey = desk, survey

    def bring(self, *, today: str) -> int | None:
        """Commit, and keep in the change log how far it moved the total; `today` is the local day.

        Raises KnownError, and then nothing was imported.
        """
        home, now = self._desk.home, time.time_ns() // 1000
        before = changelog.total(home, today=today, now=now)
        number = self.commit()
        if number is not None:
            what = f"{self.survey.new} acts were imported"
            changelog.keep(home, what, before, today=today, now=now)
        return number

    def commit(self) -> int | None:
        """Bring it into the ledger; return the import's number, None where nothing is new.

        In one transaction: a stop, a kill or a full disk leaves nothing of it.
        """
        home, staging = self._desk.home, self._desk.staging
        return imports.commit(home, staging, self.survey.reader, now=time.time_ns() // 1000)


@contextmanager
def opened(
    home: Home,
    paths: Sequence[Path],
    report: Report | None = None,
    secret: Secret = lambda _path: None,
) -> Iterator[Job]:
    """Read what was given, and say what it would bring.

    Raises SealedError where a file is sealed and `secret` gives no passphrase, KnownError where nothing of it can be imported, CancelledError where it was stopped.
    """
    now = time.time_ns() // 1000
    if missing := [path for path in paths if not path.exists()]:
        raise KnownError(said("There is no file {name}.", name=missing[0].name), "Check its name.")
    home.create()
    file.prepare(home, now=now)
    with Staging(home) as staging:
        keys = Keys.open(home, now)
        watch = Watch(report)
        desk = Desk(
            home=home,
            staging=staging,
            keys=keys,
            packs=cache(lambda: load.load(home.packs)[0]),
            watch=watch,
            now=now,
            secret=secret,
        )
        sources = _taken(paths, desk)
        if all(one.trouble for one in sources):
            first = sources[0]
            raise KnownError(
                said(
                    "{name} cannot be imported: it {trouble}.",
                    name=first.name,
                    trouble=first.trouble,
                ),
                "Nothing was imported.",
            )
        meeting.meet(staging, keys_since=keys.since(now))
        survey = Survey(sources=sources, tallies=tuple(imports.tallies(staging)))
        yield Job(desk, survey)


def take_back(home: Home, number: int, *, today: str) -> Import:
    """Undo an import as a whole, and keep in the change log how far it moved the total.

    Raises KnownError where there is no such import, or the ledger cannot be written.
    """
    now = time.time_ns() // 1000
    before = changelog.total(home, today=today, now=now)
    found = takeback.take_back(home, number, now=now)
    what = f"An import of {found.left} acts was undone"
    changelog.keep(home, what, before, today=today, now=now)
    return found


def compared(
    home: Home,
    spans: Sequence[Span],
    *,
    now: int,
    since: str | None = None,
    until: str | None = None,
    platform: str = "",
) -> Share | None:
    """Return what the meter saw of what archives tell of, on local days of a range, if anything."""
    rows = [
        one
        for one in archived.seen(home)
        if (since or "") <= one.day <= (until or "~") and platform in {"", one.platform}
    ]
    found = seen.shares(rows, seen.weeks_metered(spans, now=now), ())
    return found[0] if found else None


def _taken(paths: Sequence[Path], desk: Desk) -> tuple[Source, ...]:
    sources, rest = [], []
    for path in paths:
        importer = next((one for one in IMPORTERS if one.takes(path)), None)
        if importer is None:
            rest.append(path)
        else:
            sources.append(importer.take(path, desk))
    with bundles(rest) as found:
        taker = take.Taker(desk.staging, desk.keys, desk.watch, now=desk.now)
        sources += [taker.take(bundle) for bundle in found]
    return tuple(sources)
