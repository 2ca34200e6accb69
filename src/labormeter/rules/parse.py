"""From a pack's document to its values. Every fault is collected, none stops the reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from labormeter.rules.fault import Fault, FormatError, suggestion
from labormeter.rules.glob import Globs
from labormeter.rules.pack import Case, Flow, Lease, Pack, Rule, Surface
from labormeter.rules.predicate import Predicate
from labormeter.rules.reader import Reader
from labormeter.rules.route import Route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

type Table = Mapping[str, Any]


class Scribe:
    """Reads the parts of one table, and notes what cannot be understood under its name."""

    def __init__(self, file: str, rule: str, faults: list[Fault]) -> None:
        self.file = file
        self.rule = rule
        self.faults = faults

    def at(self, rule: str) -> Scribe:
        """Return a scribe for another table of the same file."""
        return Scribe(self.file, rule, self.faults)

    def fault(self, sentence: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(self.file, self.rule, sentence))

    def part[T](self, word: str, parse: Callable[[], T], instead: T) -> T:
        """Parse one part; where it cannot be understood, note why and go on."""
        try:
            return parse()
        except FormatError as error:
            self.fault(f"{word}: {error}")
            return instead

    def each[G, T](self, word: str, given: Iterable[G], parse: Callable[[G], T]) -> tuple[T, ...]:
        """Parse each of several parts; those that cannot be understood are noted and left out."""
        found: list[T] = []
        for one in given:
            try:
                found.append(parse(one))
            except FormatError as error:
                self.fault(f"{word}: {error}")
        return tuple(found)

    def reader(self, table: Table, word: str) -> Reader | None:
        """Read an optional reader."""
        if word not in table:
            return None
        return self.part(word, lambda: Reader.parse(table[word]), None)

    def predicates(self, table: Table, word: str) -> tuple[Predicate, ...]:
        """Read a list of predicates."""
        return self.each(word, table.get(word, ()), Predicate.parse)

    def globs(self, table: Table, word: str) -> Globs:
        """Read a list of globs."""
        return self.part(word, lambda: Globs.parse(table.get(word, ())), Globs())

    def routes(self, table: Table, word: str) -> tuple[Route, ...]:
        """Read a list of path patterns."""
        return self.each(word, table.get(word, ()), Route.parse)

    def count(self, table: Table, word: str) -> int | Reader:
        """Read a whole number, or a reader of one."""
        given = table.get(word, 0)
        return given if isinstance(given, int) else self.reader(table, word) or 0


def pack(document: Table, file: str, *, shipped: bool) -> tuple[Pack, list[Fault]]:
    """Read a pack from a document that follows the schema."""
    faults: list[Fault] = []
    scribe = Scribe(file, "pack", faults)
    surfaces = tuple(
        surface(table, scribe.at(f"surface {table['id']}"))
        for table in document.get("surfaces", ())
    )
    rules = tuple(
        rule(table, surfaces, scribe.at(table["id"])) for table in document.get("rules", ())
    )
    found = Pack(
        platform=document["platform"],
        title=document["title"],
        version=document["version"],
        reviewed=document["reviewed"],
        hosts=tuple(document["hosts"]),
        kind=document.get("kind", "commercial"),
        ask=document.get("ask", ""),
        counts_as=document.get("counts_as", document["platform"]),
        ignore=scribe.routes(document, "ignore"),
        actor=scribe.reader(document.get("actor", {}), "read"),
        surfaces=surfaces,
        rules=tuple(each for each in rules if each is not None),
        shipped=shipped,
    )
    return found, faults


def surface(table: Table, scribe: Scribe) -> Surface:
    """Read a surface."""
    readers = scribe.each("name", table.get("name", ()), Reader.parse)
    return Surface(
        id=table["id"],
        methods=frozenset(table.get("method", ("POST",))),
        hosts=tuple(table.get("hosts", ())),
        paths=scribe.routes(table, "path"),
        # a header is known before the body is read
        name=tuple(sorted(readers, key=lambda reader: not reader.head)),
        reads=scribe.globs(table, "reads") if readers else Globs(),
        unread=() if readers else scribe.routes(table, "reads"),
        batch="batch" in table,
        answers=scribe.reader(table, "answers"),
        roots=scribe.reader(table, "roots"),
        refused=scribe.predicates(table, "refused"),
        lease=lease(table["lease"], scribe) if "lease" in table else None,
    )


def lease(table: Table, scribe: Scribe) -> Lease | None:
    """Read where an answer names the host of a store."""
    host = scribe.reader(table, "host")
    return None if host is None else Lease(host=host, names=scribe.globs(table, "name"))


def rule(table: Table, surfaces: Sequence[Surface], scribe: Scribe) -> Rule | None:
    """Read a rule; None where its surface is not known."""
    if (base := _surface(table, surfaces, scribe)) is None:
        return None
    activity = table["activity"]
    undo = table.get("effect") == "undo"
    return Rule(
        id=table["id"],
        surface=base,
        activity=activity,
        effect="undo" if undo else "do",
        confidence=table["confidence"],
        evidence=tuple(table["evidence"]),
        enabled=table.get("enabled", True),
        wanted=table.get("wanted", ""),
        names=scribe.globs(table, "name"),
        roots=scribe.globs(table, "root"),
        where=scribe.predicates(table, "where"),
        accepted=scribe.predicates(table, "accepted"),
        refused=scribe.predicates(table, "refused"),
        status=frozenset(table.get("status", ())),
        target=scribe.reader(table, "target"),
        made=scribe.reader(table, "made"),
        token=scribe.reader(table, "token"),
        uses=scribe.reader(table, "uses"),
        undoes=tuple(table.get("undoes", (activity,) if undo else ())),
        by=table.get("by", "target"),
        switches=tuple(table.get("switches", ())),
        quantity=scribe.reader(table, "quantity"),
        balance=scribe.reader(table, "balance"),
        unit=table.get("unit", ""),
        finer=table.get("finer", ""),
        seconds=scribe.reader(table, "seconds"),
        since=scribe.reader(table, "since"),
        upload=scribe.part("upload", lambda: Globs.parse(_parts(table)), Globs()),
        raw="body" in table.get("upload", ()),
        flow=flow(table["flow"], scribe) if "flow" in table else None,
        each=scribe.reader(table, "each"),
        each_answer=scribe.reader(table, "each_answer"),
        cases=tuple(case(each) for each in table.get("cases", ())),
    )


def _parts(table: Table) -> Iterable[str]:
    texts = [text for text in table.get("upload", ()) if text != "body"]
    return [text.removeprefix("part.") for text in texts]


def _surface(table: Table, surfaces: Sequence[Surface], scribe: Scribe) -> Surface | None:
    own = {word: table[word] for word in ("method", "hosts", "path") if word in table}
    if "surface" not in table:
        return surface({"id": table["id"], **own}, scribe)
    base = next((each for each in surfaces if each.id == table["surface"]), None)
    if base is None:
        known = [each.id for each in surfaces]
        scribe.fault(
            f"There is no surface {table['surface']}.{suggestion(table['surface'], known)}"
        )
        return None
    if not own:
        return base
    changed = surface({"id": table["id"], **own}, scribe)
    return replace(
        base,
        id=changed.id,
        methods=changed.methods if "method" in own else base.methods,
        hosts=changed.hosts or base.hosts,
        paths=changed.paths or base.paths,
    )


def flow(table: Table, scribe: Scribe) -> Flow:
    """Read what a rule adds to a flow."""
    return Flow(
        id=table["id"],
        stage=table["stage"],
        key=scribe.reader(table, "key"),
        next=scribe.reader(table, "next"),
        needs_open=table.get("needs_open", True),
        rounds=scribe.count(table, "rounds"),
        tiles=scribe.count(table, "tiles"),
        offset=scribe.reader(table, "offset"),
        index=scribe.reader(table, "index"),
        total=scribe.reader(table, "total"),
        reached=scribe.reader(table, "reached"),
    )


def case(table: Table) -> Case:
    """Read a case; its exchanges stay tables until it is run."""
    alone = {word: table[word] for word in ("request", "response") if word in table}
    return Case(
        title=table["title"],
        exchanges=tuple(table.get("exchanges", ())) or (alone,),
        expect=tuple(table["expect"]),
        notice=table.get("notice", ""),
    )
