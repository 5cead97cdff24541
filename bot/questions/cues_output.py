"""What people say when they want it in another form or place. Rows of phrases."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

OUTPUT_CUES: tuple[Row, ...] = (
    Row(
        Intent.CHART,
        90,
        """
        graph, graphs, graphed, chart, charts, plot, plots, plotted, draw, diagram, visualize, visualization, visual,
        curve, line graph, bar chart, histogram, heatmap, heat map, sparkline, picture of {metric}, show over time,
        {metric} over time, {media} over time, over time for, trend line, see it as, as picture, image of {metric}
        """,
    ),
    Row(Intent.EXPORT, 46, "download, downloads, give all numbers"),
    Row(
        Intent.EXPORT,
        90,
        """
        csv, export, exported, excel, spreadsheet, download data, download it, download this, download report, download
        csv, download numbers, download everything, json, as file, data file, file with, file of, in file, dump, data
        dump, google sheet, google sheets, xlsx, tsv, pdf, table i can, save as, raw file, attach file, attach data,
        attach csv, {can} i download, downloadable, as table, all data as, full data, get data out, get data, data out
        of here
        """,
    ),
    Row(
        Intent.TICKET_PACK,
        92,
        """
        ticket, tickets, isp ticket, support case, support ticket, case with, open case, raise case, file case,
        escalate, escalation, escalating, pack this up, pack it up, package for, package this, for isp, to isp, to our
        isp, for our isp, for provider, to provider, for carrier, for {isp}, to {isp}, send {isp}, give {isp}, tell
        {isp}, for zoom support, to zoom support, zoom support, support request, report to zoom, for network team, to
        network team, network team, for vendor, write up for {isp}, writeup for, something to paste, something i can
        paste, paste, copy paste, copy and paste, can paste, incident report, incident, servicenow, jira, bug report,
        trouble ticket, complaint to, complain to, evidence for {isp}, report for {isp}, mail to {isp}, email to {isp},
        forward to {isp}, for it team, for it department, for helpdesk, for service desk, hand over to, handover
        """,
    ),
    Row(
        Intent.TICKET_PACK,
        100,
        """
        send to {isp}, send {isp}, send our {isp}, send to our {isp}, forward to {isp}, forward to our {isp}, something
        for {isp}, something to {isp}, give to {isp}, give {isp}, give our {isp}, hand to {isp}, mail {isp}, email
        {isp}, email our {isp}, email to {isp}, text for {isp}, note for {isp}, message for {isp}, write to {isp}, write
        {isp}, to itdept, for itdept, itdept ticket, forward to itdept, tell itdept, give itdept, send itdept, write
        itdept
        """,
    ),
    Row(
        Intent.SUMMARISE,
        50,
        """
        how {be} {thing}, how {do} {thing} go, how {do} it go, how {be} it, overall, how {be} {quality}, {be} {thing}
        {label}, what {be} {quality} like, be it good, be it {label}, {be} it {label}, {be} it {bad}, quality of
        {thing}, quality {be}, how {bad} {be} {thing}, how {bad} {be} it, how bad, anything wrong
        """,
    ),
    Row(
        Intent.SUMMARISE,
        84,
        """
        summarize, summary, summaries, sum up, sum it up, sum this up, tl dr, tldr, recap, in short, in brief, briefly,
        brief, short version, quick version, overview, executive, executives, for boss, my boss, for my boss, for ceo,
        ceo, cto, cio, for director, director, for vp, vp, for management, management, for manager, to manager, my
        manager, for leadership, leadership, one sentence, one line, one liner, one paragraph, two sentences, two lines,
        in few words, in words, in plain english, plain english, plain language, non technical, non tech, layman, simple
        words, simple terms, bottom line, big picture, gist, nutshell, wrap up, headline, takeaway, takeaways, key
        points, key findings, main points, highlights, for customer, to customer, for client, conclusion, how {be} it
        overall, how {be} {thing} overall, quality overall, overall quality, general quality, report please, full
        report, give report, {show} report, verdict, anything i should know, anything unusual, anything interesting,
        what should i know, catch me up, fill me in, bring me up to speed, update for
        """,
    ),
    Row(
        Intent.SHARE,
        94,
        """
        {share} {channel}, {channel}, post {channel}, post it, post this, post that, post in, post to, share this, share
        it, share that, share with, share result, share results, share report, share summary, share answer, forward
        this, forward it, forward that, forward to, send this, send it, send that, send to, send result, send results,
        send report, send summary, send them, publish, cross post, crosspost, tell {channel}, let {channel} know, drop
        this in, drop it in, copy this to, copy to, copy it to, announce
        """,
    ),
    Row(Intent.CHART, 92, "(show|show me|see|give me) (that|this|it|them) over time, that over time, this over time"),
    Row(Intent.SUMMARISE, 84, "short story, long story short, story short, whole story, in summary, to sum up"),
)
