"""How people ask: pictures, files, tickets, summaries, sharing, reading anew. Rows by intent; decides nothing."""

ROWS = """
[chart]
plot the jitter of Kofi
draw me a graph
chart of loss over time
graph it
can you plot kofi's loss
show me a chart of jitter over time
draw the latency for tom and nina
i want to see a picture of the loss
can I have a graph
visualise kofi's jitter
loss over time please
timeline chart of dave and mei
pls plot
show the loss curve for kofi
can i see that as a graph
plot it
give me a graph of everyone's loss
show Tom's latency as a chart
show me that over time
can you draw kofi's latency
draw a graph of jitter
Plot packet loss for Lindqvist, Müller and Tanaka on one line chart.
chart cpu nina
can you draw me a graph of the loss for kofi over the hour
plot rx loss dave, chris müller and mei, same axis
draw me my packet loss please
grpah kofis loss
plot jit jose
graph loss over time for bob and alice

[export]
export as csv
can I get this in excel
download the data
csv please
can i download this
put it in a spreadsheet
export everything
can I get it as excel
raw data as csv
send me the data as a file
i need this in a csv
give me all the numbers in excel
download
give me a csv with all participants
spreadsheet?
give me the full table as excel
can you make an excel of it
I need a csv of the whole meeting for the regulator
dump per-minute qos to csv
Please send the excel sheet, csv also can
i need this in a spreadsheet
dump everything as json
send csv plz
do the needful and export to csv sheet
csv pls

[ticket_pack]
something for the isp ticket
pack this up for our provider
text I can paste into a support case
write me something for the isp
I need to escalate this to our provider
draft a ticket for the network team
text for zoom support
something to send to the ISP
make me a ticket
package this up for the network guys
I need to open a case with zoom support
what do I write in the ticket to vodafone
prepare an escalation for the provider
something i can forward to IT
help me write the ticket for our internet provider
what can I send the ISP
i need something to give our ISP
write up an incident for IT
give me a ticket text
Draft something for the carrier's helpdesk about the outage
ticket text for the carrier, utc times
need something for a zoom support case
draft a ticket for our provider about the berlin site
gimme something i can paste in the isp ticket

[summarise]
two lines for the managing partner
short version for the boss
what happened in this call, in plain words
overall verdict?
exec summary
recap please
quick overview
one sentence for the newsletter
tl;dr
summarise it for my boss
how was the call overall
give me the short version
tldr
sum it up for my boss
how was the call?
one sentence summary please
in plain english, what happened overall
how did the meeting go
short version for the CEO
give me the gist
summary for management please
what's the bottom line
how was it overall
was it a good call?
was the meeting ok
explain it so my manager gets it
quick recap
summary?
can you wrap this up for the execs
what should i tell my boss about this call
give me an overview
how bad was this call
everything ok with the meeting?
quick status of the call
summarize the call in two sentences
give me a management summary
what's the verdict
how did it go
sum up please
how would you summarise this call
whats the short story
Two lines for the managing partner. He doesn't read more.
right a short summary for my boss question mark
Two lines for my director please, no jargon.
write me something I can forward to leadership
recap the call quality for the ops review, keep it short
what's the headline here
exec tldr
exec summary short

[share]
post this in #general
share it with #ops
send it to #network-team
share with #av-support please
can you send the summary to #it-ops
pls forward to #helpdesk
put this into #incidents
please share the report with #it-berlin
drop this in #netops
post the summary in #exec-updates
let #netops know
can you post that to #berlin-office
share in #helpdesk
Forward it to #ward-it
post this in #it-leadership so they finally see it
cc #neteng-oncall with this
can we get this into #noc please?
xpost #noc-bridge
send this to #av-support

[refresh]
refresh
update it please
check again
pull it again
update please
any newer data?
try again
reload
can you check again
get the latest
rerun it
update
check zoom again
do you have newer numbers
reload the numbers please
is there an update
any update on the numbers
look again please
refresh data pls
re-pull
rfresh
poll again
"""
