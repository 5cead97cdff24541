"""What Slack says of people who use the bot: their time zone and name. Where it says nothing, the bot goes on."""

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import structlog

from bot.errors import SlackError
from bot.ports import Poster

NOWHERE = "UTC"
log = structlog.get_logger()


async def zone_of(poster: Poster, user_id: str) -> str:
    """An IANA zone that this machine knows too; UTC where Slack does not say."""
    zone, _ = await _asked(poster, user_id)
    try:
        return ZoneInfo(zone or NOWHERE).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return NOWHERE


async def name_of(poster: Poster, user_id: str) -> str:
    """Empty where Slack does not say."""
    return (await _asked(poster, user_id))[1] or ""


async def names_of(poster: Poster, user_ids: Iterable[str]) -> Mapping[str, str]:
    return {user_id: await name_of(poster, user_id) for user_id in dict.fromkeys(user_ids)}


async def _asked(poster: Poster, user_id: str) -> tuple[str | None, str | None]:
    try:
        return await poster.user_zone_and_name(user_id)
    except SlackError as error:
        log.info("person_unread", code=error.slack_code, ref=error.ref)
        return None, None
