"""How people ask: people and groups side by side. Rows by intent; decides nothing."""

ROWS = """
[compare_participants]
compare Kofi with Kofi
Kofi vs Kofi
was Kofi worse than Kofi
how do I compare to everyone else
kofi vs dave
who was worse, Tom or Nina
was Mei better than Dave
put Luis and Bob side by side
how does Kofi compare to the rest
am i worse than everyone else
difference between Nina and Tom
Mei and Dave, who had it worse?
Tom against Nina on latency
is kofi worse than dave
which of Dave and Mei was better
how do I stack up against the others
Kofi and Dave: differences?
was Kofi any different from everyone else
how were Ana Souza and Luis
put kofi next to mei
kofi or tom, which is worse
are Kofi and Dave the same problem
how does my connection compare with Luis's
mei versus everyone else
was priya better than average
Dave or Mei?
are dave and chris müller equally bad
is my connection worse than Kofi's
how does Nina's cpu compare to others
Tom and Ana Souza: who's got the higher latency?
how does Dave do against Chris Müller
is kofi way off from the others
whats the difference between kofi and tom
is Dave just as bad as Mei
who was more cactus, tom or nina
stack priya up against the rest of the mob
um put dave and may side by side would you
me vs dave
comapre dave n mei
kofi vs evryone
compare kofi and steve
compare chris with dave
compare Ana and Luis
hwo was teh screenshare for maria adn jo
bob vs dave

[compare_groups]
wifi vs cable
was Berlin worse than Madrid?
were the people on mobile worse
mac or windows users, who had it worse
berlin vs madrid
were wifi users worse off
is Berlin worse than New York
mac vs windows
did people on cable do better than those on wifi?
ethernet or wireless, which was better
was mobile worse than wifi
New York vs Berlin
did windows users suffer more than mac users
was being on wifi a disadvantage
were the people in the office better than those at home
cable people vs wireless people
are vpn users worse
wifi against cable please
is cable really better than wifi here?
who is worse off, Berlin or Madrid
were mac people better
phones vs computers
do wifi users have more loss than wired users
Berlin against the rest
is the office worse than remote people
was Berlin any worse than Hamburg
any difference between wifi and cable
do mobile users have it worse
did Berlin do worse than everyone else
are windows machines worse than macs
wired turrets vs home wifi people: significant difference?
were the berlin lot any worse off than madrid
macs against windows boxes, any difference
so like the people on wi fi versus the ones plugged in who did better
frankfurt vs new york dc, median loss
Frankfurt vs New York data center which one is performing better kindly confirm
berlin versus hamburg
madrid vs berlin, who had the better day
FRA vs NYC dc
please to compare the Berlin and the Madrid
was it worse on wifi than wired
wifi vs wired loss

[group_breakdown]
location wise status please
tabulate by device type
quality by site
per data centre numbers
status per network type
which office did worst
give me a breakdown by country
loss by location
group people by where they sat
how did each site do
heat map by office
break it down by office
which site had it worst?
quality per country
where were people joining from
which office was hit hardest
per site please
break down by network type
how did each country do
which data centre had the problems
by client version
where are all these people
what networks were people on
is there any location with more problems
split it by office
how many from each city
which country was worst
stats per network
what devices did people use
which versions are people on
where did everybody sit
locations?
show by city
how's each office doing
which sites had issues
where do the bad ones sit
group them by data center
which zoom region were people in
results by office please
is it specific to one office
show me quality per data center
number of bad people per city
which office has the most trouble
quality by country please
split by device type
breakdown per country
which city is the worst
Tabulate by type of device, please. We just rolled out iPads to the wards.
how'd the different data centers hold up
Break down by client version
quality per data centre
break it down for me by um by city
Kindly furnish the location wise status
which sites were hit
per site breakdown
where was everyone joining from
per data centre
breakdown by city
"""
