"""What people ask for that a bot of call quality does not do: topic, then phrases. Rows only."""

from bot.questions.lexicon import Row

TOPIC = "topic"

KIND = "kind"
"""Which chat without a request."""

CHAT_CUES: tuple[Row, ...] = (
    Row(
        KIND,
        "thanks",
        """
        thanks, thank you, many thanks, thank you very much, thank you so much, thanks a lot, thanks so much, perfect
        thanks, great thanks, thanks great, cool thanks, ok thanks, got it thanks, appreciated, appreciate it, much
        appreciated, that helps, that helped, very helpful, helpful, merci, gracias, danke, obrigado, obrigada
        """,
    ),
    Row(
        KIND,
        "praise",
        """
        cool, nice, nice one, great job, good job, well done, good bot, awesome, you rock, you are great, you are best,
        love you, love it, love this, i love you, brilliant, amazing, excellent, sweet, great, perfect, wow, impressive,
        good work, great work, nice work, you are awesome, well played, super
        """,
    ),
    Row(
        KIND,
        "ok",
        """
        ok, alright, got it, understood, makes sense, fair enough, i see, ah ok, oh, ok cool, sounds good, good to know,
        interesting, never mind, nevermind, forget it, nvm, noted, will do, done, no worries, no problem, sorry, cool
        cool, right, yes, no, sure thing, as expected, roger, ack, fine, all good, that is all, that is all for now,
        that will be all, gotcha, got ya, okey dokey, roger that, copy that, fair point, fair
        """,
    ),
    Row(KIND, "laugh", "lol, haha, hahaha, hehe, rofl, lmao, ha"),
    Row(
        KIND,
        "greeting",
        """
        hello, hi, hey, good morning, good afternoon, good evening, morning, yo, hiya, howdy, greetings, hi bot, hello
        bot, are you there, anyone there, hola, bonjour, hallo, ola, guten tag, gm, hey there, hi there, hello there, hi
        all, hi everyone, hello everyone
        """,
    ),
    Row(
        KIND,
        "bye",
        """
        bye, goodbye, see you, cya, see you later, good night, have nice day, have good day, have great day, happy
        friday, bye bye, talk later, have good one, good weekend
        """,
    ),
    Row(
        KIND,
        "how_are_you",
        """
        how are you, how are you doing, what is up, sup, how is it going, how do you do, how are things
        """,
    ),
    Row(
        KIND,
        "who_are_you",
        """
        who are you, are you bot, are you human, what is your name, are you real, what are you, are you robot, what 's
        your name, are you alive, are you ai
        """,
    ),
    Row(
        KIND,
        "help",
        """
        help, help me, what can you do, what can i ask, what can i ask you, how do i use you, how do you work, how does
        this work, what do you do, what else can you do, commands, what questions can i ask, what are you able to do,
        usage, how to use this, how to use you, options, menu, examples, example questions, what can you tell me, what
        do you know, what else can you tell me, what else can i ask, anything else, what else, and, how do you know me,
        what else is there
        """,
    ),
    Row(
        KIND,
        "insult",
        """
        bad bot, stupid bot, useless bot, you suck, you are useless, stupid, idiot, shut up bot, dumb bot, you are
        stupid, useless, this bot sucks, dumb, you are wrong about everything, fuck you, screw you, fuck off
        """,
    ),
    Row(KIND, "test", "test, testing, test test, ping bot"),
)

