"""How people ask: is all of it there, and why is something not. Rows under the intent they mean; decides nothing."""

ROWS = """
[data_state]
is the data complete?
are these numbers final
has everything arrived
is that all the data
are these final numbers
has everything come in yet
is the meeting still running
how old is this data
is it complete
is more data coming
are we still waiting for anyone
when was this last updated
is the call over
do you have everybody's data yet
is this the final result
are you still collecting
is any data missing
do we have all the numbers yet
is it still live
are all numbers in
is this report final or preliminary
complete data?
Are the figures final? The auditor will ask.
they're saying has it all come in yet or should i wait a bit
has all of the data come in yet or are we still weighting
is qss lagging or is this the final dataset
is tht all the data or more comming
is the bot even getting live data or is this old stuff
all data in?

[data_gap]
no stats for the phone line, why
nothing measured for the dial-in, how come
why is Jo's location blank
why are there no numbers for the telephone caller
what's Nina's battery level
how loud was Kofi's speaker
was there any echo on the call
show the microphone volume in decibels
why is there no mos for Priya
rssi is empty for Dave, why
where is the cpu data for the room
why does it say not known for Jo
do you have background noise levels
why can't I see Marcus's ISP
how come half the rows are empty
there's no wifi strength listed for Bob, what gives
volume n/a why
why isn't the vpn shown
what happened to the names, some are just numbers
no video stats from Maria, is her camera broken or is it just not recorded
which fields are you missing
is codec information available
why is Kofi's video missing
why is there no name for some people
why is Kofi not rated
why no video for jo
why isn't the phone guy rated
why are some locations unknown
why don't i see Xavier's numbers
why does it say unknown for jo
no location for Jo?
why is the +49 number unrated
how come there's no data for Jo
why are the names hidden
why is video blank for Maria
why are there blanks
why do some people have no location
why can't you tell me Jo's city
what about the people without names
why is kofi's location missing
jo has no email why
why does jo have no location
why can't i see the phone participant's quality
why does Maria have no video
Why is Jo Park's location blank?
why no resolution for maria ivanova
no stats on the dial-in?
do u know why there's nothing at all for the phone number at the bottom
what's the packet reorder entropy for tom
echo why don't have
spkr volume n/a why
show everyones volume in decibels
whats the laptop battery level of nina
was maria's camera on and why no video from her
why is half the names missing
"""
