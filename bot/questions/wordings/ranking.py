"""How people ask: who was worst or best, who is left, how many. Rows under the intent they mean; decides nothing."""

ROWS = """
[rank_participants]
who was the worst?
top three by jitter
who had the highest latency
list the five worst connections
anyone without any trouble?
who had the best audio
and who came second?
who got the most packet loss
worst?
whos the worst offender
Who suffered the most during this call, please?
which participant experienced the lowest quality
give me the 5 worst people
bottom 3
rank everyone by packet loss
sort by jitter
who had the biggest delay
highest ping?
who dropped the most packets on video
who had the choppiest audio
whose video was the most pixelated
who had the best connection of all
who was totally fine?
did anybody have a clean call
so like who was the one breaking up constantly
ok who screwed up our call
who had bad sound?
anyone with problems?
who had the weakest wifi signal
whose laptop was working hardest
who had the highest cpu
lowest frame rate?
who is having most worst connection in this meeting
Could you kindly tell me which of the attendees had the poorest audio quality?
runner up?
third worst
who was in it?
list all participants from worst to best
which user has the max latency
who got the worst upload
peak loss - who had the highest
leaderboard pls
who did have the most bad internet
um so who uh had the worst like audio i guess
who was hurting the most
name the person with the crappiest line
which one of us had a terrible time
show top offenders
who do i need to talk to about their connection
whose internet sucks
who lost most packets when sending
max jitter, who?
anyone struggling?
who sounded like a robot
who kept freezing
who was barely audible
smoothest connection?
any perfect scores
give me a ranking by video quality
order people by latency descending
3 worst by received audio loss
who is the next worst after Kofi
who came in second
was anyone ok?
who had the lowest MOS
which attendee's signal was weakest
show me the ten best
quien tuvo la peor calidad de audio
wer hatte am meisten Paketverlust
omg this call was hell who was it
person w highest rtt?
worst audio receive
who had more packet loss than anybody
who's got the worst video sending loss, max
sort participants worst first
which people suffered the most packet loss on average
who came off best
who was good and who was bad
who breaks the meeting
tell me who had the problem
who has got the problem in the call please
who were the three least affected
did anyone have zero packet loss
was there someone with a really slow connection
who was doing worst
hey quick one - who got hit hardest?
could you list the top five people with the highest jitter
in terms of latency who was the slowest
whose audio was the most broken
who had it easiest
who do we blame for the echo
who had the worst time receiving audio?
what person experienced most delay
give me a top 10
i want to know the person who had the most terrible connection
worst connection goes to...?
who was the laggiest
list people by upload loss
the four worst, please
whose picture froze
who was perfectly fine the whole call
any attendee without issues?
out of everybody, whose call was most messed up?
who was on the worst line
which participant should I look into first
got a name for the worst one?
who had most dropouts
I'd like to see the three people with the greatest latency please
who was the slowest on upload
sort em by loss
who's second?
name the best three connections
any clean ones?
whose webcam was the choppiest
worst jitter pls
who was constantly cutting out
who had the most unstable connection today
whos audio was garbage
tell me the worst two
which person's bandwidth was lowest
who got it worst in terms of video
anyone have a flawless connection
Whose latency was worst? On a dealing call 300 ms is an eternity.
Who was best connected, i.e. who could read the deposition aloud next time
wer hatte den schlimmsten Paketverlust im Ton?
¿quién tuvo la peor latencia?
WHO RUINED MY CALL
name the three worst offenders on audio. now.
who the hell kept cutting out on audio upload
whose net was the dodgiest this arvo
who sounded like a dalek
y'all know whose upload was droppin the most packets on audio?
anyone come through without a hiccup mate?
exclude rooms and rank by loss
lowest rssi
top 5 CPU load
let me think, who do i ring first, whoever had it worst i guess?
and whose machine was sweating the most, cpu wise
oh and the ones who were totally fine? then i can close those tickets
hey so um can you uh tell me who was breaking up when they talked like the worst one for audio going out
um so who had the um the worst connection in that call
give me the for worst people for audio loss four not for
who had the highest late and see
right so which person had the weakest why fi signal
and uh who came through the cleanest like the best of everybody
rank rx video loss, top 3
max jitter inbound audio, who
who had the lowest bitrate upstream on video
worst MOS?
Kindly tell which participant was facing maximum packet loss in audio
one doubt, whose ping was highest yaar
wah who so jialat today
please to share top 5 worst persons as per video loss only
got anyone totally no problem one or not
whos wosrt
worts 3 video loss
who had teh most lag
bset conection??
top5 jit vid rx
rtt max who
worst pl aud tx
DL loss p/user?
Who is having the most packet loss in video please to tell
Wer hatte die höchste Latenz
quem teve a pior latência?
一番遅延が大きかったのは誰ですか
qui a eu le plus de pertes en vidéo ?
wer hatte die schlechteste Verbindung?
¿quién tuvo más latencia?
fuck this shit call who ruined it
who had it worst?
anyone with zero problems?
who was lagging the most
top 2 latency
lowest fps sent

[list_filter]
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
