"""What somebody wrote in Slack, as words: the bot's own mention gone, entities undone, who else is mentioned. Pure."""

import html
import re
from dataclasses import dataclass

LONGEST = 4000
_MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^<>]*)?>")
MENTIONS_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Words:
    """`text` keeps mentions of others as `<@U…>`; `mentions` are their user ids. `to_bot`: the bot is mentioned.

    `to_other`: it begins with somebody else's mention, so it is said to them.
    """

    text: str
    mentions: tuple[str, ...] = ()
    to_bot: bool = False
    to_other: bool = False


def words_of(raw: str, bot_user_id: str | None) -> Words:
    """From the `text` of a message event."""
    raw = raw[:LONGEST]
    first = _MENTION.match(raw.lstrip())
    ids = _MENTION.findall(raw)
    others = tuple(dict.fromkeys(one for one in ids if one != bot_user_id))[:MENTIONS_AT_MOST]
    text = _MENTION.sub(lambda found: " " if found[1] == bot_user_id else f"<@{found[1]}>", raw)
    return Words(
        html.unescape(text).strip(),
        others,
        to_bot=bot_user_id in ids,
        to_other=first is not None and first[1] != bot_user_id,
    )
