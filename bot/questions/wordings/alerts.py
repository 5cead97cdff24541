"""How people ask: why told, silence, and rules. Rows under the intent they mean; decides nothing."""

ROWS = """
[alert_explain]
why did this alert fire
why were we not notified
what triggered the alert
why did this fire
why did i get this alert
why wasn't I notified
what triggered this
why didn't you alert us
why are you alerting us
why no alert
how come we weren't paged
what made this alert go off
who acknowledged this
what's this alert about
why did the bot stay silent
shouldn't this have triggered an alert
who is handling this
why were we pinged
why did you not warn us
why did we get pinged about this
why was nobody alerted
what was the alert for
Risk asks why no alert reached us for this incident
nobody warned me. why was there no alert?!
how come nobody got a heads up when it went south
did you guys not ping us on this one?? i don't remember seeing it
why did we get pinged at 10:23
did anyone acknowledge that alert
shouldn't we have been alerted earlier, kofi was broken from 10:12
how come nothing fired last tuesday
no page fired, why
why didn't i get an alert for this?

[alert_mute]
mute alerts for an hour
stop alerting us about this
snooze this until tomorrow
mute this for an hour
stop these alerts
snooze until tomorrow
shut up until monday
no more alerts for this meeting today
silence for 2 hours
stop pinging us
please be quiet till tomorrow morning
turn off alerts for this meeting
pause alerts
don't bother me about this meeting again
mute it until 3pm
silence alerts for Berlin
mute for 30 minutes
please stop sending these
don't alert us again today
hush
mute alerts till the end of the meeting
Hold all notifications on this meeting until market close
quit buggin us about this call till 5pm
Please stop the alerts for this meeting till tomorrow morning
silence this meeting until 2pm
mute allerts til tmrw
ack + mute this mtg til 1800
mute alerts till 5pm

[alert_config]
only ping us if at least five people are affected
notify us when 3 or more are poor
too noisy, two people minimum
raise the limit to four people
we'd like to be notified only when five or more people suffer
alert for poor only, not for fair
stop telling us about single users
make the alert less sensitive
please only wake us for Berlin
change the rule so that one person is not enough
could the threshold be 30 percent of people
don't bother us below 4 people
alert on audio only
alert us only when 4 people are bad
don't notify us for fewer than three people
change the alert threshold
only alert when at least 3 people are poor
raise the threshold to 10%
don't tell us unless 4 or more are affected
ping us if loss goes over 8 %
make the alerts less sensitive
let us know only if 5+ people are affected
change it so that it alerts from 3 people
alert me when Berlin has problems
fewer alerts please
set the limit to 4 people
we only want to hear about it if 3+ people have problems
alert only if it lasts longer than 5 minutes
please notify us when two people are poor
increase the minimum to five people
alert only for poor, not fair
i want alerts only for 3 or more people
alert when 4 or more people go poor
make it alert later
alert us at 3 people instead
Raise the bar: alert only if at least 5 attendees are impaired
from now on alert us only if at least 4 people are bad, i'm done with the noise
don't bother pinging unless it's 4 or more folks having a shocker
min 3 affected before it fires
Alert us only if at least five people are affected going forward
thresh: page at >=3 users
only tell us when more than 2 people are bad
"""
