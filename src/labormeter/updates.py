"""Updates of packs: fetched when the person asks, checked, shown, and kept beside the former ones.

A bundle counts only with a minisign signature by a key that stands here. Nothing is fetched by
itself. What an update brings opens no host that is new to this installation: these wait for the
person's yes, as every new host does.
"""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import urlsplit

from labormeter import platforms, settings
from labormeter.errors import KnownError
from labormeter.rules import bundle as bundles
from labormeter.rules import load
from labormeter.rules.check import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from email.message import Message

    from labormeter.home import Home
    from labormeter.rules.bundle import Bundle
    from labormeter.rules.fault import Fault
    from labormeter.rules.index import Packs
    from labormeter.rules.pack import Pack, Rule

KEYS: Final = ("RWROn16zlqKDQ3G3LVvVjm2juxlxKkWUIr4hPQxRhWTICHdSZCcLtZff",)
"""Public keys that may sign a bundle. Two stand here while one takes the other's place.

The secret half of this first one was destroyed: whoever makes the first release puts their own here.
"""
SUFFIX: Final = ".minisig"
SIGNATURE: Final = 4096
"""Bytes of a signature."""
PATIENCE: Final = 30.0
"""Seconds that a server may take for each step."""

type What = Literal[
    "new platform",
    "version",
    "rule added",
    "rule removed",
    "rule changed",
    "rule switched",
    "host new",
    "host gone",
    "question",
]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an update changes."""

    platform: str
    what: What
    name: str


def get(place: str, context: ssl.SSLContext | None = None) -> tuple[bytes, bytes]:
    """Return a bundle and its signature, from a file or an https address. Raises KnownError."""
    if "://" not in place:
        return _file(Path(place)), _file(Path(place + SUFFIX), SIGNATURE)
    if urlsplit(place).scheme != "https":
        raise KnownError("Packs are fetched over https alone.", "Give an https address or a file.")
    return _fetched(place, bundles.LARGEST, context), _fetched(place + SUFFIX, SIGNATURE, context)


def verified(data: bytes, signature: bytes, keys: Sequence[str] = KEYS) -> Bundle:
    """Return a bundle whose signature is by one of the keys. Raises KnownError."""
    import minisign  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415 - only here

    try:
        signed = minisign.Signature.from_bytes(signature)
    except ValueError as error:
        raise _unsigned() from error
    for key in keys:
        try:
            minisign.PublicKey.from_base64(key).verify(data, signed)
        except ValueError:
            continue
        return bundles.read(data)
    raise _unsigned()


def _unsigned() -> KnownError:
    return KnownError(
        "The signature of this bundle is not by a key that labormeter knows; nothing was changed.",
        "Fetch it again, from where labormeter itself came from.",
    )


def packs_of(bundle: Bundle) -> tuple[Pack, ...]:
    """Return the packs of a bundle, each read and with all its cases tried.

    Raises KnownError with the first fault, for a signed bundle has none.
    """
    return tuple(_sound(platform, text) for platform, text in sorted(bundle.packs.items()))


def _sound(platform: str, text: str) -> Pack:
    file = f"{platform}.toml"
    pack, faults = load.read_text(text, file, shipped=True)
    if pack is not None and not faults:
        faults = check(pack, file)
    if pack is None or faults:
        raise _refused(faults)
    if pack.platform != platform or pack.kind == platforms.PRACTICE:
        raise KnownError(
            f"The bundle holds {pack.platform} where {platform} should be; nothing was changed.",
            "Fetch it again.",
        )
    return pack


def _refused(faults: Sequence[Fault]) -> KnownError:
    return KnownError(
        f"The bundle has a fault, and nothing was changed: {faults[0]}",
        "It may be meant for a newer labormeter.",
    )


def changes(before: Packs, packs: Iterable[Pack]) -> tuple[Change, ...]:
    """Return what these packs change of those in use; a pack that is not newer changes nothing."""
    found: list[Change] = []
    for pack in packs:
        known = before.by_platform.get(pack.platform)
        if known is None:
            found.append(Change(pack.platform, "new platform", pack.title))
            found += [Change(pack.platform, "host new", host) for host in pack.hosts]
        elif known.shipped and bundles.newer(pack.version, known.version):
            found += _changes(known, pack)
    return tuple(found)


def _changes(known: Pack, pack: Pack) -> Iterator[Change]:
    platform = pack.platform
    yield Change(platform, "version", f"{known.version} to {pack.version}")
    for host in sorted({*pack.hosts} - {*known.hosts}):
        yield Change(platform, "host new", host)
    for host in sorted({*known.hosts} - {*pack.hosts}):
        yield Change(platform, "host gone", host)
    if pack.ask != known.ask:
        yield Change(platform, "question", pack.ask)
    old = {rule.id: rule for rule in known.rules}
    new = {rule.id: rule for rule in pack.rules}
    for name in sorted({*old, *new}):
        if (what := _rule(old.get(name), new.get(name))) is not None:
            yield Change(platform, what, name)


def _rule(old: Rule | None, new: Rule | None) -> What | None:
    if old is None:
        return "rule added"
    if new is None:
        return "rule removed"
    if old.enabled != new.enabled:
        return "rule switched"
    return "rule changed" if _meaning(old) != _meaning(new) else None


def _meaning(rule: Rule) -> Rule:
    """Return a rule without what proves it, which changes nothing that is counted."""
    return replace(rule, cases=(), evidence=(), wanted="", confidence="C")


def install(home: Home, data: bytes, signature: bytes, bundle: Bundle) -> None:
    """Put a bundle in the place of the one in use, which is kept. Raises KnownError.

    The hosts that the person knows of are written down first, so that new ones wait.
    """
    used = bundles.in_use(home.packs)
    if used is not None and not bundles.newer(bundle.version, used.version):
        raise KnownError(
            f"The packs in use are of {used.version}; this bundle, of {bundle.version}, is no newer.",
            "To go back to those before, say --back.",
        )
    home.create()
    _settle(home)
    folder = home.root / bundles.FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    for name, content in (("new.json", data), ("new.json" + SUFFIX, signature)):
        (folder / name).write_bytes(content)
    for ending in (SUFFIX, ""):
        now = folder / f"now.json{ending}"
        if now.exists():
            now.replace(folder / f"before.json{ending}")
        else:
            (folder / f"before.json{ending}").unlink(missing_ok=True)
    for ending in (SUFFIX, ""):
        (folder / f"new.json{ending}").replace(folder / f"now.json{ending}")


def back(home: Home) -> str:
    """Go back to the packs in use before, and return their version; a second time comes forth.

    Raises KnownError where there are none.
    """
    folder = home.root / bundles.FOLDER
    now, before = folder / "now.json", folder / "before.json"
    if not now.exists() and not before.exists():
        raise KnownError("These packs were never updated.", "There is nothing to go back to.")
    _settle(home)
    for ending in (SUFFIX, ""):
        names = [folder / f"{name}.json{ending}" for name in ("now", "before", "swap")]
        for source, target in ((0, 2), (1, 0), (2, 1)):
            if names[source].exists():
                names[source].replace(names[target])
    used = bundles.in_use(home.packs)
    return "the program" if used is None else used.version


def _settle(home: Home) -> None:
    packs, _ = load.load(home.packs)
    chosen = settings.read(home.settings)
    after = platforms.settled(packs, chosen)
    for name, value in platforms.changes(platforms.Choice.of(chosen), after).items():
        settings.change(home.settings, name, value)


def _file(path: Path, largest: int = bundles.LARGEST) -> bytes:
    try:
        with path.open("rb") as file:
            return _within(file.read, largest, path.name)
    except OSError as error:
        raise KnownError(
            f"{path.name} cannot be read ({error.strerror}).",
            f"A bundle and its signature ({SUFFIX}) lie beside each other.",
        ) from error


def _fetched(url: str, largest: int, context: ssl.SSLContext | None) -> bytes:
    secure = urllib.request.HTTPSHandler(context=context or ssl.create_default_context())
    opener = urllib.request.build_opener(secure, _OnlySecure)
    try:
        with opener.open(url, timeout=PATIENCE) as answer:
            return _within(answer.read, largest, "The answer")
    except urllib.error.HTTPError as error:
        raise KnownError(f"The server answered {error.code}.", "Check the address.") from error
    except (OSError, ValueError) as error:
        raise KnownError("The address cannot be reached.", "Check it, and your network.") from error


def _within(read: Callable[[int], bytes], largest: int, name: str) -> bytes:
    data = read(largest + 1)
    if len(data) > largest:
        raise KnownError(f"{name} is larger than a bundle may be.", "Nothing was changed.")
    return data


class _OnlySecure(urllib.request.HTTPRedirectHandler):
    """Follows no redirect away from https."""

    def redirect_request(  # noqa: PLR0917 - as the library has it
        self,
        req: urllib.request.Request,
        fp: Any,  # noqa: ANN401 - as the library has it
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the request that follows, where it is as safe."""
        if urlsplit(newurl).scheme != "https":
            raise KnownError("The server leads away from https.", "Nothing was changed.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
