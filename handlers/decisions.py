"""`/qos why`: why a channel was told of a call, or not, out of the log of decisions."""

from bot.blocks import alert_log
from bot.blocks.words import meeting_number
from bot.domain.model import Kind, MeetingRef
from bot.errors import BadInput
from bot.zoom.ids import find_ref, parse_id
from handlers.context import Context

KINDS = {kind.value: kind for kind in Kind}


async def why(context: Context, rest: str) -> None:
    """Why this channel was told of a call, or not; out of the log of decisions."""
    ref = subject(rest)
    services, place = context.services, context.place
    entries = await services.alerts.why(place.team_id, place.channel_id, ref)
    listed = await services.subscriptions.listed(place.team_id, place.channel_id)
    numbers = {one.id: number for number, (one, _) in enumerate(listed, start=1)}
    about = f"{ref.kind} {meeting_number(ref.number) if ref.number else ref.uuid}"
    await context.reply.say(alert_log.why(entries, about, numbers, services.clock()))


def subject(typed: str) -> MeetingRef:
    """A number, link or UUID; `webinar` or `session` before it says of which kind."""
    first, _, rest = typed.strip().partition(" ")
    kind = KINDS.get(first.casefold())
    text = typed.strip() if kind is None else rest
    if not text:
        raise BadInput("missing_id", "Which call?", suggestion="/qos why 858 1234 5678")
    return find_ref(text, kind or Kind.MEETING) or parse_id(text, kind or Kind.MEETING)
