"""What Slack says of people who use the bot: time zone, name, e-mail. Where it says nothing, the bot goes on."""

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import structlog

from bot.errors import SlackError
from bot.ports import Poster, SlackUser
from bot.questions.asked import Person

NOWHERE = "UTC"
log = structlog.get_logger()


async def zone_of(poster: Poster, user_id: str) -> str:
    """An IANA zone that this machine knows too; UTC where Slack does not say."""
    return known_zone((await _asked(poster, user_id)).zone).key


async def name_of(poster: Poster, user_id: str) -> str:
    """Empty where Slack does not say."""
    return (await _asked(poster, user_id)).name or ""


async def names_of(poster: Poster, user_ids: Iterable[str]) -> Mapping[str, str]:
    return {user_id: await name_of(poster, user_id) for user_id in dict.fromkeys(user_ids)}


async def person_of(poster: Poster, user_id: str) -> tuple[Person, ZoneInfo]:
    """Somebody who asks, or of whom is asked, and their zone; the address only where the scope for it was granted."""
    user = await _asked(poster, user_id)
    return Person(user_id, user.email, user.name), known_zone(user.zone)


def known_zone(name: str | None) -> ZoneInfo:
    """The zone of that name, UTC where this machine does not know it."""
    try:
        return ZoneInfo(name or NOWHERE)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(NOWHERE)


async def _asked(poster: Poster, user_id: str) -> SlackUser:
    try:
        return await poster.user(user_id)
    except SlackError as error:
        log.info("person_unread", code=error.slack_code, ref=error.ref)
        return SlackUser()
