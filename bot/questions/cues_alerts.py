"""What people say about alerts and about the state of the data. Rows of phrases."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

ALERT_CUES: tuple[Row, ...] = (
    Row(
        Intent.ALERT_EXPLAIN,
        92,
        """
        why {do} (alert|this alert|that alert|it|this|bot|you) (fire|trigger|alert|go off|page|post|ping|notify), why
        {be} {event}, why {do} {event}, why {event}, why no {event}, why not {event}, no {event}, (did|do) not {do}
        {event}, {not} {do} {event}, {not} {event}, missed {event}, missing {event}, why {be} we alerted, why {be} i
        alerted, why {be} we notified, why {be} i notified, why {be} we paged, why {be} i paged, why {be} not
        (i|we|us|anyone|nobody) (alerted|notified|told|paged|warned|pinged|informed), (not|nobody|no one)
        (alerted|notified|told|paged|warned|pinged|informed), why {do} not (i|we|you|anyone|nobody|it|bot)
        (alert|notify|tell|page|warn|ping|get told|get notified|hear|fire|go off|trigger|inform), why {do} you
        (alert|notify|tell|page|warn|ping|bother|post|message|wake|spam), why {do} (we|i) get {event}, why {be} i
        getting, why {be} you telling, what triggered, what set off, trigger, triggered, triggers, fired, fire, went
        off, go off, who acknowledged, who acked, acknowledged, acked, who {be} on it, who took it, anyone on it,
        {event} come, {event} late, {event} fire, {event} for this, {event} about this, explain {event}, reason for
        {event}, {event} reason, what {be} {event} about, why so many {event}, {event} come so late, {event} mean, told
        us, heard nothing
        """,
    ),
    Row(
        Intent.ALERT_EXPLAIN,
        93,
        """
        stay silent, stayed silent, stay quiet, stayed quiet, said nothing, say nothing, {who} {be} (handling|looking
        at|looking into|working on|dealing with|taking care of|taking|on) (this|it|that), {event} reason, should not
        this have, should this have, should it have, should have triggered, should have fired, should have alerted
        """,
    ),
    Row(
        Intent.ALERT_MUTE,
        94,
        """
        mute (alerts|alert|this|it|that|them|notifications|for|until|till|meeting|call|bot|channel|everything), mute,
        muting, snooze, silence, silence this, shut up, be quiet, hush, stop alerting, stop alert, stop alerts, stop the
        alerts, stop paging, stop notifying, stop notifications, stop pinging, stop posting, stop bothering, stop
        telling, stop sending, stop it with, stop spamming, stop messaging, make it stop, make this stop, no more
        alerts, no more {event}, no {event} until, no {event} for, no {event} about, leave me alone, leave us alone, too
        noisy, too many alerts, too many {event}, turn off {event}, turn {event} off, turn off, switch off {event},
        disable {event}, disable, pause {event}, pause, do not disturb, quiet until, quiet for, quiet please, suppress,
        hold {event}, enough {event}, i know stop, stop this, unmute alerts, unsnooze, stop until, not tell us until,
        not bother, do not alert, do not notify, do not ping, do not tell us until, do not page
        """,
    ),
    Row(
        Intent.ALERT_MUTE,
        99,
        """
        stop {event}, stop these {event}, stop this {event}, stop all {event}, no more {event}, no further {event}, kill
        {event}, kill these {event}, quit {event}, stop those {event}, enough with {event}, enough of {event}
        """,
    ),
    Row(
        Intent.ALERT_MUTE,
        100,
        """
        (mute|silence|snooze|pause|stop|disable|suppress|kill|quiet) {event}, not bother (me|us), do not bother, bother
        (me|us) again, stop bothering
        """,
    ),
    Row(
        Intent.ALERT_CONFIG,
        96,
        """
        only (tell|alert|notify|ping|page|warn|post|inform|message) (us|me|), {only} {event} (if|when|for), raise
        {event}, raise threshold, raise limit, lower threshold, lower limit, change threshold, change limit, change
        {event}, change rule, adjust {event}, adjust threshold, adjust rule, tune, tune {event}, make {event}, set
        {event}, set threshold, set limit, set up {event}, setup {event}, configure, config, create {event}, add
        {event}, new {event}, want {event}, need {event}, {event} rule, edit rule, less sensitive, more sensitive,
        sensitivity, fewer {event}, less {event}, do not (tell|alert|notify|ping|page|warn|inform) (us|me|)
        (for|unless|when|if), unless, post only when, post only if, subscribe, subscription, watch this, watch {place},
        keep eye on, monitor, let (us|me) know (if|when|once), tell us when, alert on, alert for, ping us, ping me,
        notify us, notify me, from now on, in future only, {event} at {number}, {event} after {number},
        (tell|alert|notify|ping|page|warn|inform|message) (us|me) (if|when|whenever|once|as soon|every time|next time),
        (alert|notify|ping|page|warn) (us|me) (about|at|for|above|over|from), (tell|alert|notify|ping|page|warn|inform)
        (us|me) (only|just), {event} (if|when|only|at|from|above|below)
        """,
    ),
    Row(
        Intent.ALERT_CONFIG,
        97,
        """
        let (us|me) know only (if|when), let (us|me) know (if|when|once), only let (us|me) know, only bother (us|me)
        (if|when), only wake (us|me) (if|when), only post (if|when), only message (us|me) (if|when)
        """,
    ),
    Row(
        Intent.ALERT_CONFIG,
        98,
        """
        only want to hear, want to hear about, hear about it (if|when), want to know (if|when), tell us if, tell me if,
        (increase|decrease|raise|lower|change|set|reduce) (minimum|min|number|threshold|limit|count|bar), {event} only,
        {event} unless
        """,
    ),
    Row(
        Intent.DATA_STATE,
        90,
        """
        {be} data complete, data complete, complete, completed, {be} that all, {be} that everything, {be} this all, {be}
        this everything, all data, all data in, have all data, {do} you {do} everything, {do} you have everything, {do}
        we have everything, everything in, everything arrived, data arrived, arrived, all arrived, final, finalized,
        final numbers, final result, final data, final yet, preliminary, provisional, still coming, still coming in,
        still collecting, still loading, still missing, still processing, still running, still live, still going, still
        open, meeting over, {be} meeting over, {be} call over, {be} it over, call over, {be} {thing} over, {be} {thing}
        still, {be} {thing} ended, ended yet, {thing} ended, live, live data, real time, realtime, how fresh, fresh, how
        old {be} data, how old {be} this, how recent, how current, how up to date, as of when, as of, last updated, when
        {be} this updated, when {be} it updated, when {be} data, data from when, when {be} that from, up to date data,
        more data coming, more data to come, more to come, waiting for data, anything missing, anything still missing,
        missing anything, what {be} missing, data missing, partial, incomplete, all in, full picture, everyone 's data,
        everyone in data, {be} everyone included, everyone included, have you got, did all data, do numbers change,
        numbers change, will numbers change, can numbers change, data state, state of data, status of data, data ready,
        ready yet, is it ready, outdated data, stale, everything come in, everything in yet, all come in, everything
        here, everyone in yet, all there, still waiting, waiting on
        """,
    ),
    Row(
        Intent.DATA_STATE,
        91,
        """
        everybody 's data, everyone 's data, data from everyone, data of everyone, data for everyone, data yet,
        everybody yet, still collecting, collecting
        """,
    ),
    Row(Intent.DATA_STATE, 92, "all numbers yet, have all numbers, have all, got all, still live, it live"),
    Row(
        Intent.DATA_GAP,
        92,
        """
        why {be} (name|names|half|some|{person}|{field}|there) (missing|blank|empty|unknown|not there|gone|not
        listed|hidden|unnamed|anonymous|absent), why {be} {person} not (rated|measured|listed|shown|there|in
        list|included|on list|scored|in report|in data|in it), why {be} not {person}
        (rated|measured|listed|shown|there|in list|included|on list|scored|in report|in data|in it), {person} not
        (rated|measured|listed|shown|in list|included|scored|in report|in data), missing, {be} missing, names missing,
        missing names, missing data, name missing, no name, no names, without name, without names, blank, blanks, empty,
        unknown, unnamed, anonymous, not shown, not listed, not available, unavailable, not rated, not measured,
        unrated, {do} not see {person}, {do} not show, no data, why no {media}, why no data, no {media} data, no
        {metric}, no data for, no {media} for, no numbers, no numbers for, {not} numbers for, no values, no value,
        nothing for {person}, nothing about {person}, nothing measured, {do} not {do} data, {do} not have data, {do} not
        have any data, have no data, not applicable, dash, dashes, gap, gaps, gap in data, holes, where {be} {media}
        data, where {be} data for, where {be} name, where {be} names, {field} missing, {field} unknown, {field} blank,
        {field} empty, no {field}, not know {field}, {can} not see, {be} not on list, hidden, why can not i see, why can
        i not see, no location, no {group}, insufficient data, not enough data, too little data, no measurement, no
        measurements, no info for, no info on, no result for, no record, without data, lack of data, lacking
        """,
    ),
    Row(
        Intent.DATA_GAP,
        99,
        """
        not i see, {can} i not see, {can} not i see, not we see, not see any, why not there, do not appear, not appear,
        why not in, not on list, why {can} not you (tell|show|see|give), why {do} not you
        (tell|show|see|give|have|know), people without names, people without name, without names, no email, no e mail,
        without email, email missing, no email address
        """,
    ),
    Row(
        Intent.REFRESH,
        90,
        """
        refresh, refreshed, reload, update (this|it|numbers|data|report|please|), update please, updated numbers, re
        run, rerun, run again, run it again, check again, look again, try again, pull again, pull it again, pull data
        again, pull latest, fetch, fetch again, fetch it again, get latest, latest numbers, latest data, newer data,
        newer numbers, new data, new numbers, any news, any update, any updates, re check, recheck, read again, read it
        again, recalculate, re calculate, recompute, sync again, again please, how about now, what about now, do it
        again, once more, query again, latest data please, newest data, any changes yet, anything new, and now again
        """,
    ),
    Row(
        Intent.ALERT_MUTE,
        102,
        """
        do not (alert|notify|ping|tell|page|bother|warn|message) (us|me) (again|any
        more|anymore|today|tonight|until|till|for now|about this|about it|this week), not alert again
        """,
    ),
    Row(
        Intent.ALERT_CONFIG,
        97,
        "make it (alert|fire|trigger|notify|ping), {event} later, {event} earlier, {event} sooner",
    ),
    Row(Intent.DATA_STATE, 93, "are all numbers in, {be} all numbers in, all numbers there, all numbers complete"),
    Row(Intent.ALERT_EXPLAIN, 100, "made this alert, made alert, made that alert, set off this alert, set off alert"),
    Row(
        Intent.DATA_GAP,
        99,
        """
        {do} no {media}, {do} no {metric}, {do} no {group}, {do} no numbers, {do} no data, {do} no name, {do} no value,
        {do} no values
        """,
    ),
)
