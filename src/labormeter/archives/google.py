"""Google Takeout beside YouTube: reviews on Maps and Play, photos put on Google's servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from labormeter.archives import moment, stream, youtube
from labormeter.archives.found import Found
from labormeter.archives.platform import HTML, MESSAGES, READING, Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member

NEWER: Final = said("GeoJSON (since 2023)")
OLDER: Final = said("GeoJSON of before")
PLAY: Final = said("JSON files")
SIDECAR: Final = said("a file beside each photo")


def _maps(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read reviews of places, and with each the questions that were answered beside it."""
    with member.open() as file:
        for _, item in stream.items(file, lambda path: path == ("features",)):
            given = item.get("properties") if isinstance(item, dict) else None
            if not isinstance(given, dict):
                continue
            newer = "date" in given
            at = moment.written(given.get("date") or given.get("Published"))
            place = str(given.get("google_maps_url") or given.get("Google Maps URL") or "")
            yield Found("review", at, target=place, layout=NEWER if newer else OLDER)
            for number, _ in enumerate(_listed(given.get("questions"))):
                tell = f"{place} {number}"
                yield Found("rate", at, tell=tell, layout=NEWER, kind="maps-answers")


def _play(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for _, item in stream.items(file, lambda path: not path):
            review = item.get("review") if isinstance(item, dict) else None
            if isinstance(review, dict):
                document = review.get("document")
                tell = str(document.get("title") or "") if isinstance(document, dict) else ""
                at = moment.written(review.get("creationTime"))
                yield Found("review", at, tell=tell, layout=PLAY)


def _photo(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read what Google says of one photo that lies beside: when it came, and what it knows."""
    with member.open() as file:
        for _, item in stream.items(file, stream.never, lambda path: not path):
            if not isinstance(item, dict) or "photoTakenTime" not in item:
                continue
            at = _stamp(item.get("creationTime")) or _stamp(item.get("photoTakenTime"))
            name = str(item.get("title") or "")
            yield Found(
                "upload",
                at,
                tell=member.name,
                layout=SIDECAR,
                file=name,
                known=("gps", "datetime") if _placed(item) else ("datetime",),
            )


def _placed(item: dict[str, Any]) -> bool:
    places = (item.get("geoDataExif"), item.get("geoData"))
    return any(isinstance(one, dict) and one.get("latitude") for one in places)


def _stamp(given: object) -> int | None:
    return moment.seconds(given.get("timestamp")) if isinstance(given, dict) else None


def _listed(given: object) -> list[Any]:
    return given if isinstance(given, list) else []


_MAPS: Final = r"(?:maps|karten|cartes|mapas|kaarten|mappe)[^/]*"

GOOGLE: Final = Platform(
    slug="google",
    title="Google",
    since=1998,
    topics=(
        *youtube.TOPICS,
        Topic(
            kind="maps-reviews",
            names=ending(
                rf"{_MAPS}/(?:reviews|rezensionen|avis|rese.as|recensies|recensioni)\.json",
                r"reviews\.geojson",
            ),
            read=_maps,
        ),
        Topic(
            kind="play-reviews",
            names=ending(r"google play[^/]*/(?:reviews|rezensionen|avis|rese.as)\.json"),
            read=_play,
        ),
        Topic(
            kind="photos",
            names=ending(
                r"(?:google (?:photos|fotos|foto)|photos from \d{4}|fotos (?:von|de|uit) \d{4})/(?:.*/)?"
                r"[^/]+\.[a-z0-9]{2,4}(?:\.s[a-z-]*)?(?:\(\d+\))?\.json",
            ),
            read=_photo,
        ),
    ),
    marks=(ending(r"archive_browser\.html"), ending(r"takeout/.*"), ending(r"youtube[^/]*/.*")),
    left=(
        youtube.HISTORY,
        (ending(r"(?:google chat|hangouts|gmail|mail)/.*"), MESSAGES),
        (
            ending(r"(?:chrome|location history[^/]*|my activity/(?!youtube)[^/]*)/.*\.json"),
            READING,
        ),
        (ending(r"reviews\.html"), HTML),
    ),
)
"""YouTube's files are read with their own slug; what else Google knows is not an act."""
