"""What leaves the thread: a file, text for a ticket, a short account, a post elsewhere; prepared, never done."""

from collections.abc import Mapping, Sequence

from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.blocks.ticket import ticket
from bot.blocks.why import others_averages
from bot.blocks.words import KINDS, READINGS, VERIFIED
from bot.domain.model import Label, Participant, Report
from bot.questions.answer import Act, Answer, Prepared
from bot.questions.asked import Intent
from bot.questions.facts import Need
from bot.questions.minutely import Look, by_person, states, stretches
from bot.questions.pen import Pen
from bot.questions.phrasing import label_word, poor, rated, word
from bot.questions.quoting import quoted, remember
from bot.questions.recorded import ByPerson
from bot.questions.row import Asked, Row
from bot.questions.whom import group, named, not_found, whom

LABEL_CHARACTERS, MOST_STRETCHES = 75, 4


def export(asked: Asked) -> Answer:
    """Offers the CSV of the call; any other format says that CSV is what there is."""
    pen, people = Pen(asked.facts), asked.facts.report.participants
    wanted = clean(word(asked.reading.slots, "format"), 20) or "csv"
    other = "" if wanted.casefold() == "csv" else f"I make CSV only, not {quoted(pen, wanted)}; spreadsheets open it. "
    count = len(people)
    everybody = f"{pen.count(count)} {'person' if count == 1 else 'people'}"
    lines: list[Line] = [
        [f"{other}A CSV of {everybody}, with averages and maxima sent and received, comes into this thread."],
        ["Press the button to send it; everybody in this channel can open it."],
    ]
    return pen.written(lines, prepared=Prepared(Act.EXPORT, "Send the CSV here"), suggestions=("show the raw numbers",))


# --- text for a ticket -----------------------------------------------------------------------------------------------

AUDIENCES: Mapping[str, tuple[str, str]] = {
    "isp": ("the internet provider", "Asked:    please check this line for loss, delay and overload in that time"),
    "zoom": ("Zoom support", "Asked:    please check the data centre and the media path in that time"),
    "network": ("the network team", "Asked:    please check Wi-Fi, switches, firewall and line there in that time"),
    "helpdesk": ("the helpdesk", "Asked:    please contact the user and try the next step below"),
}
DEFAULT_AUDIENCE = "isp"


def pack(asked: Asked) -> Answer:
    """A block to paste: window in UTC, place, numbers with direction, comparison; nobody else's name in it."""
    pen, missing = Pen(asked.facts), not_found(asked)
    wanted = word(asked.reading.slots, "audience")
    audience = wanted if wanted is not None and wanted in AUDIENCES else DEFAULT_AUDIENCE
    person = _subject(asked)
    if missing or person is None or person.label is Label.UNRATED:
        line = missing or (
            "Nobody was rated, so there are no numbers for a ticket."
            if person is None
            else f"Nothing was measured of {pen.name(person.key)}, so there are no numbers for a ticket."
        )
        return pen.written([[line]], suggestions=("who had it worst?", "is the data complete?"))
    to, wish = AUDIENCES[audience]
    rows = _rows(asked, person, audience, [*_bad_rows(by_person(asked.facts), person.key), wish])
    for row in rows:
        remember(pen, row, person)
    lines: list[Line] = [
        [f"For {to}, about {pen.name(person.key)}, {label_word(person)}; copy this:"],
        ["Left out: other people's names, e-mail addresses, the public IP and hardware ids. Add a contact yourself."],
    ]
    if wanted is not None and wanted != audience:
        lines.append([f"I don't know that audience, so it is written for {to}."])
    return pen.written(lines, preformatted=tuple(rows), suggestions=("export it as csv", "is it us or zoom?"))


def _subject(asked: Asked) -> Participant | None:
    """Who is named or was mentioned; else the worst of those that the verdict is about."""
    of_group = [*poor(group(asked)), *rated(group(asked))]
    if of_group and not named(asked):
        return of_group[0]
    if named(asked) or any(turn.people for turn in asked.turns):
        return whom(asked).first
    keys = set(asked.facts.report.verdict.people)
    return next((p for p in rated(asked.facts.report.participants) if p.key in keys), whom(asked).first)


def _bad_rows(minutes: ByPerson, key: str) -> list[str]:
    """The stretches in which this person was poor, longest first; nothing without per-minute values."""
    found = stretches(at for at, bad in states(minutes, key, Look()).items() if bad)
    longest = sorted(sorted(found, key=lambda one: -one.bad)[:MOST_STRETCHES], key=lambda one: one.start)
    return [f"Poor:     {one.start:%Y-%m-%d %H:%M}–{one.end:%H:%M} UTC ({one.bad} minutes)" for one in longest]


def _rows(asked: Asked, person: Participant, audience: str, last: Sequence[str]) -> list[str]:
    report = asked.facts.report
    reading = f"{READINGS[report.direction.reading]}, {VERIFIED[report.direction.verified]}"
    rows = ticket(report, person, others_averages(report.participants, person), reading, asked.facts.now)
    extra = [*_site_rows(report, person), *last]
    if audience == "helpdesk":
        rows.insert(1, f"User:     {asked.facts.names[person.key]}")
        extra += [f"Next:     {person.cause.advice}"] if person.cause.advice else []
    if audience in {"isp", "network"}:
        extra.append("Line:     public IP left out; add the one of this line")
    return [*rows, *extra]


def _site_rows(report: Report, person: Participant) -> list[str]:
    """How many at the same place were poor, and elsewhere; nothing where the place is not known."""
    place, people = clean(person.location, 60), rated(report.participants)
    if not place:
        return []
    here = [p for p in people if p.location == person.location]
    there = [p for p in people if p.location != person.location]
    row = f"Site:     {place}: {len(poor(here))} of {len(here)} people poor"
    return [f"{row}; elsewhere {len(poor(there))} of {len(there)}" if there else row]


# --- elsewhere -------------------------------------------------------------------------------------------------------


def share(asked: Asked) -> Answer:
    """Reads back where and what; posts nothing before the button is pressed."""
    pen, report = Pen(asked.facts), asked.facts.report
    wanted = asked.reading.slots.get("channel")
    channel = clean(wanted, 60) if isinstance(wanted, str) else None
    if not channel or not channel.strip("# "):
        line = "Which channel? Say it with its name, such as: share this to #av-support."
        return pen.written([[line]], suggestions=("share this to #av-support",))
    name = f"#{channel.lstrip('# ')}"
    remember(pen, name)
    shown = min(5, len(poor(report.participants)))
    listed = (
        f"the {KINDS[report.subject.kind]}'s verdict, the worst {pen.count(shown)} by name and the counts"
        if shown
        else (f"the {KINDS[report.subject.kind]}'s verdict and the counts")
    )
    lines: list[Line] = [
        [f"Press the button and I post the summary to {name}: {listed}. No e-mail or IP address is in it."],
        ["I must be in that channel; everybody there will see it."],
    ]
    prepared = Prepared(Act.SHARE, f"Share to {name}"[:LABEL_CHARACTERS], {"channel": name})
    return pen.written(lines, prepared=prepared, suggestions=("summarise it",))


ROWS: tuple[Row, ...] = (
    Row(Intent.EXPORT, export),
    Row(Intent.TICKET_PACK, pack, frozenset({Need.MINUTES})),
    Row(Intent.SHARE, share),
)
