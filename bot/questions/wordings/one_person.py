"""How people ask: how somebody's call was, joins and bad minutes. Rows by intent; decides nothing."""

ROWS = """
[participant_detail]
Kofi vid rx stats
show me Dave in detail
what did the berlin room send
everything on Tom
could everyone hear me properly
was my connection alright
how did the boardroom fare
any issue on Bob's end
was I any good
how'd Ana get on
details for the host
the presenter's video quality
how was Kofi?
tell me about Kofi
Kofi?
how did Kofi do
did I have any problems
show me Kofi's audio
and what about Mei Tanaka
how did Tom's call go
show me nina
was bob ok
details for Luis
did priya have any trouble?
How was the connection quality for José?
what were marcus's numbers
how bad was it for Dave
what was Kofi's packet loss
how was my audio
did i sound ok?
was my connection good
Tom's jitter
how was the host's video
can you check maria for me
I'm getting complaints about Nina, what do you see for her?
everything about Dave pls
how was it for me
Dear support, my colleague Mei Tanaka complained to me about the call. How was her connection?
please to tell how is Kofi
Give me the lowdown on Kofi
hows mei
and Bob Stone?
did the boardroom work ok
anything wrong with Maria's audio
can you tell me how Jo Park's call was
was Priya's screen share alright
what latency did Tom have
how much loss did Kofi see
what about me
how did I do
status dave lindqvist
was the presenter fine
show kofi's upload
could people hear Kofi ok?
Como fue la llamada de Kofi
Mei
tell us about dave's call
i want kofi's info
how badly was Tom affected
was Nina's video fine
did Chris Adeyemi experience any lag?
what was my latency
is luis ok now
how good was bob's connection
what kind of quality did Maria get
please analyze Kofi
how did it look on Kofi's side
Kofi status
kofi mensah please
how'd Dave do
was there an issue with Luis
give details about José Álvarez
any problem for Bob?
was Mei's sound alright
how did i come across audio wise
what did Tom's connection look like
i need Ana Souza's stats
could you look up Nina
was the person sharing the screen ok
hw was kofi
what about the phone caller
Kofi's results
did anything go wrong for Maria
and how about our host
how was the quality on Dave's side
was luis affected
pull up Tom
was I the problem?
how r things w/ mei
jose?
let me see Bob's audio stats
is there something wrong with dave
let's look at Nina
how stable was Luis
did we hear Bob ok
Tom: audio?
Would you describe Ms Kowalska's session, please? She claims she couldn't present her exhibits.
Dr. Tanaka is our on-call radiologist. Was her audio clinically usable?
Was I audible to the class
How did the chair's line hold up? I mean whoever hosted.
Ana is opposing counsel. How was her connection?
What about Professor Weinstein?
so what was the damn host's connection like
my audio was garbage, admit it
kofi's audio was well dodgy, what've you got on him
reckon me internet was playing up?
how'd ol' davey lindqvist make out
oi was the host's line a bit wonky or was it just me
bob sotne, how'd he go
what resolution did the berlin room push out
ok so i've got dave on the phone saying everybody froze on him, is that something you can see on his side
hmm kofi says ppl told him he had a robot voice, what did his audio look like going out
was i any good or was it just me thinking my sound was crap
was eye alright on that call
what was louis ortega's video like period
hey can you check chris for me
kofi tx audio, avg and max loss pls
``` loss{user="kofi",dir="tx",media="audio"} ```
how was my video
did the host have issues
who was the host anyway
Dear team, Dave sir was how?
my side ok or not ah
Priya madam's screen sharing was proper only, no?
What about Chris, kindly revert
nina vdeo pls
hows lindqvits doing
joes alvarez audio
was ana ok or nah
dlindqvist vid rx stats
me?
como foi o áudio do Kofi
jo
what about Priya?
was I ok?
chris?

[rejoin_check]
flapping? number of rejoins
how often did he reconnect
did Dave get kicked out at some point
who dropped off and came back
did she leave early
was José in and out
how many times did he join
did Kofi drop off?
how many times did Kofi reconnect
did Kofi leave and come back
was Kofi kicked out
did José drop out
how many times did jose get disconnected
did anyone get kicked out
who left early
did Kofi leave and rejoin
was José there the whole time
how long was jose gone
did he reconnect
when did Tom join
did zoom crash for nina
was there anybody who dropped and came back
Did Tom get booted
how often did José reconnect
why did José keep leaving
did he hang up early
when did kofi leave
who joined late
anyone drop?
did José disconnect during the call?
was José in the call until the end
how many reconnects
did the connection drop for José
who was kicked
did anyone lose connection
how many times did people rejoin
did Nina's zoom crash
did Bob leave before the end
was Dave disconnected at some point
did José get dropped
how long was José out for
who disconnected
did Jose fall out of the call
how many times was José kicked
The record says witness Álvarez was disconnected. Did he leave and rejoin, and how often?
jose kept dropping off and popping back up didn't he
okay so did jose leave and then like come back in
did jose drop off
jose flapping? # of rejoins

[duration_bad]
how many minutes was Kofi degraded
for how long did Dave suffer
what share of the call was bad for Tom
how much of her meeting was poor
length of the outage for Chris Müller
how long was Kofi bad
for how many minutes did Kofi have trouble
how long did it last
how long did kofi have problems
for how long was Dave's audio bad
how many minutes was mei affected
how much of the call was bad for Tom
how long did the trouble last?
how many mins of bad audio did kofi have
how long was everyone affected
for how much time was dave in trouble
how long were they bad
total bad minutes for Mei
how long was kofi unintelligible
how many minutes of trouble did we have
kofi: how long?
what share of the meeting was bad for dave
how long was the audio bad for Dave
how long did this go on
how many minutes was the call unusable
for how long did mei suffer
how many minutes did Kofi struggle
how long was it unusable for Mei
for how long did it last
how many minutes out of 45 was Kofi bad
For how many minutes was Mr Lindqvist effectively absent from the hearing because of loss?
how long was mei chopping up for
how many minutes was coffee sorry kofi bad for
since how much time Chris Müller was having issue
kofi TTR? how many min degraded
how long was he bad for
"""
