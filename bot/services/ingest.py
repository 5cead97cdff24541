"""The ingest service: an event is verified, made durable, and later understood and joined to its call.

`accept` is what a door calls and decides what the sender is told; `process` is what the worker calls. Between the two
the event is ours: nothing that happens afterwards loses it.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import structlog

from bot.domain.feed import CallTold, instant, joined
from bot.domain.model import CallUuid, Kind
from bot.errors import StoreError
from bot.ports import Clock, EventState, EventStore, Incoming, Settled, StoredEvent
from bot.zoom.envelope import envelope, parse
from bot.zoom.events import Unreadable, understood
from bot.zoom.signature import challenge, signed_by

AT_ONCE = 200
"""Events joined in one transaction: some 50 ms of work, after which whoever else waits gets a turn."""

SIGNATURE, SIGNED_AT, REQUEST_ID = SIGNED_WITH = ("x-zm-signature", "x-zm-request-timestamp", "x-zm-request-id")
"""The headers of a delivery that are looked at."""

LONGEST_REQUEST_ID = 200
log = structlog.get_logger()


class Verdict(StrEnum):
    """What became of a delivery."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    CHALLENGE = "challenge"
    UNSIGNED = "unsigned"
    NOT_JSON = "not_json"
    UNCONFIGURED = "unconfigured"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`id` of an accepted event; `answer` to Zoom's URL challenge."""

    verdict: Verdict
    id: int | None = None
    answer: Mapping[str, str] | None = None


class Ingest:
    """Everything that happens to an event.

    Args:
        secrets: of the Zoom app; several while one is being replaced.
        arrived: called when an event has become durable, so that the worker need not look for it.
        count: called with what became of an event, for metrics.
        alerting: alerts are to look at what the events changed.
        at_once: events joined in one transaction.
    """

    def __init__(
        self,
        store: EventStore,
        clock: Clock,
        *,
        secrets: Sequence[str] = (),
        arrived: Callable[[], None] = lambda: None,
        count: Callable[[str], None] = lambda _outcome: None,
        alerting: bool = True,
        at_once: int = AT_ONCE,
    ) -> None:
        self._store = store
        self._clock = clock
        self._secrets = tuple(secrets)
        self._arrived = arrived
        self._count = count
        self._alerting = alerting
        self._at_once = at_once

    async def accept(self, raw: bytes, headers: Mapping[str, str]) -> Outcome:
        """A delivery to the webhook. `headers` by lower-case name.

        Raises:
            StoreError: the event could not be made durable; Zoom is to send it again.
        """
        outcome = await self._accept(raw, headers)
        self._count(outcome.verdict)
        return outcome

    async def _accept(self, raw: bytes, headers: Mapping[str, str]) -> Outcome:
        if not self._secrets:
            return Outcome(Verdict.UNCONFIGURED)
        secret = signed_by(self._secrets, headers.get(SIGNED_AT, ""), raw, headers.get(SIGNATURE, ""))
        if secret is None:
            return Outcome(Verdict.UNSIGNED)
        try:
            body = parse(raw)
        except ValueError:
            return Outcome(Verdict.NOT_JSON)
        answer = challenge(body, secret)
        if answer is not None:
            return Outcome(Verdict.CHALLENGE, answer=answer)
        request_id = headers.get(REQUEST_ID, "").strip()[:LONGEST_REQUEST_ID] or None
        return await self._keep(raw, body, request_id)

    async def accept_unsigned(self, raw: bytes) -> Outcome:
        """An event from a source that is trusted otherwise: our own socket, or a file. What is no JSON is kept too,
        to be buried where it can be seen. Raises as `accept` does."""
        try:
            body: object = parse(raw)
        except ValueError:
            body = raw.decode(errors="replace")
        outcome = await self._keep(raw, body, None)
        self._count(outcome.verdict)
        return outcome

    async def _keep(self, raw: bytes, body: object, request_id: str | None) -> Outcome:
        found = envelope(body)
        at = None if found.at_ms is None else instant(found.at_ms)
        incoming = Incoming(raw, found.name, at, found.content_key, self._clock(), request_id)
        id = await self._store.accept(incoming)
        if id is None:
            return Outcome(Verdict.DUPLICATE)
        self._arrived()
        return Outcome(Verdict.ACCEPTED, id)

    async def process(self) -> int:
        """The oldest waiting events, understood and joined to their calls; returns how many that were.

        Raises:
            StoreError: nothing of them is settled; they still wait.
        """
        claimed = await self._store.claim(self._at_once)
        if not claimed:
            return 0
        try:
            settled = await self._settle(claimed)
        except StoreError:
            raise
        except Exception as error:  # one of them, or what is stored of its call: found by going one by one
            log.error("batch_unforeseen", events=len(claimed), reason=type(error).__name__)
            settled = [one for event in claimed for one in await self._settle_alone(event)]
        for state, count in Counter(one.state for one in settled).items():
            for _ in range(count):
                self._count(state)
        for one in settled:
            if one.state is EventState.BURIED:
                log.warning("event_buried", stored=one.id, reason=one.reason)
        return len(claimed)

    async def _settle(self, claimed: Sequence[StoredEvent]) -> list[Settled]:
        told: dict[tuple[Kind, CallUuid], CallTold] = {}
        settled = [_read(event, told) for event in claimed]
        await self._store.settle(tuple(told.values()), settled, due=self._alerting)
        return settled

    async def _settle_alone(self, event: StoredEvent) -> list[Settled]:
        try:
            return await self._settle((event,))
        except StoreError:
            raise
        except Exception as error:
            buried = [Settled(event.id, EventState.BURIED, f"could not be joined ({type(error).__name__})")]
            await self._store.settle((), buried)
            return buried


def _read(event: StoredEvent, told: dict[tuple[Kind, CallUuid], CallTold]) -> Settled:
    """Joins what one event tells to `told`. Whatever is wrong with it stays its own affair: the rest goes on."""
    try:
        body = parse(event.body)
    except ValueError:
        return Settled(event.id, EventState.BURIED, "not JSON")
    try:
        found = understood(body)
    except Unreadable as unreadable:
        return Settled(event.id, EventState.BURIED, unreadable.reason)
    except Exception as error:  # its text and its stack could hold what people are called
        log.error("event_unforeseen", stored=event.id, reason=type(error).__name__)
        return Settled(event.id, EventState.BURIED, f"could not be read ({type(error).__name__})")
    if found is None:
        return Settled(event.id, EventState.IGNORED)
    key = found.kind, found.uuid
    told[key] = joined(told[key], found) if key in told else found
    return Settled(event.id, EventState.DONE)
