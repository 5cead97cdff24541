"""The dependency rule: arrows point inwards. A file that nobody placed fails too."""

import ast
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
ZOOM_ADAPTER = tuple(f"bot.zoom.{name}" for name in ("client", "tokens", "pacing", "retries", "greeting", "socket"))
PROTOCOL = tuple(
    f"bot.zoom.{path.stem}"
    for path in (ROOT / "bot" / "zoom").glob("*.py")
    if path.stem != "__init__" and f"bot.zoom.{path.stem}" not in ZOOM_ADAPTER
)
"""How Zoom speaks: everything in bot/zoom that does not talk to it."""
PURE = (
    "bot.question_ports",
    *(
        "bot.domain.*",
        "bot.blocks.*",
        "bot.documents.*",
        "bot.questions.*",
        "bot.errors",
        "bot.ports",
        "bot.alert_ports",
        "bot.outbox_ports",
    ),
    *PROTOCOL,
)
IMPURE = {"asyncio", "time", "os", "random", "logging", "socket", "subprocess", "httpx", "aiohttp", "sqlalchemy"}
IMPURE |= {"slack_bolt", "slack_sdk", "structlog", "starlette", "uvicorn", "pathlib", "tenacity", "aiosqlite"}


class Room(NamedTuple):
    """Files that match `files` may import project modules that match `may`; `pure` rooms no I/O library either."""

    files: tuple[str, ...]
    may: tuple[str, ...]
    pure: bool = False
    third_party: tuple[str, ...] = ()


ROOMS = (
    Room(("bot.domain", "bot.domain.*"), ("bot.domain.*", "bot.errors"), pure=True),
    Room(("bot.errors",), (), pure=True),
    Room(("bot.ports",), ("bot.domain.*",), pure=True),
    Room(("bot.alert_ports",), ("bot.domain.*", "bot.ports"), pure=True),
    Room(("bot.outbox_ports",), ("bot.domain.*", "bot.ports", "bot.alert_ports"), pure=True),
    Room(("bot.question_ports",), ("bot.domain.*", "bot.questions.*", "bot.ports"), pure=True),
    Room(("bot.blocks", "bot.blocks.*"), ("bot.domain.*", "bot.blocks.*", "bot.errors", "bot.ports"), pure=True),
    Room(
        ("bot.questions", "bot.questions.*"),
        ("bot.domain.*", "bot.blocks.*", "bot.questions", "bot.questions.*"),
        pure=True,
        third_party=("rapidfuzz",),
    ),
    Room(
        ("bot.documents", "bot.documents.*"),
        ("bot.domain.*", "bot.questions.*", "bot.documents.*"),
        pure=True,
        third_party=("pydantic",),
    ),
    Room(
        PROTOCOL, ("bot.domain.*", "bot.errors", "bot.ports", *PROTOCOL), pure=True, third_party=("pydantic", "orjson")
    ),
    Room(("bot.zoom", *ZOOM_ADAPTER), (*PURE, *ZOOM_ADAPTER)),
    Room(("bot.store", "bot.store.*"), (*PURE, "bot.store", "bot.store.*")),
    Room(("bot.slack", "bot.slack.*"), (*PURE, "bot.slack.*")),
    Room(("bot.services", "bot.services.*"), (*PURE, "bot.services.*")),
    Room(("bot.worker",), (*PURE, "bot.services.*")),
    Room(("handlers", "handlers.*"), (*PURE, "bot.services.*", "handlers", "handlers.*")),
    Room(("bot.config",), ("bot.domain.*", "bot.errors")),
    Room(("bot.telemetry", "bot", "bot.collector", "bot.pipe", "bot.rush"), ()),
    Room(("bot.scribe", "bot.scribe_process"), ("bot.*",)),
    Room(
        (
            "bot.app",
            "bot.alerting",
            "bot.asking",
            "bot.feeding",
            "bot.questioning",
            "bot.serving",
            "bot.checks",
            "bot.readiness",
            "bot.event_checks",
        ),
        ("bot.*", "handlers", "handlers.*"),
    ),
    Room(
        ("bot.__main__",),
        (*PURE, "bot", "bot.app", "bot.questioning", "bot.serving", "bot.checks", "bot.config", "bot.telemetry"),
    ),
    Room(("playground", "playground.*"), ("playground", "playground.*")),
)
STANDARD_OR_LISTED = {"pydantic", "orjson", "rapidfuzz"}


def modules() -> list[tuple[str, Path]]:
    found = []
    for top in ("bot", "handlers", "playground"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            if "migrations" not in name:
                found.append((name, path))
    return found


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            package = ROOT / node.module.replace(".", "/")
            inside = {n for n in names if (package / f"{n.rpartition('.')[2]}.py").exists()}
            found |= inside or {node.module}
    return found


def matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def room_of(name: str) -> Room | None:
    return next((room for room in ROOMS if matches(name, room.files)), None)


@pytest.mark.parametrize(("name", "path"), modules(), ids=[name for name, _ in modules()])
def test_a_file_has_a_room_and_keeps_to_its_doors(name: str, path: Path) -> None:
    room = room_of(name)
    assert room is not None, f"{name} has no room: place it in ROOMS, or in the room where it belongs"
    for imported in imports(path):
        top = imported.split(".")[0]
        if top in ("bot", "handlers", "playground", "tests"):
            assert matches(imported, room.may), f"{name} may not import {imported}"
        if room.pure:
            assert top not in IMPURE, f"{name} is pure and may not import {imported}"
            if top in STANDARD_OR_LISTED:
                assert top in room.third_party, f"{name} may not import {imported}"


def test_the_bot_runs_without_the_playground() -> None:
    for name, path in modules():
        if not name.startswith("playground"):
            assert not any(i.split(".")[0] in ("playground", "tests") for i in imports(path)), name
