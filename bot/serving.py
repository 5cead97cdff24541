"""The running process: HTTP server, Socket Mode, signals. Whatever dies on its own stops the process; nothing limps."""

import asyncio
import contextlib
import signal
import socket

import structlog
import uvicorn
from starlette.routing import Router
from starlette.types import ASGIApp

from bot.app import Application, opened
from bot.collector import calm_collector
from bot.config import Settings
from bot.errors import QosError
from bot.feeding import Work
from bot.questions.intents import prepare
from bot.store.lock import single_serve_lock

FINISH_WITHIN_S = 25.0
"""How long accepted work may still take after SIGTERM; orchestrators commonly kill after 30 s."""

LISTEN_BACKLOG = 256
SIGNALS = (signal.SIGTERM, signal.SIGINT)
log = structlog.get_logger()
__all__ = ["PortTaken", "calm_collector", "http_server", "serve"]


class PortTaken(QosError):
    """HOST:PORT is in use."""


async def serve(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT, then finish what was accepted.

    Raises:
        StoreError: the database cannot be used, or another `serve` runs on it.
        PortTaken: HOST:PORT is in use.
    """
    listener = _listen(settings)
    with contextlib.closing(listener), single_serve_lock(settings.database_url):
        events_come = settings.zoom_webhook_secret_token is not None or settings.zoom_events_url is not None
        async with opened(settings, own_process=events_come) as application:
            await asyncio.to_thread(prepare)  # or the first question would wait for it
            calm_collector()
            await _until_told_to_stop(application, listener)


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP, because asyncio switches Nagle's delay off only for sockets that say so.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((settings.host, settings.port))
        listener.listen(LISTEN_BACKLOG)
        return listener
    except OSError as error:
        listener.close()
        raise PortTaken(
            "port_taken",
            f"Cannot listen on {settings.host} port {settings.port}: {error.strerror}.",
            "Stop what uses it, or set HOST and PORT.",
        ) from error


async def _until_told_to_stop(application: Application, listener: socket.socket) -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, told.set)
    server = http_server(Router(application.routes))
    work = {asyncio.create_task(server.serve(sockets=[listener]), name="http")}
    if application.socket is not None:
        work.add(asyncio.create_task(application.socket.run(), name="slack_socket"))
    for name, run in application.work.items():
        work.add(asyncio.create_task(_run(run), name=name))
    stop = asyncio.create_task(told.wait(), name="stop")
    log.info("serving", host=listener.getsockname()[0], port=listener.getsockname()[1])
    done, _ = await asyncio.wait({*work, stop}, return_when=asyncio.FIRST_COMPLETED)
    await _wind_down(application, server, work | {stop})
    for task in done - {stop}:
        raise _died(task)


async def _run(work: Work) -> None:
    await work()


def _died(task: asyncio.Task[object]) -> QosError:
    error = task.exception()
    log.error("worker_died", task=task.get_name(), exc_info=error)
    if isinstance(error, QosError):
        return error
    died = QosError("worker_died", f"The task {task.get_name()} ended by itself.", "Restart the bot; see the log.")
    died.__cause__ = error
    return died


async def _wind_down(application: Application, server: uvicorn.Server, work: set[asyncio.Task[object]]) -> None:
    """Take nothing new, finish what was accepted, then let go."""
    log.info("stopping")
    for task in work:
        if task.get_name() != "http":
            task.cancel()
    unfinished = await application.services.running.drain(FINISH_WITHIN_S)
    if unfinished:
        log.warning("work_cut_short", tasks=unfinished)
    server.should_exit = True
    await asyncio.wait(work, timeout=FINISH_WITHIN_S)
    log.info("stopped")


def http_server(app: ASGIApp) -> uvicorn.Server:
    """As the bot is served; signals are left to the caller."""
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=5)
    server = uvicorn.Server(config)
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign,assignment]  # signals are ours
    return server
