"""Words and buttons for where a summary could not be posted."""

from collections.abc import Callable

from bot.blocks.notices import archived_notice, between_people_notice, confirm_share_notice, invite_notice
from bot.ports import Message
from bot.services.sharing import Outcome

NOTICES: dict[Outcome, Callable[[str], Message]] = {
    Outcome.INVITE_ME: invite_notice,
    Outcome.BETWEEN_PEOPLE: between_people_notice,
    Outcome.ARCHIVED: lambda _state: archived_notice(),
    Outcome.CONFIRM: confirm_share_notice,
}


def told(outcome: Outcome, state: str, *, above: Message | None = None) -> Message:
    """What happened instead of posting; with `above`, under the private summary that the person gets anyway."""
    notice = NOTICES[outcome](state)
    if above is None:
        return notice
    return Message(f"{above.text}\n\n{notice.text}", [*above.blocks, *notice.blocks])
