"""What the owner of a subscription is told when Slack takes no alerts in their channel. Wording only."""

from bot.blocks import parts
from bot.blocks.lines import Channel, Line, bold, code
from bot.ports import Message

ARCHIVED = "the channel is archived", "Unarchive it, or subscribe in another channel."
NOT_IN = "I am not in that channel", "Invite me there with /invite."
NO_POSTING = "this workspace does not let apps post there", "Ask an admin, or subscribe in another channel."
LAYOUT = "Slack refused the layout of the message", "Please tell whoever runs the bot: their log has a line about it."

REFUSALS: dict[str, tuple[str, str]] = {
    "is_archived": ARCHIVED,
    "not_in_channel": NOT_IN,
    "channel_not_found": ("I can no longer see that channel", "Invite me there with /invite."),
    "restricted_action": NO_POSTING,
    "restricted_action_read_only_channel": NO_POSTING,
    "restricted_action_thread_only_channel": NO_POSTING,
    "no_permission": NO_POSTING,
    "ekm_access_denied": NO_POSTING,
    "team_access_not_granted": NO_POSTING,
    "invalid_blocks": LAYOUT,
    "invalid_blocks_format": LAYOUT,
    "msg_blocks_too_long": LAYOUT,
    "msg_too_long": LAYOUT,
    "no_text": LAYOUT,
}
"""Slack's words for refusals that trying again does not change: why, and what to do."""

OTHER = "Slack refused it again and again", "Please tell whoever runs the bot: their log has a line about it."


def cannot_post(channel_id: str, refusal: str) -> Message:
    """Said once per channel and reason, until a message gets through again."""
    why, do = REFUSALS.get(refusal, OTHER)
    lines: list[Line] = [
        [bold("I could not post an alert"), " in ", Channel(channel_id), f": {why}."],
        [do],
        ["I try again when there is something new. ", code("/qos unsubscribe all"), " there ends it."],
    ]
    return parts.message(parts.plain(lines), parts.rich_text(lines))
