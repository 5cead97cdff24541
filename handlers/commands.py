"""`/qos`: one row per subcommand. The table dispatches, and help is generated from it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.blocks import notices
from bot.blocks.feed import feed_lines
from bot.blocks.notices import CommandRow
from bot.blocks.report import summary
from bot.domain.model import Kind, Report
from bot.errors import BadInput, SlackError
from bot.ports import Message
from bot.services.sharing import Outcome, Place
from bot.zoom.ids import find_ref
from handlers import decisions, state, subscriptions
from handlers.boundary import boundary
from handlers.context import Context
from handlers.outcomes import told
from handlers.parsing import ReportRequest, report_request, split
from handlers.replies import Reply
from handlers.services import Services

COMMAND = "/qos"
DRAWN_AT_ONCE = 500
"""Telling this many names apart takes about 4 ms; more of them leave the event loop to others."""


@dataclass(frozen=True, slots=True)
class Subcommand:
    row: CommandRow
    run: Callable[[Context, str], Awaitable[None]]


async def _report(kind: Kind, context: Context, rest: str) -> None:
    await answer(context, report_request(kind, rest))


async def _help(context: Context, _rest: str) -> None:
    await context.reply.say(notices.usage(HELP_ROWS, OPTIONS))


async def _limits(context: Context, _rest: str) -> None:
    await context.reply.say(notices.limits(context.services.reports.limits))


async def _status(context: Context, _rest: str) -> None:
    services = context.services
    dependencies = [(line.name, line.ok, line.note) for line in await services.readiness()]
    notes = {kind: await services.reports.direction(kind) for kind in Kind}
    feed = feed_lines(await services.feed_status(), services.clock())
    await context.reply.say(notices.status(dependencies, notes, feed))


OPTIONS = "top N, by loss|latency|jitter|cpu, audio|video|share, refresh, public"
"""What stands behind an id, in any order."""

SUBCOMMANDS = (
    Subcommand(
        CommandRow("meeting", "meeting ID [options]", "Who had the worst call in a meeting", "meeting 858 1234 5678"),
        partial(_report, Kind.MEETING),
    ),
    Subcommand(
        CommandRow("webinar", "webinar ID [options]", "The same for a webinar", "webinar 858 1234 5678 by latency"),
        partial(_report, Kind.WEBINAR),
    ),
    Subcommand(
        CommandRow(
            "session", "session UUID [options]", "The same for a Video SDK session", "session gkBE2XmnRJq42wHoMox/5g=="
        ),
        partial(_report, Kind.SESSION),
    ),
    Subcommand(
        CommandRow(
            "subscribe",
            "subscribe [terms]",
            "Alerts for this channel, tried on past calls first",
            "subscribe site:Berlin people:4",
        ),
        subscriptions.subscribe,
    ),
    Subcommand(
        CommandRow("unsubscribe", "unsubscribe N|all", "End one of them, or all", "unsubscribe 1"),
        subscriptions.unsubscribe,
    ),
    Subcommand(
        CommandRow("subscriptions", "subscriptions", "What this channel hears of", "subscriptions"),
        subscriptions.subscriptions,
    ),
    Subcommand(
        CommandRow(
            "quiet", "quiet [HOURS [ZONE]|off]", "Hours in which no new alert comes", "quiet 22:00-07:00 Europe/Berlin"
        ),
        subscriptions.quiet,
    ),
    Subcommand(
        CommandRow("why", "why ID", "Why this channel was told of a call, or not", "why 858 1234 5678"), decisions.why
    ),
    Subcommand(CommandRow("limits", "limits", "The limits behind good, fair and poor", "limits"), _limits),
    Subcommand(
        CommandRow(
            "status", "status", "What works, how Zoom's events do, and whether sent and received are verified", "status"
        ),
        _status,
    ),
    Subcommand(CommandRow("help", "help", "This list", "help"), _help),
)
HELP_ROWS = tuple(subcommand.row for subcommand in SUBCOMMANDS)
BY_NAME = {subcommand.row.name: subcommand for subcommand in SUBCOMMANDS}


def register(app: AsyncApp, services: Services) -> None:
    @app.command(COMMAND)
    async def qos(ack: AsyncAck, command: dict[str, str], respond: AsyncRespond) -> None:
        await ack()
        reply = Reply(respond, own_line=True)
        place = Place(command.get("team_id", ""), command["channel_id"], command.get("channel_name", ""))
        asked = Context(services, reply, place, command["user_id"], command.get("trigger_id", ""))
        await run(asked, command.get("text", ""))


async def run(context: Context, text: str) -> None:
    """Dispatch what was typed; wrong input is answered with what would have worked, and how the command is used."""
    rows = HELP_ROWS

    def wrong(error: BadInput) -> Message:
        return notices.wrong_input(error, _meant(error) or rows, OPTIONS)

    async with boundary(context.services, "qos", context.reply.apologise, wrong):
        typed = split(text, tuple(BY_NAME))
        if typed.word is None:
            await _help(context, "")
        elif typed.word:
            rows = (BY_NAME[typed.word].row,)
            await BY_NAME[typed.word].run(context, typed.rest)
        else:
            await _lone_id(context, typed.rest)


def _meant(error: BadInput) -> tuple[CommandRow, ...]:
    """The usage of the command that was probably meant; all of it where that is help."""
    for word in (error.suggestion or "").split()[1:2]:
        if word in BY_NAME and word != "help":
            return (BY_NAME[word].row,)
    return ()


async def _lone_id(context: Context, text: str) -> None:
    """`/qos 85812345678` or a pasted join link: the link says whether it is a webinar."""
    ref = find_ref(text, Kind.MEETING)
    await answer(context, report_request(ref.kind if ref else Kind.MEETING, text))


async def answer(context: Context, request: ReportRequest) -> None:
    """Fetch and show: privately, or in the channel with `public`."""
    async with context.reply.watching() as progress:
        report = await context.services.reports.report(
            request.ref, request.view, refresh=request.refresh, progress=progress
        )
    if request.public:
        await _in_channel(context, report)
    else:
        await context.reply.say(await message_for(context.services, report))


async def _in_channel(context: Context, report: Report) -> None:
    """Post for everybody; where that cannot be, the person still gets the report, and why nobody else did."""
    shared = await message_for(context.services, report, shared=True)
    try:
        outcome = await context.services.sharing.share(shared, report.subject, context.place)
    except SlackError as error:
        await _privately(context, report, notices.error(error))
        return
    if outcome is Outcome.SHARED:
        await context.reply.clear()
    else:
        await _privately(context, report, told(outcome, state.encode(report.subject, report.view)))


async def _privately(context: Context, report: Report, why: Message) -> None:
    await context.reply.say(await message_for(context.services, report))
    await context.reply.add(why)


async def message_for(services: Services, report: Report, *, shared: bool = False) -> Message:
    """The summary as every door shows it; that of many people is drawn beside the event loop."""
    remembered = state.encode(report.subject, report.view)
    draw = partial(summary, report, now=services.clock(), state=remembered, shared=shared)
    return draw() if len(report.participants) < DRAWN_AT_ONCE else await asyncio.to_thread(draw)
