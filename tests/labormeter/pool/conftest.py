"""A simulated study, pooled once for all tests that only read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from labormeter.exports import document as documents
from labormeter.exports.document import Count, Document
from labormeter.pool import ingest, simulate, store
from labormeter.pool.simulate import Field
from labormeter.pool.store import Pool
from labormeter.study import contribution, signing
from labormeter.study.contribution import Consent

TODAY = date(2026, 11, 25)


@dataclass(frozen=True)
class Lab:
    """A study, and what it takes to make contributions to it."""

    field: Field
    signed: bytes

    def document(self, *counts: Count, **more: object) -> Document:
        asked = self.field.study.asked
        usual: dict[str, object] = {
            "kind": "study",
            "grain": asked.grain,
            "first": asked.periods[0],
            "last": asked.periods[-1],
            "program": "1",
            "study": self.field.study.id,
            "nearest": asked.rounding,
            "counts": counts,
        }
        return Document(**usual | more)  # type: ignore[arg-type]

    def give(self, number: int, *counts: Count, revision: int = 1, **more: object) -> bytes:
        """Return the file of one person."""
        consent = Consent(
            study=self.field.study.id,
            file=str(more.pop("file", self.field.signed.hash)),
            revision=revision,
            agreed=more.pop("agreed", ("research",)),  # type: ignore[arg-type]
            invitation=str(more.pop("invitation", "")),
        )
        document = self.document(*counts, **more)
        draft = contribution.Draft(contribution.encode(consent), _bytes(document))
        return self.seal(number, draft)

    def back(self, number: int, revision: int) -> bytes:
        draft = contribution.withdrawal(self.field.study, self.field.signed.hash, revision)
        return self.seal(number, draft)

    def seal(self, number: int, draft: contribution.Draft) -> bytes:
        person = simulate.person(self.field, 1, number)
        return contribution.sealed(self.field.study, draft, person, patience=0)


def _bytes(document: Document) -> bytes:
    return documents.write(document)


@pytest.fixture(scope="session")
def lab() -> Lab:
    field = simulate.study()
    return Lab(field, signing.write(field.signed))


@pytest.fixture
def pool(lab: Lab, tmp_path: Path) -> Pool:
    return store.create(tmp_path / "pool", lab.signed)


Take = Callable[..., ingest.Run]


@pytest.fixture
def take(lab: Lab, pool: Pool, tmp_path: Path) -> Take:
    def taken(*files: bytes, today: date = TODAY, **more: object) -> ingest.Run:
        paths = []
        for number, data in enumerate(files):
            path = tmp_path / f"{number}.age"
            path.write_bytes(data)
            paths.append(path)
        return ingest.ingest(pool, paths, lab.field.readers, today=today, **more)  # type: ignore[arg-type]

    return taken


@pytest.fixture(scope="session")
def filled(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Pool:
    """A pool of 60 people. To be read alone."""
    root: Path = tmp_path_factory.mktemp("filled")
    made = store.create(root / "pool", lab.signed)
    truth = simulate.truth(lab.field.study)
    paths = []
    for number, data in enumerate(simulate.contributions(lab.field, truth, 60, 1)):
        path = root / f"{number}.age"
        path.write_bytes(data)
        paths.append(path)
    ingest.ingest(made, paths, lab.field.readers, today=TODAY)
    return made
