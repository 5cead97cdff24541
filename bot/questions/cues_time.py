"""What people say when they ask about time: when it began, one moment, how it went. Rows of phrases."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

TIME_CUES: tuple[Row, ...] = (
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
        Intent.TIMELINE_ONSET,
        99,
        """
        it kick off, how far into, how far in, how soon, how early, first (loss|packet
        loss|problem|problems|sign|signs|issue|issues|drop|trouble|bad minute|breach), time of first, moment it started,
        start of trouble, start of problem, start of problems, started from
        """,
    ),
    Row(
        Intent.TIMELINE_ONSET,
        102,
        """
        first noticeable, first noticed, first visible, first seen, first show, first appear, first appeared, {when}
        {be} it first, {when} {do} it first
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
        Intent.TIMELINE_SHAPE,
        90,
        """
        steady, fluctuate, fluctuating, fluctuated, stable or, calm down, calmed down, clear up, cleared up, settle,
        settled, settle down, get better, got better, ease off, eased off, improve over, die down, died down, back to
        normal, return to normal, wear off, spikes, spiky or, always high, all time high, ups and downs, up and down
        """,
    ),
    Row(
        Intent.TIMELINE_SHAPE,
        91,
        """
        trend during, trend over, over course, until end, till end, to end, right up to end, short glitch, glitch or
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
        Intent.TIMELINE_ONSET,
        100,
        """
        who {be} first, first to have, first to suffer, first person, who started it, start with {person}, started with
        {person}, begin with {person}
        """,
    ),
    Row(Intent.TIMELINE_ONSET, 103, "how long into, how many minutes into, how many minutes in, how far in"),
    Row(
        Intent.TIMELINE_SHAPE,
        100,
        """
        short (drop|blip|glitch|outage|dip|spike) or, long (outage|stretch|spell) or, or long (outage|stretch|spell), or
        short (drop|blip|glitch|burst|bursts)
        """,
    ),
    Row(
        Intent.TIMELINE_SHAPE,
        92,
        """
        persist, persisted, persists, from beginning, from start, since beginning, since start, right from start, stay
        bad, stayed bad, keep up, kept up, linger, lingered
        """,
    ),
)
