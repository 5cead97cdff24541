"""Who is meant without a name: roles, pronouns, everyone, and courtesies with "I" in them. Rows only."""

from bot.questions.lexicon import Row

PEOPLE: tuple[Row, ...] = (
    Row(
        "role",
        "host",
        """
        host, organizer, organiser, meeting owner, whoever hosted, person who hosted, hosting person, meeting host,
        chair, chairperson, moderator, whoever was hosting, hosts, who hosted
        """,
    ),
    Row(
        "role",
        "presenter",
        """
        presenter, presenters, sharer, whoever shared, whoever was sharing, whoever presented, whoever was presenting,
        person sharing, person presenting, person who shared, person who presented, person who was sharing, one sharing,
        one presenting, one who presented, one who shared, guy presenting, guy sharing, screen sharer, guy who
        presented, one who was presenting, one who was sharing, guy who shared, lady who presented, demo person, person
        with slides
        """,
    ),
    Row("role", "cohost", "cohost, co host, cohosts, co hosts, alternative host, alt host"),
    Row(
        "role",
        "guest",
        """
        guest, guests, external, externals, external people, external participant, external participants, external
        guest, outside participant, outsiders, external users
        """,
    ),
    Row("role", "interpreter", "interpreter, interpreters, translator"),
    Row("role", "room", "boardroom, room"),
    Row(
        "role",
        "phone",
        """
        phone caller, phone participant, dial in participant, phone dialer, dial in person, person on phone, guy on
        phone, person who dialed in, person who dialled in, caller on phone, phone guy, phone person, phone user,
        telephone guy, telephone caller, guy who dialed in
        """,
    ),
    Row("pronoun", "she", "she, her, hers, herself"),
    Row(
        "pronoun",
        "he",
        """
        he, him, his, himself, this person, that person, this guy, that guy, this one person, this participant, that
        participant, same person, this user, that user
        """,
    ),
    Row("they", "they", "they, them, their, theirs, themselves, those people, these people, those"),
    Row(
        "both",
        "both",
        """
        both, both of them, two of them, two, these two, those two, pair, couple of them, either of them, each other,
        they both, them both
        """,
    ),
    Row("me", "me", "i, me, my, mine, myself, i myself, my side, my end, my connection"),
    Row("us", "us", "we, us, our, ours, our side, our end, ourselves"),
    Row("that", "that", "that, this, it, its, these, that one, this one, that thing"),
    Row(
        "others",
        "others",
        """
        everyone else, everybody else, others, other people, rest, rest of us, rest of them, other participants, other
        attendees, everyone other than, all others, all other people, remaining people, other ones, peers, colleagues,
        anybody else, anyone else, someone else, somebody else, who else, else
        """,
    ),
    Row(
        "everyone",
        "everyone",
        """
        everyone, everybody, all of us, all people, all participants, all of them, all attendees, whole team, whole
        group, whole meeting, everyone in call, entire meeting, entire team, all users, each person, each participant,
        every participant, every person, participants, attendees, team, us all, whole call
        """,
    ),
    Row(
        "anyone",
        "anyone",
        """
        anyone, anybody, someone, somebody, any people, any participants, any of them, any one, any person, any
        participant, any attendees, any attendee, any user, any colleague, any member, any users
        """,
    ),
    Row("nobody", "nobody", "nobody, no one, none of them, no people, no participant"),
    Row(
        "people",
        "people",
        """
        people, participants, attendees, users, of us, of them, attendee, participant, members, guys, colleagues,
        joiners, heads
        """,
    ),
    Row(
        "who",
        "who",
        """
        who, whom, whose, which person, which participant, which user, which people, which participants, which ones,
        which of them, which guy, which attendee, which attendees, what people, which users, which one of them, which
        colleague, which one of us, which one of you, which of us, which of you, who of us, who of them, who of you,
        which attendee 's, which person 's, which user 's, which participant 's, which one of the people, which member,
        which member of team, which team member
        """,
    ),
    Row(
        "polite",
        "polite",
        """
        (do|should|can|could|may|would|will|must|shall) (i|we) do about,
        (do|did|should|can|could|may|would|will|must|shall) (i|we)
        (tell|say|paste|see|get|trust|believe|use|export|download|ask|send|share|find|know|write|report|put|look|call|explain|change|set|mute|worry|book|make|give|show|check|rely|escalate|forward|recommend|suggest|advise|fix|hand|quote|pull|filter|sort|rank|try|expect|read|interpret|understand),
        i can, i could, i need, i want, i will, i would, i think, i guess, i suspect, i bet, i believe, i heard, i see,
        i mean, i meant, i know, i got, i said, i asked, give me, show me, tell me, get me, send me, let me, help me,
        explain me, explain to me, remind me, notify me, alert me, ping me, wake me, page me, warn me, bring me, walk
        me, fill me, catch me, draw me, make me, find me, pull me, read me, teach me, inform me, excuse me, do me, my
        (boss|manager|team|ceo|cto|director|customer|client|colleague|colleagues|vp|lead|question|guess|theory|bad|god|report|it|isp|provider|users|user|people|staff|helpdesk),
        i am (looking|trying|writing|interested|curious|wondering|afraid|sorry|asking|not), i hope, i wonder, i do not
        (understand|know|believe|see|get|think|want|need|care), i did not (understand|know|believe|see|get), i saw, i
        have (question|to|been|no|another), i like, i love, i appreciate, i read, i assume, i doubt, i understand, i
        notice, i noticed, i was wondering, i was told, i was asked, i only (care|want|need|mean|see|know), i care, i
        wanted, i would want
        """,
    ),
)
