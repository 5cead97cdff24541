"""What is measured and how it is compared: metrics, media, directions, statistics, comparators, order, labels. Rows."""

from bot.questions.lexicon import Row

MEASURES: tuple[Row, ...] = (
    Row(
        "metric",
        "loss",
        """
        (packet|packets|pkt|package|data|) loss, (lost|dropped|missing|losing|dropping|lose)
        (packet|packets|package|packages|data), (packet|packets|package)
        (lost|dropped|drop|drops|dropping|loses|losing|missing|going missing), losses, lossy, ploss, packets, dropped
        packet, packet
        """,
    ),
    Row(
        "metric",
        "latency",
        """
        latency, latencies, delay, delays, delayed, ping, pings, rtt, round trip (time|times|latency|delay|), roundtrip,
        response time, lag time, latent, ping time, ping times
        """,
    ),
    Row("lagging", "latency", "lag, lags, lagging, laggy, lagged, laggiest, lagger, laggier, lagginess"),
    Row("metric", "jitter", "jitter, jit, jitters, jittery, jittering, jitterbuffer, packet delay variation"),
    Row(
        "metric",
        "bitrate",
        """
        bitrate, bit rate, bitrates, bandwidth, throughput, kbps, mbps, data rate, network speed, internet speed, upload
        speed, download speed
        """,
    ),
    Row(
        "metric",
        "cpu",
        """
        cpu (load|usage|use|pressure|), cpus, processor (load|usage|), overheated, overheating, overloaded
        (computer|laptop|machine), processor, computer load, system load, compute pressure
        """,
    ),
    Row("metric", "frame_rate", "frame rate, framerate, frame rates, fps, frames per second, frames"),
    Row("metric", "mos", "mos (score|), mean opinion score, opinion score, r factor, r value"),
    Row(
        "metric",
        "rssi",
        """
        rssi, signal (strength|level|quality|), (wifi|wireless|wlan) (signal|strength|reception) (strength|), bars,
        reception, dbm
        """,
    ),
    Row("metric", "resolution", "resolution, resolutions, 720p, 1080p, 360p, hd"),
    Row(
        "symptom",
        "choppy",
        """
        choppy, choppiest, breaking up, broke up, breaks up, broken up, break up, broken audio, robotic, robot, robot
        voice, robots, cutting out, cut out, cuts out, cutting in and out, garbled, stutter, stuttering, stuttered,
        stutters, crackling, crackly, crackle, crackled, glitchy, glitching, glitch, glitches, glitched, dropouts, drop
        outs, dropping out, dropped words, in and out, distorted, distortion, underwater, scratchy, patchy, fuzzy audio,
        metallic, chopped, chopping, stammering, skipping, skipped
        """,
    ),
    Row(
        "symptom",
        "blurry",
        """
        blurry, blurred, blur, pixelated, pixelly, pixelation, pixels, pixely, grainy, blocky, blocks, fuzzy, unsharp,
        low res, low resolution, potato, potato quality, smeared, mushy, out of focus, fuzzy picture
        """,
    ),
    Row(
        "symptom",
        "frozen",
        """
        froze, frozen, freeze, freezes, freezing, stuck, hung, hanging, hang, hangs, still image, black screen,
        buffering, buffered, buffer
        """,
    ),
    Row("symptom", "slideshow", "slideshow, slide show, like slides, jerky, juddering, juddery, stop motion"),
    Row(
        "symptom",
        "echo",
        """
        echo, echoes, echoing, echoey, feedback loop, background noise, noisy audio, noise, too quiet, quiet, muffled,
        faint, inaudible
        """,
    ),
    Row(
        "media",
        "audio",
        """
        audio, audios, sound, sounds, sounding, sounded, voice, voices, mic audio, microphone audio, hear, heard,
        hearing, listen, listening, listened, speech, speaking, talking audio, audible, aduio
        """,
    ),
    Row(
        "media",
        "video",
        """
        video, videos, camera, cameras, webcam, webcams, picture, pictures, image, images, face, faces, visuals, video
        feed, camera feed
        """,
    ),
    Row(
        "media",
        "share",
        """
        share, screen share, screen shares, screen sharing, shared screen, screen shared, shared screens, screen,
        screens, slides, deck, demo, presentation, slide deck, shared content, content share, desktop share, content
        sharing, shared slides, sharing, powerpoint, ppt, his share, her share, desktop sharing, shares
        """,
    ),
    Row(
        "direction",
        "sent",
        """
        sent, sending, sends, outgoing, outbound, upload, uploads, uploading, uploaded, uplink, upstream, tx, transmit,
        transmits, transmitted, transmitting, transmission, output, going out, went out, sender, sender side, sending
        side, send side, when sending, while sending, when uploading, when talking, when he sends, when speaking
        """,
    ),
    Row(
        "direction",
        "received",
        """
        received, receiving, receives, receive, incoming, inbound, download, downloads, downloading, downloaded,
        downlink, downstream, rx, input, coming in, came in, getting in, receiver, receiver side, receiving side,
        receive side, reception side, receiving end, when receiving, while receiving, when downloading, when listening,
        while listening
        """,
    ),
    Row("stat", "avg", "average, averages, averaged, mean, on average, typical, typically"),
    Row(
        "stat",
        "max",
        """
        max, maximum, peak, peaks, peaked, peaking, spike, spikes, spiked, spiking, highest value, at worst, at its
        worst, worst moment, worst minute, worst point, top value, worst case
        """,
    ),
    Row("stat", "min", "minimum, lowest value, at best, at its best"),
    Row("stat", "median", "median, p50"),
    Row(
        "op",
        ">",
        """
        >, over, above, more than, greater than, higher than, bigger than, exceeding, exceeds, exceeded, exceed, beyond,
        larger than, north of, in excess of
        """,
    ),
    Row(
        "op",
        ">=",
        """
        >=, =>, ≥, at least, minimum of, no less than, not less than, or more, or higher, or above, or worse, and up,
        and above, or over, between
        """,
    ),
    Row("op", "<", "<, under, below, less than, fewer than, lower than, smaller than, short of, not even"),
    Row(
        "op",
        "<=",
        """
        <=, =<, ≤, at most, up to, no more than, not more than, or less, or fewer, or lower, or below, maximum of
        """,
    ),
    Row(
        "order",
        "worst",
        """
        worst, worse, baddest, poorest, badly, weakest, most problems, most trouble, most issues, slowest, unhappiest,
        roughest, hardest, suffered most, suffered, suffering, suffer, struggled, struggling, struggle, struggles,
        hardest hit, hit hardest, wrost, worts, worse off, worst off, shittiest, crappiest, had it bad, unlucky,
        unluckiest, least stable, least reliable, lowest quality, most affected, most impacted, biggest problem, biggest
        problems, biggest issue, biggest issues, toughest, bottom, hurting, hurt, hurt most, hammered, in trouble, badly
        hit, offender, offenders, culprit, culprits, least happy, most unstable, most unreliable, laggard, lemon,
        poorest off
        """,
    ),
    Row(
        "order",
        "best",
        """
        best, better, cleanest, smoothest, strongest, healthiest, fastest, most stable, least trouble, least problems,
        least issues, fewest problems, fewest issues, least affected, happiest, luckiest, most reliable, top quality,
        better off, highest quality, clearest
        """,
    ),
    Row("most", "high", "most, highest, biggest, largest, greatest, max, maximum, top, heaviest, longest"),
    Row("most", "low", "least, lowest, smallest, fewest, lightest"),
    Row(
        "label",
        "poor",
        """
        poor, poorly, bad, terrible, awful, horrible, horrendous, dreadful, crap, crappy, shit, shitty, rubbish, lousy,
        unusable, unacceptable, red, garbage, trash, suck, sucks, sucked, sucky, pants, atrocious, abysmal, nightmare, a
        mess, messed up, screwed, screwed up, rough, rocky, janky, flaky, iffy, dodgy, ropey, unstable, not good, not
        ok, not fine, not great, not well, not right, not working, not happy, wonky, dire, bad quality, poor quality,
        unreliable, weak, critical, disaster, painful, catastrophic, slow, sluggish, unintelligible, inaudible,
        unwatchable, incomprehensible, hopeless, pathetic, hell, not usable, fucked, borked
        """,
    ),
    Row(
        "label",
        "fair",
        """
        fair, so so, mediocre, meh, amber, orange, yellow, borderline, middling, medium quality, average quality
        """,
    ),
    Row(
        "label",
        "good",
        """
        good, fine, ok, alright, all right, great, green, perfect, excellent, clean, smooth, smoothly, healthy, clear,
        crisp, flawless, decent, acceptable, stable, solid, not bad, not terrible, not too bad, well, happy, normal, in
        order, works, working, worked, unaffected, not affected, spared, perfectly, satisfactory, fantastic, superb,
        problem free, trouble free, spotless
        """,
    ),
    Row(
        "trouble",
        "any",
        """
        problem, problems, issue, issues, trouble, troubles, difficulty, difficulties, troubled, affected, impacted,
        hit, wrong, broken, broke, fail, failed, failing, failure, failures, fault, faults, degraded, degradation,
        disrupted, disruption, disruptions, interruptions, complaints, complained, complain, complaining, hiccup,
        hiccups, outage, breach, breached, breaches, breaching, messy, going bad, went bad, went wrong, going wrong, go
        wrong, went south, go south, went sideways, went downhill, deteriorate, deteriorated, degrade, dip, dips,
        dipped, collapse, collapsed, drops, drop, suffer from, quality issues, quality problems, connectivity issues,
        connection issues, connection problems, network issues, network problems, tech issues, technical difficulties,
        offenders, offender, struggles, breaks, breaking, ruined, ruining, ruins, killed, killing, spoiled, suffered
        problems, affect, affects, affecting
        """,
    ),
    Row(
        "quality",
        "any",
        """
        quality, connection, connections, call, experience, performance, line, link, connectivity, score, result,
        results, health, status, condition
        """,
    ),
    Row("not", "not", "not, never, no, none, without, neither, nor, zero, nothing"),
)
"""Later phrases win nothing over earlier ones: the longest does, and a phrase may stand in several rows."""
