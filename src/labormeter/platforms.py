"""Which platforms are metered, and by which hosts.

A host is opened only where a pack names it exactly and the person knows of it:

    shipped pack         on by itself, with the hosts it had when the person last agreed
    shipped pack, asks   off until the person says yes to its question
    own pack             off until the person says yes to its hosts
    added host           on as soon as its platform is
    shipped, no hosts    waits until the person adds a host, and is on with the first

Everything here is pure. Settings `on`, `off`, `hosts` and `agreed` hold what the person decided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol

from labormeter.errors import KnownError
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from labormeter.settings import Settings

PRACTICE: Final = "practice"
"""The platform of the practice site; it needs nobody's yes, for it is ours and on this computer."""
PRACTICE_HOST: Final = "practice.labormeter.test"
"""The one name by which the practice site answers."""

type State = Literal["on", "off", "asks", "waits"]
"""`asks`: off until its question is answered. `waits`: a pack of the person's own, or one that is
new to this installation, off until its hosts are agreed to."""

_HOST: Final = re.compile(
    r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\Z"
)


class Pack(Protocol):
    """What has to be known of a pack here."""

    @property
    def platform(self) -> str:
        """Return its slug."""

    @property
    def title(self) -> str:
        """Return its name for people."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return the exact names that may be opened."""

    @property
    def ask(self) -> str:
        """Return the question that has to be answered first, empty where there is none."""

    @property
    def kind(self) -> str:
        """Return `commercial`, `commons`, `captcha` or `practice`."""

    @property
    def shipped(self) -> bool:
        """Return whether it came with labormeter."""


class Packs(Protocol):
    """All packs that could be read."""

    @property
    def platforms(self) -> tuple[Pack, ...]:
        """Return them in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one platform stands."""

    platform: str
    title: str
    kind: str
    state: State
    hosts: tuple[str, ...]
    """Hosts that are opened; none unless it is on."""
    waiting: tuple[str, ...]
    """Hosts that are closed until the person agrees to them."""
    question: str
    """What the person is asked before it is switched on; empty where nothing is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the person decided, as the settings that keep it."""

    on: tuple[str, ...]
    off: tuple[str, ...]
    hosts: tuple[str, ...]
    """Added hosts, as PLATFORM=HOST."""
    agreed: tuple[str, ...]
    """Hosts of packs that the person knows of, as PLATFORM=HOST; none on a fresh home."""

    @classmethod
    def of(cls, settings: Settings) -> Choice:
        """Read the choice from the settings."""
        return cls(
            **{name: tuple(settings.words(name)) for name in ("on", "off", "hosts", "agreed")}
        )


def standings(packs: Packs, settings: Settings) -> tuple[Standing, ...]:
    """Return how every platform stands, in the order of the packs."""
    choice = Choice.of(settings)
    return tuple(_standing(pack, choice) for pack in packs.platforms)


def metered(packs: Packs, settings: Settings) -> dict[str, tuple[str, ...]]:
    """Return the hosts that are opened, by platform; platforms that are off are absent."""
    return {
        standing.platform: standing.hosts
        for standing in standings(packs, settings)
        if standing.state == "on" and standing.hosts
    }


def hosts(packs: Packs, settings: Settings) -> tuple[str, ...]:
    """Return every host that is opened, in the order of the alphabet, each once."""
    return tuple(sorted({host for some in metered(packs, settings).values() for host in some}))


def switched_on(packs: Packs, settings: Settings, names: Iterable[str]) -> Choice:
    """Return the choice after the person said yes to these platforms and all their hosts.

    Raises KnownError where a platform is unknown.
    """
    choice, named = settled(packs, settings), tuple(names)
    packs_named = [_named(packs, name) for name in named]
    agreed = {f"{pack.platform}={host}" for pack in packs_named for host in pack.hosts}
    return Choice(
        on=_with(choice.on, named),
        off=tuple(name for name in choice.off if name not in named),
        hosts=choice.hosts,
        agreed=_with(choice.agreed, sorted(agreed)),
    )


def switched_off(packs: Packs, settings: Settings, names: Iterable[str]) -> Choice:
    """Return the choice after the person switched these platforms off.

    Raises KnownError where a platform is unknown.
    """
    choice, named = settled(packs, settings), tuple(names)
    for name in named:
        _named(packs, name)
    return Choice(
        on=tuple(name for name in choice.on if name not in named),
        off=_with(choice.off, named),
        hosts=choice.hosts,
        agreed=choice.agreed,
    )


