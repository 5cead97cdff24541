"""Which alerts were posted where, as the local Slack saw them. A later change of a message is no post."""

import re
import time
from collections import defaultdict
from dataclasses import dataclass, field

from playground.slack.service import Slack
from playground.slack.workspace import Change

_TOPIC = re.compile(r"Soak -?\d{5,6}")
Alert = tuple[str, str]
"""Channel and topic."""


@dataclass(slots=True)
class Posts:
    """`at`: monotonic seconds of every post of an alert; `edits` of them, and `replies` in their threads."""

    slack: Slack
    at: dict[Alert, list[float]] = field(default_factory=lambda: defaultdict(list))
    edits: int = 0
    replies: int = 0

    def __post_init__(self) -> None:
        self.slack.workspace.listen(self._changed)

    def _changed(self, change: Change) -> None:
        message = change.message
        if message is None or message.bot_id is None or message.ephemeral:
            return
        if change.kind == "message_changed":
            self.edits += 1
        elif change.kind == "message" and message.thread_ts is not None:
            self.replies += 1
        elif change.kind == "message" and (found := _TOPIC.search(message.text)):
            self.at[self.slack.workspace.channels[message.channel].name, found[0]].append(time.monotonic())
