"""Events out of a file, through the same way as those from the webhook, but for the signature."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice

from bot.ports import EventState, EventStore
from bot.services.ingest import Ingest, Verdict

AT_ONCE = 500
NAMES = {EventState.DONE: "accepted", EventState.IGNORED: "ignored", EventState.BURIED: "buried"}


async def replayed(ingest: Ingest, store: EventStore, lines: Iterable[bytes]) -> Mapping[str, int]:
    """Takes every line that is not blank and returns when all are processed: how many are accepted (new and
    understood), duplicate, ignored and buried. The four add up to the lines.

    Raises:
        StoreError: the database cannot take them; what was taken stays.
    """
    counts: Counter[str] = Counter()
    events = (line for line in map(bytes.strip, lines) if line)
    while batch := list(islice(events, AT_ONCE)):
        outcomes = await asyncio.gather(*(ingest.accept_unsigned(line) for line in batch))
        counts["duplicate"] += sum(outcome.verdict is Verdict.DUPLICATE for outcome in outcomes)
        while await ingest.process():
            pass
        taken = [outcome.id for outcome in outcomes if outcome.id is not None]
        counts.update(NAMES[state] for state in await store.states(taken))
    return counts
