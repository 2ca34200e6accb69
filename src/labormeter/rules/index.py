"""All packs, found by host: flat in the number of packs, and decided on a request's head alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from labormeter.model import Exchange, Request
from labormeter.rules.denied import host_denied, name_denied, path_denied
from labormeter.rules.glob import Globs
from labormeter.rules.pack import EXAMPLE
from labormeter.rules.route import Tree, segments
from labormeter.rules.view import Documents, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from labormeter.model import Pairs
    from labormeter.rules.pack import Pack, Rule, Surface
    from labormeter.rules.predicate import Predicate
    from labormeter.rules.reader import Reader
    from labormeter.rules.route import Route

_NAMES: Final = 4096
"""Names of operations that are remembered, a surface."""
_SHOWN: Final = 8
"""Segments of an unknown path that a notice keeps."""


@dataclass(frozen=True, slots=True)
class Need:
    """What of an exchange must be read so that its rules can judge it."""

    body: bool = False
    response: bool = False
    files: tuple[str, ...] = ()
    """Multipart parts (globs) whose file is peeked at; "" for a raw body that is an upload."""

    def wants(self, part: str) -> bool:
        """Whether the file in a multipart part, or in the raw body (""), is peeked at."""
        if not part:
            return "" in self.files
        return Globs.parse(name for name in self.files if name).matches(part)

    def __or__(self, other: Need) -> Need:
        files = tuple(dict.fromkeys(self.files + other.files))
        return Need(self.body or other.body, self.response or other.response, files)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an operation's name says: that it is a read, or which rules know it."""

    read: bool = False
    rules: tuple[Rule, ...] = ()


UNNAMED: Final = Meaning()


@dataclass(frozen=True, slots=True, eq=False)
class Binding:
    """One surface of one pack, with the rules that count on it."""

    pack: Pack
    surface: Surface
    order: tuple[str, int]
    rules: tuple[Rule, ...]
    always: tuple[Rule, ...]
    roots: Globs
    heads: Mapping[str, tuple[Predicate, ...]] = field(default_factory=dict)
    needs: Mapping[str, Need] = field(default_factory=dict)
    _names: dict[str, Meaning] = field(default_factory=dict)

    def meaning(self, name: str) -> Meaning:
        """Return what an operation's name says; what was asked before is remembered."""
        found = self._names.get(name)
        if found is None:
            rules = tuple(rule for rule in self.rules if rule.names.matches(name))
            found = Meaning(read=self.surface.reads.matches(name), rules=rules)
            if len(self._names) >= _NAMES:  # what a page invents must not fill memory
                self._names.clear()
            self._names[name] = found
        return found

    def name(self, view: View, *, head: bool = False) -> str | None:
        """Read the operation's declared name, from the head alone where that is all there is."""
        for reader in self.surface.name:
            if head and not reader.head:
                return None
            if (name := reader.text_at(view)) is not None:
                return name
        return None

    def need(self, view: View) -> Need | None:
        """Decide on the head what must be read; None where no rule can come of it."""
        needed = self._sum(self.always, view)
        lease = self.surface.lease
        if not self.surface.name:
            return _either(needed, None if lease is None else Need(response=True))
        name = self.name(view, head=True)
        if name is None:
            wanted = any(not reader.head for reader in self.surface.name)
            return _either(needed, Need(body=True, response=True) if wanted else None)
        meaning = self.meaning(name)
        if self.leases(name):
            needed = _either(needed, Need(response=True))
        if meaning.read:
            return needed
        if meaning.rules:
            alarm = Need(response=True) if self.surface.roots is not None else None
            return _either(needed, self._sum(meaning.rules, view), alarm)
        if self.surface.roots is not None and not name_denied(name):
            return _either(needed, Need(response=True, body=self.surface.batch))
        return needed

    def leases(self, name: str | None) -> bool:
        """Whether an operation is answered with the host of a store."""
        lease = self.surface.lease
        if lease is None or not lease.names:
            return lease is not None
        return name is not None and lease.names.matches(name)

    def _sum(self, rules: Iterable[Rule], view: View) -> Need | None:
        found: Need | None = None
        for rule in rules:
            if all(predicate.holds(view) for predicate in self.heads[rule.id]):
                found = _either(found, self.needs[rule.id])
        return found


def _either(*needs: Need | None) -> Need | None:
    found: Need | None = None
    for need in needs:
        if need is not None:
            found = need if found is None else found | need
    return found


def _binding(pack: Pack, surface: Surface, order: int) -> Binding:
    rules = tuple(rule for rule in pack.rules if rule.enabled and rule.surface is surface)
    roots = [rule.roots for rule in rules]
    return Binding(
        pack=pack,
        surface=surface,
        order=(pack.platform, order),
        rules=tuple(rule for rule in rules if rule.names),
        always=tuple(rule for rule in rules if not rule.names),
        roots=Globs(
            frozenset(name for globs in roots for name in globs.exact),
            tuple(glob for globs in roots for glob in globs.patterns),
        ),
        heads={rule.id: _head_predicates(rule) for rule in rules},
        needs={rule.id: _need(rule) for rule in rules},
    )


def _head_predicates(rule: Rule) -> tuple[Predicate, ...]:
    return tuple(each for each in rule.where if all(reader.head for reader in each.readers))


