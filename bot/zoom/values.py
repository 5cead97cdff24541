"""Zoom's value strings to numbers in one unit per quantity. Pure text work: no pages, no types, no meaning.

Zoom writes the same quantity in many ways (`27.15kbps`, `27.15 Kbps`, `49 kbps`, bare `6` for phones, `0.15 %(0.65 %)`
in its CSV export). Blank, dash, null and unknown text are "not measured": None, never zero.

A report of 1,000 people holds about 100,000 value strings, most of them repeats, so each text is read once.
"""

import math
import re
from collections.abc import Callable, Mapping
from typing import Final, Protocol

from bot.domain.model import Pressure, Spread

NOT_MEASURED = frozenset({"", "-", "--", "-(-)", "null", "none", "n/a", "na"})
"""Lower-case texts that stand for "nothing was measured"; only the empty one is attested for the API."""

REMEMBERED = 20_000
"""Texts kept per quantity before the memory starts afresh; bounds what a hostile page can make us keep."""

LONGEST = 64
"""Characters of the longest text that can be a value (`0.15 %(0.65 %)` has 14)."""

_AMOUNT = r"([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))\s*([a-z%]*)"
_VALUE = re.compile(rf"\s*{_AMOUNT}\s*(?:\(\s*(?:{_AMOUNT}|-)\s*\)\s*)?")
_RESOLUTION = re.compile(r"\s*([0-9]{1,5})\s*[*x×]\s*([0-9]{1,5})\s*", re.IGNORECASE)
_PRESSURES: Final = {pressure.value: pressure for pressure in Pressure}

Complain = Callable[[str], None]
"""Called with a reason when something is of a type that cannot be a value."""


def no_complaint(_reason: str) -> None:
    """For callers to whom a value of the wrong type is just not measured."""