def with_host(
    packs: Packs, settings: Settings, name: str, host: str, denied: Callable[[str], bool]
) -> Choice:
    """Return the choice after the person added a host to a platform.

    `denied` says which hosts no pack and no person may open. Raises KnownError where the platform
    is unknown, the host is no exact name, is denied, or belongs to another platform.
    """
    choice, plain = settled(packs, settings), host.strip().lower().rstrip(".")
    _named(packs, name)
    if not _HOST.match(plain):
        raise KnownError(
            said("{host} is not the exact name of a host.", host=repr(host)),
            "Give one like api.x.com.",
        )
    if denied(plain):
        raise KnownError(
            said("{host} is never opened.", host=plain),
            "Sign-in, mail, banks and messengers stay closed whatever a pack says.",
        )
    if owners(packs, settings).get(plain, name) != name:
        raise KnownError(
            said("{host} belongs to another platform already.", host=plain), "See `platforms list`."
        )
    return Choice(
        on=choice.on,
        off=choice.off,
        hosts=_with(choice.hosts, (f"{name}={plain}",)),
        agreed=choice.agreed,
    )


def settled(packs: Packs, settings: Settings) -> Choice:
    """Return the choice with the hosts this installation began with written down.

    A fresh home knows of all hosts of shipped packs that do not ask. From then on a host that an
    update brings is new, and waits.
    """
    choice = Choice.of(settings)
    if choice.agreed:
        return choice
    known = [
        f"{pack.platform}={host}"
        for pack in packs.platforms
        if pack.shipped and pack.kind != PRACTICE
        for host in _known(pack, choice)
    ]
    return Choice(on=choice.on, off=choice.off, hosts=choice.hosts, agreed=tuple(sorted(known)))


def owners(packs: Packs, settings: Settings) -> dict[str, str]:
    """Return the platform of every host that a pack or the person names."""
    found = {host: pack.platform for pack in packs.platforms for host in pack.hosts}
    for line in Choice.of(settings).hosts:
        platform, _, host = line.partition("=")
        found.setdefault(host, platform)
    return found


def changes(before: Choice, after: Choice) -> Mapping[str, list[str]]:
    """Return the settings that differ, by name, as they are to be written."""
    return {
        name: list(getattr(after, name))
        for name in ("on", "off", "hosts", "agreed")
        if getattr(after, name) != getattr(before, name)
    }


def _standing(pack: Pack, choice: Choice) -> Standing:
    known = _known(pack, choice)
    added = tuple(
        host for line in choice.hosts for name, _, host in [line.partition("=")] if _is(pack, name)
    )
    # a pack without hosts of its own stands on those that the person added
    state = _state(pack, choice, known if pack.hosts else added)
    opened = tuple(dict.fromkeys((*known, *added))) if state == "on" else ()
    return Standing(
        platform=pack.platform,
        title=pack.title,
        kind=pack.kind,
        state=state,
        hosts=opened,
        waiting=() if state == "off" else tuple(host for host in pack.hosts if host not in opened),
        question=question(pack),
    )


def question(pack: Pack) -> str:
    """Return what is asked before a pack is switched on, empty where nothing is."""
    if pack.ask:
        return pack.ask
    if pack.shipped:
        return ""
    names = ", ".join(pack.hosts)
    return f"This pack did not come with labormeter. It opens {names} to this program."


def _is(pack: Pack, name: str) -> bool:
    return pack.platform == name


def _known(pack: Pack, choice: Choice) -> tuple[str, ...]:
    """Return the hosts of a pack that the person agreed to or that were there from the start."""
    if pack.kind == PRACTICE and pack.shipped:
        return pack.hosts
    if not choice.agreed and pack.shipped and (not pack.ask or pack.platform in choice.on):
        return pack.hosts
    yes = {*choice.agreed, *choice.hosts}
    return tuple(host for host in pack.hosts if f"{pack.platform}={host}" in yes)


def _state(pack: Pack, choice: Choice, known: tuple[str, ...]) -> State:
    if pack.platform in choice.off:
        return "off"
    if pack.platform in choice.on and known:
        return "on"
    if pack.ask:
        return "asks"
    return "on" if known else "waits"


def _named(packs: Packs, name: str) -> Pack:
    for pack in packs.platforms:
        if pack.platform == name:
            return pack
    known = ", ".join(pack.platform for pack in packs.platforms)
    raise KnownError(
        said("There is no platform {name}.", name=repr(name)),
        said("There are: {names}.", names=known),
    )


def _with(words: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*words, *more)))
