"""How people ask: who was worst or best. Rows by intent; decides nothing."""

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
"""
