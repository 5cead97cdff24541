"""What every door is given: the abilities of the bot, and the few facts about this process that doors need."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.ports import Clock, FeedStatus, Meter, Poster
from bot.question_ports import QuestionStore
from bot.services.alerts import Alerts
from bot.services.asking import Asking
from bot.services.ingest import Ingest
from bot.services.report import Reports
from bot.services.sharing import Sharing
from bot.services.subscriptions import Subscriptions
from handlers.tasks import Running


@dataclass(frozen=True, slots=True)
class Readiness:
    """One dependency: its name, whether it works, and a word on what to do if not."""

    name: str
    ok: bool
    note: str = "ok"


@dataclass(frozen=True, slots=True)
class Services:
    reports: Reports
    sharing: Sharing
    poster: Poster
    ingest: Ingest
    subscriptions: Subscriptions
    alerts: Alerts
    asking: Asking
    questions: QuestionStore
    feed_status: Callable[[], Awaitable[FeedStatus]]
    clock: Clock
    meter: Meter
    running: Running
    readiness: Callable[[], Awaitable[list[Readiness]]]
    metrics_text: Callable[[], bytes]
