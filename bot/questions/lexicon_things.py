"""Places, networks, devices and other things of a call. Rows only."""

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
        version, software version, build, release, client release, app versions, software versions, zoom client, zoom
        app, client app, zoom desktop client, client software, zoom desktop app
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
        pings, ping us, ping me, alerted, notified, paged, pinged, warned, warn us, alert us, notify us, page us, warn
        me, alert me, notify me, page me, warn anyone, alert anyone
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
        "home",
        "home",
        """
        home, at home, from home, home office, working from home, remote, wfh, remotely, remote workers, remote people,
        home workers
        """,
    ),
    Row("device", "computer", "computers, laptops, desktops, notebooks, workstations"),
    Row("worded", "worded", "message, note, text, sentence, sentences, reply, answer for, email for, script for"),
)
