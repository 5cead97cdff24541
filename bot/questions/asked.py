"""What was asked, as values: a question as it came, how it was read, what the thread remembers. No behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

Slots = Mapping[str, Any]
"""What the question says beside its intent, JSON values only: `{"metric": "loss", "op": ">", "value": 5}`."""

ASKER = "@asker"
"""Slot value for "I" and "me"."""

LAST_MENTIONED = "last_mentioned"
LAST_TWO = "last_two"
LAST_ANSWER = "last_answer"
"""Slot values for pronouns that the thread does not resolve, and for "that"."""


class Intent(StrEnum):
    """What somebody wants to know or have done. One row in `intents.py` and one answer each."""

    RANK_PARTICIPANTS = "rank_participants"
    LIST_FILTER = "list_filter"
    COUNT = "count"
    PARTICIPANT_DETAIL = "participant_detail"
    DEVICE_INFO = "device_info"
    NETWORK_INFO = "network_info"
    REJOIN_CHECK = "rejoin_check"
    DURATION_BAD = "duration_bad"
    COMPARE_PARTICIPANTS = "compare_participants"
    COMPARE_GROUPS = "compare_groups"
    GROUP_BREAKDOWN = "group_breakdown"
    COMPARE_DIRECTION = "compare_direction"
    COMPARE_MEDIA = "compare_media"
    COMPARE_TIME = "compare_time"
    COMPARE_MEETINGS = "compare_meetings"
    TIMELINE_ONSET = "timeline_onset"
    TIMELINE_AT = "timeline_at"
    TIMELINE_SHAPE = "timeline_shape"
    FILTER_TIME = "filter_time"
    SCOPE_CHECK = "scope_check"
    CAUSE_SIDE = "cause_side"
    VERIFY_CLAIM = "verify_claim"
    NETWORK_SAME = "network_same"
    CAUSE = "cause"
    REMEDY = "remedy"
    EXPLAIN_SCORE = "explain_score"
    EXPLAIN_THRESHOLD = "explain_threshold"
    GLOSSARY = "glossary"
    CONFIDENCE = "confidence"
    EVIDENCE = "evidence"
    CHART = "chart"
    EXPORT = "export"
    TICKET_PACK = "ticket_pack"
    SUMMARISE = "summarise"
    SHARE = "share"
    HISTORY_PARTICIPANT = "history_participant"
    HISTORY_GROUP = "history_group"
    ALERT_EXPLAIN = "alert_explain"
    ALERT_MUTE = "alert_mute"
    ALERT_CONFIG = "alert_config"
    DATA_STATE = "data_state"
    DATA_GAP = "data_gap"
    REFRESH = "refresh"
    CORRECT_REFERENCE = "correct_reference"
    SMALLTALK = "smalltalk"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in Slack. `id`: what tells askers of one thread apart; a user id, or an address on the command line."""

    id: str
    email: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question as typed. `mentions`: who is behind each `<@U…>` in the text, by user id."""

    text: str
    asker: Person
    now: datetime
    mentions: Mapping[str, Person] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clarify:
    """One short question back. `candidates` are participant keys, likeliest first, at most five.

    `near`: nobody is called what was typed; these come near, which is "did you mean" instead of "which".
    """

    typed: str
    candidates: tuple[str, ...]
    near: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as understood.

    `people` are participant keys, in the order of the question: what names, roles, "me" and pronouns stand for.
    `absent` are names as typed that nobody in the call has and nobody's comes near.
    `clarify`: it cannot be answered before somebody chose.
    `remark`: said with the answer where another reading was likely too ("I took lagging as latency"); `instead` is
    the question that asks for the other one.
    """

    intent: Intent
    slots: Slots = field(default_factory=dict)
    in_scope: bool = True
    people: tuple[str, ...] = ()
    clarify: Clarify | None = None
    absent: tuple[str, ...] = ()
    remark: str | None = None
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What a thread remembers of one answered question, oldest turns first; stored as JSON.

    `people`: keys the answer was about, in the order in which it named them. `clarify`: the keys it asked to choose
    from, or the others of that name. `text`: the question as typed.
    """

    asker: str
    text: str
    intent: Intent
    slots: Slots = field(default_factory=dict)
    people: tuple[str, ...] = ()
    clarify: tuple[str, ...] = ()
