"""Words and buttons for where a summary could not be posted, or alerts could not arrive."""

from collections.abc import Callable

from bot.blocks import notices, sharing_notices, subscription_notices
from bot.ports import Message
from bot.services.sharing import Outcome

NOTICES: dict[Outcome, Callable[[str], Message]] = {
    Outcome.ALREADY: lambda _state: sharing_notices.already_shared(),
    Outcome.INVITE_ME: notices.invite_me,
    Outcome.BETWEEN_PEOPLE: notices.dm_between_people,
    Outcome.ARCHIVED: lambda _state: notices.archived(),
    Outcome.CONFIRM: notices.confirm_external,
    Outcome.CONFIRM_UNSEEN: notices.confirm_unseen,
    Outcome.NOT_ALLOWED: notices.posting_refused,
}


def told(outcome: Outcome, state: str) -> Message:
    """What happened instead of posting, and what can be done about it."""
    return NOTICES[outcome](state)


NO_ALERTS: dict[Outcome, Callable[[], Message]] = {
    Outcome.INVITE_ME: subscription_notices.invite_first,
    Outcome.BETWEEN_PEOPLE: subscription_notices.between_people,
    Outcome.ARCHIVED: notices.archived,
    Outcome.NOT_ALLOWED: subscription_notices.not_allowed,
}


def unreachable(outcome: Outcome) -> Message:
    """Why this channel cannot be subscribed, and what to do about it."""
    return NO_ALERTS[outcome]()
