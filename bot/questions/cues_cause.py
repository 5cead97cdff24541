"""What people say when they ask why, whose side it was, what to do. Rows of phrases."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

CAUSE_CUES: tuple[Row, ...] = (
    Row(
        Intent.SCOPE_CHECK,
        70,
        """
        who else, {be} it {only} {place}, {only} {place} or, {only} {place} and, {place} {only} or
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
        Intent.SCOPE_CHECK,
        86,
        """
        who else {do} (this|it|that|same|same problem|problem|problems|trouble|issues), who else {be}
        (affected|bad|hit|impacted|poor|lagging|suffering), who else suffered, who else struggled
        """,
    ),
    Row(
        Intent.SCOPE_CHECK,
        92,
        """
        whole office, whole team, entire office, whole site, entire team, entire site, whole group, just few, only few,
        handful, few people, couple of people, whole department
        """,
    ),
    Row(Intent.CAUSE_SIDE, 86, "local problem, local issue, local fault, {be} it local, {be} this local, local thing"),
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
    Row(Intent.CAUSE_SIDE, 92, "blaming, {isp} to blame, blame {isp}, blame our, at fault here"),
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
        {network}, caused by {person}, caused by {endpoint}, caused by {networkword}, does {vpn} explain, did {vpn},
        {device:room} cause, room system cause, {metric:cpu} or {networkword}, {networkword} or {metric:cpu}, {be} it
        {metric:cpu}, {metric:cpu} and not, {networkword} and not, {be} {pronoun} {endpoint}, {be} {pronoun} {network},
        probably {pronoun}, probably {endpoint}, probably {network}, probably {vpn}, must be {network}, must be
        {person}, must have been, weak wifi or, {be} {network} reason, {be} {vpn} reason, {be} {vpn} cause, {network}
        cause, is it not, was it not
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
        90,
        """
        is not it, was not it, not it {only}, it {only} {pronoun} {network}, it {only} {person} 's
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
        Intent.NETWORK_SAME,
        96,
        """
        same building, same office, same network, same wifi, same subnet, same router, same isp, same place, same site,
        same room, same connection, same house, same line, same provider, same internet, same vpn, same access point,
        same data center, same location, same lan, same firewall, same uplink, same city
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
        Intent.CAUSE,
        92,
        """
        explain what happened, what happened with {person}, what happened to {person}, explain why, explain {person} 's
        problem, tell me why, tell us why, know why
        """,
    ),
    Row(
        Intent.CAUSE,
        96,
        """
        what {be} problem with, what {be} issue with, what {be} problems with, what {be} trouble with, what is wrong
        with
        """,
    ),
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
        Intent.REMEDY,
        90,
        """
        needs to happen, need to happen, not happen again, not occur again, does not happen again, do not happen again,
        happens again, never happens again, prevent this, avoid this
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
    Row(Intent.CAUSE_SIDE, 92, "{place} problem, {place} issue, {place} thing, {place} 's problem, {place} 's fault"),
    Row(
        Intent.REMEDY,
        92,
        """
        what should {place}, what should we, what should {place} people do, what now, so what, what next, now what, and
        now what
        """,
    ),
    Row(Intent.CAUSE, 60, "explain, explain that, explain this, explain it, elaborate, elaborate please, go deeper"),
    Row(
        Intent.SCOPE_CHECK,
        93,
        """
        (affect|affects|affecting|hit|hits|hitting|affected|touch) (everyone|everybody|all|others|anyone else|us all|all
        of us|all of them|more people|other people), more people with, more people have
        """,
    ),
    Row(
        Intent.VERIFY_CLAIM,
        99,
        """
        (they|he|she|people|users|everyone|{person})
        (say|says|said|claim|claims|claimed|think|thinks|believe|believes|insist|insists|reckon|reckons|swear|swears|blames|blame)
        (it|that|they|he|she|his|her|their|zoom|our|my|{network}|{vpn}|{isp}|{networkword}), i was told, somebody said,
        someone said, people say
        """,
    ),
    Row(
        Intent.CAUSE,
        92,
        """
        what (ruined|killed|broke|messed up|wrecked|destroyed|spoiled|made|started|brought down|screwed
        up|triggered|disrupted), what trigger
        """,
    ),
    Row(Intent.CAUSE, 99, "trigger (for|of|behind) {person}, trigger for problem, trigger for problems"),
    Row(
        Intent.REMEDY,
        94,
        """
        {person} need (new|better|another|different), need new, needs new, need better, {person} need to, buy new, get
        new
        """,
    ),
    Row(
        Intent.VERIFY_CLAIM,
        96,
        """
        would you say it, would you say that, say it 's {person}, say it {be} {person}, would it be fair, fair to say,
        agree that, agree it, do you think it, you think it, do you think that it, is it fair
        """,
    ),
)
