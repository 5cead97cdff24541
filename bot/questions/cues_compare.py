"""What people say when they compare: people, groups, directions, media, halves, meetings. Rows of phrases."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

COMPARE_CUES: tuple[Row, ...] = (
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
        Intent.COMPARE_PARTICIPANTS,
        88,
        """
        different (from|than|to) {others}, differ from {others}, unlike {others}, {order} than {others}, same as
        {others}, compared to {others}, compared with {others}
        """,
    ),
    Row(
        Intent.COMPARE_GROUPS,
        86,
        """
        {network} or {network}, {network} vs {network}, {network} {order} than {network}, {network} and {network},
        {network} than {network}, {place} or {place}, {place} vs {place}, {place} {order} than {place}, {place} and
        {place}, {device} or {device} users, {device} vs {device}, {device} {order} than {device}, {device} and {device}
        users, {network} users {order}, {network} people {order}, {order} for {network}, {place} {order}, {network}
        {order}, {place} against {place}, {network} against {network}, {network} compared, {place} compared, {order}
        than on {network}, compare {network}, compare {place}, compare {device}, {place} than {place}, {place} with
        {place}, {network} with {network}, office {order} than home, home or office, office or home, home vs office,
        office vs home, remote vs office, remote or office, {network} people than {network}, {bad} on {network}, {bad}
        for {network}, {device} users {order}, {device} people {order}, {device} {order}, compare {group}, {vpn} people
        {order}, {vpn} users {order}, with and without {vpn}, on {vpn} vs, {order} on {vpn}, difference between
        {network}, difference between {place}, {place} {bad} than, {place} compare, on {network} than, in {place} than,
        on {device} than, {network} people {bad}, {network} users {bad}
        """,
    ),
    Row(
        Intent.COMPARE_GROUPS,
        88,
        """
        on {network} (disadvantage|advantage|matter|hurt|help|problem), {network} (disadvantage|advantage|matter), did
        {network} matter, does {network} matter, {network} make difference, difference whether, correlate with
        {network}, correlation with {network}, link between {network}, related to {network}, worse on {network}, better
        on {network}, worse on {device}, better on {device}, worse in {place}, better in {place}
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
        which devices, which networks, where {be} {label:poor} people, where {do} {bad} people, where everyone, where
        people, from where {do}, from where {be}, all {group:location}, different {group}, offices affected, sites
        affected, {group} affected, {group:location} {bad}, pivot, what {group} {do} people, what {group} {be} people,
        what {group} {be} everyone, quality by, quality per, distribution of {group}, map of
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
        Intent.GROUP_BREAKDOWN,
        92,
        """
        specific to, specific {group}, limited to {group}, one {group}, only one {group}, concentrated, clustered,
        confined to
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
        Intent.COMPARE_DIRECTION,
        97,
        """
        not hear or, hear or could, or could we not hear, or could not we hear, hear us or we, heard or heard, what
        {person} sends or, what {person} sent or, what {person} receives or, hearing or being heard, hear or be heard,
        hearing or heard, heard or hearing, hear or heard, hearing or speaking, hearing others or
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
        Intent.COMPARE_MEETINGS,
        91,
        """
        last few (meetings|calls|weeks|sessions|times), last (meetings|calls|sessions), previous
        (weeks|meetings|calls|sessions), against last, against previous, changed since last, since last
        (week|meeting|call|time), like this last time, like that last time, other days
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
        Intent.HISTORY_GROUP,
        93,
        """
        keep happening in, keeps happening in, happening in {place}, again in {place}, keep happening at, keeps
        happening at
        """,
    ),
    Row(Intent.HISTORY_GROUP, 95, "{place} been getting, {place} been (bad|worse|better|poor), {place} got {order}"),
    Row(
        Intent.COMPARE_PARTICIPANTS,
        92,
        """
        (off|far|away|apart|out of line) from {others}, out of line with {others}, stand out, stands out, outlier
        """,
    ),
    Row(
        Intent.COMPARE_DIRECTION,
        98,
        """
        or what {person} (sent|sends|got|gets|received|receives|heard|hears), what {person} (got|gets|heard|hears) or
        """,
    ),
    Row(
        Intent.COMPARE_TIME,
        90,
        """
        change around, changed around, change at, changed at, change after, changed after, change before, different
        after, different before
        """,
    ),
    Row(
        Intent.COMPARE_DIRECTION,
        100,
        """
        (hear|hearing) {person} or, (hear|hearing) us or, or (was|were|could|did) {person} not (hear|hearing)
        """,
    ),
)
