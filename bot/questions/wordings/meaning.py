"""How people ask: labels, limits, terms, how sure and on what. Rows under the intent they mean; decides nothing."""

ROWS = """
[explain_score]
what makes somebody poor
how do you decide good or bad
what is the difference between fair and poor
how is the score computed
what does the word fair next to Ana mean
why is Tom called poor and not fair
which criteria are used for the colours
what does a red dot stand for
what goes into the rating
unrated, what's that
on what scale is the score
what does fair mean
how do you decide who is bad
what are your limits
what counts as poor
what does poor mean
how do you calculate the score
what counts as bad
what are the thresholds
why is Ana Souza only fair
how is the rating determined
what's the difference between poor and fair
how did you come up with poor
what's your definition of bad
why is kofi labelled poor
explain the rating
what do the colours mean
what is considered poor
how do u decide someone is bad
which limits do you use
what does green mean
what's the scoring logic
based on what do you say poor
when is a call considered bad
whats your threshold for poor
how is good defined
what makes someone poor
what's poor
how do you decide if somebody is fair or pour
what rule makes me count as poor
poor means what exactly
What's the criteria for a poor rating?
scoring logic?
what does poor mean here
fair = ?

[explain_threshold]
is 4 percent loss bad
is 200 ms a lot
what counts as too much jitter
at what point is latency poor
is 10 fps acceptable
how bad is -79 dBm
where's the line for packet loss
does 60 ms jitter hurt
is 9.8 % above what speech can stand
what's the cut-off for fair
is 340 ms noticeable
how much loss can a video call take
is a mos of 3.2 any good
what value would be fine for delay
is 3% loss bad?
how bad is 250 ms
what is a good jitter
is 8 fps ok
is 5% loss bad
200ms ok?
how bad is 340 ms
what's an acceptable jitter
is 30ms jitter a lot
how much packet loss is too much
is 41 ms jitter high
5 fps is bad right
what latency is acceptable
what is a normal packet loss
-79 dBm, is that weak?
is 0.3 s too much delay
is 7.9% packet loss terrible
50 ms jitter good or bad
whats the limit for latency
how many ms is too many
is a latency of 212 ms ok
is 6% bad?
150ms latency, good?
is 2 percent packet loss normal
what would be a good latency
is 10 percent loss really bad
is 80ms latency ok
Is 9.8 % loss above what a voice recording would tolerate?
is 41ms of jitter gonna make someone sound robotic
Is 72 % CPU a problem?
is two hundred and twelve milliseconds a lot
limits for fps sent, is 10 poor?
3.1 percent loss is ok or not ok
is 41ms jiter bad
340ms sla ok?
250 ms of delay is it acceptable sir
jitter 41ms ok?

[glossary]
what is p2p
what does rtt stand for
define packet loss
mos?
what's an uplink
explain rssi
meaning of bitrate
what do you mean by jitter
what does qss mean
frame rate, what is that
what's bufferbloat
what is packet loss
what does rtt mean
explain jitter
define mos
what is jitter
wtf is rssi
what does packet loss mean
explain latency to me
what do you mean by uplink
whats packet loss mean
what's a round trip
explain jitter like i'm five
no idea what mos is
what does uplink mean
what do you mean with jitter
whats rtt
can you explain packet loss in simple words
what is a codec
what's the meaning of bitrate
explain what latency is
what is a data center
jitter means what
what is meant by packet loss
define packet loss please
sorry what is gitter when it's at home i mean jitter
Sir what is the meaning of latency
wats packt loss
def rssi
p2p? as in what does it mean
what's jitter

[confidence]
how sure are you?
can I trust this
are you certain about that
how reliable is it
are you sure?
how certain is that
can i trust these numbers
really?
how reliable is this diagnosis
how confident r u
u sure bout that
is that certain
how accurate is this
could you be wrong
sounds wrong, are you certain
are you 100% sure
how much do you trust that diagnosis
is there enough data to say that
that can't be right
and you're certain?
can we rely on this
how good is this data
how much can I trust this
sure about kofi?
are those numbers right

[evidence]
raw samples please
show the figures this is based on
what are the numbers behind that
let me see the measurements
the underlying data for that answer
which fields did you use
the exact values please
show your working
source?
receipts please
show me the numbers
where do you get that from
prove it
what is that based on
show me the data
where does that come from
what's that based on
give me the numbers behind that
what's your source
can i see the numbers
show your work
how do you know that
based on what?
which data is that from
can you back that up
show me the details behind it
where do those numbers come from
show me proof
where'd you get that number
give me the underlying data
what are the numbers behind this
which measurements did you use
show me how you got that
show me the raw numbers for that
"""
