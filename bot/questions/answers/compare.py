"""People beside each other, or one beside the median of the others. Groups, media and calls have files of their own."""

from collections.abc import Sequence
from statistics import median

from bot.blocks.lines import Line
from bot.blocks.words import LABELS, metric_word, stream_words
from bot.domain.model import Direction, Label, Media, Participant, Stream
from bot.domain.scoring import score_of
from bot.domain.shared_words import listed
from bot.questions.answer import Answer
from bot.questions.asked import ASKER, Intent
from bot.questions.one_person import called, surroundings
from bot.questions.pen import Pen, spread_of
from bot.questions.phrasing import names, span
from bot.questions.row import Asked, Row
from bot.questions.spot_words import not_rated, reason, short, spot_words, within
from bot.questions.spots import OF_PEOPLE, Spot, Wanted, label_in, ranked, spot, unit, wanted
from bot.questions.whom import Whom, named, not_found

NETWORK = ("loss", "latency", "jitter")
MOST_COMPARED = 4
MEDIAN = "meeting_median"
StreamKey = tuple[Media, Direction]


def compare_participants(asked: Asked) -> Answer:
    """Who was worse and in what, then the same streams side by side; one person alone beside the median."""
    pen, slots = Pen(asked.facts), asked.reading.slots
    want, people = wanted(slots, asked.turns), named(asked)
    missing = not_found(asked) if slots.get("participant") == ASKER else None
    if missing is not None and not people:
        return pen.written([[missing]], suggestions=("who had it worst?",))
    note: list[Line] = []
    if len(people) < 2 and not (people and (slots.get("against") == MEDIAN or slots.get("participant"))):
        found = _two(asked, people)
        people = found.people
        note = [[f"You named fewer than two people: these are {found.because}."]] if len(people) > 1 else []
    if not people:
        return pen.written([["There is nobody to compare in this call."]], suggestions=("is all the data in?",))
    if len(people) == 1:
        return _beside_the_median(pen, asked, people[0], want)
    shown = people[:MOST_COMPARED]
    if want.media == (Media.SHARE,):
        return _sharing(pen, asked, shown, want)
    lines = [_worse(pen, asked, shown, want), *note, *_side_by_side(pen, shown, want), *_together(pen, shown)]
    more: list[Line] = [[f"{pen.name(p.key)}: {', '.join(surroundings(p)) or 'nothing known'}."] for p in shown]
    return pen.written([*lines, *not_rated(pen, shown)], more=tuple(more), suggestions=_next(pen, shown))


def _two(asked: Asked, people: Sequence[Participant]) -> Whom:
    """The one who is named and whom the thread spoke of last, else the two who had it worst."""
    last = [
        asked.facts.people[key]
        for turn in reversed(asked.turns)
        for key in turn.people
        if key in asked.facts.people and key not in {p.key for p in people}
    ]
    both = tuple(dict.fromkeys([*people, *last]))[:2]
    if len(both) == 2:
        return Whom(both, "the last ones mentioned")
    worst = [one.person for one in ranked(asked.facts.report.participants, Wanted(), asked.facts.report)]
    two = tuple(dict.fromkeys([*people, *worst]))[:2]
    return Whom(two or tuple(asked.facts.report.participants[:2]), "the ones who had it worst")


def _next(pen: Pen, people: Sequence[Participant]) -> tuple[str, ...]:
    first, second = pen.facts.names[people[0].key], pen.facts.names[people[-1].key]
    return (f"were {first} and {second} on the same network?", f"why was {first} bad?", "who had it worst?")


def _worse(pen: Pen, asked: Asked, people: Sequence[Participant], want: Wanted) -> Line:
    report = pen.facts.report
    order = ranked(people, want, report)
    if not order:
        who = listed([called(asked, pen, p) for p in people])
        return [f"None of {who} has measurements{within(want)}, so they can't be compared."]
    first = order[0]
    name, label = called(asked, pen, first.person), LABELS[label_in(first.person, want, report)][1]
    if len(order) == 1:
        return [f"Only {name} has measurements{within(want)}: {label}, {spot_words(pen, first, want.stat)}."]
    rest = [f"{called(asked, pen, one.person)} ({_label_and_number(pen, one, want)})" for one in order[1:]]
    if _level(order, want):
        return [f"About the same{within(want)}: {name} ({_label_and_number(pen, first, want)}) and {listed(rest)}."]
    worse = "had it worse" if len(order) == 2 else "had it worst"
    return [f"{name} {worse}{within(want)}: {label}, {spot_words(pen, first, want.stat)}; beside {listed(rest)}."]


def _label_and_number(pen: Pen, one: Spot, want: Wanted) -> str:
    label = LABELS[label_in(one.person, want, pen.facts.report)][1]
    return f"{label}: {short(pen, one, want.stat)}"


def _level(order: Sequence[Spot], want: Wanted) -> bool:
    """Good and good, or scores within five points of each other."""
    if want.metric is not None:
        return len({f"{one.value:.1f}" for one in order}) == 1
    scores = [score_of(one.badness) for one in order]
    return max(scores) - min(scores) <= 5


def common_streams(people: Sequence[Participant], want: Wanted) -> list[StreamKey]:
    """Media and directions that are rated of all of them, the one with the worst of them first."""
    found: dict[StreamKey, list[float]] = {}
    for person in people:
        for stream in person.streams:
            if stream.badness is not None and want.takes(stream):
                found.setdefault((stream.media, stream.direction), []).append(stream.badness)
    shared = {key: max(bad) for key, bad in found.items() if len(bad) == len(people)}
    return sorted(shared, key=lambda key: -shared[key])


