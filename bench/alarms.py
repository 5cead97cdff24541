"""How soon an alert stands in Slack: from the event that makes it due to its message at the local Slack, the real bot
between them and events of many other calls arriving at a pace for as long as it is measured.

One channel takes one message a second, a rule that is not measured here: each call goes bad when the one before stands
in Slack and that second is over, so that no alert waits for another.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import islice, takewhile

from bench.bots import Bot, bot
from bench.event_crowd import PEOPLE, bad_call, crowd
from bench.event_load import SECRET, Door, door, signed
from bench.figures import Figure, percentile
from bench.intake import drained
from playground.slack.delivery import Ack
from playground.slack.model import Message
from playground.slack.service import Slack
from playground.slack.workspace import Change

WHO, WHERE = "lee", "av-alerts"
TERMS = "people:3"
CALLS, MINUTES = 400, 2
"""Calls that run beside, and how many minutes of everybody in them are known when it begins."""

AGO = timedelta(minutes=MINUTES + 4)
"""So that what they tell is older than what makes an alert due: they are all looked at before it."""

MOST_MS = 1_000
APART_S = 1.2
ALERT_WITHIN_S = 15.0
"""An alert that is not there by then counts as this late; it is far beyond the aim either way."""


async def alerts_while_events_arrive(per_s: int = 200, alerts: int = 20, at_rest: int = 5) -> Figure:
    """The 95th percentile in ms, beside the same bot with nothing else to do."""
    async with bot({"ZOOM_WEBHOOK_SECRET_TOKEN": SECRET}) as ours, door(ours.port) as way:
        await _subscribe(ours.slack)
        told = crowd(CALLS, AGO)
        await way.flat_out([signed(one) for one in islice(told, CALLS * (1 + MINUTES * PEOPLE))])
        await drained(ours.database)
        await _alert_ms(ours, way, at_rest + alerts)  # when it is there, the calls before it have been looked at
        rest = [await _alert_ms(ours, way, n) for n in range(at_rest)]
        busy = asyncio.create_task(_busy(ours, way, range(at_rest, at_rest + alerts)))
        await way.paced(map(signed, takewhile(lambda _: not busy.done(), told)), per_s)
        measured = await busy
    name = f"event to alert, {per_s} events/s, p95"
    return Figure(name, percentile(measured, 95), "ms", "at rest", percentile(rest, 95), MOST_MS, of_ratio=False)


async def _busy(ours: Bot, way: Door, numbers: range) -> list[float]:
    return [await _alert_ms(ours, way, n) for n in numbers]


async def _alert_ms(ours: Bot, way: Door, n: int) -> float:
    """One call goes badly: two of its people are known to be poor, then the third."""
    number, before, last = bad_call(n)
    for event in before:
        await way.send(signed(event))
    arrived: asyncio.Future[float] = asyncio.get_running_loop().create_future()
    ours.slack.workspace.listen(_when_said(number, arrived))
    await asyncio.sleep(APART_S)
    request = signed(last)
    began = time.perf_counter()
    await way.send(request)
    try:
        async with asyncio.timeout(ALERT_WITHIN_S):
            return 1000 * (await arrived - began)
    except TimeoutError:
        return 1000 * ALERT_WITHIN_S


def _when_said(number: str, arrived: asyncio.Future[float]) -> Callable[[Change], None]:
    def changed(change: Change) -> None:
        message = change.message
        if change.kind == "message" and message and not arrived.done() and number in str(message.blocks):
            arrived.set_result(time.perf_counter())

    return changed


async def _subscribe(slack: Slack) -> None:
    result = await slack.command(WHO, WHERE, f"/qos subscribe {TERMS}")
    if not isinstance(result, Ack):
        raise ValueError(f"the bot did not take the command: {result}")
    preview: Message = await slack.next_message(WHERE)
    await slack.press(preview, "Subscribe")
    await slack.next_message(WHERE, kind="message_changed")
