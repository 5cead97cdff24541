"""What is said about sharing a summary beside `notices`: that it is there already. Wording only."""

from bot.blocks import parts
from bot.blocks.lines import Line, code
from bot.ports import Message


def already_shared() -> Message:
    """A second press; nothing was posted. *Refresh* stands under the message that is there."""
    there = "It is in this channel already, shared a few minutes ago; nothing was posted again. "
    line: Line = [there, "Refresh under it brings it up to date, and ", code("/qos … public"), " posts it anew."]
    return parts.message(parts.plain([line]), parts.rich_text([line]))
