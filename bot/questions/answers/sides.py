"""Sent against received, and audio, video and screen share against each other: of one person or of everybody."""

from collections.abc import Sequence
from statistics import median

from bot.blocks.lines import Line
from bot.blocks.words import LABELS, MEDIA, metric_word
from bot.domain.model import Direction, Label, Media, Participant, Stream
from bot.domain.shared_words import listed
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.one_person import One, one_person
from bot.questions.pen import Pen, spread_of
from bot.questions.phrasing import of_people, stream_number
from bot.questions.row import Asked, Row
from bot.questions.spot_words import named, not_rated, reason
from bot.questions.spots import OF_PEOPLE, Spot, Wanted, label_in, ranked, wanted

NOTICED = {
    (Direction.SENT, Media.AUDIO): "the others will have heard {} break up",
    (Direction.SENT, Media.VIDEO): "the others will have seen {}'s picture stall or blur",
    (Direction.SENT, Media.SHARE): "the others will have seen {}'s screen late or blurred",
    (Direction.RECEIVED, Media.AUDIO): "{} will have heard the others break up",
    (Direction.RECEIVED, Media.VIDEO): "{} will have seen the others' pictures stall or blur",
    (Direction.RECEIVED, Media.SHARE): "{} will have seen the shared screen late or blurred",
}
ROUND_TRIP = "a round trip has no direction: both sides notice the delay"
_ORDER = {None: 0, Label.UNRATED: 0, Label.GOOD: 1, Label.FAIR: 2, Label.POOR: 3}


def _of_streams(want: Wanted) -> Wanted:
    """CPU and Wi-Fi signal have no direction and no medium: nothing is compared by them."""
    return Wanted(want.media, want.direction, None if want.metric in OF_PEOPLE else want.metric)


# --- sent against received -------------------------------------------------------------------------------------------


def compare_direction(asked: Asked) -> Answer:
    """Which direction was the problem, per medium, and what either side will have noticed."""
    pen, want = Pen(asked.facts), _of_streams(wanted(asked.reading.slots, asked.turns))
    want = Wanted(want.media, None, want.metric)
    if not asked.reading.people and asked.reading.slots.get("participant") is None and not asked.turns:
        return _everybodys_directions(pen, want)
    one = one_person(asked, pen)
    if isinstance(one, Answer):
        return one
    if one.person.label is Label.UNRATED:
        first = f"{one.name} is not rated: {reason(one.person)}. Neither direction can be judged."
        return pen.written([[first], *one.note], suggestions=("who had it worst?",))
    ways = {way: _worst(one.person, way, want) for way in Direction}
    lines: list[Line] = [[_verdict(pen, one, ways)], *one.note]
    for way in Direction:
        line = _streams(pen, one.person, way, want)
        lines += [line] if line else []
    noticed = _noticed(one, ways)
    lines += [[noticed]] if noticed else []
    lines += _unverified(pen, one.person)
    name = pen.facts.names[one.person.key]
    return pen.written(lines, suggestions=(f"why was {name} bad?", f"was it just {name}?"))


def _worst(person: Participant, way: Direction, want: Wanted) -> Stream | None:
    rated = [s for s in person.streams if s.direction is way and s.badness is not None and want.takes(s)]
    return max(rated, key=lambda s: s.badness or 0.0, default=None)


