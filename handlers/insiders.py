"""Nobody from another company gets anything: in a shared channel they see what is posted, and that is all."""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncRespond

from bot.blocks import notices
from handlers.boundary import boundary
from handlers.replies import Reply
from handlers.services import Services

Next = Callable[[], Awaitable[BoltResponse]]


def register(app: AsyncApp, services: Services) -> None:
    """Stands before every door (Slack's pages on Slack Connect: check the clicking user's team)."""

    @app.middleware
    async def insiders_only(
        body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck, respond: AsyncRespond, next_: Next
    ) -> BoltResponse:
        # The request names the team it happened in, which can be theirs; what Slack authorised is where the app lives.
        own = context.authorize_result.team_id if context.authorize_result else None
        if not is_outsider(body, own, is_org_install=bool(context.is_enterprise_install)):
            return await next_()
        if body.get("type") == "block_actions":
            async with boundary(services, "outsider", Reply(respond).apologise):
                await Reply(respond).say(notices.for_insiders())
        return await ack()


def is_outsider(body: dict[str, Any], own_team: str | None, *, is_org_install: bool = False) -> bool:
    """Whether the person acting belongs to another workspace than the one the app is installed in.

    An app installed for a whole organisation serves all of its workspaces, so there Slack itself draws the line.
    """
    event = body.get("event") or {}
    user = body.get("user")
    team = user.get("team_id") if isinstance(user, dict) else (event.get("user_team") or event.get("team"))
    return bool(team) and bool(own_team) and team != own_team and not is_org_install
