"""What people say when they ask who: ranks, lists, counts. Rows of phrases."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

PEOPLE_CUES: tuple[Row, ...] = (
    Row(
        Intent.RANK_PARTICIPANTS,
        55,
        """
        {who} {bad}, {who} {be} {bad}, {who} {do} {bad}, {who} {be} {do} {bad}, {who} {do} {metric}, {who} {do} {most}
        {bad}, {who} {be} {bad} most, {who} {bad} most, who all {do} {bad}, {anyone} {do} {bad}, {anyone} {bad},
        {anyone} with {bad}, {who} {be} {good}, {who} {do} {good}, {anyone} {good}, {anyone} {be} {good}, {anyone} with
        {not} {bad}, {anyone} without {bad}, {who} {do} {not} {bad}, {nobody} {do} {bad}, everyone who {be} {good},
        {who} {be} culprit, culprit, {who} {be} {symptom}, {who} {be} {lagging}, {who} {lagging}, troublemaker, {who} to
        look at, who should i look at, who should we look at, who needs help, who needs attention, {most} {metric},
        {most} {bad}, {anyone} {be} {bad}, any problems, any issues, any trouble, {bad} people, {good} people, {who}
        {do} {not} {do} {bad}, {who} {be} {not} {bad}, everyone {be} {good}, everyone {good}, {be} everyone {good}, {do}
        everyone {do} {good}
        """,
    ),
    Row(
        Intent.RANK_PARTICIPANTS,
        58,
        """
        list of (participants|attendees|people|everyone), (list|show|show me) (all|)
        (people|participants|attendees|everyone), {show} {everyone}, all participants, whole list, full list, who was in
        it, {who} {be} in (meeting|call|it), {who} attended, {who} joined, {who} took part, who was there, {who} {be} on
        (call|meeting|it), list everyone, everyone please, any {label:good}, any {order:best}, top offenders, {order}
        {people}
        """,
    ),
    Row(
        Intent.RANK_PARTICIPANTS,
        62,
        """
        who {be} {order}, {who} {do} {order}, {who} {do} it {order}, {order} {number}, top {number}, bottom {number},
        {most:high} {number}, ranking, rank, rank people, leaderboard, sort by, sorted by, order by, ordered by, {order}
        first, {order} to {order}, {who} {be} next, runner up, who came next, {order} offender, {order} offenders,
        {order} connection, {order} connections, {order} {quality}, {order} one, {order} ones, {order} {thing}, {order}
        {media}, {ordinal} {order}, {ordinal} place, next {order}, one after that, after that one, after {person},
        number {number}, who else {do} {trouble}, {who} {do} {order} of it, {who} takes crown, {who} {do} {most}, {who}
        {be} {most}, whose {media} {be} {order}, whose {quality} {be} {order}, whose {metric} {be} {most}, biggest loser
        """,
    ),
    Row(
        Intent.RANK_PARTICIPANTS,
        92,
        """
        next worst, next best, second worst, third worst, second best, who {be} next, who came second, who came in
        second, came second, who was second, who was third, who follows
        """,
    ),
    Row(
        Intent.RANK_PARTICIPANTS,
        95,
        """
        sort by, sorted by, order by, ordered by, sort participants, sort people, sort everyone, sort them, rank
        participants, rank people, rank everyone, rank them, worst first, best first, {order} to {order}, worst on top,
        worst at top
        """,
    ),
    Row(
        Intent.LIST_FILTER,
        64,
        """
        {only} {label} ones, {only} {label} people, {only} {label}, {show} {label:poor} ones, {show} {label:fair} ones,
        {show} {label:poor} people, list {label:poor}, list {label:poor} ones, list {label:poor} people, {show} people
        with {bad}, {show} everyone with {bad}, list people with {bad}, list everyone with {bad}, {everyone} with {bad},
        everyone who {do} {bad}, everyone who {be} {bad}, {who} {be} {label:fair}, {who} {be} rated {label}, {who} {be}
        marked {label}, {who} {do} rating {label}, ones that {be} {bad}, ones who {be} {bad}, ones with {bad}, those who
        {be} {bad}, those with {bad}, names of {label}, names of people, everyone {metric} {op}
        """,
    ),
    Row(
        Intent.LIST_FILTER,
        66,
        """
        {everyone} but {not} {device}, {without} {device}, {without} {network}, {without} {role}, {without} {place},
        {without} {person}, leave out {device}, {who} {be} on {network}, {who} {be} on {device}, {who} {do} {device},
        {who} used {device}, {who} used {network}, {who} {be} in {place}, {who} {be} from {place}, {anyone} on
        {network}, {anyone} on {device}, {anyone} in {place}, {anyone} from {place}, people on {network}, people on
        {device}, people in {place}, people from {place}, {who} {be} {network}, {who} {device}, {only} {device}, {only}
        {network}, {only} {place}, {only} {role}, {only} people on {network}, {only} people in {place}, {who} {be} using
        {network}, {who} {be} using {device}, {who} {be} connected by {network}, {who} {be} at {place}, {who} joined
        from {place}, {who} joined by {device}, {who} joined from {device}, {who} joined on {device}, {who} joined with
        {device}, {anyone} using {device}, {anyone} using {network}, {anyone} with {device}, filter by, filter out,
        filter on, {show} {network}, {show} {device}, {show} {place} people, {everyone} on {network}, {everyone} in
        {place}, {everyone} from {place}, {network} users, {network} people, {device} users, {device} people, ones on
        {network}, ones on {device}, ones in {place}, those on {network}, those on {device}, those in {place}, {network}
        {only}, {device} {only}, {place} {only}, just people on {network}
        """,
    ),
    Row(
        Intent.LIST_FILTER,
        86,
        """
        {role} only, {only} {role:guest}, only {role}, just {role:guest}, hide everyone who, hide all
        """,
    ),
    Row(
        Intent.LIST_FILTER,
        88,
        """
        leave {device} out, leave {person} out, leave {place} out, leave {network} out, take {device} out, take {person}
        out, take {place} out, without counting {device}, not counting {device}, drop {device} from, remove {device}
        from list, hide {device}
        """,
    ),
    Row(
        Intent.LIST_FILTER,
        99,
        """
        (above|over|beyond|past|outside) (limit|limits|threshold|thresholds), leave {person} out, exceeded limit,
        exceeded limits, exceed limit, exceed limits
        """,
    ),
    Row(Intent.COUNT, 70, "how many, what percentage, what share, what fraction, how many of"),
    Row(
        Intent.COUNT,
        76,
        """
        how many (people|of them|of us|users|participants|attendees|others|ones|guys|rooms), number of
        (people|participants|users|attendees|others|phones|guests), count of, count (people|participants|users|),
        headcount, what percentage of, what share of (people|participants|them|us), what proportion, what fraction, how
        many, how much people, howmany, percentage of people, percent of people, share of people, what % of
        """,
    ),
    Row(Intent.LIST_FILTER, 98, "{who} {be} poor, {who} {be} fair, {who} {be} unrated, {who} {be} not rated"),
    Row(
        Intent.LIST_FILTER,
        95,
        """
        (only|just) (those|ones|people|users|participants|attendees) (in|on|from|at|using|with|who)
        """,
    ),
)
