"""What people say when they ask about time, groups, causes and sides. Rows of phrases."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

TIME_CUES: tuple[Row, ...] = (
    Row(
        Intent.COMPARE_GROUPS,
        86,
        """
        {network} or {network}, {network} vs {network}, {network} {order} than {network}, {network} and {network},
        {network} than {network}, {place} or {place}, {place} vs {place}, {place} {order} than {place}, {place} and
        {place}, {device} or {device} users, {device} vs {device}, {device} {order} than {device}, {device} and {device}
        users, {network} users {order}, {network} people {order}, {order} on {network}, {order} on {device}, {order} in
        {place}, {order} for {network}, {place} {order}, {network} {order}, {place} against {place}, {network} against
        {network}, {network} compared, {place} compared, {order} than on {network}, compare {network}, compare {place},
        compare {device}, {place} than {place}, {place} with {place}, {network} with {network}, office {order} than
        home, home or office, office or home, home vs office, office vs home, remote vs office, remote or office,
        {network} people than {network}, {bad} on {network}, {bad} for {network}, {device} users {order}, {device}
        people {order}, {device} {order}, compare {group}, {vpn} people {order}, {vpn} users {order}, with and without
        {vpn}, on {vpn} vs, {order} on {vpn}, difference between {network}, difference between {place}, {place} {bad}
        than, {place} compare, on {network} than, in {place} than, on {device} than, {network} people {bad}, {network}
        users {bad}
        """,
    ),
    Row(
        Intent.GROUP_BREAKDOWN,
        80,
        """
        by {group}, per {group}, which {group}, what {group}, each {group}, every {group}, {group} {be} {order}, {group}
        {do} {order}, {order} {group}, {most} {group}, breakdown, break down, break it down, breakdown by, split by,
        grouped by, group by, group it by, where {be} everyone, where {be} {everyone}, where {be} people, where {do}
        people, where {do} everyone, where {do} {everyone}, where {be} they, where {do} they, where {be} {trouble},
        where {be} {bad}, where {be} {who}, who {be} where, who sat where, {group} {do} {bad}, {group} {be} {bad},
        {group} breakdown, {group} split, {group} list, list of {group}, across {group}, what networks, what devices,
        which devices, which networks, {everyone} on, where {be} {label:poor} people, where {do} {bad} people, where
        everyone, where people, from where {do}, from where {be}, all {group:location}, different {group}, offices
        affected, sites affected, {group} affected, {group:location} {bad}, pivot, what {group} {do} people, what
        {group} {be} people, what {group} {be} everyone, quality by, quality per, distribution of {group}, map of
        """,
    ),
    Row(
        Intent.COMPARE_TIME,
        86,
        """
        before and after, before or after, before vs after, after vs before, before versus after, first half, second
        half, first and second half, first half or second half, {order:best} after, {order} after, {order} before,
        improve after, improved after, change after, changed after, different after, change at, any better after, any
        {order} after, {order} since {time}, {order} from {time}, {order:best} since {time}, before {time} and after,
        before {time} vs, before {time} versus, before {time} compared, before break, after break, after {time} than
        before, {order} later, {order} at beginning or, {order} at start or, get {order} after, got {order} after,
        {order} than before {time}, halves, half time, than before, before that and after that, before {time} and,
        before {time} or
        """,
    ),
    Row(
        Intent.COMPARE_MEETINGS,
        88,
        """
        last week (one|call|meeting|session|), last week 's (one|call|meeting|session|sync|), last time, previous
        (one|call|meeting|session|time|instance|week), last (meeting|call|one|session|instance|weekly|sync), yesterday
        (one|call|meeting|), yesterday 's (one|call|meeting|session|), (meeting|call|one|session) before, week before,
        other weeks, past (meetings|calls|instances|sessions), earlier (meetings|calls|instances|sessions), earlier
        (meeting|call|instance|session|one), prior (meeting|call|instance|one), last month 's one, usual for this
        meeting, normal for this (meeting|call), {be} this meeting always, {be} this call always, this meeting always,
        this call always, always this bad, always like this, always like that, usually this bad, usually like this, this
        bad every week, compared to usual, {order} than usual, {order} than normal, than usual, than last, than
        previous, than yesterday, like last time, same as last, normal for us, every week, compare meetings, history of
        this meeting, history of meeting, this meeting 's history, other instances, typical for this meeting, {order}
        than other weeks, week on week, week over week, getting {order} every, getting {order} over weeks, trend over
        weeks, last monday, last tuesday, last wednesday, last thursday, last friday, monday 's, tuesday 's, wednesday
        's, thursday 's, friday 's, month ago, week ago, weeks ago
        """,
    ),
    Row(
        Intent.TIMELINE_ONSET,
        84,
        """
        {when} {do} it start, {when} {do} it begin, {when} {do} {bad} start, {when} {do} {bad} begin, {when} {do}
        {metric} start, {when} {do} {person} start, {when} {do} {person} 's, {when} {do} it go, {when} {do} it get
        {bad}, {when} {do} things, {when} {do} {media}, {when} {do} this start, {when} {do} that start, {when} {do} it
        all start, since when, when {do} {bad}, {when} {be} first, {when} start, {when} started, {when} {be} {bad},
        {when} {be} it {bad}, first sign, first signs, first {bad}, first {metric}, start of {bad}, beginning of {bad},
        start of it, onset, {when} {do} {person} {bad}, {when} {do} {person} go {bad}, {when} {do} {person} get {bad},
        {when} {be} {person} {bad}, {when} {do} we, {when} {do} they start, {when} {do} {place}, {when} {do} it {bad},
        begin {bad}, started {bad}, started going, started at, {when} exactly, {bad} since, when {do}, at what time
        {do}, {bad} start, {bad} started, {bad} begin, {bad} began, how early, how soon, what time {do}, what time {be},
        from when
        """,
    ),
    Row(
        Intent.TIMELINE_AT,
        78,
        """
        what happened at {time}, happened at {time}, how {be} it at {time}, at {time}, around {time}, about {time},
        {time} what, {time} then, situation at {time}, state at {time}, status at {time}, look at {time}, going on at
        {time}, was it at {time}, what about {time}, and {time}, and at {time}, who {be} {bad} at {time}, on {time},
        {be} wrong at {time}, minute {number}, {number} minutes in, {number} minutes into, {time}
        """,
    ),
    Row(
        Intent.TIMELINE_SHAPE,
        84,
        """
        all way through, whole time, entire time, all time, throughout, whole meeting or, whole call or, entire meeting
        or, entire call or, from start to end, from beginning to end, start to finish, constant, constantly, continuous,
        continuously, intermittent, intermittently, on and off, off and on, came and went, come and go, comes and goes,
        bursts, in bursts, bursty, burst, sporadic, sporadically, spikes or, one off, one big, one long, in one go, in
        waves, waves, at start or, at beginning or, at end or, start or end, beginning or end, only at start, only at
        end, only at beginning, just at start, just at end, mostly at, mainly at, towards end, toward end, near end, at
        very end, over time, gradually, gradual, sudden, suddenly, slowly, got {order}, get {order}, getting {order},
        gets {order}, recover, recovered, recovery, did it stop, {when} {do} it end, {when} {do} it stop, {when} {do} it
        get better, {when} {do} it recover, when {do} {bad} end, when {do} {bad} stop, {when} {do} it clear, over yet,
        {when} {be} it {order}, {when} {be} it at, worst moment, worst minute, worst minutes, worst part, worst point,
        worst period, worst stretch, worst phase, {when} {be} {order}, {when} {be} peak, peak of, persistent, permanent,
        permanently, temporary, transient, blip, blips, short blip, a blip, continuous or, spread over, spread out,
        distributed over, pattern over, pattern in time, timeline, time line, course of, how {do} it develop, how {do}
        it evolve, how {do} it go over, develop, evolve, whole call, whole meeting, minute by minute, all meeting, all
        call, entire meeting, entire call, different times, same time, at once, at same time, periodic, periodically,
        every few minutes, keep happening, kept happening, repeatedly, recurring, continuous problem, in middle, middle
        of (meeting|call), {bad} whole, {bad} entire, {bad} throughout, when exactly {be} it, still going on, still
        happening, still {bad}, stopped, which minutes, what minutes, when {be} {person} {order}, {when} {do} {person}
        recover
        """,
    ),
    Row(
        Intent.FILTER_TIME,
        70,
        """
        {only} {window}, {window} {only}, same for {window}, same but {window}, {window} please, what about {window},
        how about {window}, and {window}, limit to {window}, limit it to {window}, restrict to {window}, restrict it to
        {window}, narrow it to {window}, narrow down to {window}, zoom in on {window}, {show} {window}, look at
        {window}, ignore {window}, for {window}, in {window}, during {window}, {window}, focus on {window}, {only} from
        {time}
        """,
    ),
    Row(
        Intent.SCOPE_CHECK,
        84,
        """
        {only} {person}, {only} {person} or, {person} only, {person} alone, alone, {only} one, single person, one
        person, isolated, just one person, {person} or everyone, {person} or {everyone}, {person} or {others}, everyone
        or just, everyone or {only}, {everyone} or {person}, {everyone} or {only}, {others} or {only}, anyone else,
        anybody else, someone else, somebody else, others too, others as well, others affected, others {bad}, {others}
        {do} {bad}, {others} {be} {bad}, {others} {bad}, do {others}, {others} {do} same, {others} {do} it, everyone
        affected, everybody affected, {be} everyone {bad}, {be} {everyone} {bad}, {do} everyone {do} {bad}, {do}
        {everyone} {do} {bad}, all of us, all of them, everyone {do} it, everyone {bad}, {everyone} {bad}, whole team,
        whole group, whole meeting {bad}, {everyone} suffering, how widespread, widespread, how many others, more
        people, other people, other people too, {person} or was it, {person} the only, {only} affected, only one
        affected, {be} i {only}, {person} {be} only, just mine, mine only, the only one, only one with, everyone else
        {label}, everyone else {be} {label}, rest {be} {label}, {others} {label}, {others} {be} {label}, {others}
        {order}, {others} {be} {order}, {bad} for everyone, {bad} for {everyone}, {bad} for all, {bad} for others,
        {label} for everyone, {label} for {others}, {label} for {everyone}, were we all, not {only} {person}, {only}
        {they}, {only} {us}, {us} or everyone, general problem, general issue, {person} problem or, everyone 's,
        individual problem, individual or, across board
        """,
    ),
    Row(
        Intent.CAUSE_SIDE,
        88,
        """
        us or {zoom}, {us} or {zoom}, {zoom} or {us}, {zoom} or {person}, {person} or {zoom}, {place} or {zoom}, {zoom}
        or {place}, {zoom} or {isp}, {isp} or {zoom}, {zoom} or our, zoom 's fault, {zoom} fault, {zoom} 's fault, fault
        of {zoom}, {zoom} problem, {zoom} issue, {zoom} to blame, blame {zoom}, {be} {zoom} down, {zoom} down, {zoom}
        {bad}, {zoom} having, zoom outage, outage at, {do} {zoom} {do} {bad}, whose fault, whose side, whose end, which
        side, which end, what side, our side or, your side or, our side, our end, their side or, our fault, our problem,
        {us} or {they}, {us} or {person}, {person} or {us}, {they} or {us}, ours or theirs, theirs or ours, his end or
        ours, our network or, our {networkword} or, {isp} or {us}, {us} or {isp}, {person} or {isp}, {isp} or {person},
        {isp} or {networkword}, {be} it {isp}, {be} it {zoom}, it {zoom}, it {isp}, {zoom} or {networkword},
        {networkword} or {zoom}, {be} it {us}, local or, local problem or, local issue, local to, global problem, on
        {zoom} side, on zoom 's side, on zoom 's end, {zoom} 's side, {zoom} 's end, zoom side, on our side, on their
        side, on {person} 's side or, at our end, at their end, who {be} to blame, who {be} responsible, who {be} at
        fault, blame, responsible, responsibility, fault lie, where {be} fault, where do fault lie, home network or,
        {group:data_center} problem, {group:data_center} issue, {group:data_center} {bad}, {be} it {group:data_center},
        {person} 's fault, {person} fault, my fault, {person} 's problem or, {person} 's end or, {person} 's side or,
        {place} or, sender or receiver, should i call {isp}, should we call, {zoom} or local, {zoom} or internal,
        internal or external, in house or, something on our
        """,
    ),
    Row(
        Intent.VERIFY_CLAIM,
        84,
        """
        could it be {person}, could it be, might it be, may it be, can it be, could that be, could this be, {be} it
        because, {be} it due to, {be} that because, {be} this because, {be} that due to, because of {person}, because of
        {network}, because of {vpn}, because of {endpoint}, because of {networkword}, i think it, i think it 's, i
        think, i guess, i bet, i suspect, i believe, suspect, my guess, my theory, theory, i assume, assume, so it {be}
        not, it {be} not {networkword}, it {be} not our, it {be} not office, it {be} {endpoint}, {be} it {endpoint},
        {be} it {vpn}, {be} it {network}, {be} it {person} 's {endpoint}, {be} it {person} 's {network}, {be} it
        {person} 's {networkword}, {be} it {person} 's {vpn}, {be} it {person} 's {gear}, {be} it {person} 's {router},
        {be} it {person} 's, {be} it {gear}, {be} it {networkword}, {be} it {router}, {be} it our {networkword}, {be} it
        office, be sure it {be} not, rule out, ruled out, exclude network, {person} says it, {person} claims, {person}
        said it, they say it, they claim, {person} thinks it, {person} insists, {person} swears, {person} blames, is it
        true, true that, confirm, confirm that, can you confirm, {endpoint} and not {networkword}, {endpoint} not
        {networkword}, {endpoint} or {networkword}, {networkword} or {endpoint}, {endpoint} rather than, not
        {networkword}, not {network}, not our {networkword}, not our office, not office, nothing to do with, anything to
        do with, to do with {network}, to do with {vpn}, to do with {person}, {vpn} to blame, {vpn} cause, {vpn} {bad},
        {vpn} responsible, {network} to blame, {endpoint} to blame, {endpoint} problem, caused by {vpn}, caused by
        {network}, caused by {person}, caused by {endpoint}, caused by {networkword}, does {vpn} explain, did {vpn}, did
        {device}, {device:room} cause, room system cause, {metric:cpu} or {networkword}, {networkword} or {metric:cpu},
        {be} it {metric:cpu}, {metric:cpu} and not, {networkword} and not, {be} {pronoun} {endpoint}, {be} {pronoun}
        {network}, probably {pronoun}, probably {endpoint}, probably {network}, probably {vpn}, must be {network}, must
        be {person}, must have been, weak wifi or, {be} {network} reason, {be} {vpn} reason, {be} {vpn} cause, {network}
        cause, is it not, was it not
        """,
    ),
    Row(
        Intent.NETWORK_SAME,
        88,
        """
        same {network}, same {networkword}, same {router}, same {group}, same office network, same internet, same place,
        same room, same house, same home, same subnet, same ip, same provider, same isp, same {isp}, same line, same
        building, share {network}, share {networkword}, shared {network}, shared {networkword}, share connection, share
        internet, share line, share office, sharing {network}, sharing {networkword}, sharing connection, same access
        point, same {vpn}, together in, together at, sit together, sitting together, different networks, different
        {networkword}, common network, common {networkword}, in common, do they share, what do they share, behind same,
        one network, one office, same data center, same location, same office, same site
        """,
    ),
    Row(
        Intent.CAUSE,
        74,
        """
        why, reason, reasons, cause, causes, caused, causing, root cause, what happened, what happened to {person}, what
        {be} wrong, what went wrong, what {be} problem, what {be} issue, what {be} matter, what {be} going on, what {be}
        up with, what {be} trouble, wrong with, explain why, explain {person}, explanation, diagnose, diagnosis,
        reasoning, behind it, behind that, behind this, due to what, because of what, how come, what made, what makes,
        what led, what broke, what could be, what explains, what {do} {person} {bad}, culprit for, problem with, issue
        with, what {be} behind, likely cause, most likely, root of, source of problem, source of {bad}, where {do} {bad}
        come from, where {be} {bad} coming from, what {be} {person} 's problem, what {be} {person} 's issue, what {be}
        it down to, down to, what 's happening, what is happening, what do you think happened, wrong {person}
        """,
    ),
    Row(
        Intent.COMPARE_GROUPS,
        88,
        """
        on {network} (disadvantage|advantage|matter|hurt|help|problem), {network} (disadvantage|advantage|matter), did
        {network} matter, does {network} matter, {network} make difference, difference whether, correlate with
        {network}, correlation with {network}, link between {network}, related to {network}
        """,
    ),
    Row(
        Intent.GROUP_BREAKDOWN,
        82,
        """
        per network, by network, per networks, by networks, per network type, per device, per os, per isp, by isp, per
        {networkword}, by {networkword}, each network
        """,
    ),
    Row(
        Intent.COMPARE_MEETINGS,
        90,
        """
        normal for (our|this|that|us|weekly|meeting|sync|these|our weekly|our meeting|our sync|this meeting|this call),
        usual for (our|this|that|us|weekly|meeting|sync|these|our weekly|our meeting|this meeting|this call), typical
        for (our|this|that|us|weekly|meeting|sync|these|our weekly|our meeting|this meeting|this call), any better than
        last, like last week, as last week
        """,
    ),
    Row(
        Intent.SCOPE_CHECK,
        86,
        """
        who else {do} (this|it|that|same|same problem|problem|problems|trouble|issues), who else {be}
        (affected|bad|hit|impacted|poor|lagging|suffering), who else suffered, who else struggled
        """,
    ),
    Row(
        Intent.SCOPE_CHECK,
        70,
        """
        who else, {be} it {only} {place}, {only} {place} or, {only} {place} and, {place} {only} or
        """,
    ),
    Row(
        Intent.VERIFY_CLAIM,
        86,
        """
        it {be} {network}, it {be} {vpn}, it {be} {endpoint}, it {be} {router}, it {be} {gear}, that {be} {network},
        that {be} {vpn}, {person} 's {router}, it {be} {pronoun} {network}, it {be} {person} 's {network}
        """,
    ),
    Row(
        Intent.VERIFY_CLAIM,
        93,
        """
        not {networkword}, not {network}, not {vpn}, not our {networkword}, not our office, not {person} 's
        {networkword}, not {person} 's {network}, not {endpoint}
        """,
    ),
    Row(
        Intent.COMPARE_MEETINGS,
        91,
        """
        last few (meetings|calls|weeks|sessions|times), last (meetings|calls|sessions), previous
        (weeks|meetings|calls|sessions), against last, against previous, changed since last, since last
        (week|meeting|call|time), like this last time, like that last time, other days
        """,
    ),
    Row(
        Intent.TIMELINE_ONSET,
        99,
        """
        it kick off, how far into, how far in, how soon, how early, first (loss|packet
        loss|problem|problems|sign|signs|issue|issues|drop|trouble|bad minute|breach), time of first, moment it started,
        start of trouble, start of problem, start of problems, started from
        """,
    ),
    Row(
        Intent.TIMELINE_SHAPE,
        90,
        """
        steady, fluctuate, fluctuating, fluctuated, stable or, calm down, calmed down, clear up, cleared up, settle,
        settled, settle down, get better, got better, ease off, eased off, improve over, die down, died down, back to
        normal, return to normal, wear off, spikes, spiky or, always high, all time high, ups and downs, up and down
        """,
    ),
    Row(Intent.CAUSE_SIDE, 86, "local problem, local issue, local fault, {be} it local, {be} this local, local thing"),
    Row(
        Intent.VERIFY_CLAIM,
        90,
        """
        is not it, was not it, not it {only}, it {only} {pronoun} {network}, it {only} {person} 's
        """,
    ),
    Row(
        Intent.NETWORK_SAME,
        96,
        """
        same building, same office, same network, same wifi, same subnet, same router, same isp, same place, same site,
        same room, same connection, same house, same line, same provider, same internet, same vpn, same access point,
        same data center, same location, same lan, same firewall, same uplink, same city, one network, one wifi, one
        office, one router
        """,
    ),
    Row(
        Intent.CAUSE,
        92,
        """
        explain what happened, what happened with {person}, what happened to {person}, explain why, explain {person} 's
        problem, tell me why, tell us why, know why
        """,
    ),
)