def stream_of(person: Participant, key: StreamKey) -> Stream:
    return next(s for s in person.streams if (s.media, s.direction) == key)


def _side_by_side(pen: Pen, people: Sequence[Participant], want: Wanted) -> list[Line]:
    """`Audio received, averages in that order: loss 0.3 % against 0.2 %, latency 212 ms against 61 ms.`"""
    rated = [p for p in people if p.label is not Label.UNRATED]
    if len(rated) < 2:
        return []
    keys = common_streams(rated, want)
    if not keys:
        return [["No medium and direction was measured of all of them, so there is no number to put beside another."]]
    who = " / ".join(pen.name(p.key) for p in rated)
    lines: list[Line] = []
    for key in keys[:2]:
        parts = []
        for metric in NETWORK if want.metric not in NETWORK else (want.metric,):
            values = [pen.measured(p, stream_of(p, key), str(metric)) for p in rated]
            parts.append(f"{metric_word(str(metric))} {' / '.join(values)}")
        lines.append([f"{stream_words(*key).capitalize()}, averages ({who}): {', '.join(parts)}."])
    return lines


def _together(pen: Pen, people: Sequence[Participant]) -> list[Line]:
    """Said only where they overlapped for a part of the time."""
    times = [(p.joined_at, p.left_at) for p in people if p.joined_at is not None and p.left_at is not None]
    if len(times) != len(people):
        return []
    joined, left = [a for a, _ in times if a is not None], [b for _, b in times if b is not None]
    start, end = max(joined), min(left)
    if start >= end:
        return [["They were not in the call at the same time."]]
    if (end - start) < 0.9 * (max(left) - min(joined)):
        return [
            ["They were there together only ", *span(pen, start, end), "; the averages are over each one's own time."]
        ]
    return []


# --- one person beside the others ------------------------------------------------------------------------------------


def _beside_the_median(pen: Pen, asked: Asked, person: Participant, want: Wanted) -> Answer:
    name = called(asked, pen, person)
    if person.label is Label.UNRATED:
        return pen.written([[f"{name} is not rated: {reason(person)}. There is nothing to compare."]])
    of_streams = Wanted(want.media, want.direction, None if want.metric in OF_PEOPLE else want.metric)
    own = spot(person, of_streams, pen.facts.report)
    if own is None or own.stream is None:
        return pen.written([[f"Zoom has no measurement{within(want)} for {name}, so there is nothing to compare."]])
    key = (own.stream.media, own.stream.direction)
    parts = [words for metric in _metrics(own, want) if (words := _against(pen, person, own.stream, key, metric))]
    if not parts:
        first = f"Nobody else was measured in {stream_words(*key)}, so there is nothing to compare {name} with."
        return pen.written([[first]], suggestions=("who had it worst?",))
    label = LABELS[label_in(person, want, pen.facts.report)][1]
    first = f"{name} ({label}) beside the median of the others in {stream_words(*key)}, averages: {parts[0]}."
    lines: list[Line] = [[first]]
    lines += [[f"Also: {'; '.join(parts[1:])}."]] if len(parts) > 1 else []
    return pen.written(lines, suggestions=(f"was it just {pen.facts.names[person.key]}?", "who had it worst?"))


def _metrics(own: Spot, want: Wanted) -> list[str]:
    first = own.metric if own.metric in NETWORK or own.metric == "frame_rate" else "loss"
    return [first] if want.metric else [first, *(metric for metric in NETWORK if metric != first)]


def _against(pen: Pen, person: Participant, stream: Stream, key: StreamKey, metric: str) -> str | None:
    values = [
        spread.avg
        for other in pen.facts.report.participants
        if other is not person and other.label is not Label.UNRATED
        for s in other.streams
        if (s.media, s.direction) == key and s.badness is not None
        if (spread := spread_of(s, metric)) is not None and spread.avg is not None
    ]
    own = spread_of(stream, metric)
    if not values or own is None or own.avg is None:
        return None
    theirs = pen.derived(median(values), unit(metric), "median", metric)
    value = pen.measured(person, stream, metric)
    return f"{metric_word(metric)} {value} against {theirs} ({pen.count(len(values))} others)"


# --- who shared and who watched --------------------------------------------------------------------------------------


def _sharing(pen: Pen, asked: Asked, people: Sequence[Participant], want: Wanted) -> Answer:
    report = pen.facts.report
    lines: list[Line] = [_worse(pen, asked, people, want)]
    shared = [p for p in people if _flows(p, Direction.SENT)]
    watched = [p for p in people if p not in shared and _flows(p, Direction.RECEIVED)]
    parts = [f"{names(pen, shared)} shared"] if shared else ["None of them shared"]
    parts += [f"{names(pen, watched)} only watched"] if watched else []
    neither = [p for p in people if p not in shared and p not in watched]
    parts += [f"no screen share was measured for {names(pen, neither)}"] if neither else []
    lines.append([f"{'; '.join(parts)}."])
    presenters = [p for p in report.participants if p not in people and _flows(p, Direction.SENT)]
    lines += [[f"The screen was shared by {names(pen, presenters)}."]] if presenters and not shared else []
    lines += [line for line in _side_by_side(pen, [*shared, *watched], want) if len(shared) != 1]
    return pen.written(lines, suggestions=_next(pen, people))


def _flows(person: Participant, direction: Direction) -> bool:
    return any(s.media is Media.SHARE and s.direction is direction and s.badness is not None for s in person.streams)


ROWS = (Row(Intent.COMPARE_PARTICIPANTS, compare_participants),)
