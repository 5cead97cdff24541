"""What people say when they ask about people: ranks, one person, comparisons, whose side. Rows of phrases."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

PEOPLE_CUES: tuple[Row, ...] = (
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
        88,
        """
        leave {device} out, leave {person} out, leave {place} out, leave {network} out, take {device} out, take {person}
        out, take {place} out, without counting {device}, not counting {device}, drop {device} from, remove {device}
        from list, hide {device}
        """,
    ),
    Row(
        Intent.PARTICIPANT_DETAIL,
        90,
        """
        details (for|on|of|about) {person}, {person} 's numbers, {person} 's statistics, {person} 's data, {person} 's
        details, {person} 's figures, {person} 's values, numbers (for|of) {person}, statistics (for|of) {person},
        figures (for|of) {person}, anything wrong with {person}, something wrong with {person}, anything up with
        {person}, any problem with {person}, any problems with {person}, any issues with {person}, any issue with
        {person}, problem with {person} or
        """,
    ),
    Row(Intent.DEVICE_INFO, 94, "older than, newer than, out of date, up to date"),
    Row(
        Intent.REJOIN_CHECK,
        95,
        """
        when {do} {person} (join|leave|drop|rejoin|reconnect|disconnect|arrive|get in|come back|come in|go), when
        {person} (joined|left|dropped|rejoined), what time {do} {person} (join|leave|drop|arrive), how often {do}
        {person} (reconnect|rejoin|drop|drop off|drop out|disconnect|leave|get disconnected|get kicked out|lose
        connection|fall out|come back), how many times {do} {person} (reconnect|rejoin|drop|drop off|drop
        out|disconnect|leave|get disconnected|get kicked out|lose connection|fall out|come back|join), {do} {person}
        hang up, how long {be} {person} (away|gone|out|disconnected|missing|absent|offline), {who} joined late, {who}
        hung up, {person} hung up
        """,
    ),
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
    Row(
        Intent.PARTICIPANT_DETAIL,
        44,
        """
        what about {person}, how about {person}, how {be} {person}, how {do} {person}, how {be} it for {person}, {be}
        {person} {label}, {be} {person} {bad}, {do} {person} {do} {bad}, {do} {person} {bad}, tell me about {person},
        {show} {person}, {person} 's {media}, {person} 's {quality}, {person} 's statistics, {person} 's numbers,
        {person} 's {metric}, details (on|for|about|of) {person}, more (on|about) {person}, status of {person}, look at
        {person}, check {person}, check on {person}, anything on {person}, anything about {person}, everything on
        {person}, everything about {person}, report on {person}, report for {person}, numbers for {person}, statistics
        for {person}, data for {person}, info on {person}, info about {person}, how {do} {person} sound, how {do}
        {person} do, how {be} {person} doing, how {do} {person} 's {thing} go, {person} {label}, for {person}, {metric}
        for {person}, {metric} of {person}, {media} for {person}, {media} of {person}, {be} there {bad} with {person},
        anything wrong with {person}, {bad} with {person}, {do} {person} {metric}, what {be} {person} 's {metric}, how
        {bad} {be} {person}, how {bad} {be} it for {person}, how {do} {person} look, how {do} it go for {person}, {be}
        {media} {label} for {person}, profile of {person}, zoom in on {person}, drill into {person}, drill down on
        {person}, do i have {bad}, {person} 's side, {person} 's end, how {be} things for {person}, how {be} things with
        {person}
        """,
    ),
    Row(
        Intent.DEVICE_INFO,
        78,
        """
        what {gear}, which {gear}, {gear} {be} {person}, {person} 's {gear}, {person} 's {device}, {gear} {do} {person},
        what device, which device, what kind of device, what type of device, what hardware, what computer, which
        computer, what laptop, which laptop, what machine, what os, which os, what operating system, which operating
        system, what {group:client_version}, which {group:client_version}, {group:client_version} {be} {person},
        {group:client_version} {do} {person}, {person} 's {group:client_version}, {person} 's client, {person} 's zoom,
        {person} 's app, outdated, out of date, up to date, old client, old version, latest version, newest version,
        newest client, latest client, updated zoom, old zoom, older version, older client, which client, what client,
        what app, {person} on {device}, {person} using {device}, {person} use {device}, {person} from {device}, {person}
        using {gear}, {person} use {gear}, {person} have {gear}, {person} wearing {gear}, what {be} {person} joining on,
        what {do} {person} join on, what {do} {person} join with, what equipment, equipment, {gear} {person}, mic or,
        bluetooth, what phone, which phone, what {be} {person} using, what {do} {person} use, what setup, what gear,
        what kit, {device} {do} {person}, hardware {do} {person}
        """,
    ),
    Row(
        Intent.NETWORK_INFO,
        74,
        """
        {who} {be} on {vpn}, {anyone} on {vpn}, people on {vpn}, {who} {be} using {vpn}, {anyone} using {vpn}, {who}
        {do} {vpn}, {who} used {vpn}, {who} {be} behind {vpn}, {person} on {network}, {person} on {vpn}, {person} use
        {network}, {person} use {vpn}, {person} using {network}, {person} using {vpn}, {person} connected, {person}
        connect, {person} behind {vpn}, {person} behind firewall, what network, which network, what connection, which
        connection, what kind of network, what kind of connection, type of network, type of connection, what type of
        connection, what type of network, what {group:network_type}, {person} 's {group:network_type}, {person} 's
        network, {person} 's internet, {person} 's {network}, {person} 's {vpn}, {person} 's ip, {person} 's isp,
        {person} 's location, {person} 's {group:data_center}, {person} in {place}, {person} from {place}, {person} at
        {place}, {network} or {network}, what {group:data_center}, which {group:data_center}, where {be} {person}, where
        {do} {person}, how {be} {person} connected, {person} wired or, {person} {network}, {person} {vpn}, {network}
        {be} {person}, {person} 's {metric:rssi}, {person} 's wifi signal, how strong {be}, where {be} {person} joining,
        {person} located, {person} working from home, {person} at home, {person} in office, {person} in
        {group:location}, {person} remote, which {group:location} {be} {person}, what {group:location} {be} {person},
        what {group:location} {do} {person}, tcp or udp, udp or tcp, network {be} {person}, network {do} {person}, vpn
        {be}, through {vpn}, over {vpn}, via {vpn}
        """,
    ),
    Row(
        Intent.REJOIN_CHECK,
        82,
        """
        rejoin, rejoined, rejoins, rejoining, re join, re joined, reconnect, reconnected, reconnects, reconnecting,
        reconnection, reconnections, kicked out, kicked off, thrown out, booted, booted out, dropped off, drop off,
        dropped out, drop out, dropped from, drop from, fell out, fall out, fell off, fall off, got disconnected,
        disconnected, disconnect, disconnects, disconnection, disconnections, left and came back, leave and come back,
        come back, came back, left early, leave early, leave, left, leaving, quit, logged out, log out, logged off,
        joined late, join late, joined twice, joined more than once, join more than once, how many times {do} {person}
        join, how many times {do} {person} drop, how often {do} {person} drop, lost connection, lost {pronoun}
        connection, lose connection, lost us, {do} {person} drop, {person} dropped, when {do} {person} join, {person}
        drop {number}, how long {be} {person} away, how long {be} {person} gone, {person} away, {person} gone, {person}
        in and out, {be} {person} there whole, {person} stay, {person} stayed, bounced, crash, crashed, crashes, drop
        call, dropped call, {person} vanish, {person} disappear, disappeared, vanished, present whole time, there whole
        time, in call whole time, times {person} joined, times {do} {person} join
        """,
    ),
    Row(
        Intent.DURATION_BAD,
        80,
        """
        how long {be} {person} {bad}, how long {do} {person} {do} {bad}, how long {be} {bad}, how long {be} it {bad},
        how long {do} it last, how long {do} {bad}, how long {do} that last, how much time, how much of {pronoun}, how
        much of {thing}, how much of time, number of minutes, minutes of {bad}, minutes {be} {bad}, {bad} minutes,
        length of {bad}, duration, duration of, how long {do} {person}, what part of {pronoun}, how long {be} {person},
        how long for, total time {bad}, time {bad}, minutes {do} {person}, minutes {be} {person}
        """,
    ),
    Row(
        Intent.COMPARE_PARTICIPANTS,
        80,
        """
        compare {person} and, compare {person} with, compare {person} to, compare {person} against, {person} or
        {person}, {person} vs, {person} versus, {person} against {person}, {person} {order} than {person}, {person}
        compared (to|with), {person} compare, {person} {be} {order} than, {order} than {person}, difference between
        {person}, {person} differ, {person} side by side, side by side, both of them compared, compare them, compare
        both, compare two, compare these two, compare those two, difference between them, difference between two,
        {person} and {person} {media}, {media} for {person} and {person}, how {be} {person} and {person}, {person} next
        to {person}, contrast, compare me, compare, comparison, {order} than rest, {order} than {others}, {order} than
        average, {order} than {everyone}, than {others}, than everyone else, compared to {others}, compared with
        {others}, versus {others}, vs {others}, against {others}, against rest, relative to {others}, stack up, than
        rest of, like {others}, between {person} and {person}, how {be} {both}, how {do} {both}, which of two, which of
        them, who of two, who of them, {person} {both}, tell {person} and {person} apart
        """,
    ),
    Row(
        Intent.COMPARE_DIRECTION,
        84,
        """
        {direction:sent} or {direction:received}, {direction:received} or {direction:sent}, {direction:sent} and
        {direction:received}, {direction:sent} vs {direction:received}, {direction:received} vs {direction:sent},
        {direction:received} and {direction:sent}, {direction:sent} {order} than {direction:received},
        {direction:received} {order} than {direction:sent}, which direction, which way, what direction, both directions,
        both ways, in or out, out or in, in and out bound, incoming or outgoing, outgoing or incoming, upload or
        download, download or upload, up or down, down or up, one way, one direction, directions, direction, hear us or,
        or hear us, heard or, talking or listening, speaking or hearing, speaking or listening, what {person} sent or
        what {person} received, {direction} side or, his side or, leaving or arriving
        """,
    ),
    Row(
        Intent.COMPARE_MEDIA,
        82,
        """
        {media} or {media}, {media} vs {media}, {media} {order} than {media}, {media} compared to {media}, {media}
        compared with {media}, {media} and {media} and, which media, which medium, what media, what medium, {media}
        {media} or {media}, which stream, {media} and {media}, {media} too, {media} as well, {media} not {media},
        compare {media}, {only} {media} or, {be} it {media}, which {be} {order} {media}, {media} against {media},
        {media} but {media}, media types, which part, {media} {be} {label} but {media}, per media, by media, all media,
        each media, per medium, each medium, by medium
        """,
    ),
    Row(
        Intent.DURATION_BAD,
        92,
        """
        how long, for how long, how many minutes, how many mins, how many min, how much time, number of minutes, number
        of bad minutes, total bad minutes, for how many minutes, for how many mins
        """,
    ),
    Row(
        Intent.DEVICE_INFO,
        84,
        """
        kind of (machine|computer|laptop|device|phone|headset), type of (machine|computer|laptop|device|phone|headset),
        sort of (machine|computer|laptop|device|phone|headset), {device} or {device} device
        """,
    ),
    Row(
        Intent.COMPARE_PARTICIPANTS,
        88,
        """
        different (from|than|to) {others}, differ from {others}, unlike {others}, {order} than {others}, same as
        {others}, compared to {others}, compared with {others}
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
        Intent.COMPARE_DIRECTION,
        97,
        """
        not hear or, hear or could, or could we not hear, or could not we hear, hear us or we, heard or heard, what
        {person} sends or, what {person} sent or, what {person} receives or
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
        Intent.RANK_PARTICIPANTS,
        95,
        """
        sort by, sorted by, order by, ordered by, sort participants, sort people, sort everyone, sort them, rank
        participants, rank people, rank everyone, rank them, worst first, best first, {order} to {order}, worst on top,
        worst at top
        """,
    ),
    Row(Intent.COUNT, 70, "how many, what percentage, what share, what fraction, how many of"),
    Row(
        Intent.REJOIN_CHECK,
        92,
        """
        {anyone} (drop|dropped|leave|left|disconnect|disconnected|fall out|crash|crashed|quit|rejoin|reconnect), {who}
        (dropped|left|disconnected|crashed|rejoined|reconnected|quit|fell out|fell off|dropped out|dropped off),
        connection drop for, connection dropped, connection drop, connection lost, until end, till end, to very end,
        stayed until, stay until, {person} in call until, {person} in meeting until, {who} {be} kicked, how many
        reconnects, how many rejoins, number of reconnects, reconnects
        """,
    ),
    Row(
        Intent.DURATION_BAD,
        92,
        """
        share of (meeting|call|time|session), percentage of (meeting|call|time|session), proportion of
        (meeting|call|time|session), part of (meeting|call|time|session), much of (meeting|call|time|session), fraction
        of (meeting|call|time|session)
        """,
    ),
    Row(
        Intent.COMPARE_DIRECTION,
        97,
        """
        hearing or being heard, hear or be heard, hearing or heard, heard or hearing, hear or heard, hearing or
        speaking, hearing others or
        """,
    ),
    Row(
        Intent.NETWORK_INFO,
        93,
        """
        how (strong|weak|good|bad) {be} {person} 's (wifi|signal|wireless|wlan|reception|wifi signal|wifi reception),
        {person} 's (wifi signal|wifi reception|signal strength|signal|wifi strength), {person} on (which|what)
        """,
    ),
)
