"""Single fields of Zoom's JSON that are no measurements: text, instants, and words for a wrong type. Pure."""

from datetime import UTC, datetime

from bot.zoom.values import Complain, no_complaint

_TYPE_WORDS = {
    type(None): "null",
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "an object",
}


def spoken(value: object) -> str:
    """The JSON type of a value in words, and nothing of what it holds."""
    return _TYPE_WORDS.get(type(value), "something else")


def wrong_type(what: str, value: object) -> str:
    """`a QoS list that is null`; used as the reason for a row that could not be read."""
    return f"{what} that is {spoken(value)}"


def text(
    value: object, complain: Complain = no_complaint, what: str = "a text", *, numbers: bool = False
) -> str | None:
    """Trimmed text, None for blank. `numbers`: a whole number is taken as its digits, for ids."""
    if isinstance(value, str):
        return value.strip() or None
    if numbers and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None:
        complain(wrong_type(what, value))
    return None


UNKNOWN = frozenset({"-", "--", "n/a", "null", "none"})
"""Lower-case words that stand for "not known" in a field of facts; as an id or an e-mail they would merge strangers."""


def fact(
    value: object, complain: Complain = no_complaint, what: str = "a text", *, numbers: bool = False
) -> str | None:
    """`text`, and None for a word that says "not known"."""
    words = text(value, complain, what, numbers=numbers)
    return None if words is None or words.lower() in UNKNOWN else words


def display_name(value: object, complain: Complain = no_complaint, what: str = "a name") -> str | None:
    """A display name: people may be called None or Null, but nobody is called `-`."""
    words = text(value, complain, what)
    return None if words in {"-", "--"} else words


def instant(value: object, complain: Complain = no_complaint, what: str = "a time") -> datetime | None:
    """`2022-03-01T10:15:14Z` as aware UTC.

    None for blank or unknown text, and for a time without a zone, which Zoom reads in a zone that is not told here.
    """
    stamp = text(value, complain, what)
    if stamp is None:
        return None
    try:
        moment = datetime.fromisoformat(stamp)
        return None if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
