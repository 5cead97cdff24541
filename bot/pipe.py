"""Frames between two processes of ours: a JSON value and some bytes beside it. Knows nothing of what they mean."""

import asyncio
import struct
from typing import Any

import orjson

_LENGTHS = struct.Struct(">II")


def packed(told: object, beside: bytes = b"") -> bytes:
    """One frame."""
    text = orjson.dumps(told)
    return _LENGTHS.pack(len(text), len(beside)) + text + beside


async def received(reader: asyncio.StreamReader) -> tuple[Any, bytes] | None:
    """The next frame; None when the other side has ended."""
    try:
        text, beside = _LENGTHS.unpack(await reader.readexactly(_LENGTHS.size))
        return orjson.loads(await reader.readexactly(text)), await reader.readexactly(beside)
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
