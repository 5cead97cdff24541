"""How people ask for each intent, as typed: what unknown wordings are compared with. A test reads every one back."""

from typing import NamedTuple

from bot.questions.asked import Intent


class Example(NamedTuple):
    """`text` with `{NAME}` where a name stands."""

    intent: Intent
    text: str

    @property
    def shape(self) -> str:
        return self.text.replace("{NAME}", "person").replace("'s", " 's").replace("?", "").lower()


_EXAMPLES: dict[Intent, str] = {
    Intent.RANK_PARTICIPANTS: (
        "who was the worst?|top three by jitter|who had the highest latency|list the five worst connections|"
        "anyone without any trouble?|who had the best audio|and who came second?|who got the most packet loss"
    ),
    Intent.LIST_FILTER: (
        "leave the rooms out|only the people on wifi|who was on mobile?|everybody except the phones|"
        "show me everyone with more than 5% loss|only the bad ones"
    ),
    Intent.COUNT: (
        "how many people were bad|how many had more than 200 ms|what percentage of people had trouble|"
        "number of participants over 30 ms jitter"
    ),
    Intent.PARTICIPANT_DETAIL: (
        "how was {NAME}?|tell me about {NAME}|{NAME}?|how did {NAME} do|did I have any problems|show me {NAME}'s audio"
    ),
    Intent.DEVICE_INFO: (
        "which microphone did {NAME} use|what client version is {NAME} on|was {NAME} on a mac or windows|"
        "is {NAME}'s zoom out of date"
    ),
    Intent.NETWORK_INFO: (
        "was {NAME} on wifi?|what network was {NAME} using|is {NAME} on vpn|"
        "which data center was {NAME} connected to|where was {NAME} joining from"
    ),
    Intent.REJOIN_CHECK: (
        "did {NAME} drop off?|how many times did {NAME} reconnect|did {NAME} leave and come back|was {NAME} kicked out"
    ),
    Intent.DURATION_BAD: ("how long was {NAME} bad|for how many minutes did {NAME} have trouble|how long did it last"),
    Intent.COMPARE_PARTICIPANTS: (
        "compare {NAME} with {NAME}|{NAME} vs {NAME}|was {NAME} worse than {NAME}|how do I compare to everyone else"
    ),
    Intent.COMPARE_GROUPS: (
        "wifi vs cable|was Berlin worse than Madrid?|were the people on mobile worse|"
        "mac or windows users, who had it worse"
    ),
    Intent.GROUP_BREAKDOWN: (
        "break it down by office|which site had it worst?|quality per country|where were people joining from"
    ),
    Intent.COMPARE_DIRECTION: (
        "upload or download?|was it {NAME}'s sending or receiving|incoming or outgoing, which was worse|"
        "which direction was bad for {NAME}"
    ),
    Intent.COMPARE_MEDIA: "was the video worse than the audio|audio or video?|which media had most trouble",
    Intent.COMPARE_TIME: "was it better after 10:20|first half versus second half|before and after 10:30",
    Intent.COMPARE_MEETINGS: (
        "how does it compare with last time|was the previous meeting better|is this meeting always this bad|"
        "worse than yesterday's call?"
    ),
    Intent.TIMELINE_ONSET: (
        "when did it begin?|since when is it bad|what time did the trouble start|"
        "when did {NAME}'s audio start to break up"
    ),
    Intent.TIMELINE_AT: "what happened at 10:22|how was it around half past ten|who was bad at 10:15",
    Intent.TIMELINE_SHAPE: (
        "was it bad the whole time|constant or in bursts?|did it get worse over time|did it recover|when was it worst"
    ),
    Intent.FILTER_TIME: "only the first ten minutes|just the last half hour|same for 10:10 to 10:20",
    Intent.SCOPE_CHECK: (
        "was it only {NAME}|just me or everybody?|was anyone else affected|did everyone have problems"
    ),
    Intent.CAUSE_SIDE: "is it us or zoom|whose fault is it|was it zoom's servers|our network or theirs?",
    Intent.VERIFY_CLAIM: (
        "could it be {NAME}'s wifi|I think it was the vpn|so it's not our office network, right?|"
        "{NAME} says it's the laptop"
    ),
    Intent.NETWORK_SAME: "were {NAME} and {NAME} on the same network|do they share a router|same office wifi?",
    Intent.CAUSE: "why?|what caused it|what happened to {NAME}|why was {NAME} so choppy|root cause?",
    Intent.REMEDY: ("how do we fix it|what should {NAME} do|what do i tell {NAME}|any advice?|would a cable help"),
    Intent.EXPLAIN_SCORE: ("what does fair mean|how do you decide who is bad|what are your limits|what counts as poor"),
    Intent.EXPLAIN_THRESHOLD: "is 3% loss bad?|how bad is 250 ms|what is a good jitter|is 8 fps ok",
    Intent.GLOSSARY: "what is packet loss|what does rtt mean|explain jitter|define mos",
    Intent.CONFIDENCE: "how sure are you?|can I trust this|are you certain about that|how reliable is it",
    Intent.EVIDENCE: "show me the numbers|where do you get that from|prove it|what is that based on",
    Intent.CHART: "plot the jitter of {NAME}|draw me a graph|chart of loss over time",
    Intent.EXPORT: "export as csv|can I get this in excel|download the data",
    Intent.TICKET_PACK: (
        "something for the isp ticket|pack this up for our provider|text I can paste into a support case"
    ),
    Intent.SUMMARISE: "tl;dr|summarise it for my boss|how was the call overall|give me the short version",
    Intent.SHARE: "post this in #general|share it with #ops|send it to #network-team",
    Intent.HISTORY_PARTICIPANT: "is {NAME} always this bad|how was {NAME} last week|has this happened to {NAME} before",
    Intent.HISTORY_GROUP: (
        "does Berlin always have trouble|how was the Madrid office this month|is Berlin getting worse"
    ),
    Intent.ALERT_EXPLAIN: "why did this alert fire|why were we not notified|what triggered the alert",
    Intent.ALERT_MUTE: "mute alerts for an hour|stop alerting us about this|snooze this until tomorrow",
    Intent.ALERT_CONFIG: (
        "alert us only when 4 people are bad|don't notify us for fewer than three people|change the alert threshold"
    ),
    Intent.DATA_STATE: "is the data complete?|are these numbers final|has everything arrived",
    Intent.DATA_GAP: ("why is {NAME}'s video missing|why is there no name for some people|why is {NAME} not rated"),
    Intent.REFRESH: "refresh|update it please|check again",
    Intent.CORRECT_REFERENCE: "no, the other {NAME}|wrong {NAME}|I meant {NAME}",
    Intent.SMALLTALK: "thanks!|hello|good bot",
    Intent.OUT_OF_SCOPE: (
        "what was said in the meeting|book a room|tell me a joke|what's {NAME}'s email address|mute {NAME}"
    ),
}

EXAMPLES: tuple[Example, ...] = tuple(
    Example(intent, text) for intent, texts in _EXAMPLES.items() for text in texts.split("|")
)