OUTSIDE_CUES: tuple[Row, ...] = (
    Row(
        TOPIC,
        "content",
        """
        what {be} (said|discussed|decided|agreed|talked about|presented|mentioned|announced), who said, who talked, who
        spoke, {person} say in meeting, did {person} say, {person} say about, {person} mention, talk about, talked
        about, talking about, discuss, discussed, discussion, transcript, transcripts, transcription, transcribe,
        recording, recordings, recorded, minutes of meeting, meeting minutes, meeting notes, notes from, take notes,
        agenda, conversation, chat log, chat messages, chat history, what {be} in chat, decisions, decision made, key
        decisions, topics, topic of meeting, spoken, who spoke most, who talked most, talk time, talking time, speaking
        time, sentiment, mood, {person} angry, {person} happy, was anyone rude, content of meeting, content of call,
        what {be} meeting about, what {be} call about, what {be} it about, captions, subtitles, translate, translation,
        screenshot, listen to, watch recording, replay, play back, playback, on slides, in slides, in presentation, in
        deck, on screen in, what {do} (they|we|he|she|people|everyone|{person}|team) (talk
        about|say|discuss|decide|agree|agree on|mean by that|present|conclude|promise|mention|said|discussed), talk
        about salaries, anyone talk about, {anyone} (mention|say|discuss|talk about)
        """,
    ),
    Row(
        TOPIC,
        "meeting_control",
        """
        kick, kick out {person}, kick {person}, boot {person}, throw out {person}, throw {person} out, remove {person}
        from, remove {person}, eject {person}, ban {person}, block {person}, mute {person}, mute everyone, mute all,
        mute everybody, mute his mic, unmute {person}, unmute everyone, unmute me, admit {person}, admit everyone, let
        {person} in, let {person} into, waiting room, end (meeting|call|it now), end the call, stop meeting, stop call,
        hang up, hang up on, start meeting, start call, start recording, stop recording, record this, record meeting,
        pause recording, lock meeting, spotlight, pin {person}, make {person} host, make {person} cohost, make me host,
        give me host, host rights, invite {person}, dial {person}, call {person}, ring {person}, call me, turn off
        {person} 's camera, turn off {person} 's video, turn {person} 's camera off, turn {person} 's video off, turn
        {person} 's mic off, stop {person} 's video, disable {person} 's video, disconnect {person}, breakout room,
        breakout rooms, raise hand, lower volume, restart meeting, restart call, restart zoom, reboot {person}, move
        {person} to, put {person} on hold, rename {person}, transfer {person}, join meeting, join call, join for me
        """,
    ),
    Row(
        TOPIC,
        "room_booking",
        """
        book (room|meeting room|conference room|boardroom|huddle room|desk|me|us|slot|table|flight|hotel|{device:room}),
        book, booking, reserve, reserve room, reservation, is room free, room free, room available, free room, rooms
        free, rooms available, find room, find me room, room {label} free, available room, available rooms,
        {device:room} free, {device:room} available, {device:room} booked, {device:room} taken
        """,
    ),
    Row(
        TOPIC,
        "scheduling",
        """
        schedule, reschedule, scheduling, set up meeting, set up call, setup meeting, plan meeting, arrange meeting,
        calendar, move meeting, cancel meeting, cancel call, postpone, next meeting, when {be} next, reminder, set
        reminder, invite everyone, send invite, invitation, zoom link, join link, meeting link, meeting password,
        passcode, create meeting, new meeting, remind me (to|at|tomorrow|in|on|next), remind us
        """,
    ),
    Row(
        TOPIC,
        "privacy_override",
        """
        ip, ips, ip address, ip addresses, mac address, mac addresses, mac adress, email, emails, e mail, e mails, email
        address, email addresses, email of, mail address, home address, street address, phone number, phone numbers,
        serial number, serial, disk id, hard disk id, hard drive id, exact location, exact address, gps, coordinates,
        where {do} {person} live, {person} live, private data, personal data, hidden data, passwords, password, api key,
        api keys, token, tokens, secret, secrets, credentials, client secret, override privacy, ignore privacy, bypass
        privacy, hostname, computer name, machine name, full name of, age of, salary, phone of, bssid, ssid, mac id,
        public ip, internal ip, private ip, device id, hardware id
        """,
    ),
    Row(
        TOPIC,
        "instructions",
        """
        ignore (previous|all|your|prior|above|earlier|all previous|all prior|those|these|any)
        (instructions|instruction|rules|prompt|prompts|guidelines|directions), ignore all instructions, disregard
        (previous|all|your|prior|above|earlier|all previous|any) (instructions|rules|prompt), forget
        (previous|all|your|prior|all previous|everything) (instructions|rules), system prompt, your prompt, your
        instructions, your rules, you are now, act as, pretend to be, pretend you, pretend, roleplay, role play,
        jailbreak, developer mode, dan mode, sudo, admin mode, from now on you, new instructions, override your, reveal
        your, print your, repeat after me, drop table, select from, rm rf, are you a robot, are you human,
        which model are you, who made you, who built you, who programmed you, mark everyone, change rating, change his
        rating, change my score, change score, set score, delete data, delete everything, erase, delete, make {person}
        look, fake, falsify, manipulate, modify data, edit data, hide {person}, hide my, say that everyone, say
        everyone, change {person} 's (rating|score|label|result|status), set {person} 's
        (rating|score|label|result|status), make {person} 's (rating|score|label|result), rate {person}
        """,
    ),
    Row(TOPIC, "general", "weather, forecast, rain, raining, sunny, snow"),
    Row(TOPIC, "general", "joke, jokes, tell me joke, poem, haiku, riddle, limerick, song, funny"),
    Row(
        TOPIC,
        "code",
        """
        write code, write script, python, javascript, sql, code, coding, program, regex, bash, function, script, java,
        html, leetcode, write python, write javascript, write sql
        """,
    ),
    Row(
        TOPIC,
        "people",
        """
        performance review, fire {person}, promote {person}, hire, vacation, holiday, holidays, days off, is {person}
        lazy, was {person} paying attention, paying attention, {person} productive, productivity, {person} working,
        {person} on phone during, is {person} online, {person} 's status, {person} available, {person} in office today,
        sick, is {person} sick
        """,
    ),
    Row(
        TOPIC,
        "general",
        """
        lunch, dinner, pizza, coffee, restaurant, recipe, cook, football, soccer, movie, movies, netflix, music,
        spotify, stock, stocks, stock price, bitcoin, crypto, news, politics, president, capital of, population, math,
        calculate {number}, square root, {number} plus {number}, {number} times {number}, what time is it, what day is
        it, what date, date today, wikipedia, google, search web, search internet, meaning of life, horoscope, lottery,
        flight, hotel, train, taxi, uber, directions to, homework, essay, blog, tweet, linkedin, facebook, twitter,
        instagram, order pizza, order food, how much does zoom cost, zoom license, license, licenses, licence, pricing,
        billing, invoice, invoices, reset password, password reset, reset my, printer, vpn access, zoom background,
        virtual background, backgrounds, teams or zoom, google meet, microsoft teams, jira board, salesforce,
        kubernetes, deploy, deployment, server down, github, order new, order {gear}, buy {gear}, new laptop, send
        email, write email, mail {person}, email {person}, dm {person}, message {person}, slack {person}, text {person},
        how tall, how old is, birthday, age, best pizza, who won, score of game, chess, world cup, meaning of 42, time
        is lunch, lunch menu, install zoom, install, set up zoom, download zoom, zoom account, tasks, deadline, todo
        list, to do list
        """,
    ),
)
