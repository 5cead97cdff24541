"""What follows from concepts that are said together, in any order: rules as rows. Phrases have their own rows."""

from typing import NamedTuple

from bot.questions.asked import Intent


class When(NamedTuple):
    """All terms of `terms` hold: `a|b` one of them, `!a` not. Concepts as in `Heard.features`."""

    intent: Intent
    weight: int
    terms: str


WHEN: tuple[When, ...] = (
    When(Intent.RANK_PARTICIPANTS, 64, "order who|anyone|most|people|everyone|others"),
    When(Intent.RANK_PARTICIPANTS, 66, "most who|anyone|people metric|media|symptom|lagging|bad|good|order"),
    When(Intent.RANK_PARTICIPANTS, 60, "order|most metric|media|symptom|lagging !person2 !media2 !direction2"),
    When(Intent.RANK_PARTICIPANTS, 58, "who|anyone bad|good|metric|lagging"),
    When(Intent.RANK_PARTICIPANTS, 56, "ordinal order|who"),
    When(Intent.RANK_PARTICIPANTS, 48, "order !person"),
    When(Intent.RANK_PARTICIPANTS, 40, "who media|quality"),
    When(Intent.RANK_PARTICIPANTS, 30, "metric|symptom|lagging !person"),
    When(Intent.RANK_PARTICIPANTS, 26, "media !person"),
    When(Intent.LIST_FILTER, 72, "who|anyone|show|everyone|people|only op value !how_many"),
    When(Intent.LIST_FILTER, 72, "who|anyone|show|everyone|people|only op number metric !how_many"),
    When(Intent.LIST_FILTER, 70, "without network|device|role|place|vpn|named"),
    When(Intent.LIST_FILTER, 60, "only|who|anyone|people|show|everyone network|device|place !person"),
    When(Intent.LIST_FILTER, 52, "only label|bad"),
    When(Intent.LIST_FILTER, 52, "show label|bad people|everyone|who"),
    When(Intent.LIST_FILTER, 44, "op value !person"),
    When(Intent.LIST_FILTER, 30, "network|device|place !person"),
    When(Intent.NETWORK_INFO, 45, "vpn !network !bad"),
    When(Intent.PARTICIPANT_DETAIL, 36, "person !network2 !place2"),
    When(Intent.PARTICIPANT_DETAIL, 30, "named"),
    When(Intent.DEVICE_INFO, 62, "person gear !both"),
    When(Intent.DEVICE_INFO, 50, "gear !person what|which|who"),
    When(Intent.DEVICE_INFO, 58, "person group:device|group:client_version !both"),
    When(Intent.DEVICE_INFO, 56, "named|pronoun|me device !bad !only"),
    When(Intent.NETWORK_INFO, 56, "person network|vpn !bad !order"),
    When(Intent.NETWORK_INFO, 66, "person where !bad !trouble"),
    When(Intent.NETWORK_INFO, 50, "person group:data_center|group:network_type|group:location|place"),
    When(Intent.COMPARE_PARTICIPANTS, 62, "person2 order|or"),
    When(Intent.COMPARE_PARTICIPANTS, 56, "named2"),
    When(Intent.COMPARE_PARTICIPANTS, 52, "both order|media|metric|bad|good"),
    When(Intent.COMPARE_PARTICIPANTS, 66, "person others order|label"),
    When(
        Intent.NETWORK_INFO, 92, "named|me|pronoun group:data_center|group:network_type|group:location which|what|where"
    ),
    When(Intent.DEVICE_INFO, 92, "named|me|pronoun group:client_version|group:device which|what"),
    When(Intent.DEVICE_INFO, 80, "named|me|pronoun device2"),
    When(Intent.TIMELINE_SHAPE, 98, "when order:worst !do"),
    When(Intent.COMPARE_GROUPS, 94, "network2|place2 order|or !person"),
    When(Intent.COMPARE_GROUPS, 92, "device2 order !person"),
    When(Intent.GLOSSARY, 88, "what be that metric !label !value"),
    When(Intent.COMPARE_GROUPS, 70, "network2 !person"),
    When(Intent.COMPARE_GROUPS, 70, "place2 !person"),
    When(Intent.COMPARE_GROUPS, 62, "network|vpn order !person !who"),
    When(Intent.COMPARE_GROUPS, 60, "place order !person !who"),
    When(Intent.GROUP_BREAKDOWN, 64, "group order|most !person"),
    When(Intent.GROUP_BREAKDOWN, 62, "group which|what|bad !person"),
    When(Intent.GROUP_BREAKDOWN, 44, "group !person"),
    When(Intent.GROUP_BREAKDOWN, 46, "where !person"),
    When(Intent.GROUP_BREAKDOWN, 40, "place bad|good|quality !person"),
    When(Intent.COMPARE_DIRECTION, 80, "direction2"),
    When(Intent.COMPARE_MEDIA, 72, "media2 order|or"),
    When(Intent.COMPARE_MEDIA, 50, "media2 !person"),
    When(Intent.TIMELINE_ONSET, 62, "when bad"),
    When(Intent.TIMELINE_ONSET, 52, "when"),
    When(Intent.TIMELINE_AT, 60, "time !window"),
    When(Intent.FILTER_TIME, 50, "window"),
    When(Intent.SCOPE_CHECK, 56, "others bad|label"),
    When(Intent.SCOPE_CHECK, 50, "only named|pronoun|me"),
    When(Intent.SCOPE_CHECK, 54, "everyone bad !who !show !only"),
    When(Intent.CAUSE_SIDE, 70, "zoom us|they|isp|person|networkword|place or"),
    When(Intent.CAUSE_SIDE, 60, "isp or"),
    When(Intent.CAUSE_SIDE, 46, "zoom bad"),
    When(Intent.VERIFY_CLAIM, 70, "endpoint networkword|network"),
    When(Intent.VERIFY_CLAIM, 52, "endpoint person"),
    When(Intent.CAUSE, 72, "why"),
    When(Intent.EXPLAIN_THRESHOLD, 84, "value label !who !person !anyone !people"),
    When(Intent.EXPLAIN_THRESHOLD, 60, "value metric !who !person !anyone !people !show !only !everyone !op"),
    When(Intent.EXPLAIN_THRESHOLD, 54, "value !who !person !anyone !people !show !only !everyone !op"),
    When(Intent.GLOSSARY, 60, "term !person"),
    When(Intent.HISTORY_PARTICIPANT, 95, "named|pronoun|me usual !why"),
    When(Intent.HISTORY_GROUP, 96, "place|group usual !person"),
    When(Intent.COMPARE_TIME, 90, "window order !who !anyone !most"),
    When(Intent.PARTICIPANT_DETAIL, 60, "named|pronoun|me bad|label !who !others !only !person2"),
    When(Intent.HISTORY_PARTICIPANT, 80, "span named|me|pronoun !window"),
    When(Intent.HISTORY_GROUP, 82, "span place|group|network !person !window"),
    When(Intent.COMPARE_MEETINGS, 60, "span !person !place !event"),
    When(Intent.ALERT_EXPLAIN, 60, "event"),
    When(Intent.ALERT_EXPLAIN, 90, "event why"),
    When(Intent.ALERT_CONFIG, 90, "event op number|value|minutes !why !how_many"),
    When(Intent.SUMMARISE, 40, "thing|quality label|bad|good !person !who"),
    When(Intent.SUMMARISE, 28, "thing|quality !person"),
    When(Intent.SUMMARISE, 24, "label|bad|good !person"),
    When(Intent.SHARE, 90, "channel"),
    When(Intent.DATA_GAP, 50, "field"),
)

TOPICS = {
    "content": 93,
    "meeting_control": 97,
    "privacy_override": 95,
    "instructions": 110,
    "room_booking": 96,
    "scheduling": 89,
    "code": 66,
    "people": 90,
    "general": 66,
}
"""How strongly a phrase of each topic says that something else is wanted."""
