"""People, places and things of a call: pronouns, roles, groups, networks, devices, question words. Rows only."""

from bot.questions.lexicon import Row

THINGS: tuple[Row, ...] = (
    Row(
        "group",
        "location",
        """
        location, locations, office, offices, site, sites, city, cities, country, countries, branch, branches, place,
        places, campus, geography, geographically, building, buildings, town, area, areas, hub, hubs
        """,
    ),
    Row(
        "group",
        "network_type",
        """
        network type, network types, connection type, connection types, type of network, type of connection, kind of
        network, kind of connection, kinds of network, kinds of connection, types of connection, access type, networks
        """,
    ),
    Row(
        "group",
        "device",
        """
        device, devices, device type, device types, hardware, operating system, operating systems, os, platform,
        platforms, client type, computer type, kind of device, type of device, machine type
        """,
    ),
    Row(
        "group",
        "client_version",
        """
        client version, client versions, version, versions, app version, zoom version, zoom versions, zoom client
        version, software version, build, release, client release, app versions, software versions
        """,
    ),
    Row(
        "group",
        "data_center",
        """
        data center, data centers, dc, dcs, zoom region, zoom regions, region, regions, zoom server, server location,
        zoom data center
        """,
    ),
    Row("network", "Wifi", "wifi, wi fi, wireless, wlan, wirelessly, wifis"),
    Row(
        "network",
        "Wired",
        """
        wired, ethernet, cable, cables, lan, cabled, plugged in, network cable, lan cable, wire, hardwired, rj45,
        ethernet cable, fixed line, hard wired
        """,
    ),
    Row(
        "network",
        "Cellular",
        """
        cellular, 4g, 5g, 3g, lte, mobile, mobile data, mobile network, mobile connection, cell network, cell, cellphone
        network, hotspot, mobile hotspot, phone hotspot, tethering, tethered, phone data, cell data, mobiles, phone 's
        data, phone 's hotspot
        """,
    ),
    Row("network", "PPP", "ppp, dsl, pppoe"),
    Row("vpn", "vpn", "vpn, vpns, proxy, tunnel, corporate vpn, zscaler, anyconnect, globalprotect"),
    Row(
        "device",
        "room",
        """
        meeting room, meeting rooms, room, rooms, zoom room, zoom rooms, conference room, conference rooms, boardrooms,
        h323, h 323, h.323, sip, room system, room systems, conference system, huddle room, huddle rooms, room device,
        room devices, meetingroom, meetingrooms, video conference system, crc, conf room, conf rooms, zoomroom,
        zoomrooms, poly, polycom
        """,
    ),
    Row(
        "device",
        "phone",
        """
        phone, phones, dial in, dial ins, dialed in, dialled in, dialing in, dialling in, pstn, telephone, telephones,
        landline, landlines, phone caller, phone callers, phone dialers, phone participant, phone participants, phone
        users, by phone, called in, phoned in, dialins, dialin, dialed, dialled, callers, dial, phone call, dial in
        participants, telephony, calling in, phoning in, ringing in, on phone, by telephone
        """,
    ),
    Row(
        "device",
        "Windows",
        """
        windows, windows machines, windows computers, windows laptops, windows users, win10, win11
        """,
    ),
    Row(
        "device",
        "Mac",
        """
        mac, macs, macos, macbook, macbooks, mac os, apple computer, apple laptops, imac, osx, mac users
        """,
    ),
    Row("device", "iPhone", "iphone, iphones, ios, apple phone"),
    Row("device", "iPad", "ipad, ipads, tablet, tablets"),
    Row("device", "Android", "android, androids, android phone, samsung, pixel phone"),
    Row("device", "Linux", "linux, ubuntu"),
    Row("device", "Web", "browser, web client, web browser, chrome, chromebook, safari, firefox, browsers"),
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
        participant, any attendees
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
    Row("what", "what", "what"),
    Row("which", "which", "which"),
    Row("why", "why", "why, how come, what for"),
    Row(
        "when",
        "when",
        """
        when, what time, at what time, at which time, what minute, which minute, what moment, at what point, what point,
        at which point, around what time
        """,
    ),
    Row("where", "where", "where, from where"),
    Row("how", "how", "how"),
    Row(
        "how_many",
        "how_many",
        """
        how many, how much, number of, percentage of, percent of, share of, proportion of, count of, what percentage,
        what share, count, howmany, headcount
        """,
    ),
    Row("or", "or", "or, vs, versus, v"),
    Row("and", "and", "and, plus, as well as"),
    Row(
        "zoom",
        "zoom",
        """
        zoom, zooms, zoom 's side, zoom itself, zoom servers, zoom server, zoom cloud, zoom 's servers, zoom service,
        zoom backend, zoom platform, zoom infrastructure, cloud, zoom outage, vendor, provider side
        """,
    ),
    Row(
        "isp",
        "isp",
        """
        isp, isps, internet provider, provider, carrier, telco, internet service provider, network provider, internet
        company, broadband provider, telekom, vodafone, comcast, bt, verizon, orange, telefonica, line provider
        """,
    ),
    Row(
        "endpoint",
        "endpoint",
        """
        laptop, computer, machine, notebook, device itself, hardware problem, endpoint, workstation, desktop, old
        laptop, slow laptop, macbook itself, slow computer, headset problem, own computer, own laptop, own machine
        """,
    ),
    Row(
        "networkword",
        "network",
        """
        network, internet, connection, line, bandwidth, wan, link, networks, web, broadband, internet connection,
        network connection, net, fiber, fibre
        """,
    ),
    Row("router", "router", "router, firewall, switch, access point, ap, subnet, gateway"),
    Row(
        "gear",
        "microphone+speaker",
        """
        headset, headsets, headphone, headphones, earphones, earbuds, airpods, jabra, audio device, audio devices, audio
        gear, audio equipment, audio hardware, ear pods, earpods, bose, plantronics, sennheiser, poly headset, audio
        setup, sound device, sound card, kit
        """,
    ),
    Row("gear", "microphone", "mic, mics, microphone, microphones, mike"),
    Row("gear", "speaker", "speaker, speakers, loudspeaker, loudspeakers"),
    Row("gear", "camera", "webcam model, camera model, which camera, what camera, what webcam, which webcam"),
    Row(
        "event",
        "alert",
        """
        alert, alerts, alarm, alarms, notification, notifications, warning, warnings, page, pages, alerting, paging,
        pings, ping us, ping me
        """,
    ),
    Row(
        "thing",
        "meeting",
        """
        meeting, meetings, call, calls, zoom call, session, webinar, conference, zoom meeting, sync, standup, weekly,
        townhall, all hands
        """,
    ),
    Row("be", "be", "is, was, were, are, be, been, being, 's, am, has been, have been, had been, will be"),
    Row("do", "do", "did, do, does, had, has, have, having, got, get, gets, getting"),
    Row("can", "can", "can, could, should, would, may, might, must, shall, will, need, needs, shud"),
    Row(
        "show",
        "show",
        """
        show, show me, give, give me, list, list me, display, see, let me see, get me, i want, want, i need, print, can
        i have, can i see, i would like, send me, provide, provide me, find, find me, could you show me, can you show
        me, can you give me, could you give me, i want to see, i want to know, present
        """,
    ),
    Row(
        "only",
        "only",
        """
        only, just, merely, solely, exclusively, limited to, nobody but, purely, simply just, nothing but
        """,
    ),
    Row(
        "without",
        "without",
        """
        except, excepting, except for, excluding, without, but not, other than, apart from, minus, leaving out, not
        counting, ignoring, besides, aside from, skip, exclude, leave out, drop the, remove the, filter out, not
        including, ignore, everyone but, everybody but, all but, anyone but, not in, not on, not from, not using, not
        via, take out, hide, hiding, omit, omitting, drop all, get rid of
        """,
    ),
    Row(
        "field",
        "user_name",
        """
        name, names, user name, user names, participant name, participant names, username, usernames
        """,
    ),
    Row(
        "term",
        "term",
        """
        codec, codecs, qos, qss, bufferbloat, buffer bloat, udp, tcp, voip, nat, breach, unrated, percentile, p95, p99,
        qoe, congestion, packet burst, burst loss, turn server, stun, mtu, duplex, diffserv, dscp, webrtc, keyframe, key
        frame, simulcast, svc, fec, forward error correction, rtp, rtcp, sampling, opus, h264, h 264, asymmetry,
        contention, throttling, hop, hops, traceroute, own uplink, last mile, backhaul, mesh, band steering, 5 ghz, 2 4
        ghz, pressure
        """,
    ),
    Row(
        "polite",
        "polite",
        """
        (do|did|should|can|could|may|would|will|must|shall) (i|we)
        (tell|say|do|paste|see|get|trust|believe|use|export|download|ask|send|share|find|know|write|report|put|look|call|explain|change|set|mute|worry|book|make|give|show|check|rely|escalate|forward|recommend|suggest|advise|fix|improve|hand|quote|pull|filter|sort|rank|compare|try|expect|read|interpret|understand),
        i can, i could, i need, i want, i will, i would, i think, i guess, i suspect, i bet, i believe, i heard, i see,
        i mean, i meant, i know, i got, i said, i asked, give me, show me, tell me, get me, send me, let me, help me,
        explain me, explain to me, remind me, notify me, alert me, ping me, wake me, page me, warn me, bring me, walk
        me, fill me, catch me, draw me, make me, find me, pull me, read me, teach me, inform me, excuse me, do me, my
        (boss|manager|team|ceo|cto|director|customer|client|colleague|colleagues|vp|lead|question|guess|theory|bad|god|report|it|isp|provider|users|user|people|staff|helpdesk),
        i am (looking|trying|writing|interested|curious|wondering|afraid|sorry|asking|not), i hope, i wonder, i do not
        (understand|know|believe|see|get|think|want|need|care), i did not (understand|know|believe|see|get), i saw, i
        have (question|to|been|no|another), i like, i love, i appreciate, i read, i assume, i doubt, i understand, i
        notice, i noticed, i was wondering, i was told, i was asked
        """,
    ),
    Row(
        "usual",
        "usual",
        """
        always, usually, normally, typically, generally, often, regularly, usual, every time, every week, all the time
        lately, chronic, chronically, each time, as always, most of the time, habitually, recurring, repeat offender,
        frequently
        """,
    ),
    Row("rated", "rated", "rated, measured, listed, scored, shown, included, in list, in report, visible, counted"),
    Row(
        "home",
        "home",
        """
        home, at home, from home, home office, working from home, remote, wfh, remotely, remote workers, remote people,
        home workers
        """,
    ),
    Row(
        "compare",
        "compare",
        """
        compare, compared, comparison, comparing, compares, relative to, next to, side by side, stack up, differ,
        difference, differences
        """,
    ),
    Row(
        "blame",
        "blame",
        """
        to blame, responsible, at fault, culprit, guilty, bottleneck, the reason, the cause, causing it, behind it,
        behind this, caused it, caused this, caused that, the problem, the issue, fault
        """,
    ),
    Row(
        "earlier",
        "earlier",
        """
        before, lately, recently, in past, in the past, previously, history, of late, these days, ever before, other
        calls, other meetings, past calls, past meetings, track record, previous calls, previous meetings, last time,
        last calls, last few calls, last meetings, prior calls
        """,
    ),
    Row("device", "computer", "computers, laptops, desktops, notebooks, workstations"),
    Row("worded", "worded", "message, note, text, sentence, sentences, reply, answer for, email for, script for"),
    Row(
        "ease",
        "ease",
        """
        stop, stopped, end, ended, recover, recovered, calm down, clear up, get better, got better, improve, improved,
        settle, settled, back to normal, normal again, fixed itself, go away, went away, resolved, resolve itself,
        finish, finished, okay again, good again, over again
        """,
    ),
)
