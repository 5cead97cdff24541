"""Words and buttons for where a summary could not be posted."""

from collections.abc import Callable

from bot.blocks import notices
from bot.ports import Message
from bot.services.sharing import Outcome

NOTICES: dict[Outcome, Callable[[str], Message]] = {
    Outcome.INVITE_ME: notices.invite_me,
    Outcome.BETWEEN_PEOPLE: notices.dm_between_people,
    Outcome.ARCHIVED: lambda _state: notices.archived(),
    Outcome.CONFIRM: notices.confirm_external,
    Outcome.NOT_ALLOWED: notices.posting_refused,
}


def told(outcome: Outcome, state: str) -> Message:
    """What happened instead of posting, and what can be done about it."""
    return NOTICES[outcome](state)
