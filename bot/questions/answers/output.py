"""What leaves the thread: a file, text for a ticket, a short account, a post elsewhere; prepared, never done."""

from collections.abc import Mapping

from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.blocks.report import verdict_text
from bot.blocks.ticket import ticket
from bot.blocks.why import others_averages
from bot.blocks.words import CAUSES, KINDS, READINGS, VERIFIED
from bot.domain.model import Label, Participant, Report
from bot.questions.answer import Act, Answer, Prepared
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.phrasing import label_word, names, of_people, poor, rated, sentence
from bot.questions.quoting import quoted, remember
from bot.questions.row import Asked, Row
from bot.questions.whom import named, not_found, whom

LABEL_CHARACTERS = 75


def export(asked: Asked) -> Answer:
    """Offers the CSV of the call; any other format says that CSV is what there is."""
    pen, people = Pen(asked.facts), asked.facts.report.participants
    wanted = clean(str(asked.reading.slots.get("format") or "csv"), 20) or "csv"
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
    pen, missing, report = Pen(asked.facts), not_found(asked), asked.facts.report
    wanted = asked.reading.slots.get("audience")
    audience = wanted if isinstance(wanted, str) and wanted in AUDIENCES else DEFAULT_AUDIENCE
    person = _subject(asked)
    if missing or person is None or person.label is Label.UNRATED:
        line = missing or (
            "Nobody was rated, so there are no numbers for a ticket."
            if person is None
            else f"Nothing was measured of {pen.name(person.key)}, so there are no numbers for a ticket."
        )
        return pen.written([[line]], suggestions=("who had it worst?", "is the data complete?"))
    to, wish = AUDIENCES[audience]
    rows = _rows(asked, person, audience, wish)
    for row in rows:
        remember(pen, row, person)
    lines: list[Line] = [
        [f"For {to}, about {pen.name(person.key)}, {label_word(person)}; copy this:"],
        ["Left out: other people's names, e-mail addresses, the public IP and hardware ids. Add a contact yourself."],
    ]
    if report.participants and audience not in {wanted} and isinstance(wanted, str):
        lines.append([f"I don't know that audience, so it is written for {to}."])
    return pen.written(lines, preformatted=tuple(rows), suggestions=("export it as csv", "is it us or zoom?"))


def _subject(asked: Asked) -> Participant | None:
    """Who is named or was mentioned; else the worst of those that the verdict is about."""
    if named(asked) or any(turn.people for turn in asked.turns):
        return whom(asked).first
    keys = set(asked.facts.report.verdict.people)
    return next((p for p in rated(asked.facts.report.participants) if p.key in keys), whom(asked).first)


def _rows(asked: Asked, person: Participant, audience: str, wish: str) -> list[str]:
    report = asked.facts.report
    reading = f"{READINGS[report.direction.reading]}, {VERIFIED[report.direction.verified]}"
    rows = ticket(report, person, others_averages(report.participants, person), reading, asked.facts.now)
    extra = [*_site_rows(report, person), wish]
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


# --- a short account -------------------------------------------------------------------------------------------------


def summarise(asked: Asked) -> Answer:
    """What happened, to how many, likely why, what is done about it; short leaves the last two out."""
    pen, report = Pen(asked.facts), asked.facts.report
    short = asked.reading.slots.get("length") == "short"
    plain = asked.reading.slots.get("style") == "executive"
    topic = clean(report.subject.topic, 60)
    kind = KINDS[report.subject.kind]
    what = f'"{quoted(pen, topic)}"' if topic else f"the {kind}"
    text = quoted(pen, sentence(verdict_text(report, asked.facts.names)))
    for key in report.verdict.people[:5]:
        if key in asked.facts.people:
            pen.name(key)
    lines: list[Line] = [[f"{sentence(f'{what}: {text}')}"], [_counts(pen, report)]]
    if not short or plain:
        why = _why(pen, report, plain)
        lines += [[why]] if why else []
    if not short:
        advice = _advice(pen, report)
        lines += [[advice]] if advice else []
    return pen.written(lines, suggestions=("is it us or zoom?", "how sure are you?", "share this to a channel"))


def _counts(pen: Pen, report: Report) -> str:
    people = report.participants
    seen = rated(people)
    line = f"{of_people(pen, len(poor(seen)), len(seen))} rated people had a poor call"
    fair = sum(p.label is Label.FAIR for p in seen)
    line += f", {pen.count(fair)} a fair one" if fair else ""
    rest = len(people) - len(seen)
    return f"{line}; {pen.count(rest)} not measured." if rest else f"{line}."


def _why(pen: Pen, report: Report, plain: bool) -> str:
    causes: dict[str, list[Participant]] = {}
    for person in poor(report.participants):
        if person.cause.code in CAUSES:
            causes.setdefault(CAUSES[person.cause.code], []).append(person)
    if not causes:
        return "" if not poor(report.participants) else "The numbers do not tell why."
    order = sorted(causes.items(), key=lambda item: -len(item[1]))[:3]
    if plain:
        return f"Likely reasons: {'; '.join(f'{words} ({pen.count(len(who))})' for words, who in order)}."
    return f"Likely: {'; '.join(f'{words} ({names(pen, who, 3)})' for words, who in order)}."


def _advice(pen: Pen, report: Report) -> str:
    first = next((p for p in poor(report.participants) if p.cause.advice), None)
    return f"Next: {quoted(pen, first.cause.advice)}" if first else ""


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
    Row(Intent.TICKET_PACK, pack),
    Row(Intent.SUMMARISE, summarise),
    Row(Intent.SHARE, share),
)
