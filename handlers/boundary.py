"""Nothing escapes a listener after its ack: every failure becomes words with a reference, and one log line."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

from bot.blocks import notices
from bot.errors import BadInput, QosError
from bot.ports import Message
from handlers.services import Services

log = structlog.get_logger()

UNEXPECTED = "Something went wrong on my side."
UNEXPECTED_ADVICE = "Try again; if it stays, give the reference to whoever runs the bot."

Say = Callable[[Message], Awaitable[object]]


@asynccontextmanager
async def boundary(services: Services, command: str, say: Say) -> AsyncIterator[None]:
    """Run a listener's work. An exception past an ack would erase the ack, so none leaves here."""
    with services.running.track():
        outcome = "ok"
        try:
            yield
        except QosError as error:
            outcome = error.slug
            if not isinstance(error, BadInput):
                log.warning("refused", command=command, slug=error.slug, ref=error.ref)
            await _tell(services, say, error)
        except Exception:  # the boundary is where unexpected errors become words
            unexpected = QosError("unexpected", UNEXPECTED, UNEXPECTED_ADVICE)
            outcome = unexpected.slug
            log.exception("unexpected", command=command, ref=unexpected.ref)
            await _tell(services, say, unexpected)
        services.meter.command(command, outcome)


async def _tell(services: Services, say: Say, error: QosError) -> None:
    try:
        await say(notices.error(error, now=services.clock()))
    except Exception:  # even the apology failed; the log line above already has the reference
        log.exception("apology_not_delivered", slug=error.slug, ref=error.ref)
