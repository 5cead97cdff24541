"""The real bot in a process of its own, over Socket Mode with a local Slack in this one. Measures nothing."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.processes import child, free_port
from playground.slack.app import running
from playground.slack.service import Slack


@dataclass(frozen=True, slots=True)
class Bot:
    """`port` serves its HTTP routes, `database` is its SQLite file, `pid` its process."""

    slack: Slack
    port: int
    database: Path
    pid: int


@asynccontextmanager
async def bot(settings: Mapping[str, str]) -> AsyncIterator[Bot]:
    """Connected to its Slack; `settings` say, by the names of its environment, where its Zoom is."""
    with TemporaryDirectory() as folder:
        async with running() as slack:
            port, database = free_port(), Path(folder) / "qos.db"
            variables = {
                **settings,
                "SLACK_BOT_TOKEN": slack.settings.bot_token,
                "SLACK_APP_TOKEN": slack.settings.app_token,
                "SLACK_API_URL": f"{slack.settings.base_url}/api/",
                "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
                "HOST": "127.0.0.1",
                "PORT": str(port),
            }
            async with child("bench.bot_process", environment=variables) as served:
                await slack.bot_is_connected()
                yield Bot(slack, port, database, served.process.pid)