def _verdict(pen: Pen, one: One, ways: dict[Direction, Stream | None]) -> str:
    sent, received = ways[Direction.SENT], ways[Direction.RECEIVED]
    if sent is None or received is None:
        known, missing = (received, "sent") if sent is None else (sent, "received")
        if known is None:
            return f"Nothing of what {one.name} sent or received was measured there."
        number = _number(pen, one.person, known)
        return f"Only one direction of {one.name} was measured, nothing {missing}: {number}."
    bad, fine = (sent, received) if (sent.badness or 0) >= (received.badness or 0) else (received, sent)
    number = _number(pen, one.person, bad)
    if _ORDER[bad.label] == 1:
        return f"Neither was a problem for {one.name}; the worse one was {number}."
    verb = "Sending" if bad.direction is Direction.SENT else "Receiving"
    if bad.worst_metric == "latency" and fine.label is bad.label:
        return f"Both alike for {one.name}: {number}; {ROUND_TRIP}."
    if fine.label is bad.label:
        return f"Both were {bad.label or 'bad'} for {one.name}; {verb.lower()} was worse: {number}."
    return f"{verb} was the problem for {one.name}: {number}."


def _number(pen: Pen, person: Participant, stream: Stream) -> str:
    return stream_number(pen, person, stream, stream.worst_metric or "loss")


def _streams(pen: Pen, person: Participant, way: Direction, want: Wanted) -> Line:
    """`Sent: audio poor, loss 7.9 %; video poor, loss 6.1 % (averages).`"""
    parts = []
    for stream in person.streams:
        if stream.direction is way and stream.label is not None and want.takes(stream):
            metric = want.metric if want.metric and spread_of(stream, want.metric) else stream.worst_metric or "loss"
            value = pen.measured(person, stream, metric)
            parts.append(f"{MEDIA[stream.media]} {LABELS[stream.label][1]}, {metric_word(metric)} {value}")
    return [f"{way.capitalize()}: {'; '.join(parts)} (averages)."] if parts else []


def _noticed(one: One, ways: dict[Direction, Stream | None]) -> str:
    said = []
    for way, stream in ways.items():
        if stream is not None and stream.label in {Label.POOR, Label.FAIR} and stream.worst_metric != "latency":
            said.append(NOTICED[way, stream.media].format(one.name))
    words = "; ".join(said)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _unverified(pen: Pen, person: Participant) -> list[Line]:
    verified = pen.facts.report.direction.verified
    if verified or person.directions_stated:
        return []
    if verified is None:
        return [["Which one Zoom calls sent is read as documented, and not yet verified on your own calls."]]
    return [["Your own calls contradict this reading of what is sent and what received, so they may be swapped."]]


def _everybodys_directions(pen: Pen, want: Wanted) -> Answer:
    report = pen.facts.report
    found = []
    for way in Direction:
        both = Wanted(want.media, way, want.metric)
        labels = [label for p in report.participants if (label := label_in(p, both, report)) is not Label.UNRATED]
        order = [one for one in ranked(report.participants, both, report) if _is_poor(pen, one, both)]
        found.append((way, len(labels), order))
    if not any(total for _, total, _ in found):
        return pen.written([["Zoom measured neither direction of anybody here."], *not_rated(pen, report.participants)])
    (_, sent_of, sent), (_, received_of, received) = found
    counts = f"{of_people(pen, len(sent), sent_of)} people were poor in what they sent, "
    counts += f"{of_people(pen, len(received), received_of)} in what they received"
    verdict = "Neither" if not sent and not received else "Both alike"
    verdict = "Sending" if len(sent) > len(received) else "Receiving" if len(received) > len(sent) else verdict
    lines: list[Line] = [[f"{verdict}: {counts}."]]
    lines += [[f"Sent worst: {named(pen, sent[0])}."]] if sent else []
    lines += [[f"Received worst: {named(pen, received[0])}."]] if received else []
    return pen.written(lines, suggestions=("who had it worst?", "was video worse than audio?"))


def _is_poor(pen: Pen, one: Spot, want: Wanted) -> bool:
    return label_in(one.person, want, pen.facts.report) is Label.POOR


# --- media against each other ----------------------------------------------------------------------------------------


