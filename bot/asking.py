"""Builds what answers questions; part of the composition root. Runs nothing itself."""

from bot.ports import Clock
from bot.services.asking import Asking
from bot.services.facts import Facts
from bot.services.report import Reports
from bot.store.store import Store


def asking(store: Store, reports: Reports, clock: Clock) -> Asking:
    """The same answers in Slack and on the command line."""
    stored = Facts(store.feed, store, reports)
    return Asking(reports, store.feed, store.questions, stored, store.subscriptions, store.alerts, clock)
