"""How people ask: when, at that moment, in that window, before and after. Rows by intent; decides nothing."""

ROWS = """
[compare_time]
before and after 10:20
was the second half better than the first
did it get better after half past
any less glitchy after 10:30
first half against second half
what changed at 10:20
was it worse before the break or after
before ten thirty compared with after
did things improve once Kofi switched to cable at 10:24
beginning versus end of the call
and before half past?
how was it up to 10:20 and from then on
did the last ten minutes look better than the first ten
was it better after 10:20
first half versus second half
before and after 10:30
was it better after 10:30?
first half vs second half
did it improve after 10:20
before and after 10:15
was the second half worse
any better in the second half?
did things change after 10:30
compare first 20 minutes to the rest
did it improve in the second half
was it worse before or after 10:20
how did it change after 10:30
how was it before 10:20 compared to after
was the beginning better than the end
was it any different after the first 15 minutes
did quality change around 10:20
better or worse after 10:25
did it get any less glitchy after half ten
so was it any better before twenty past ten then after
delta before vs after 10:35
we failed over the link at 10:20, better or worse afterwards?
was it better after 10:35
i rebooted my router at 10:25, did it help?
after 10.24 is it improved as compared to before?

[timeline_onset]
when did this begin
first minute over the limit in Berlin
since when does he have this problem
when did it go south
at what time did Dave start to break up
since what time is this problem existing
how early did it start
what minute did it kick off
when was the first sign of trouble
onset time?
when did Berlin first go bad
start of impact?
when did it begin?
since when is it bad
what time did the trouble start
when did Kofi's audio start to break up
when did the problems start
since when?
what time did it go bad
when did kofi start breaking up
at what point did things go south
when exactly did the audio begin to fail
from when it is started the problem
at what minute did it start
how early in the meeting did trouble begin
when was the first problem
seit wann war es schlecht
cuando empezo
when'd it kick off
when did Berlin start having problems
time of first packet loss?
how far into the meeting did it go wrong
at what time did Dave's video break
when did the packet loss begin
when was it first noticeable
when'd the trouble start
how long into the call did it begin
exact start of the problem
when did this disaster start
when'd it all go pear-shaped
first minute above threshold in Berlin
when did i start breaking up
whn did it go wrng
when did it start going wrong?

[timeline_at]
what happened at 10:22
how was it around half past ten
who was bad at 10:15
what was going on at 10:22
10:30?
at 10.15 who was bad
how were things around quarter past ten
state of the meeting at 10:25
what happened at ten twenty two
so what happened at around 10:22?
who was affected at half past 10
what was it like 12 minutes in
at ten thirty how was audio
what was the situation at 10:25am
tell me about 10:22
who had trouble at 10:30
what did it look like at 10:35
how was kofi at 10:15
anything happening at 10:31?
how bad was it at 10:22
who was cutting out at 10:14
We crossed the trade at 10:23. What was the state of the line at that moment?
what was going on at 10:25 when i lost my temper
what the hell was happening around 10:15
state of the call at 10:15
what was going on at ten twenty two
state of the call @ 10:14 utc
snapshot @1012

[timeline_shape]
the whole time or just bits
one bad patch or all the way through
always laggy or only sometimes
was the trouble spread over the meeting
in bursts?
start, middle or end
was the whole thing bad or only parts of it
how was the trouble distributed
throughout or just in spells
did it stay bad until the end
was it bad the whole time
constant or in bursts?
did it get worse over time
did it recover
when was it worst
was it constant or on and off
did it happen the whole time
was it just at the start
did it get better at the end
was it one long stretch or short bursts
when was the worst moment
when did it stop
was it bad all the way through?
mostly at the beginning?
did it come and go
continuous or spiky?
when was it at its worst
has it stopped
did it get worse as the meeting went on
is it steady or does it fluctuate
were there spikes or was it always high
did it only happen at the end
when did things calm down
did it clear up
how did quality develop over the meeting
how was the trend during the call
was it a short glitch or permanent
worst 5 minutes?
was it bad until the end
did it ever get better
was the loss constant
short drop or long outage
at which point was it worst
was the problem there from the beginning
did the problem persist
was the whole thing crap or just bits of it
was the loss bursty or constant
was it bad the hole way threw or did it come and go
was it bad all the way through or only in the middle
whole meeting also lag or only sometimes
bursty or sustained?
spikes or constant

[filter_time]
only the first ten minutes
just the last half hour
same for 10:10 to 10:20
just the first 10 minutes
last half hour only
between 10:10 and 10:20
same but after 10:30
from 10:20 to 10:35 please
last 5 minutes please
only look at the first quarter of an hour
and between quarter past ten and half past ten?
limit to 10:15 - 10:25
only after 10:30
what about the last ten minutes
in the first half only
restrict that to 10:20 until 10:35
show me 10:20-10:30
only the second half
same thing for the last 20 minutes
what about between 10:05 and 10:15
narrow to the last 20 minutes
just after 10:20
only the last 15 mins
"""
