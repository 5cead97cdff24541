"""How people ask: the same person, place or meeting earlier. Rows under the intent they mean; decides nothing."""

ROWS = """
[history_participant]
does Kofi always have this
is Dave usually like that
how has Nina been over the last month
Kofi's track record
his past calls
what were Tom's previous calls like
was Mei this bad last week too
how does today compare to Kofi's normal
is it a one-off for him or a pattern
her baseline over the last 30 days
repeat offender, Dave?
how often is Priya in trouble
was she that bad last time as well
any earlier trouble with José
compare Nina to her own average
is this a new problem for Tom
has Kofi been poor before
Ana's last five calls
did Marcus have issues in earlier meetings
is Kofi always this bad
how was Kofi last week
has this happened to Kofi before
is kofi always like this
how was Dave last week
does this happen to Tom often
how was maria's call, all of them this week
was Nina bad before
am I usually this bad
has kofi had this before
is that normal for Tom
how has Mei been doing lately
was he also bad last week
Kofi's last 30 days
is Kofi a repeat offender
first time for Nina?
does kofi always have problems
has Dave had a good week
was kofi better last week
how often is Kofi bad
trend for mei please
was Tom like that in previous meetings
has this been a recurring issue for Kofi
how did Nina do over the last month
is tom usually this slow
did Kofi have trouble in the past
is this typical for Dave
Has Mensah's uplink been deficient across the last 7 days or only today?
is kofi always this crook or was today a one-off
how has Dave trended lately

[history_group]
is the Berlin office a repeat offender
how often does Madrid go bad
Berlin over the last month
any history of problems at the Madrid site
does the Berlin branch have priors
happened in Berlin before?
is it always Berlin
trend for the Berlin office
how many times was Berlin poor this month
does that site keep failing
is wifi always worse for us over time
do the people at home regularly struggle
same office as last time?
past incidents in Madrid
does Berlin always have trouble
how was the Madrid office this month
is Berlin getting worse
is berlin always bad
how has the Berlin office been this month
any trend for Madrid?
has Berlin had trouble before
how often is Berlin bad
Berlin over the past month
does the Berlin office have issues regularly
is wifi always worse
does this keep happening in Berlin
how was Madrid last month
is the Berlin office usually ok
has Berlin been getting worse
are there always problems in Accra
how's Berlin been this week
has wifi been bad recently
Does the Berlin branch have priors? Past month.
this is the third time berlin screws up isn't it. how often this month
any prior berlin incidents in the last 14 days
Earlier also Berlin people had the issue in past one week or what
Is Berlin a repeat offender?
past two weeks for madrid
BER office, repeat offender? last 30d
is Berlin already having trouble before this?

[compare_meetings]
how does it compare with last time
was the previous meeting better
is this meeting always this bad
worse than yesterday's call?
is it better than last week
how was the previous one
worse than usual?
compare to yesterday's call
were we better last time
how does that compare with the previous meeting
better or worse than last tuesday
was last week's call this bad too
is this normal for our weekly
how does it look against the last few meetings
any worse than previous weeks
was it like this last time too
what changed since last week
how about last week's meeting
was it as bad yesterday
compare with the meeting before this one
was last week better
how does today stack up against previous calls
same problem last week?
how did the last call go
was last week's this much of a dumpster fire
previous sync also like that ah
was today worse than the session on the 10th
delta vs prev instance
how does this compare to last week's one
vs last week
"""
