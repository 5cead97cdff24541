"""How people ask: only one or everybody, whose side, is that true. Rows under the intent they mean; decides nothing."""

ROWS = """
[scope_check]
only him or everybody
was Kofi alone in this
the entire call or one guy
just Dave or more people
is it isolated
one user or many
blast radius?
anyone besides Tom
all of us?
was it only Kofi
just me or everybody?
was anyone else affected
did everyone have problems
just kofi?
was it only me
was it just me or everyone
did others have the same problem
was everybody affected?
is Tom the only one
anyone else?
did everyone have bad audio or only dave
were we all lagging
was it a general problem
everyone or just one person?
kofi only?
or was that just on my end
who else had this
were others impacted too
did the whole team suffer
is it isolated to Tom
was it just Berlin
am I the only one
did it hit all of us
is the problem limited to Kofi
did the rest have it as well
was everyone else fine
so only the Berlin office was hit?
how widespread was it
is kofi the only person with this
me or everyone?
was anybody else in Berlin affected
did the whole office have it
was it just a few people
were there more people with this problem
does this affect everyone
only me, right?
is anyone else having this
was it the whole meeting or only Kofi
was it just me or did everybody suffer
so it was just dave whining again?
Was it me or everyone
did others freeze too or was that only my side
only Kofi kena or others also kena
was it jst me
was it onyl dave or evrybody
was it just dave?

[cause_side]
is it us or zoom
whose fault is it
was it zoom's servers
our network or theirs?
zoom's fault or ours
is zoom down
was the problem on our side
whose fault was that
is this berlin or is it zoom?
our network or the provider's
is it a zoom issue
ours or theirs
can we blame zoom
is it on our end
does the fault lie with zoom or with kofi
was it the data center
is it a zoom outage
could it be the isp or is it zoom
is the problem at our end or at zoom's
was zoom having issues
who's to blame, us or zoom
is this a zoom server problem
kofi's end or ours
is it a local problem
is it their network or zoom's cloud
which end is the problem on
zoom or kofi?
should we be blaming our isp
is it something on zoom's end
their fault or our fault
is it Zoom or is it Berlin
Our hospital network or the vendor? I have the CIO on the phone.
is it are fault or is it zooms fault
was that my end or zoom
is it from our side or Zoom side, please clarify at the earliest
bottom line, is this on us or on the vendor
our fautl or zooms
us or zm cloud
the problem is by us or by Zoom?
Liegt das Problem bei uns oder bei Zoom?

[verify_claim]
he swears his vpn was off, is he lying
facilities say the office network is fine, do the data bear that out
my gut says it's her laptop
I reckon Nina's computer was the problem
it was the wifi, wasn't it
was it because of the headset
hypothesis: radio problem at his end
I think it's my wifi, am I right
vendor claims the line was clean, true?
so it's not the office LAN then
could this be down to his old machine
surely that was the vpn
they blame the data centre, fair?
team lead is convinced it's Dave's computer and not his internet
is it plausible that Kofi's router did this
was that just the distance to the server
can we rule out the network in Berlin
the cable was fine so it must be the pc, right
does the loss match a bad access point
could it be Kofi's wifi
I think it was the vpn
so it's not our office network, right?
Kofi says it's the laptop
was it kofi's wifi
could it be the vpn?
I think it was Nina's laptop
Tom says it's his vpn, true?
is it because of his wifi
did the room system cause it
surely that's the headset and not the internet
is Kofi's router to blame
so it was the wifi then?
nina claims her internet is bad, is that so
I suspect the VPN
it's definitely not the network, is it
Was Nina's computer the bottleneck?
can we rule out the office network
maybe the laptop is too slow?
kofi thinks it's his headset
is it true that Berlin's network was fine
the wifi was the reason, correct?
isn't it just his wifi
I bet Tom was on VPN and that caused it
did the vpn do this
is nina's cpu the reason
could the berlin line be the cause
it's the wifi isn't it
is it possible that his computer is overloaded
can it be the headset
so basically it's dave's wifi
was nina's machine too weak
they say it's the office network, is that right
would you say it's kofi's uplink
Facilities insist the Berlin office LAN is not to blame. Do the data bear that out?
don't give me the 'it's your wifi' excuse, dave was on cable, was it his laptop then
IT claims it's not the office network in berlin. bullshit or true?
so the office broadband in berlin's off the hook is it
was it the laptop or the line, nina
so you're saying it's not the berlin office network is that write
is this a frankfurt DC issue? then luis and bob should differ
i think its my wifi, am i right
can i blame my laptop
im at home so it cant be the office network right?
So office LAN in Berlin no issue, can say like that?
My team says it's not the office network. True?
its daves pc rite not the netwrok
confirm BER office LAN clear
what is the reason that Mei-san voice was arriving late to us? I think it is the wifi
nobody had a clean call, true or false
could it be his laptop and not the network
"""
