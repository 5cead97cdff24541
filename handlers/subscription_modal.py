"""The modal of `/qos subscribe` without terms: fields, then the preview, then what became of it, in one place."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.blocks import subscription_form as modal
from bot.domain.subscription_terms import parse_terms
from bot.domain.subscriptions import terms_of
from bot.ports import Block, Message
from bot.services.sharing import Place
from handlers.boundary import boundary
from handlers.services import Services
from handlers.subscriptions import made, previewed, recalled, remembered

ANSWER_WITHIN_S, APART_S = 1.5, 0.5
"""Slack waits three seconds for the answer to a modal."""


def register(app: AsyncApp, services: Services) -> None:
    @app.view(modal.FORM)
    async def asked(ack: AsyncAck, view: dict[str, Any]) -> None:
        values: Mapping[str, Mapping[str, Any]] = view["state"]["values"]
        wrong = modal.errors_in(values)
        if wrong:
            await ack(response_action="errors", errors=wrong)
            return
        async with _answering(services, modal.FORM, ack, view) as answer:
            place, _ = recalled(str(view.get("private_metadata", "")))
            await answer(_asked_for(services, place, values))

    @app.view(modal.CONFIRM_FORM)
    async def sent(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        async with _answering(services, modal.CONFIRM_FORM, ack, view) as answer:
            place, terms = recalled(str(view.get("private_metadata", "")))
            await answer(_confirmed(services, place, str(body["user"]["id"]), terms))


async def _asked_for(services: Services, place: Place, values: Mapping[str, Mapping[str, Any]]) -> Block:
    terms = terms_of(*parse_terms(modal.terms_from(values)))
    can, message = await previewed(services, place, terms)
    return modal.confirm(message, remembered(place, terms)) if can else modal.done(message)


async def _confirmed(services: Services, place: Place, user_id: str, terms: str) -> Block:
    _, message = await made(services, place, user_id, terms)
    return modal.done(message)


@asynccontextmanager
async def _answering(
    services: Services, name: str, ack: AsyncAck, view: Mapping[str, Any]
) -> AsyncIterator[Callable[[Coroutine[Any, Any, Block]], Awaitable[None]]]:
    """What follows a sent modal stands in its place: in the acknowledgement where it is there soon enough.

    Slack may carry out an update before the acknowledgement that it follows, so a later one keeps its distance.
    """
    acknowledged = False

    async def show(next_view: Block) -> None:
        if acknowledged:
            await services.poster.update_view(str(view["id"]), next_view)
        else:
            await ack(response_action="update", view=next_view)

    async def answer(work: Coroutine[Any, Any, Block]) -> None:
        nonlocal acknowledged
        task = asyncio.create_task(work)
        try:
            await asyncio.wait({task}, timeout=ANSWER_WITHIN_S)
            if not task.done():
                await ack(response_action="update", view=modal.trying())
                acknowledged = True
                await asyncio.sleep(APART_S)
            await show(await task)
        finally:
            task.cancel()

    async def say(message: Message) -> None:
        await show(modal.done(message))

    async with boundary(services, name, say):
        yield answer
