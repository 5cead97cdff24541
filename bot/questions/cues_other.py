"""What people say about fixes, meanings, certainty, output, the past, alerts, the data, and anything else. Rows."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

OTHER_CUES: tuple[Row, ...] = (
    Row(
        Intent.REMEDY,
        86,
        """
        how (can|do|could|should|to|would) (i|we|he|she|they|you|one|{person}|)
        (fix|improve|solve|resolve|avoid|prevent|help|get better|make it better|stop it|stop
        this|repair|cure|address|remedy|troubleshoot), how fix, fix, fixes, fix it, fix this, solve, solution,
        solutions, resolve, remedy, workaround, work around, improve, improvement, avoid, prevent, what {can}
        (i|we|he|she|they|{person}|one|you) (do|change|try|tell|say|recommend|suggest|advise|check), what to do, what to
        tell, what to say, what to try, what to change, what do (i|we) (tell|say|do|advise|recommend), what do (i|we)
        (tell|say to) {person}, tell {person} to, tell him, tell her, tell them, say to {person}, recommend,
        recommendation, recommendations, recommended, suggest, suggestion, suggestions, advice, advise, tip, tips, next
        step, next steps, anything {person} can do, anything we can do, anything i can do, help {person}, how can
        {person}, {can} {person} do, {can} {person} switch, {can} {person} use, {can} {person} try, {can} {person} get,
        {can} {person} change, {can} {person} upgrade, {can} {person} move, {can} {person} buy, would {network} help,
        would cable help, would it help, would that help, will it help, does it help, make it better, do better, do
        about, do about it, do about this, do about that, done about, action, actions, action items, to do for,
        troubleshoot, troubleshooting, ask {person} to do, ask {person} to, need to do, needs to do, be done, get rid
        of, mitigate, next time, should {person}, turn off {media}, turn off camera, help desk should, instruct,
        instructions for, guide, steps
        """,
    ),
    Row(
        Intent.EXPLAIN_SCORE,
        88,
        """
        what {do} {label} mean, what {be} {label} mean, meaning of {label}, {label} mean, means {label}, mean by
        {label}, you mean {label}, what counts as, counts as, count as, considered {label}, what {be} considered,
        definition of {label}, define {label}, what {be} {label} here, what makes {label}, classed as, classified, how
        {do} you (rate|score|decide|judge|calculate|determine|measure|grade|classify|define|rank|label|work out|know
        who), how {be} (it|this|that|score|rating|quality|label|ranking|{person})
        (rated|scored|decided|judged|calculated|determined|computed|graded|classified|defined|ranked|labelled|labeled|worked
        out), how {be} {quality} (calculated|determined|measured|computed|decided|rated), how {be} rating, how {do}
        rating work, how {do} scoring work, how {do} score work, scoring, scoring rule, rating system, what {be} limits,
        what limits, which limits, limits, thresholds, threshold, what {be} thresholds, criteria, criterion, rule
        behind, rules, what rule, which rule, which rules, why {be} {person} rated, why {be} {person} labelled, why {be}
        {person} labeled, why {be} {person} marked, why {be} {person} only, why {person} {label:fair}, why {be} {person}
        {label:fair}, red mean, green mean, orange mean, colors mean, colours mean, colors, what do colors, label mean,
        labels mean, labels, ratings mean, rated mean, difference between {label} and {label}, {label} vs {label}, when
        {be} someone {label}, when {be} it {label}, when {be} call {label}, when {be} {thing} {label}, where {do}
        (score|rating|label|scores|ratings|labels) come from, (score|rating|label|scores|ratings|labels) come from,
        score mean, mean score, what {be} score, based on which rule, by what measure, by which measure, methodology,
        algorithm, formula, cut off, cutoff, cutoffs
        """,
    ),
    Row(
        Intent.EXPLAIN_THRESHOLD,
        86,
        """
        {be} {value} {label}, {be} {value} a lot, {be} {value} high, {be} {value} low, {be} {value} much, {be} {value}
        {bad}, {be} {value} normal, {be} {value} too, {be} {value} {metric} {label}, {be} {value} {metric} a lot, {be}
        {value} {metric} much, {be} {value} {metric} high, {be} {value} {metric} {bad}, {be} {value} {metric} normal,
        {be} {value} {metric} too, how {label} {be} {value}, how {bad} {be} {value}, {value} {metric} {label}, {value}
        {label}, {value} {bad}, {value} normal, {value} a lot, {value} too much, {value} too high, {value} high, what
        {be} {label} {metric}, {label} {metric} value, {label} value for {metric}, {label} values for {metric}, how much
        {metric} {be} (too much|{label}|much|normal|allowed|tolerable|acceptable|a lot), how much {metric} {be} {label},
        how much {metric} is too, too much {metric}, how high {can} {metric}, acceptable {metric}, normal {metric},
        {label} level of {metric}, {metric} limit, limit for {metric}, {metric} threshold, threshold for {metric},
        {metric} {be} too high, {value} of {metric} {label}, what {be} normal {metric}, what {be} acceptable {metric},
        what {metric} {be} {label}, how bad {be} {metric} of, {metric} of {value} {label}, {metric} of {value} {bad},
        {metric} of {value}, {metric} {value} {label}, what do {value} mean, {value} mean, {value} {metric} mean, should
        i worry about {value}, worry about {value}, does {value} matter, {value} acceptable, {value} ok, when {be}
        {metric} {label}, when {be} {metric} {bad}, at what {metric}, at which {metric}, from which {metric}
        """,
    ),
    Row(
        Intent.GLOSSARY,
        78,
        """
        what {be} {metric}, what {be} {vpn}, what {do} {metric} mean, {metric} mean, what {be} meaning of, meaning of,
        define, definition, definition of, explain term, explain word, explain what {metric}, what exactly {be}
        {metric}, what {metric} {be}, what {be} {term}, what {do} {term} mean, {term} mean, {term} stand for, stand for,
        stands for, explain {term}, what does that mean, what do that mean, what do it mean, what do this mean, mean in
        english, in layman, layman 's terms, what {be} {direction}, what {do} {direction} mean, {direction} mean,
        difference between {metric} and {metric}, difference between {term}, what means {metric}, what means {term},
        {metric} means, what {be} {network}, what {be} {zoom} 's, tell me what {metric}, never heard of, no idea what,
        do not know what, what the {be} {metric}, what {be} that {metric}, whats {metric}, eli5, {metric} explain,
        {metric} {be} what, explain me {metric}, explain to me {metric}, explain to me what, mean by {direction}, mean
        by {metric}, mean by {term}, {direction} means, mean with {metric}, mean with {term}
        """,
    ),
    Row(
        Intent.CONFIDENCE,
        88,
        """
        how sure, how certain, how confident, are you sure, are you certain, are you confident, you sure, sure about
        that, sure about it, sure about this, you certain, for sure, 100% sure, sure, positive about, certain,
        certainty, confidence, confident, can i trust, can we trust, trust, trustworthy, believe this, believe that,
        believe it, do i believe, reliable is, how reliable, how accurate, accurate, accuracy, {be} that right, {be}
        that correct, {be} that true, {be} this correct, {be} this right, {be} this true, is it certain, how good {be}
        data, data quality, margin of error, error bars, error margin, could you be wrong, might you be wrong, can you
        be wrong, you might be wrong, you could be wrong, really, seriously, enough data, sample size, how solid, solid
        evidence, just guess, just guessing, guess or, guessing, is that guess, are you guessing, statistically
        significant, significant, how much should i trust, bet on, doubt, i doubt, do not believe, not convinced,
        convinced, definitely, no way, rely on, depend on that, quality of data, coverage, how complete {be} evidence
        """,
    ),
    Row(
        Intent.EVIDENCE,
        84,
        """
        raw numbers, raw data, raw values, raw figures, raw, underlying data, underlying numbers, {show} numbers, {show}
        figures, {show} data, {show} evidence, show numbers, see numbers, actual numbers, exact numbers, actual values,
        exact values, exact figures, numbers behind, data behind, figures behind, behind that, evidence, proof, prove,
        prove it, prove that, prove this, back it up, back that up, back up that, based on what, on what basis, basis
        for, what {be} that based on, what {be} it based on, what {be} this based on, based on, where {do} you get that,
        where {do} you get this, where {do} that come from, where {do} this come from, where {be} that from, where {be}
        this from, where do numbers come from, where do data come from, where is data from, source, sources, source of
        data, data source, what data, which data, which numbers, how do you know, how do you know that, how do you
        figure, how did you get, how {do} you come to, how {do} you conclude, {show} details, show details, more
        details, details, full details, detailed, minute data, per minute data, per minute values, per minute numbers,
        per minute, which measurements, measurements, field names, fields, receipts, says who, numbers for that, figures
        for that, numbers
        """,
    ),
    Row(
        Intent.CHART,
        90,
        """
        graph, graphs, graphed, chart, charts, plot, plots, plotted, draw, diagram, visualize, visualization, visual,
        curve, line graph, bar chart, histogram, heatmap, heat map, sparkline, picture of {metric}, show over time,
        {metric} over time, {media} over time, over time for, trend line, see it as, as picture, a picture, image of
        {metric}
        """,
    ),
    Row(
        Intent.EXPORT,
        90,
        """
        csv, export, exported, excel, spreadsheet, download data, download it, download this, download report, download
        csv, download numbers, download everything, json, as file, data file, file with, file of, in file, dump, data
        dump, google sheet, google sheets, xlsx, tsv, pdf, table i can, save as, raw file, attach file, attach data,
        attach csv, {can} i download, downloadable, as table, all data as, full data, all numbers, get data out, get
        data, data out of here
        """,
    ),
    Row(
        Intent.TICKET_PACK,
        92,
        """
        ticket, tickets, isp ticket, support case, support ticket, case with, open case, raise case, file case,
        escalate, escalation, escalating, pack this up, pack it up, package for, package this, for isp, to isp, to our
        isp, for our isp, for provider, to provider, for carrier, for {isp}, to {isp}, send {isp}, give {isp}, tell
        {isp}, for zoom support, to zoom support, zoom support, support request, report to zoom, for network team, to
        network team, network team, for vendor, write up for {isp}, writeup for, something to paste, something i can
        paste, paste, copy paste, copy and paste, can paste, incident report, incident, servicenow, jira, bug report,
        trouble ticket, complaint to, complain to, evidence for {isp}, report for {isp}, mail to {isp}, email to {isp},
        forward to {isp}, for it team, for it department, for helpdesk, for service desk, hand over to, handover
        """,
    ),
    Row(
        Intent.SUMMARISE,
        84,
        """
        summarize, summary, summaries, sum up, sum it up, sum this up, tl dr, tldr, recap, in short, in brief, briefly,
        brief, short version, quick version, overview, executive, executives, for boss, my boss, for my boss, for ceo,
        ceo, cto, cio, for director, director, for vp, vp, for management, management, for manager, to manager, my
        manager, for leadership, leadership, one sentence, one line, one liner, one paragraph, two sentences, two lines,
        in few words, in words, in plain english, plain english, plain language, non technical, non tech, layman, simple
        words, simple terms, bottom line, big picture, gist, nutshell, wrap up, headline, takeaway, takeaways, key
        points, key findings, main points, highlights, for customer, to customer, for client, conclusion, how {be} it
        overall, how {be} {thing} overall, quality overall, overall quality, general quality, report please, full
        report, give report, {show} report, verdict, anything i should know, anything unusual, anything interesting,
        what should i know, catch me up, fill me in, bring me up to speed, update for
        """,
    ),
    Row(
        Intent.SUMMARISE,
        50,
        """
        how {be} {thing}, how {do} {thing} go, how {do} it go, how {be} it, overall, how {be} {quality}, {be} {thing}
        {label}, what {be} {quality} like, be it good, be it {label}, {be} it {label}, {be} it {bad}, quality of
        {thing}, quality {be}, how {bad} {be} {thing}, how {bad} {be} it, how bad, anything wrong
        """,
    ),
    Row(
        Intent.SHARE,
        94,
        """
        {share} {channel}, {channel}, post {channel}, post it, post this, post that, post in, post to, share this, share
        it, share that, share with, share result, share results, share report, share summary, share answer, forward
        this, forward it, forward that, forward to, send this, send it, send that, send to, send result, send results,
        send report, send summary, send them, publish, cross post, crosspost, tell {channel}, let {channel} know, drop
        this in, drop it in, copy this to, copy to, copy it to, announce
        """,
    ),
    Row(
        Intent.HISTORY_PARTICIPANT,
        88,
        """
        {person} always, {person} usually, {person} normally, {person} often, {person} typically, {person} ever,
        {person} regularly, always {bad} for {person}, usually {bad} for {person}, usual for {person}, normal for
        {person}, typical for {person}, new for {person}, {person} again, again {person}, {person} this week, {person}
        last week, {person} this month, {person} last month, {person} past, {person} in past, {person} recently,
        {person} lately, {person} history, history of {person}, history for {person}, {person} 's history, {person} 's
        past, {person} 's record, {person} 's track record, track record, {person} 's trend, trend for {person},
        {person} before, happened to {person} before, {person} {bad} before, {person} 's last {number}, {person} 's last
        calls, {person} 's last meetings, {person} 's other calls, {person} 's other meetings, {person} in other,
        {person} other meetings, {person} other calls, {person} every time, {person} 's calls, {person} 's meetings,
        {person} all week, for {person} this week, for {person} last week, for {person} over, {person} over last,
        {person} over past, all of {person}, repeat offender, serial offender, first time for {person}, first time
        {person}, {person} 's first, how often {be} {person} {bad}, how often {do} {person} {do} {bad}, how often
        {person}, {person} improved, {person} improving, {person} getting {order}, {person} compared to {pronoun} usual,
        than {pronoun} usual, {person} 's usual, {person} than usual, {person} {order} than usual, {person} last time,
        chronic, {person} frequent, {person} last {number} days, {person} past {number} days, for {person} or is it new,
        regular for {person}
        """,
    ),
    Row(
        Intent.HISTORY_GROUP,
        90,
        """
        {place} always, {place} usually, {place} often, {place} again, {place} this week, {place} last week, {place}
        this month, {place} last month, {place} history, history of {place}, history for {place}, {place} 's history,
        {place} before, {place} past, {place} recently, {place} lately, {place} in past, {place} ever, trend for
        {place}, {place} trend, {place} office always, {place} normally, {place} {bad} before, {place} {do} {bad}
        before, {place} {do} this before, {place} last, {place} regularly, {place} every, how often {place}, how often
        {be} {place}, how often {do} {place}, {place} getting {order}, {place} improved, {place} improving, {place} any
        {order}, {place} better, any better in {place}, {network} always, {network} usually, {network} this week,
        {network} this month, {network} last, {group} always, {group} last week, {group} last month, {group} this week,
        {group} this month, {group} history, {group} over last, new in {place}, first time {place}, first time in
        {place}, first time for {place}, usual for {place}, normal for {place}, typical for {place}, in {place} before,
        from {place} before, {place} over, {us} always, office always, our office always, new isp, moved {place}, since
        {place} moved, other meetings in {place}, other meetings from {place}, other calls from {place}, {place} other
        meetings, {place} other calls, {place} since
        """,
    ),
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
        everyone in data, {be} everyone included, everyone included, have you got, did all data, all numbers in, do
        numbers change, numbers change, will numbers change, can numbers change, data state, state of data, status of
        data, data ready, ready yet, is it ready, outdated data, stale, everything come in, everything in yet, all come
        in, everything here, everyone in yet, all there, still waiting, waiting on
        """,
    ),
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
        why not in, not on list
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
        Intent.CORRECT_REFERENCE,
        96,
        """
        not that one, not this one, not him, not her, other {person}, wrong {person}, wrong one, wrong guy, i meant
        {person}, i mean {person}, meant {person}, meant other, mean other, no {person}, not that {person}, not this
        {person}, different {person}, other person, that {be} not {person}, that {be} wrong {person}, that {be} wrong
        person, wrong person, not {person} but {person}, not {person} {person}, {person} not {person}, instead of
        {person}, not {person} i mean, i said {person}, i asked about {person}, you mean {person}, correction, {person}
        i meant, {person} instead, mixed up, confused {person}, that is not who, not who i, mistaken, rather {person},
        sorry {person}, other one, no other, not right one, not that guy, not right person, other guy
        """,
    ),
    Row(
        Intent.REMEDY,
        90,
        """
        needs to happen, need to happen, not happen again, not occur again, does not happen again, do not happen again,
        happens again, never happens again, prevent this, avoid this
        """,
    ),
    Row(
        Intent.EXPLAIN_SCORE,
        88,
        """
        come up with {label}, explain (rating|score|label|scoring|labels|ratings|scores|verdict), how come {label},
        (rating|score|label|labels|ratings|scores) work, (rating|score|label|labels|ratings|scores) mean, (rating|score)
        based on, your (rating|score|label|scoring|rule|rules|criteria|limits|thresholds)
        """,
    ),
    Row(Intent.EVIDENCE, 88, "show your work, show work, show me your work, see your work, show calculation"),
    Row(
        Intent.TICKET_PACK,
        100,
        """
        send to {isp}, send {isp}, send our {isp}, send to our {isp}, forward to {isp}, forward to our {isp}, something
        for {isp}, something to {isp}, give to {isp}, give {isp}, give our {isp}, hand to {isp}, mail {isp}, email
        {isp}, email our {isp}, email to {isp}, text for {isp}, note for {isp}, message for {isp}, write to {isp}, write
        {isp}
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
        Intent.REMEDY,
        100,
        """
        (stop|prevent|avoid) (this|it|that) (happening|from happening|again), how {do} (we|i|you) stop (this|it|that),
        how {can} (we|i|you) stop (this|it|that), something {person} {can} do, anything {person} {can} do, something
        {person} can change, {can} {person} do to, message (for|to) {person}, note (for|to) {person}, something to tell
        {person}, text for {person}, reply to {person}, tell {person} to do
        """,
    ),
    Row(
        Intent.EXPLAIN_THRESHOLD,
        88,
        """
        how many ms, how much ms, too many ms, how much is too much, how many is too many, how much is ok, how much is
        acceptable, how high is too high
        """,
    ),
    Row(
        Intent.GLOSSARY,
        90,
        """
        explain {metric}, explain term {metric}, explain word, {metric} in simple words, {metric} in plain english
        """,
    ),
    Row(
        Intent.CONFIDENCE,
        90,
        """
        not be right, not right, {can} not be right, not be true, not true, not be correct, not correct, sounds wrong,
        looks wrong, seems wrong, that wrong, sounds off, looks off, double check, sanity check
        """,
    ),
    Row(Intent.EXPORT, 46, "download, downloads"),
    Row(
        Intent.TICKET_PACK,
        100,
        """
        to itdept, for itdept, itdept ticket, forward to itdept, tell itdept, give itdept, send itdept, write itdept
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
        100,
        """
        (mute|silence|snooze|pause|stop|disable|suppress|kill|quiet) {event}, not bother (me|us), do not bother, bother
        (me|us) again, stop bothering
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
        91,
        """
        everybody 's data, everyone 's data, data from everyone, data of everyone, data for everyone, data yet,
        everybody yet, still collecting, collecting
        """,
    ),
    Row(
        Intent.DATA_GAP,
        99,
        """
        why {can} not you (tell|show|see|give), why {do} not you (tell|show|see|give|have|know), people without names,
        people without name, without names
        """,
    ),
    Row(
        Intent.HISTORY_GROUP,
        93,
        """
        keep happening in, keeps happening in, happening in {place}, again in {place}, keep happening at, keeps
        happening at
        """,
    ),
    Row(
        Intent.HISTORY_PARTICIPANT,
        93,
        "{person} do {label} week, {person} do {label} month, {label} week, {label} month",
    ),
)
