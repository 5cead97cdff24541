"""What people say when they ask about one person: numbers, device, network, joins, past. Rows of phrases."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

PERSON_CUES: tuple[Row, ...] = (
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
        Intent.PARTICIPANT_DETAIL,
        90,
        """
        details (for|on|of|about) {person}, {person} 's numbers, {person} 's statistics, {person} 's data, {person} 's
        details, {person} 's figures, {person} 's values, numbers (for|of) {person}, statistics (for|of) {person},
        figures (for|of) {person}, anything wrong with {person}, something wrong with {person}, anything up with
        {person}, any problem with {person}, any problems with {person}, any issues with {person}, any issue with
        {person}, problem with {person} or, issue with {person}, issues with {person}, problems with {person}, there
        problem with {person}
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
        Intent.DEVICE_INFO,
        84,
        """
        kind of (machine|computer|laptop|device|phone|headset), type of (machine|computer|laptop|device|phone|headset),
        sort of (machine|computer|laptop|device|phone|headset), {device} or {device} device
        """,
    ),
    Row(Intent.DEVICE_INFO, 94, "older than, newer than, out of date, up to date"),
    Row(
        Intent.DEVICE_INFO,
        98,
        """
        need to update, needs to update, need update, needs update, should update, needs updating, update {pronoun}
        zoom, update {person} 's zoom, update zoom
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
        Intent.NETWORK_INFO,
        93,
        """
        how (strong|weak|good|bad) {be} {person} 's (wifi|signal|wireless|wlan|reception|wifi signal|wifi reception),
        {person} 's (wifi signal|wifi reception|signal strength|signal|wifi strength), {person} on (which|what)
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
        Intent.REJOIN_CHECK,
        92,
        """
        {anyone} (drop|dropped|leave|left|disconnect|disconnected|fall out|crash|crashed|quit|rejoin|reconnect), {who}
        (dropped|left|disconnected|crashed|rejoined|reconnected|quit|fell out|fell off|dropped out|dropped off),
        connection drop for, connection dropped, connection drop, connection lost, stayed until, stay until, {person} in
        call until, {person} in meeting until, {who} {be} kicked, how many reconnects, how many rejoins, number of
        reconnects, reconnects
        """,
    ),
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
        Intent.DURATION_BAD,
        92,
        """
        how long, for how long, how many minutes, how many mins, how many min, how much time, number of minutes, number
        of bad minutes, total bad minutes, for how many minutes, for how many mins, share of
        (meeting|call|time|session), percentage of (meeting|call|time|session), proportion of
        (meeting|call|time|session), part of (meeting|call|time|session), much of (meeting|call|time|session), fraction
        of (meeting|call|time|session)
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
        Intent.HISTORY_PARTICIPANT,
        93,
        "{person} do {label} week, {person} do {label} month, {label} week, {label} month",
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
        Intent.NETWORK_INFO,
        96,
        """
        what {be} {person} 's connection, what {be} {person} 's network, what connection {do} {person}
        """,
    ),
    Row(
        Intent.REJOIN_CHECK,
        103,
        """
        how many times (was|did|has|were) {person}, how often was {person} (kicked|dropped|disconnected)
        """,
    ),
)
