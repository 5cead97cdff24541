"""The command line, one function per command. Results go to stdout and nothing else does; logs and errors to stderr."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any, BinaryIO, NoReturn, TypeVar

import click

from bot import app as composition
from bot import checks, serving
from bot.config import Settings, SettingsError, load
from bot.documents.report import document
from bot.domain.model import Kind, Media, Sort, View
from bot.errors import BadInput, QosError, new_ref
from bot.telemetry import set_up_logs
from bot.zoom.ids import parse_id

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
    click.echo(", ".join(f"{name} {counts[name]}" for name in ("joins", "events", "alerts")))
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
