"""What events told, as bytes and back, exactly. Knows the format and its version; knows no table.

A call is one JSON object. A leg is one JSON object, followed, where it has a summary, by a line break and the sample in
the form of `bot.store.legs`. Words are `{name: [epoch ms, text]}`.
"""

from datetime import datetime
from typing import Any

import orjson

from bot.domain.feed import CallTold, LegTold, Sample, Words
from bot.domain.feed_call import leg_of, sample_of
from bot.domain.model import CallUuid, Kind
from bot.errors import StoreError
from bot.store.columns import from_micros, storable, to_micros
from bot.store.legs import decode, encode

VERSION = 1


def encode_call(told: CallTold) -> bytes:
    """Everything but kind, UUID and legs, which have columns and rows of their own."""
    return _dumps(
        {
            "v": VERSION,
            "w": told.words,
            "t": [_micros(told.started_at), _micros(told.ended_at)],
            "m": [told.started_ms, told.ended_ms, told.measured_ms, told.last_ms],
        }
    )


def decode_call(kind: Kind, uuid: CallUuid, body: bytes, legs: dict[str, LegTold]) -> CallTold:
    found = _known(orjson.loads(body))
    (started, ended), (started_ms, ended_ms, measured_ms, last_ms) = found["t"], found["m"]
    return CallTold(
        kind,
        uuid,
        _words(found["w"]),
        started_at=_instant(started),
        ended_at=_instant(ended),
        started_ms=started_ms,
        ended_ms=ended_ms,
        measured_ms=measured_ms,
        last_ms=last_ms,
        legs=legs,
    )


def encode_leg(told: LegTold) -> bytes:
    """Words and summary; minutes have rows of their own."""
    head: dict[str, Any] = {"v": VERSION, "w": told.words}
    if told.summary is None:
        return _dumps(head)
    at_ms, sample = told.summary
    return _dumps(head | {"s": at_ms}) + b"\n" + encode_sample(sample)


def decode_leg(participant_id: str, body: bytes) -> LegTold:
    head, _, sample = body.partition(b"\n")
    found = _known(orjson.loads(head))
    return LegTold(participant_id, _words(found["w"]), (found["s"], decode_sample(sample)) if "s" in found else None)


def encode_sample(sample: Sample) -> bytes:
    return encode(leg_of("", sample))


def decode_sample(body: bytes) -> Sample:
    return sample_of(decode(body))


def storable_leg(told: LegTold) -> LegTold:
    """With text that every database takes."""
    words = {name: (at_ms, storable(text)) for name, (at_ms, text) in told.words.items()}
    return LegTold(storable(told.participant_id), words, told.summary, told.minutes)


def _known(found: dict[str, Any]) -> dict[str, Any]:
    if found["v"] != VERSION:
        raise StoreError("store_newer", "A stored call was written by a newer version of this bot.", "Update the bot.")
    return found


def _words(found: dict[str, Any]) -> Words:
    return {name: (at_ms, text) for name, (at_ms, text) in found.items()}


def _dumps(body: dict[str, Any]) -> bytes:
    words = {name: (at_ms, storable(text)) for name, (at_ms, text) in body["w"].items()}
    return orjson.dumps(body | {"w": words})


def _micros(moment: datetime | None) -> int | None:
    return None if moment is None else to_micros(moment)


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)
