"""Column types of ours: what a Python value looks like in any database. No tables and no queries."""

import re
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Dialect, Text
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def to_micros(instant: datetime) -> int:
    """Microseconds since 1970 of an aware instant, exact. A naive one raises `TypeError`: its zone is not known."""
    return (instant - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC instant of microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=micros)


def storable(text: str) -> str:
    """The text without NUL (PostgreSQL refuses it) and lone surrogates (UTF-8 has none): each becomes U+FFFD."""
    return _UNSTORABLE.sub(_REPLACEMENT, text)


def email_key(email: str | None) -> str | None:
    """How an e-mail is compared: without blanks around it, in lower case; empty is None."""
    return (email or "").strip().lower() or None


class UtcInstant(TypeDecorator[datetime]):
    """An aware UTC instant as epoch microseconds: exact, sortable and the same in every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else from_micros(value)


class PlainText(TypeDecorator[str]):
    """Text that every database takes, see `storable`: one hostile topic must not keep a call from being stored."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return value
