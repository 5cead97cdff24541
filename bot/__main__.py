"""The command line, one function per command. Results go to stdout and nothing else does; logs and errors to stderr."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Coroutine
from typing import Any, BinaryIO, NoReturn, TypeVar

import click

from bot import app as composition
from bot import checks, questioning, serving
from bot.config import Settings, SettingsError, load
from bot.documents.report import document
from bot.domain.model import Kind, Media, MeetingRef, Sort, View
from bot.errors import BadInput, QosError, new_ref
from bot.telemetry import set_up_logs
from bot.zoom.ids import looks_like_id, parse_id

DONE, FAILED, WRONG_USAGE = 0, 1, 2
Result = TypeVar("Result")
IDENTIFIER = click.argument("identifier", metavar="ID", nargs=-1, required=True)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def cli(context: click.Context) -> None:
    """Tells people in Slack why a Zoom call was bad. Without a command: serve."""
    if context.invoked_subcommand is None:
        context.invoke(serve)


@cli.command()
def serve() -> None:
    """Run the bot: Slack, health and metrics in one process. SIGTERM finishes what was accepted."""
    _run(serving.serve(_settings(to_serve=True)))


@cli.command()
def check() -> None:
    """Verify the configuration piece by piece: one line each; exit code 1 if any fails."""
    lines = _run(checks.check(_settings()))
    for line in lines:
        click.echo(f"{'ok  ' if line.ok else 'FAIL'}  {line.name}: {line.note}")
    if not all(line.ok for line in lines):
        sys.exit(FAILED)


@cli.command(context_settings={"ignore_unknown_options": False})
@click.argument("kind", type=click.Choice([kind.value for kind in Kind]))
@IDENTIFIER
@click.option("--sort", type=click.Choice([sort.value for sort in Sort]), default=Sort.WORST.value, help="The order.")
@click.option("--media", type=click.Choice([media.value for media in Media]), help="Rate this medium only.")
@click.option("--top", type=click.IntRange(min=1), help="Show this many people; the counts stay whole.")
@click.option("--refresh", is_flag=True, help="Ask Zoom again instead of the store.")
@click.option("--json", "as_json", is_flag=True, help="The report document, docs/report.schema.json.")
def report(
    kind: str, identifier: tuple[str, ...], sort: str, media: str | None, top: int | None, refresh: bool, as_json: bool
) -> None:
    """The report that Slack shows, from the store or from Zoom. ID: a number, a join link or a UUID."""
    ref = parse_id(" ".join(identifier), Kind(kind))
    view = View(Sort(sort), Media(media) if media else None, top)
    settings = _settings()
    judged = _run(composition.one_report(settings, ref, view, refresh=refresh))
    click.echo(document(judged).model_dump_json(indent=2) if as_json else composition.as_text(judged))


@cli.command()
@click.argument("words", metavar="[KIND] ID [QUESTION]", nargs=-1, required=True)
@click.option(
    "--context", multiple=True, metavar="QUESTION", help="What was asked before; again for each, oldest first."
)
@click.option("--asker", metavar="EMAIL", help="Who asks, for questions about oneself.")
@click.option("--batch", type=click.File("rb"), help="Questions, one JSON object per line; - reads stdin.")
@click.option("--json", "as_json", is_flag=True, help="The answer document.")
def ask(
    words: tuple[str, ...], context: tuple[str, ...], asker: str | None, batch: BinaryIO | None, as_json: bool
) -> None:
    """One follow-up question about a call, as the thread would answer it. KIND: meeting unless said, webinar, session.

    With --batch every line of a file is one: {"question": "…", "context": ["…"], "asker": "…"}; one answer document
    per line comes out, in the same order.
    """
    ref, question = _call_and_question(words, has_question=batch is None)
    settings = _settings()
    if batch is not None:
        _run(_print_each(questioning.batch(settings, ref, batch)))
        return
    exchange = _run(
        questioning.one(settings, ref, questioning.Line(question=question, context=list(context), asker=asker))
    )
    click.echo(exchange.document.model_dump_json(indent=2) if as_json else exchange.document.text)


async def _print_each(exchanges: AsyncIterator[questioning.Exchange]) -> None:
    async for exchange in exchanges:
        click.echo(exchange.document.model_dump_json())


def _call_and_question(words: tuple[str, ...], *, has_question: bool) -> tuple[MeetingRef, str]:
    """The first words that are an id are the call; what follows is the question, quoted as one or not."""
    kinds = {kind.value: kind for kind in Kind}
    kind, rest = (kinds[words[0]], words[1:]) if words[0] in kinds else (Kind.MEETING, words)
    ends = range(1, len(rest) + 1) if has_question else (len(rest),)
    end = next((end for end in ends if looks_like_id(" ".join(rest[:end]))), len(rest))
    ref, question = parse_id(" ".join(rest[:end]), kind), " ".join(rest[end:])
    if has_question and end == len(rest):
        raise click.UsageError('a question is needed behind the call: ask 85812345678 "who had it worst?"')
    return ref, question


@cli.command()
def feedback() -> None:
    """Answers that somebody marked wrong in Slack: the question, how it was read, and what was said."""
    for kept in _run(questioning.wrong_answers(_settings())):
        call = kept.ref.id
        click.echo(f"{kept.asked_at:%Y-%m-%d %H:%M} UTC · {kept.ref.kind} {call} · read as {kept.turn.intent}")
        click.echo(f"  asked: {' '.join(kept.turn.text.split())}")
        click.echo(f"  slots: {json.dumps(dict(kept.turn.slots), ensure_ascii=False)}")
        for line in kept.text.splitlines():
            click.echo(f"  said:  {line}")


@cli.command()
@click.argument("file", type=click.File("rb"))
@click.option("--post", is_flag=True, help="Decide and post alerts too, as of the events' own time; needs Slack.")
def replay(file: BinaryIO, post: bool) -> None:
    """Take in events from FILE, one JSON body per line, as if Zoom had sent them; nothing is posted without --post.

    Prints how many were new and understood (accepted), there already (duplicate), of no interest (ignored), and
    impossible to understand (buried). Returns when all are processed. Needs the database only; `-` reads stdin.
    """
    counts = _run(composition.replay(_settings(), file, post=post))
    click.echo(", ".join(f"{name} {counts[name]}" for name in ("accepted", "duplicate", "ignored", "buried")))


@cli.command()
@click.argument("email")
def forget(email: str) -> None:
    """Erase a person by EMAIL: their joins, the events that told of them, and their name in alerts.

    Prints how much of each that was. Alerts that stand in Slack lose the name when `serve` next runs. Subscriptions
    that name the address are counted, and stay: whoever owns them ends them.
    """
    if "@" not in email:
        raise BadInput("not_an_email", f'"{email[:80]}" is no e-mail address.', "Give the address as Zoom knows it.")
    counts = _run(composition.forget(_settings(), email))
    click.echo(", ".join(f"{name} {counts[name]}" for name in ("joins", "events", "alerts", "answers")))
    if counts["naming"]:
        click.echo(f"subscriptions that still name the address: {counts['naming']}")


def _settings(*, to_serve: bool = False) -> Settings:
    try:
        settings = load(to_serve=to_serve)
    except SettingsError as error:
        _stop_for(error)
    set_up_logs(settings.log_format)
    return settings


def _stop_for(error: SettingsError) -> NoReturn:
    ref = new_ref()
    for problem in error.problems:
        click.echo(f"settings: {problem} (ref {ref})", err=True)
    sys.exit(FAILED)


def _run(work: Coroutine[Any, Any, Result]) -> Result:
    return asyncio.run(work)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; every failure is one line `slug: sentence (ref …)` on stderr."""
    try:
        cli.main(arguments, prog_name="python -m bot", standalone_mode=False)
    except BadInput as error:
        return _fail(error, WRONG_USAGE)
    except QosError as error:
        return _fail(error, FAILED)
    except click.ClickException as error:
        return _fail(QosError("usage", error.format_message()), WRONG_USAGE)
    except (click.Abort, KeyboardInterrupt):
        return FAILED
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else FAILED
    return DONE


def _fail(error: QosError, code: int) -> int:
    click.echo(f"{error.slug}: {' '.join(str(error).split())} (ref {error.ref})", err=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