def compare_media(asked: Asked) -> Answer:
    """Which medium was worst: by people who were poor in it, then by the typical number; of one person by label."""
    pen, want = Pen(asked.facts), _of_streams(wanted(asked.reading.slots, asked.turns))
    media = want.media if len(want.media) > 1 else tuple(Media)
    if asked.reading.people or asked.reading.slots.get("participant") is not None:
        one = one_person(asked, pen)
        return one if isinstance(one, Answer) else _one_persons_media(pen, one, media, want)
    rows = [row for medium in media if (row := _medium(pen, medium, want)) is not None]
    if not rows:
        report = pen.facts.report
        return pen.written([["None of these media was measured here."], *not_rated(pen, report.participants)])
    rows.sort(key=lambda row: (-row[1], -row[2]))
    missing = [MEDIA[m] for m in media if m not in {row[0] for row in rows}]
    first, *others = rows
    if not others:
        head = f"Only {MEDIA[first[0]]} was measured: {first[3]}."
    elif first[1] == 0:
        head = f"No medium was bad; {MEDIA[first[0]]} was a little worse: {first[3]}."
    elif first[1] == others[0][1]:
        head = f"{MEDIA[first[0]].capitalize()} and {MEDIA[others[0][0]]} about alike: {first[3]}."
    else:
        head = f"{MEDIA[first[0]].capitalize()} was worst: {first[3]}."
    lines: list[Line] = [[head]]
    lines += [[f"{MEDIA[medium].capitalize()}: {words}."] for medium, _, _, words in others]
    lines += [[f"Not measured of anybody: {listed(missing)}."]] if missing else []
    return pen.written(lines, suggestions=("who had it worst?", "who had the worst audio?"))


def _medium(pen: Pen, medium: Media, want: Wanted) -> tuple[Media, float, float, str] | None:
    """A medium, the share of people poor in it, the typical badness, and both in words."""
    one, report = Wanted((medium,), want.direction, want.metric), pen.facts.report
    spots = ranked(report.participants, one, report)
    if not spots:
        return None
    poor = [s for s in spots if _is_poor(pen, s, one)]
    losses = [s.value for s in ranked(report.participants, Wanted((medium,), want.direction, "loss"), report)]
    words = f"{of_people(pen, len(poor), len(spots))} people poor"
    words += (
        f", median of their worst average loss {pen.derived(median(losses), '%', 'median', 'loss')}" if losses else ""
    )
    words += f", worst {named(pen, spots[0])}"
    return medium, len(poor) / len(spots), median([s.badness for s in spots]), words


def _one_persons_media(pen: Pen, one: One, media: Sequence[Media], want: Wanted) -> Answer:
    found = []
    for medium in media:
        rated = [
            s
            for s in one.person.streams
            if s.media is medium and s.badness is not None and want.direction in {None, s.direction}
        ]
        if rated:
            found.append(max(rated, key=lambda s: s.badness or 0.0))
    missing = [MEDIA[m] for m in media if m not in {s.media for s in found}]
    if not found or one.person.label is Label.UNRATED:
        first = f"None of {listed([MEDIA[m] for m in media])} was measured for {one.name}."
        return pen.written([[first], *one.note], suggestions=("who had it worst?",))
    found.sort(key=lambda s: -(s.badness or 0.0))
    worst = found[0]
    label = LABELS[worst.label][1] if worst.label else ""
    lines: list[Line] = [
        [f"{MEDIA[worst.media].capitalize()} was worst for {one.name}: {label}, {_number(pen, one.person, worst)}."]
    ]
    lines += one.note
    for s in found[1:]:
        lines.append(
            [f"{MEDIA[s.media].capitalize()}: {LABELS[s.label][1] if s.label else ''}, {_number(pen, one.person, s)}."]
        )
    lines += [[f"No traffic or not measured: {listed(missing)}."]] if missing else []
    return pen.written(lines, suggestions=(f"why was {pen.facts.names[one.person.key]} bad?", "who had it worst?"))


ROWS = (Row(Intent.COMPARE_DIRECTION, compare_direction), Row(Intent.COMPARE_MEDIA, compare_media))
