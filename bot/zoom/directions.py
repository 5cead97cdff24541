"""The one table that says whether a QoS type is sent or received, for each operation and each reading.

Zoom's pages contradict each other. The meetings page reads `audio_input` as "received by the client", the webinars and
sessions pages read it as "sent" (Zoom's QSS API page, `qos[].type`); a Zoom employee once said that `*_input` is
what goes from the user into Zoom (devforum 44764). So there are two readings, and a report says which one it used.
`video_output` is worded like `video_input` on every page: a slip, read here like `audio_output`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from bot.domain.model import Direction, Kind, Media, Reading

S, R = Direction.SENT, Direction.RECEIVED


class Row(NamedTuple):
    """One type: its medium, and its direction as documented for meetings, for the others, and by the other reading."""

    type: str
    media: Media
    meetings: Direction
    others: Direction
    input_is_sent: Direction


TABLE: tuple[Row, ...] = (
    Row("audio_input", Media.AUDIO, R, S, S),
    Row("audio_output", Media.AUDIO, S, R, R),
    Row("video_input", Media.VIDEO, R, S, S),
    Row("video_output", Media.VIDEO, S, R, R),
    Row("as_input", Media.SHARE, S, S, S),
    Row("as_output", Media.SHARE, R, R, R),
    Row("audio_device_from_crc", Media.AUDIO, S, S, S),
    Row("audio_device_to_crc", Media.AUDIO, R, R, R),
    Row("video_device_from_crc", Media.VIDEO, S, S, S),
    Row("video_device_to_crc", Media.VIDEO, R, R, R),
    Row("as_device_from_crc", Media.SHARE, S, S, S),
    Row("as_device_to_crc", Media.SHARE, R, R, R),
    Row("audio_device_from_rwg", Media.AUDIO, S, S, S),
    Row("audio_device_to_rwg", Media.AUDIO, R, R, R),
    Row("video_device_from_rwg", Media.VIDEO, S, S, S),
    Row("video_device_to_rwg", Media.VIDEO, R, R, R),
    Row("as_device_from_rwg", Media.SHARE, S, S, S),
    Row("as_device_to_rwg", Media.SHARE, R, R, R),
)

CPU_USAGE = "cpu_usage"
"""The nineteenth type, which has no direction."""

MEDIA_TYPES = frozenset(row.type for row in TABLE)


def direction_map(kind: Kind, reading: Reading) -> Mapping[str, tuple[Media, Direction]]:
    """Medium and direction of each type of media, seen from the participant."""
    return _MAPS[kind, reading]


def _direction(row: Row, kind: Kind, reading: Reading) -> Direction:
    if reading is Reading.INPUT_IS_SENT:
        return row.input_is_sent
    return row.meetings if kind is Kind.MEETING else row.others


_MAPS = {
    (kind, reading): MappingProxyType({row.type: (row.media, _direction(row, kind, reading)) for row in TABLE})
    for kind in Kind
    for reading in Reading
}
