"""The doors: every place where the outside world calls in. A door translates, delegates and answers."""

from slack_bolt.async_app import AsyncApp
from starlette.routing import Route

from handlers import (
    actions,
    alerts,
    answers,
    commands,
    health,
    insiders,
    slack_http,
    subscription_modal,
    subscriptions,
    threads,
    views,
    zoom_webhook,
)
from handlers.services import Services

DOORS = (commands, actions, views, threads, answers, subscriptions, subscription_modal, alerts)


def register(app: AsyncApp, services: Services) -> None:
    """Hang every Slack listener into the app; the same ones serve Socket Mode and HTTP."""
    insiders.register(app, services)
    for door in DOORS:
        door.register(app, services)
    actions.register_last(app, services)


def routes(app: AsyncApp, services: Services, *, slack_over_http: bool) -> list[Route]:
    """Every HTTP route of the process."""
    slack = slack_http.routes(app) if slack_over_http else []
    return [*zoom_webhook.routes(services.ingest), *slack, *health.routes(services)]  # the busiest is found first
