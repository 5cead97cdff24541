"""What a stored call says about which of Zoom's types are sent and which received. Pure; the reading stays a setting.

Somebody with the camera off, muted, or only watching still receives, so among people with data on one side only, the
many are receivers and the side they have is the received one. One person who alone sends (the only camera, the sole
sharer) is outnumbered by those who watch. Calls in which that cannot be told say nothing.

Screen share of meetings reads the same in both readings, so it can contradict but proves neither.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.model import Call, Direction, DirectionNote, Kind, Measured, Media, Participant, Reading
from bot.domain.people import NOT_TRAFFIC_BELOW_KBPS, Directions, StreamKey, people

ENOUGH_CALLS = 12
CONTRADICTING_AT_MOST_PCT = 10.0
FEW_SENDERS = 1
"""More one-sided people than this on the rarer side make a call unclear."""

LEAST_PEOPLE = 2

SIGNS = {
    Media.AUDIO: "muted people",
    Media.VIDEO: "people with the camera off",
    Media.SHARE: "a sole sharer",
}
CALL_WORDS = {Kind.MEETING: "meeting", Kind.WEBINAR: "webinar", Kind.SESSION: "session"}


@dataclass(frozen=True, slots=True)
class Vote:
    """What one call says about one reading: per medium True (agrees) or False (contradicts).

    `proving` holds the media whose agreement counts: those that the readings take differently.
    """

    kind: Kind
    reading: Reading
    media: Mapping[Media, bool]
    proving: frozenset[Media]

    @property
    def agrees(self) -> bool | None:
        """False when anything contradicts; True when something that proves agrees; None when nothing is told."""
        if not all(self.media.values()):
            return False
        return True if any(medium in self.proving for medium in self.media) else None


def proved(person: Participant, code: str, verified: bool | None) -> bool | None:
    """`verified` as it matters for a cause of this person: their types may say themselves what is sent and received.

    What somebody else sent takes that person's types as well, so for it only the meetings can prove.
    """
    return True if person.directions_stated and code != "remote_sender" else verified


def votes(call: Call, maps: Mapping[Reading, Directions]) -> tuple[Vote, ...]:
    """One vote per reading of `maps`, which holds the direction table of this kind of call for each reading."""
    proving = _proving(maps)
    return tuple(
        Vote(call.subject.kind, reading, _sides(call, _undecided_types(directions)), proving)
        for reading, directions in maps.items()
    )


def _undecided_types(directions: Directions) -> Directions:
    """Only `*_input` and `*_output` are in question; room and browser types say themselves which way they go."""
    return {name: stream for name, stream in directions.items() if name.endswith(("_input", "_output"))}


def _proving(maps: Mapping[Reading, Directions]) -> frozenset[Media]:
    """Media whose types differ between the readings; all of them where the readings are the same."""
    tables = [_undecided_types(directions) for directions in maps.values()]
    differing = {
        tables[0][name][0] for table in tables for name in table if name in tables[0] and table[name] != tables[0][name]
    }
    return frozenset(differing or Media)


def _sides(call: Call, directions: Directions) -> dict[Media, bool]:
    flowing: dict[Media, list[set[Direction]]] = {medium: [] for medium in Media}
    for person in people(call.legs, directions):
        for medium, found in _by_media(person.streams).items():
            flowing[medium].append(found)
    told = {medium: _told(people_sides) for medium, people_sides in flowing.items()}
    return {medium: agrees for medium, agrees in told.items() if agrees is not None}


def _by_media(streams: Iterable[tuple[StreamKey, Measured]]) -> dict[Media, set[Direction]]:
    found: dict[Media, set[Direction]] = {}
    for (medium, direction), row in streams:
        if _flows(medium, row):
            found.setdefault(medium, set()).add(direction)
    return found


def _flows(medium: Media, row: Measured) -> bool:
    """Bitrate decides; where it is unknown, anything measured shows that something flowed."""
    if row.bitrate_kbps is not None and row.bitrate_kbps.avg is not None:
        return row.bitrate_kbps.avg >= NOT_TRAFFIC_BELOW_KBPS[medium]
    return any(spread is not None and spread.avg is not None for spread in (row.loss_pct, row.latency_ms))


def _told(sides: Sequence[set[Direction]]) -> bool | None:
    """True when the one-sided people are receivers, False when they are senders, None when it cannot be told.

    In a call of two with one camera on there is one of each, so at least two people must stand on one side, or beside
    two with both.
    """
    received = sides.count({Direction.RECEIVED})
    sent = sides.count({Direction.SENT})
    both = sides.count({Direction.SENT, Direction.RECEIVED})
    many, few = max(received, sent), min(received, sent)
    if few > FEW_SENDERS or many == few or max(many, both) < LEAST_PEOPLE:
        return None
    return received > sent


def verify(cast: Iterable[Vote], reading: Reading, kind: Kind) -> DirectionNote:
    """What the votes of many calls of one kind make of `reading`; True and False need twelve calls."""
    cast = tuple(cast)
    mine = [vote for vote in cast if vote.reading is reading]
    agree, against = _tally(mine)
    word = CALL_WORDS[kind]
    if _outweighs(agree, against):
        return DirectionNote(reading, True, (f"verified by {_calls(agree, word)}", *_breakdown(mine, word)))
    if _outweighs(against, agree):
        return DirectionNote(reading, False, (_contradiction(cast, reading, against, agree, word),))
    return DirectionNote(
        reading, None, (f"not yet verified: {agree} of the {ENOUGH_CALLS} {word}s needed agree, {against} contradict",)
    )


def _tally(cast: Sequence[Vote]) -> tuple[int, int]:
    opinions = [vote.agrees for vote in cast]
    return opinions.count(True), opinions.count(False)


def _outweighs(these: int, those: int) -> bool:
    return these >= ENOUGH_CALLS and 100 * those <= CONTRADICTING_AT_MOST_PCT * (these + those)


def _calls(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}"


def _breakdown(mine: Sequence[Vote], word: str) -> tuple[str, ...]:
    counts = {medium: sum(1 for vote in mine if vote.media.get(medium)) for medium in Media}
    told = [f"{SIGNS[medium]} in {_calls(n, word)}" for medium, n in counts.items() if n]
    return (f"seen from {', '.join(told)}",) if told else ()


def _contradiction(cast: Sequence[Vote], reading: Reading, against: int, agree: int, word: str) -> str:
    numbers = f"{_calls(against, word)} contradict it, {agree} agree"
    for other in Reading:
        if other is not reading and _outweighs(*_tally([vote for vote in cast if vote.reading is other])):
            return f"the data contradict the setting: set ZOOM_DIRECTIONS={other.value} ({numbers})"
    return f"the data contradict both readings ({numbers})"