class _Memory(dict[object, float | None]):
    """Text to number, read on the first look-up. Holds texts and None only: True, 1 and 1.0 would be one key."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[str], float | None]) -> None:
        super().__init__({None: None})
        self._read = read

    def __missing__(self, value: object) -> float | None:
        if not isinstance(value, str):
            raise TypeError("not a text")
        number = self._read(value)
        if len(value) <= LONGEST:
            if len(self) >= REMEMBERED:
                self.clear()
                self[None] = None
            self[value] = number
        return number


class Quantity:
    """One quantity: its usual unit, factors of the others into it, and what is possible.

    A unit of another quantity is unknown text. `numbers[text]` is the fast way in; see `number` for anything else.
    """

    __slots__ = ("_unit", "_units", "highest", "lowest", "name", "numbers")

    def __init__(
        self,
        name: str,
        unit: str,
        others: Mapping[str, float] | None = None,
        *,
        lowest: float = 0.0,
        highest: float = math.inf,
    ) -> None:
        self.name = name
        self.lowest = lowest
        self.highest = highest
        self._unit = unit
        self._units = {"": 1.0, unit: 1.0, **(others or {})}
        self.numbers = _Memory(self._read)

    def number(self, value: object) -> float | None:
        """The value in the usual unit; of `avg(max)` the average. None for everything that is no measurement."""
        if value is None or isinstance(value, str):
            return self.numbers[value]
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self._possible(value)
        return None

    def peak(self, value: object) -> float | None:
        """The maximum of a text in the form `avg(max)`, else None."""
        if not isinstance(value, str) or "(" not in value or len(value) > LONGEST:
            return None
        found = _VALUE.fullmatch(value.lower())
        return None if found is None or found[3] is None else self._scaled(found[3], found[4])

    def _read(self, text: str) -> float | None:
        if len(text) > LONGEST:
            return None
        lower = text.lower()
        head = lower.removesuffix(self._unit)
        if head.isascii() and head.replace(".", "", 1).strip(" ").isdigit():
            number = float(head)  # the plain case, several times faster than the pattern
            return number if self.lowest <= number <= self.highest else None
        if lower.strip() in NOT_MEASURED:
            return None
        found = _VALUE.fullmatch(lower)
        return None if found is None else self._scaled(found[1], found[2])

    def _scaled(self, amount: str, unit: str) -> float | None:
        factor = self._units.get(unit)
        return None if factor is None else self._possible(float(amount) * factor)

    def _possible(self, value: float) -> float | None:
        try:
            number = float(value)
        except OverflowError:
            return None
        if not math.isfinite(number) or not self.lowest <= number <= self.highest:
            return None
        return number + 0.0  # -0.0 becomes 0.0


LOSS_PCT = Quantity("loss", "%", highest=100.0)
LATENCY_MS = Quantity("latency", "ms", {"s": 1000.0})
JITTER_MS = Quantity("jitter", "ms", {"s": 1000.0})
BITRATE_KBPS = Quantity("bitrate", "kbps", {"mbps": 1000.0, "bps": 0.001})
FRAME_RATE_FPS = Quantity("frame rate", "fps")
CPU_PCT = Quantity("CPU usage", "%")
RSSI_DBM = Quantity("signal strength", "dbm", lowest=-150.0, highest=50.0)
SCORE = Quantity("score", "")


_NEW: Final = tuple.__new__
"""What `Spread(…)` ends in; called directly it takes half the time, and this is the innermost line of a report."""


class SpreadReader(Protocol):
    """Reads minimum, average and maximum of one quantity out of a `details` object."""

    def __call__(self, details: dict[str, object], complain: Complain = ..., /) -> Spread | None:
        """The spread in numeric order, None where none of the three is known. Zeros are kept, even blank ones."""
        ...


def spread_reader(quantity: Quantity, low: str, middle: str, high: str) -> SpreadReader:
    """A reader of the three fields of these names.

    A function inside a function, because Python takes three times as long to call an object of a class.
    """
    numbers = quantity.numbers

    def read(details: dict[str, object], complain: Complain = no_complaint, /) -> Spread | None:
        get = details.get
        middle_value = get(middle)
        try:
            least, average, most = numbers[get(low)], numbers[middle_value], numbers[get(high)]
        except TypeError:
            return _odd(quantity, (get(low), middle_value, get(high)), complain)
        if most is None or least is None or least > most:
            if middle_value is None and least is None and most is None:
                return None  # sound has no pictures per second
            return in_order(Spread(least, average, quantity.peak(middle_value) if most is None else most))
        return _NEW(Spread, (least, average, most))

    return read


def _odd(quantity: Quantity, values: tuple[object, object, object], complain: Complain) -> Spread | None:
    """Numbers instead of texts are as good; anything else is not measured and complained of."""
    if any(isinstance(value, bool) or not isinstance(value, str | int | float | None) for value in values):
        complain(f"a {quantity.name} that is neither text nor a number")
    low, average, high = (quantity.number(value) for value in values)
    return in_order(Spread(low, average, quantity.peak(values[1]) if high is None else high))


def in_order(spread: Spread) -> Spread | None:
    """Swapped ends put right; None when there is nothing in it."""
    low, average, high = spread
    if low is not None and high is not None and low > high:
        return Spread(high, average, low)
    return None if low is None and average is None and high is None else spread


def without_zeros(spread: Spread | None) -> Spread | None:
    """For quantities that cannot be zero: each zero component was not measured."""
    if spread is None or 0.0 not in spread:
        return spread
    return in_order(Spread(spread.min or None, spread.avg or None, spread.max or None))


def resolution(value: object) -> str | None:
    """`1280*720` from `1280*720`, `1280x720` or `1280 × 720`; None for blank, unknown or empty pictures."""
    if not isinstance(value, str):
        return None
    known = _pictures.get(value)
    return _read_resolution(value) if known is None else known


_pictures: dict[str, str] = {}


def _read_resolution(text: str) -> str | None:
    found = _RESOLUTION.fullmatch(text) if len(text) <= LONGEST else None
    if found is None or not int(found[1]) or not int(found[2]):
        return None
    if len(_pictures) >= REMEMBERED:
        _pictures.clear()
    return _pictures.setdefault(text, f"{int(found[1])}*{int(found[2])}")


def pressure(value: object) -> Pressure | None:
    """The pressure word in any case, None for any other word."""
    return _PRESSURES.get(value.strip().lower()) if isinstance(value, str) else None