def _need(rule: Rule) -> Need:
    readers: tuple[Reader, ...] = rule.readers()
    return Need(
        body=any(reader.body for reader in readers),
        response=any(reader.answer_body for reader in readers),
        files=_files(rule),
    )


def _files(rule: Rule) -> tuple[str, ...]:
    names = (*sorted(rule.upload.exact), *(glob.text for glob in rule.upload.patterns))
    return (*names, "") if rule.raw else names


@dataclass(slots=True)
class _Host:
    packs: list[Pack] = field(default_factory=list)
    methods: dict[str, Tree[tuple[Binding, Route]]] = field(default_factory=dict)
    ignore: Tree[Pack] = field(default_factory=Tree)


class Packs:
    """Packs by host. Made once at load; `metering` makes another for what is switched on."""

    def __init__(
        self, packs: Iterable[Pack], hosts: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self.platforms = tuple(sorted(packs, key=lambda pack: pack.platform))
        self.by_platform = {pack.platform: pack for pack in self.platforms}
        self._extra = dict(hosts or {})
        self._chosen = hosts is not None
        self._hosts: dict[str, _Host] = {}
        for pack in self.platforms:
            self._place(pack)
        shipped = [pack.literals for pack in self.platforms if pack.shipped]
        self.literals = frozenset[str]().union(*shipped)

    def _place(self, pack: Pack) -> None:
        surfaces = {id(surface): surface for surface in pack.surfaces}
        surfaces |= {id(rule.surface): rule.surface for rule in pack.rules}
        for host in self.hosts(pack.platform):
            entry = self._hosts.setdefault(host, _Host())
            entry.packs.append(pack)
            for route in pack.ignore:
                entry.ignore.add(route, pack)
        for order, surface in enumerate(surfaces.values()):
            binding = _binding(pack, surface, order)
            for host in self._served(pack, surface):
                for route in surface.unread:
                    self._hosts[host].ignore.add(route, pack)
                for method in surface.methods:
                    tree = self._hosts[host].methods.setdefault(method, Tree())
                    for route in surface.paths:
                        tree.add(route, (binding, route))

    def _served(self, pack: Pack, surface: Surface) -> tuple[str, ...]:
        """Return the hosts of a surface; what the person added may be any of them."""
        known = self.hosts(pack.platform)
        if not surface.hosts:
            return known
        return tuple(host for host in known if host in surface.hosts or host not in pack.hosts)

    def metering(self, hosts: Mapping[str, Sequence[str]]) -> Packs:
        """Return the packs of these platforms alone, on these hosts and no others."""
        wanted = [pack for pack in self.platforms if pack.platform in hosts]
        return Packs(wanted, {pack.platform: tuple(hosts[pack.platform]) for pack in wanted})

    def hosts(self, platform: str) -> tuple[str, ...]:
        """Return the hosts of a platform."""
        pack = self.by_platform.get(platform)
        if self._chosen or pack is None:
            named = self._extra.get(platform, ())
        else:
            named = pack.hosts or (EXAMPLE,)
        return tuple(host for host in named if not host_denied(host))

    def pack_of(self, host: str) -> Pack | None:
        """Return the first pack that names a host."""
        entry = self._hosts.get(host)
        return None if entry is None else entry.packs[0]

    @cached_property
    def every_host(self) -> frozenset[str]:
        """Every host that any pack names."""
        return frozenset(self._hosts)

    def find(self, method: str, host: str, path: str) -> list[tuple[Binding, Route]]:
        """Return the surfaces that a request belongs to, in the order of their packs."""
        entry = self._hosts.get(host)
        tree = None if entry is None else entry.methods.get(method)
        if tree is None:
            return []
        found = tree.find(segments(path))
        if len(found) > 1:
            found = list({binding.order: (binding, route) for binding, route in found}.values())
            found.sort(key=lambda pair: pair[0].order)
        return found

    def need(self, method: str, host: str, path: str, query: Pairs, headers: Pairs) -> Need | None:
        """Say on a request's head what of the exchange to read; None: let all of it pass unread."""
        found = self.find(method, host, path)
        if not found:
            return None
        request = Request(method=method, host=host, path=path, query=query, headers=headers)
        documents = Documents(Exchange(request=request, response=None, started_at=0, finished_at=0))
        parts = segments(path)
        needs = [binding.need(View(documents, route.captures(parts))) for binding, route in found]
        needed = _either(*needs)
        if needed is None or path_denied(host, path) or prefetched(headers):
            return None
        return needed

    def ignored(self, host: str, path: str) -> bool:
        """Whether a path is telemetry by a pack's own word."""
        entry = self._hosts.get(host)
        return entry is not None and bool(entry.ignore.find(segments(path)))

    def masked(self, path: str) -> str:
        """Return a path in which each segment that no shipped pack writes out is `*`."""
        parts = segments(path)
        shown = [part if part in self.literals else "*" for part in parts[:_SHOWN]]
        return "/" + "/".join(shown + ["**"] * (len(parts) > _SHOWN))


def prefetched(headers: Pairs) -> bool:
    """Whether the browser says that it asks ahead, and the person did not."""
    return any(
        name in ("sec-purpose", "purpose", "x-purpose", "x-moz") and "pre" in value.lower()
        for name, value in headers
    )
