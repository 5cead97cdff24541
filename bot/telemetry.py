"""Structured logs and metrics, set up once by the composition root. One line per event, stable first word."""

import logging
import sys
from typing import Literal

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

NOISY = ("slack_bolt", "slack_sdk", "httpx", "httpcore", "aiosqlite", "uvicorn", "alembic", "asyncio")


def set_up_logs(log_format: Literal["console", "json"]) -> None:
    """Logs go to stderr only: stdout belongs to results."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer() if log_format == "json" else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in NOISY:
        # Set explicitly: at lower levels Bolt prints whole request bodies, people's words included.
        logging.getLogger(name).setLevel(logging.WARNING)


class Telemetry:
    """The process's metrics, in a registry of their own so that two apps in one process do not mix."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._commands = Counter(
            "qos_commands", "Slack commands and buttons by outcome", ["command", "outcome"], registry=self.registry
        )
        self._zoom_calls = Counter(
            "qos_zoom_requests",
            "Requests to Zoom by operation and outcome",
            ["operation", "outcome"],
            registry=self.registry,
        )
        self._events = Counter(
            "qos_events", "Events from Zoom by what became of them", ["outcome"], registry=self.registry
        )
        self._event_counters: dict[str, Counter] = {}  # looking one up by its label costs more than counting
        self._reports = Histogram(
            "qos_report_seconds",
            "Time to a report, by where it came from",
            ["source"],
            registry=self.registry,
            buckets=(0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60, 300),
        )

    def event(self, outcome: str) -> None:
        counter = self._event_counters.get(outcome)
        if counter is None:
            counter = self._event_counters[outcome] = self._events.labels(outcome)
        counter.inc()

    def command(self, command: str, outcome: str) -> None:
        self._commands.labels(command, outcome).inc()

    def zoom_request(self, operation: str, outcome: str) -> None:
        self._zoom_calls.labels(operation, outcome).inc()

    def report(self, source: str, seconds: float) -> None:
        self._reports.labels(source).observe(seconds)

    def render(self) -> bytes:
        """Prometheus text."""
        return generate_latest(self.registry)
