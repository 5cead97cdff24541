"""Why: the likely cause per participant, first from what people share, then from their own numbers.

Sees the whole call whatever a report shows of it, so that an order or a medium never changes a cause.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.case import Case, Crowd, case, crowd, median_without
from bot.domain.cause_row import Row
from bot.domain.cause_strength import LOW, MEDIUM
from bot.domain.causes import CAUSES
from bot.domain.direction_evidence import proved
from bot.domain.emodel import listening_quality
from bot.domain.limits import DEFAULT_CAUSE_LIMITS, CauseLimits, Yardstick, yardstick
from bot.domain.metrics import METRICS, Metric
from bot.domain.model import Cause, Label, Media, Participant, Stream, ZoomSays
from bot.domain.patterns import Patterns, find
from bot.domain.phrases import MEDIA_WORDS, bound, measured, number, slow_picture, stream_name
from bot.domain.signs import Signs, Worst, read
from bot.domain.traits import is_wired

CONFIDENCE = ("low", "medium", "high")
DISAGREE_ADVICE = "The numbers are good but Zoom's own word is not: ask what they noticed."
NO_CAUSE = Cause("none", "high")
"""One for all the people without any remark, who are most of a big call."""

UNRATED_ADVICE = "Ask them how the call was; too little was measured to say."
ZOOM_GOOD, ZOOM_BAD = frozenset({"good"}), frozenset({"poor", "bad"})


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """By participant key: one cause, and (R, MOS) of what they heard where it can be told."""

    causes: Mapping[str, Cause]
    patterns: Patterns
    listening: Mapping[str, tuple[float, float]]


def diagnose(
    participants: Sequence[Participant],
    verified: bool | None = None,
    metrics: Sequence[Metric] = METRICS,
    limits: CauseLimits = DEFAULT_CAUSE_LIMITS,
) -> Diagnosis:
    """`participants` rated on all media, in any order; `verified` says whether sent and received are proved."""
    yard = yardstick(metrics, limits)
    rated = [read(p, yard) for p in participants if p.label is not Label.UNRATED]
    patterns, around = find(rated, yard), crowd(rated, yard)
    causes = {p.key: _unrated(p) for p in participants if p.label is Label.UNRATED}
    for signs in rated:
        good = signs.person.label is Label.GOOD
        causes[signs.person.key] = (
            _good(signs.person, yard) if good else _likely(case(signs, around, patterns, yard), verified)
        )
    return Diagnosis(causes, patterns, _listening(rated, around))


def _listening(rated: Sequence[Signs], around: Crowd) -> dict[str, tuple[float, float]]:
    """Each person beside the median round trip of the others."""
    found = {}
    for signs in rated:
        quality = listening_quality(signs.person, median_without(around.latencies, signs.typical_latency_ms))
        if quality is not None:
            found[signs.person.key] = quality
    return found


def _unrated(person: Participant) -> Cause:
    reason = person.unrated_reason
    return Cause("insufficient_data", "low", (reason,) if reason else (), UNRATED_ADVICE)


def _good(person: Participant, yard: Yardstick) -> Cause:
    """No cause; a spike is a remark, and Zoom's own word is shown where it contradicts the numbers."""
    bad_words = _zoom_words(person, ZOOM_BAD)
    spikes = _spikes(person, yard)
    if bad_words:
        said = tuple(f"{words}, though every average is good" for words in bad_words)
        return Cause("none", "low", (*said, *spikes), DISAGREE_ADVICE)
    return Cause("none", "high", spikes) if spikes else NO_CAUSE


def _likely(c: Case, verified: bool | None) -> Cause:
    ruled_out: list[tuple[str, str]] = []
    missing: list[str] = []
    for row in CAUSES:
        holds = row.holds(c)
        if holds:
            return _cause(row, c, verified, ruled_out, missing)
        if holds is None:
            missing.append(row.missing(c))
        else:
            ruled_out.append((row.code, row.against(c)))
    return Cause("unknown")


def _cause(row: Row, c: Case, verified: bool | None, ruled_out: list[tuple[str, str]], missing: list[str]) -> Cause:
    conflict, verified = _conflict(c), proved(c.person, row.code, verified)
    unproved = row.directional and verified is not True
    strength = min(row.strength(c), _cap(row, c, verified, bool(conflict)))
    remarks = (
        *conflict,
        *_spikes(c.person, c.yard),
        *((_unproved_words(verified),) if unproved else ()),
        *(f"not known: {fact}" for fact in missing),
    )
    return Cause(
        code=row.code,
        confidence=CONFIDENCE[max(LOW, strength - 1) if missing else strength],
        evidence=tuple(dict.fromkeys((*row.evidence(c), *_deciding(c), *remarks))),
        advice=row.advice_when_wired if row.advice_when_wired and is_wired(c) else row.advice,
        ruled_out=tuple(dict.fromkeys(words for code, words in ruled_out if words and code != row.code)),
    )


def _cap(row: Row, c: Case, verified: bool | None, conflict: bool) -> int:
    """The most that may be claimed, whatever the evidence of the row itself."""
    if conflict or row.explains.isdisjoint(c.signs.beyond):
        return LOW
    if row.directional and verified is not True:
        return MEDIUM if verified is None else LOW
    return MEDIUM if row.code == "own_downlink" and c.others == 0 else len(CONFIDENCE) - 1


def _unproved_words(verified: bool | None) -> str:
    if verified is None:
        return "which way is sent and which received is not yet verified"
    return "the data contradict the setting of what is sent and what received"


def _deciding(c: Case) -> tuple[str, ...]:
    """The number that made the label, in words."""
    decided = c.person.decided_by
    if decided is None:
        return ()
    stream = next(s for s in c.person.streams if (s.media, s.direction) == (decided.media, decided.direction))
    if decided.metric == "frame_rate":
        return (slow_picture(stream, c.yard),)
    metric: Metric = getattr(c.yard, decided.metric)
    return (measured(Worst(stream, decided.value, getattr(stream, metric.field)), metric),)


def _spikes(person: Participant, yard: Yardstick) -> tuple[str, ...]:
    """Remarks on a bad maximum beside a good average, which is never a label."""
    good, peak = yard.loss.good, yard.cause.spike_loss_pct
    found = []
    for stream in person.streams:
        loss = stream.loss_pct
        if stream.badness is None or loss is None or loss.avg is None or loss.max is None:
            continue
        if loss.max >= peak and loss.avg <= good:
            found.append(_spike(stream, loss.avg, loss.max, good))
    return tuple(found)


def _spike(stream: Stream, average: float, peak: float, good: float) -> str:
    beside = f"average {number(average, '%', good)} is good, limit {bound(good, '%')}"
    return f"a spike: {stream_name(stream)} lost {number(peak, '%')} at worst ({beside})"


def _conflict(c: Case) -> tuple[str, ...]:
    """Zoom's word for the medium that decided, where it says good and the numbers say poor."""
    decided = c.person.decided_by
    if decided is None or c.person.label is not Label.POOR:
        return ()
    words = _zoom_words(c.person, ZOOM_GOOD, decided.media)
    return tuple(f"{said}, though the numbers are poor: the two disagree" for said in words)


def _zoom_words(person: Participant, wanted: frozenset[str], only: Media | None = None) -> list[str]:
    says = person.zoom_says
    if not says:
        return []
    return [
        f"Zoom says {MEDIA_WORDS[media]} {said.word}{_score(said)}"
        for media, said in says.items()
        if (only is None or media is only) and (said.word or "").casefold() in wanted
    ]


def _score(said: ZoomSays) -> str:
    return "" if said.score is None else f" (score {said.score:.1f})"
