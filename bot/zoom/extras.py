"""What only events measure: Zoom's own quality words and scores, and the strength of the Wi-Fi. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from bot.domain.model import Media, Spread, ZoomSays
from bot.zoom.directions import TABLE
from bot.zoom.values import RSSI_DBM, SCORE, in_order, no_complaint, spread_reader

WORDS = ("bad", "poor", "fair", "good")
"""Worst first."""

_OWN_TYPES: Final = {"audio_quality": Media.AUDIO, "video_quality": Media.VIDEO, "as_quality": Media.SHARE}
_MEDIA: Final = {row.type: row.media for row in TABLE}
_WIFI = "wifi_rssi"
_rssi = spread_reader(RSSI_DBM, "min_rssi", "avg_rssi", "max_rssi")


def zoom_says(rows: Iterable[object]) -> Mapping[Media, ZoomSays] | None:
    """Word and score per medium. Zoom's example has them inside a stream's row too; a row of their own wins, else the
    worst of the streams does."""
    own: dict[Media, ZoomSays] = {}
    beside: dict[Media, ZoomSays] = {}
    for kind, details in _typed(rows):
        said = _says(details)
        if said is None:
            continue
        if kind in _OWN_TYPES:
            own[_OWN_TYPES[kind]] = said
        elif kind in _MEDIA:
            media = _MEDIA[kind]
            beside[media] = min(said, beside.get(media, said), key=_worse_first)
    found = {**beside, **own}
    return {media: found[media] for media in Media if media in found} or None


def wifi_rssi(rows: Iterable[object]) -> Spread | None:
    """Weakest, average and strongest signal in dBm, put in order: Zoom's examples swap the ends."""
    found: dict[bool, Spread] = {}
    for kind, details in _typed(rows):
        spread = _rssi(details, no_complaint)
        if spread is not None:
            found.setdefault(kind == _WIFI, in_order(spread) or spread)
    return found.get(True) or found.get(False)


def _typed(rows: Iterable[object]) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in rows:
        if isinstance(row, dict):
            kind, details = row.get("type"), row.get("details")
            if isinstance(kind, str) and isinstance(details, dict):
                yield kind.strip().lower(), details


def _says(details: Mapping[str, object]) -> ZoomSays | None:
    word = details.get("quality")
    known = word.strip().lower() if isinstance(word, str) and word.strip().lower() in WORDS else None
    score = SCORE.number(details.get("quality_score"))
    return None if known is None and score is None else ZoomSays(known, score)


def _worse_first(said: ZoomSays) -> tuple[float, int]:
    rank = WORDS.index(said.word) if said.word else len(WORDS)
    return (said.score if said.score is not None else float(rank + 1), rank)
