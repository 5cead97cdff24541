"""Peak memory of a process that builds a report: the whole bot, its own store, Zoom elsewhere.

`python -m bench.memory 10000` is that process; it prints the peak before and after the report.
"""

import asyncio
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.bot_process import lift_pace
from bench.figures import Figure
from bench.local_zoom import LocalZoom, number_of
from bench.processes import child
from bot.app import core
from bot.config import Settings
from bot.domain.model import DEFAULT_VIEW, Kind, MeetingNumber, MeetingRef
from bot.serving import calm_collector

MOST_MB = 200


async def peak_memory(zoom: LocalZoom, participants: int) -> Figure:
    """MB at the highest, beside the same process before it was asked anything."""
    with TemporaryDirectory() as folder:
        settings = zoom.settings | {"DATABASE_URL": f"sqlite+aiosqlite:///{folder}/qos.db"}
        async with child("bench.memory", str(participants), environment=settings) as process:
            before, peak = (float(word) for word in (await process.line()).split())
    name = f"peak memory, a report of {participants:,}"
    return Figure(name, peak, "MB", "the bot at rest", before, aim=MOST_MB, of_ratio=False)


async def _build(participants: int) -> None:
    lift_pace()
    async with core(Settings(_env_file=None)) as base:
        calm_collector()
        before = peak_mb()
        ref = MeetingRef(Kind.MEETING, MeetingNumber(number_of(participants)), None)
        report = await base.reports.report(ref, DEFAULT_VIEW)
        if len(report.participants) != participants:
            raise ValueError(f"{len(report.participants)} of {participants} people are in the report")
        print(before, peak_mb(), flush=True)


def peak_mb() -> float:
    """The most that this process had in memory at once.

    Linux counts what the parent held before `exec` in `ru_maxrss`, so its own count of the new image goes first.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    per_mb = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb


def present_mb(pid: int) -> float:
    """What another process and those that it started have in memory now; what they share counts for each."""
    return sum(_resident_mb(one) for one in (pid, *_started_by(pid)))


def _started_by(pid: int) -> list[int]:
    threads = list(Path(f"/proc/{pid}/task").glob("*/children"))
    if threads:
        return [int(one) for thread in threads for one in thread.read_text().split()]
    asked = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True)
    return [int(one) for one in asked.stdout.split()]


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024
    asked = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=True, text=True)
    return int(asked.stdout) / 1024


if __name__ == "__main__":
    asyncio.run(_build(int(sys.argv[1])))
