"""One measured figure beside its peer and its aim, and the table of all of them. Measures nothing itself."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` against `peer`: `ratio` is what the aim speaks of where `of_ratio`, else `value` in `unit`.

    The aim is the most that it may be, or the least where `at_least`.
    """

    name: str
    value: float
    unit: str
    peer_name: str
    peer: float
    aim: float
    of_ratio: bool = True
    at_least: bool = False

    @property
    def ratio(self) -> float:
        return self.value / self.peer

    @property
    def met(self) -> bool:
        counts = self.ratio if self.of_ratio else self.value
        return counts >= self.aim if self.at_least else counts <= self.aim

    @property
    def aim_text(self) -> str:
        if self.of_ratio:
            return f"at {'least' if self.at_least else 'most'} {self.aim:g}x"
        return f"{'over' if self.at_least else 'under'} {self.aim:g} {self.unit}"


_HEAD = ("", "measured", "beside", "ratio", "aim", "")


def table(figures: Sequence[Figure]) -> str:
    """Plain text, one line per figure, ending in `met` or `missed`."""
    rows = [_HEAD, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        f"{figure.value:.4g} {figure.unit}",
        f"{figure.peer:.4g} {figure.unit}, {figure.peer_name}",
        f"{figure.ratio:.2f}x",
        figure.aim_text,
        "met" if figure.met else "missed",
    )


def percentile(times: Sequence[float], percent: int) -> float:
    """In the unit of the times."""
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


def cpu_s(*works: Callable[[], object], rounds: int) -> list[float]:
    """Median CPU seconds of each work; they take turns, so that a busy machine is busy for all of them alike.

    Each result is kept until the next of the same work is there, as a program keeps what it works with.
    """
    taken: list[list[float]] = [[] for _ in works]
    kept: list[object] = [None] * len(works)
    for _ in range(rounds):
        for place, work in enumerate(works):
            began = time.process_time()
            kept[place] = work()
            taken[place].append(time.process_time() - began)
    return [statistics.median(times) for times in taken]
