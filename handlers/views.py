"""The *Why?* view: opened from a summary, redrawn when another person is picked."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.blocks import why
from bot.domain.model import MeetingRef, View
from bot.ports import Message
from handlers import state
from handlers.boundary import boundary
from handlers.replies import Reply
from handlers.services import Services

OPEN = "qos_why"


def register(app: AsyncApp, services: Services) -> None:
    @app.action(OPEN)
    async def asked_why(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        async with boundary(services, OPEN, Reply(respond).apologise):
            remembered = str(body["actions"][0].get("value", ""))
            ref, view = state.decode(remembered)
            # Slack lets a view be opened for three seconds only, so it opens before the report is there.
            view_id = await services.poster.open_view(body["trigger_id"], why.loading())
            await _show(services, view_id, ref, view, remembered, key=None)

    @app.action(why.PICKED)
    async def picked(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        remembered, view_id = str(body["view"]["private_metadata"]), str(body["view"]["id"])

        async def say(message: Message) -> None:
            await services.poster.update_view(view_id, why.failed(message.text))

        async with boundary(services, why.PICKED, say):
            ref, view = state.decode(remembered)
            key = body["actions"][0]["selected_option"]["value"]
            await _show(services, view_id, ref, view, remembered, key=str(key))


async def _show(
    services: Services, view_id: str, ref: MeetingRef, view: View, remembered: str, *, key: str | None
) -> None:
    async def say(message: Message) -> None:
        await services.poster.update_view(view_id, why.failed(message.text))

    async with boundary(services, f"{OPEN}_view", say):
        report = await services.reports.report(ref, view)
        drawn = why.why(report, key, now=services.clock(), state=remembered)
        await services.poster.update_view(view_id, drawn)
