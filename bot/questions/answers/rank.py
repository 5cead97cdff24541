"""Who had it worst or best, in order. Which number of a person counts is decided in `spots`."""

from collections.abc import Sequence

from bot.blocks.lines import Line
from bot.blocks.words import metric_word
from bot.domain.model import Label, Participant
from bot.domain.shared_words import listed
from bot.questions.answer import Answer
from bot.questions.answers.count import said_of, verb_for
from bot.questions.answers.only import row
from bot.questions.asked import Intent
from bot.questions.bad_minutes import minutes_line
from bot.questions.facts import Need
from bot.questions.filters import all_hold, conditions
from bot.questions.pen import Pen
from bot.questions.phrasing import names, of_people
from bot.questions.row import Asked, Row
from bot.questions.spot_words import named, not_rated, spot_words, within
from bot.questions.spots import Spot, Wanted, label_in, ranked, tied, wanted

MOST_LISTED, MOST_NAMED = 5, 15
ORDINALS = ("", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ", "ninth ", "tenth ")
METRIC_WORDS = {"cpu": "CPU load", "rssi": "Wi-Fi signal", "mos": "listening estimate"}
NO_BREACH = "no_breach"


def rank(asked: Asked) -> Answer:
    """`n` people from `offset` on, worst or best first; `no_breach`: everybody who crossed no limit."""
    slots, report = asked.reading.slots, asked.facts.report
    pen, want = Pen(asked.facts), wanted(slots, asked.turns)
    best, found = slots.get("order") == "best", conditions(slots, report)
    if best and (slots.get("filter") == NO_BREACH or not {"n", "offset", "filter"} & slots.keys()):
        return _no_breach(pen, report.participants, want)
    people = [p for p in report.participants if all_hold(found, p)] if found else list(report.participants)
    if not people:
        first = f"Nobody in this call {verb_for(found, 1)} {said_of(pen, found)}."
        return pen.written([[first]], suggestions=("who had it worst?", "where was everyone joining from"))
    order = ranked(people, want, report)
    if not order:
        return _nothing_measured(pen, people, want)
    if best:
        order = order[::-1]
    prefix = f"Of those who {verb_for(found, 2)} {said_of(pen, found)}: " if found else ""
    return _from_order(pen, asked, order, want, best=best, prefix=prefix)


def _from_order(pen: Pen, asked: Asked, order: list[Spot], want: Wanted, *, best: bool, prefix: str) -> Answer:
    slots = asked.reading.slots
    poor = [one for one in order if label_in(one.person, want, asked.facts.report) is Label.POOR]
    all_poor = not best and not {"n", "offset"} & slots.keys() and len(poor) > 1
    offset, n = _whole(slots.get("offset"), 0), max(1, _whole(slots.get("n"), len(poor) if all_poor else 1))
    if offset >= len(order):
        last = f"{pen.count(len(order))} people have data, and the last is {named(pen, order[-1])}"
        return pen.written([[f"There is nobody that far down: {last}."]], suggestions=("who had it worst?",))
    shown = order[offset : offset + n]
    lines = _one(pen, order, offset, want, best) if len(shown) == 1 else _several(pen, shown, offset, want, best, n)
    if all_poor:
        count = of_people(pen, len(poor), len(order))
        lines[0] = [f"{count} people with data were poor{within(want)}: {names(pen, [one.person for one in poor])}."]
    lines[0] = [prefix, *lines[0]] if prefix else lines[0]
    more: list[Line] = [row(pen, one, want) for one in shown[MOST_LISTED:]]
    if len(shown) == 1 and not best:
        lines += minutes_line(pen, shown[0].person, want)
    return pen.written(
        [*lines, *not_rated(pen, asked.facts.report.participants)],
        more=tuple(more),
        suggestions=_next(pen, shown[0], offset, best),
    )


def _whole(value: object, default: int) -> int:
    known = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 100_000
    return int(value) if known and isinstance(value, int | float) else default


def _next(pen: Pen, one: Spot, offset: int, best: bool) -> tuple[str, ...]:
    name = pen.facts.names[one.person.key]
    if best:
        return ("who had it worst?", f"what about {name}?")
    other = "who had it worst?" if offset else "who was second worst?"
    return (f"why was {name} bad?", f"was it just {name}?", other)


# --- one person ------------------------------------------------------------------------------------------------------


def _one(pen: Pen, order: Sequence[Spot], place: int, want: Wanted, best: bool) -> list[Line]:
    first = order[place]
    words = spot_words(pen, first, want.stat).removeprefix("Wi-Fi signal ")
    level = [one for one in order if one is not first and tied(one, first, want)]
    lines: list[Line] = [[f"{_headline(pen, first, place, want, best)}: {words}."]]
    if not best and not place and _is_fine(pen, first, want):
        lines.append([_nobody_crossed(pen, order, want)])
    if level:
        alike = "the same number" if want.metric else "the same score"
        tie = names(pen, [one.person for one in level])
        lines.append([f"A tie: {tie} {'has' if len(level) == 1 else 'have'} {alike}."])
    after = next((one for one in order[place + 1 :] if not any(one is same for same in level)), None)
    if after is not None:
        lines.append([f"Next: {named(pen, after, want.stat)}."])
    return lines


def _headline(pen: Pen, one: Spot, place: int, want: Wanted, best: bool) -> str:
    name = pen.name(one.person.key)
    ordinal = ORDINALS[place] if place < len(ORDINALS) else f"number {pen.count(place + 1, 'place')} "
    if want.metric is None:
        if not place:
            return f"{name} had it {'best' if best else 'worst'}{within(want)}"
        return f"{(ordinal + ('best' if best else 'worst')).capitalize()}{within(want)} is {name}"
    what = METRIC_WORDS.get(want.metric, metric_word(want.metric))
    where = "" if want.media and want.direction else within(want)
    return f"{name} had the {ordinal}{'best' if best else 'worst'} {what}{where}"


def _is_fine(pen: Pen, one: Spot, want: Wanted) -> bool:
    return label_in(one.person, want, pen.facts.report) is Label.GOOD


def _nobody_crossed(pen: Pen, order: Sequence[Spot], want: Wanted) -> str:
    return f"Nobody crossed a limit{within(want)}: all {pen.count(len(order))} people with data are within it."


# --- several people --------------------------------------------------------------------------------------------------


def _several(pen: Pen, shown: Sequence[Spot], offset: int, want: Wanted, best: bool, n: int) -> list[Line]:
    people = [one.person for one in shown]
    what = "best" if best else "worst"
    of = f" by {METRIC_WORDS.get(want.metric, metric_word(want.metric))}" if want.metric else ""
    stopped = f" (only {pen.count(len(shown))} people have data)" if len(shown) < n else ""
    after = f" after the first {pen.count(offset)}" if offset else ""
    head = f"The {pen.count(len(shown))} {what}{of}{within(want)}{after}: {names(pen, people)}{stopped}."
    lines: list[Line] = [[head]]
    lines += [row(pen, one, want) for one in shown[:MOST_LISTED]]
    return lines


# --- nobody to complain of -------------------------------------------------------------------------------------------


def _no_breach(pen: Pen, people: Sequence[Participant], want: Wanted) -> Answer:
    report = pen.facts.report
    labels = {p.key: label_in(p, want, report) for p in people}
    clean = [p for p in people if labels[p.key] is Label.GOOD]
    rated = [p for p in people if labels[p.key] is not Label.UNRATED]
    if not rated:
        return _nothing_measured(pen, people, want)
    if not clean:
        first = f"Nobody: all {pen.count(len(rated))} people with data crossed a limit{within(want)}."
    else:
        count = of_people(pen, len(clean), len(rated))
        first = f"{count} people with data crossed no limit{within(want)}: {names(pen, clean, MOST_NAMED)}."
    lines: list[Line] = [[first], ["Averages are compared with the limits; a single peak does not count."]]
    unseen = [p for p in people if labels[p.key] is Label.UNRATED]
    lines += _too_little(pen, unseen)
    more = [[f"No limit crossed: {listed([pen.name(p.key) for p in clean])}."]] if len(clean) > MOST_NAMED else []
    return pen.written(lines, more=tuple(more), suggestions=("who had it worst?", "how many people were bad?"))


def _too_little(pen: Pen, people: Sequence[Participant]) -> list[Line]:
    if all(p.label is Label.UNRATED for p in people):
        return not_rated(pen, people)
    return [[f"Too little data to say: {names(pen, people)}."]]


def _nothing_measured(pen: Pen, people: Sequence[Participant], want: Wanted) -> Answer:
    what = f" of {metric_word(want.metric)}" if want.metric else ""
    first = f"Zoom has no measurement{what}{within(want)} for anybody here, so there is nothing to rank."
    suggestions = ("is all the data in?", "where was everyone joining from")
    return pen.written([[first], *not_rated(pen, people)], suggestions=suggestions)


ROWS = (Row(Intent.RANK_PARTICIPANTS, rank, frozenset({Need.MINUTES})),)
