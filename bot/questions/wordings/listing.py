"""How people ask: who is left, and how many. Rows by intent; decides nothing."""

ROWS = """
[list_filter]
everyone in Berlin, list them
rtt over 200, who
sla breaches
who is over the limit
list those with loss above 3
people on cable only
who wasn't on wifi
only participants homed to Frankfurt
anybody outside Berlin and still poor
hide the phones
just the windows users
show those who were fine
all those with less than 2 percent loss
leave the rooms out
only the people on wifi
who was on mobile?
everybody except the phones
show me everyone with more than 5% loss
only the bad ones
exclude the phones
without the conference rooms please
only wired people
who was on ethernet
who dialed in by phone
show me just the folks in Berlin
who had more than 5% packet loss?
list everyone above 200ms
anyone on 4g?
who was using a mac
show only the poor ones
who was rated fair
people with jitter over 30
everyone but Kofi
who was not on wifi
any guests from Madrid?
which people had latency of at least 300 ms
just the wifi people
drop the meeting rooms from that
now without Berlin
who was calling in from a phone
who joined from Madrid
only iPhones
who was on a mobile connection
participants with loss >= 5%
show everybody whose latency was over 150 ms
all those not in Berlin
hide everyone who was ok
guests only
who exceeded 5 percent
give me only the ones in poor state
remove room systems
ppl on LTE
who was wired?
show me people whose jitter exceeded 30 ms
just Berlin
which participants used Windows
everybody apart from the phone dial-ins
anyone above 300ms?
loss over 10%?
who stayed under 1% loss
people outside Berlin
which users were on mobile data
show the participants using wireless
all but the rooms
only hosts and presenters
who connected from New York
those with more than 3 percent loss
names of people over 150ms
who was above the limit
who had under 10 fps
ignore phones
not counting Berlin
can you leave out anyone who dialled in
i only care about wired users
show me the ones who were not ok
who is on an iphone
which folks were in the Madrid office
filter for loss above 4 percent
everybody on wifi please
who had packet loss bigger than 5
list the fair ones
who was over 3% loss
only those in Madrid please
drop anybody on wifi
who used Android
Who ran the operating-room codec, meaning room systems only?
everyone in berlin. list them. i'm sick of that office
everyone who wasn't rubbish
who sent less than 7 fps
everyone who wasn't bad, just the names, i want to send them the all clear
participants homed to Frankfurt
anybody not on a Frankfurt dc and still poor?
jusr the ppl on wofi
evry1 who wasnt bad
rtt >200 who
sla breach?
zeig mir nur die Leute aus Berlin
who was not bad and not on wifi
everyone except the meeting rooms

[count]
in percent?
number of poor users
how many on wifi
what fraction had trouble
headcount of the affected
n with jitter over 30
how many people joined
and fair ones, how many
how many people were bad
how many had more than 200 ms
what percentage of people had trouble
number of participants over 30 ms jitter
how many were affected
how many people had a bad call?
number of people with >2% loss
how many of us had video problems
what % of attendees were poor
how many people were on the call
how many had jitter above 30ms
count of participants with latency > 150
how many were fine
how much people have problem
how many people had more than five percent packet loss
how many had trouble hearing
how many out of everyone were bad
count the people with poor video
how many ppl on wifi
what fraction had problems
in total how many good
how many people are over the limit
how many bad ones
how many had no issues at all
what percentage had more than 200 ms latency
how many rooms were there
how many of the people in Berlin had trouble
how many participants exceeded 5% packet loss
how many were lagging
what number of people had poor audio
how many in Berlin were bad
was it more than 3 people
how many attended
how many participants in total
how many were hit by this
how many had latency worse than 200ms
how many had any jitter problems
how many people reported problems
count the poor ones
how many had loss of 5% or more
How many pupils received a poor mark?
how many of us were proper poor
how many people dropped more than 5 percent loss at peak u think
how many people had more than five per cent loss
count loss >= 5% sent
how many had peak loss above 20 pct
n with sent fps < 7
how many receivers exceeded the loss limit
how many persons were having delay above 200 ms, please tell count
what share of people had more than 3% loss
number of people in berlin who were poor
how mny ppl over 200 ms
hiw many bad
cnt poor
How much people was with bad quality
wie viele waren über 200 ms?
quantas pessoas tiveram perda acima de 5%?
cuántas personas tuvieron problemas
more than 5 percent loss at peak, how many
how many ppl had >5% loss
"""
