"""How people shorten and mistype the small words, and what they mean by it. Rows only: meaning, then spellings."""

_ROWS = """
what 's: whats
who 's: whos
how 's: hows
where 's: wheres
when 's: whens
why 's: whys
that 's: thats
there 's: theres
here 's: heres
did not: didnt
do not: dont
does not: doesnt
was not: wasnt
is not: isnt aint
are not: arent
were not: werent
could not: couldnt
would not: wouldnt
should not: shouldnt
have not: havent
has not: hasnt
had not: hadnt
can not: cant cannot
will not: wont
do not know: dunno idk
i am: im
i have: ive
you are: youre
they are: theyre
they have: theyve
what are: whatre
who had: whod
how did: howd
why did: whyd
how are: howre
give me: gimme
let me: lemme
going to: gonna
want to: wanna
got to: gotta
out of: outta
kind of: kinda sorta
please: pls plz plss pleas
people: ppl peeps peopel peple folks persons pax
you: u
your: ur
are: r
before: b4
because: cuz coz bc cos becuase
though: tho
through: thru
thanks: thx tx tnx ty tysm thanx thnx tks thankyou cheers
what: wtf wth wot wat wut waht whta hwat
which: wich whch
how: hwo hw
who: woh hwo's
when: whn wen
why: wy
where: wheer wher
the: teh hte
and: adn nad annd n
for: fro
was: wsa wuz waz
that: taht tht dat
their: thier
something: sth smth sumthing smthing
everyone: evryone every1 evryon
anyone: any1 ne1
someone: some1
nobody: noone no1
alright: allright
video: vid vids
camera: cam cams
mic: mics
connection: conn cnx
about: abt abut
between: btwn
meeting: mtg mtng
average: avg ave
packet: pkt pckt
packets: pkts
tomorrow: tmrw tmr tmw
yesterday: yday
have: hav hv
being: bein
going: goin
doing: doin
problem: prob prblm pb
problems: probs
difference: diff
statistics: stats
details: deets
right now: rn atm
hours: hrs
hour: hr
week: wk
weeks: wks
excel: xls xlsx
picture: pic pics
ticket: tix
computer: comp pc
computers: pcs
system: sys
version: ver vers
customer: cust
executives: execs
executive: exec
management: mgmt
manager: mgr
office: ofc
location: loc
locations: locs
losing: loosing
lose: loose
receive: recieve
received: recieved
receiving: recieving
separate: seperate
screen share: screenshare
screen shares: screenshares
screen sharing: screensharing
screen shared: screenshared
with: w
tell me: lmk
no problem: np
ok: okay okey kk oki k
yes: yep yup yeah ya
no: nope nah
a lot: alot
color: colour
center: centre
centers: centres
data center: datacentre datacenter
data centers: datacenters datacentres
visualize: visualise
summarize: summarise
analyze: analyse
lag: lagg laggg
audio: aud
upload: ul
download: dl
packet loss: pl
count: cnt
just: jst jus juts
participants: parts ptcpts
direction: dir
right: rite
network: netwrk
people: peeps ppls
this meeting: tm
latest: lst
previous: prev
number of: num nr
minutes: mns
per user: p/user
"""

SHORTHAND: dict[str, str] = {
    spelling: meaning
    for meaning, _, spellings in (row.partition(": ") for row in _ROWS.strip().splitlines())
    for spelling in spellings.split()
}
