"""The error tree. Each class says what happened, what to do, a slug, and whether trying again can help.

    QosError
    ├── BadInput                 a person typed something that cannot be understood (exit code 2)
    ├── ZoomError                Zoom refused, failed or could not be reached; rows in zoom/failures.py
    ├── SlackError               Slack refused, failed or could not be reached; rows in slack/poster.py
    ├── NotConfigured            a setting is missing for what was asked
    └── StoreError               the database is locked, full or not ours

To a person: `str(error)`, one or two sentences, never a stack. To a program: `error.slug`. `error.ref` stands in the
message and in the log line, so that either leads to the other.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4


def new_ref() -> str:
    """Eight hex digits to find a log line by."""
    return uuid4().hex[:8]


@dataclass(eq=False)
class QosError(Exception):
    """What every error of ours has. `text` says what happened, `advice` what to do; both are whole sentences."""

    slug: str
    text: str
    advice: str = ""
    retryable: bool = False
    ref: str = field(default_factory=new_ref)

    def __str__(self) -> str:
        return f"{self.text} {self.advice}".strip()


@dataclass(eq=False)
class BadInput(QosError):
    """Wrong usage: nothing was asked of anybody else. `suggestion` is a command that would have worked."""

    suggestion: str | None = None


@dataclass(eq=False)
class ZoomError(QosError):
    """Zoom's refusal. `tracking_id` is Zoom's `x-zm-trackingid`; `retry_at` the instant from which it works again."""

    status: int | None = None
    code: int | None = None
    tracking_id: str | None = None
    retry_at: datetime | None = None


@dataclass(eq=False)
class SlackError(QosError):
    """Slack's refusal; `slack_code` is Slack's own word, e.g. `not_in_channel`."""

    slack_code: str = ""
    retry_after_s: float | None = None


@dataclass(eq=False)
class NotConfigured(QosError):
    """A setting is missing; `settings` names them."""

    settings: tuple[str, ...] = ()


@dataclass(eq=False)
class StoreError(QosError):
    """The database cannot take or give what was asked."""
