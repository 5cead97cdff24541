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
Wrong = Callable[[BadInput], Message]


@asynccontextmanager
async def boundary(services: Services, command: str, say: Say, wrong: Wrong | None = None) -> AsyncIterator[None]:
    """Run a listener's work. An exception past an ack would erase the ack, so none leaves here.

    `wrong` words a `BadInput` where the door can say more than the error itself.
    """
    with services.running.track():
        outcome = "ok"
        try:
            yield
        except QosError as error:
            outcome = error.slug
            if not isinstance(error, BadInput):
                log.warning("refused", command=command, slug=error.slug, ref=error.ref)
            words = wrong(error) if wrong is not None and isinstance(error, BadInput) else _words(services, error)
            await _tell(say, error, words)
        except Exception:  # the boundary is where unexpected errors become words
            unexpected = QosError("unexpected", UNEXPECTED, UNEXPECTED_ADVICE)
            outcome = unexpected.slug
            log.exception("unexpected", command=command, ref=unexpected.ref)
            await _tell(say, unexpected, _words(services, unexpected))
        services.meter.command(command, outcome)


def _words(services: Services, error: QosError) -> Message:
    return notices.error(error, now=services.clock())


async def _tell(say: Say, error: QosError, words: Message) -> None:
    try:
        await say(words)
    except Exception:  # even the apology failed; the log line above already has the reference
        log.exception("apology_not_delivered", slug=error.slug, ref=error.ref)
