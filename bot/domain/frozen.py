"""One decorator, for the values that a big call makes by the ten thousand. No values of its own."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """A slotted dataclass that the type checker treats as frozen, and that compares and hashes as one.

    At run time it is not: Python fills a frozen object through one call per field, which makes a `Participant` five
    times as slow to build and a whole report a quarter slower (`make bench`). Values made a few at a time use
    `@dataclass(frozen=True, slots=True)`.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
