"""How people ask: what somebody used, and on which network. Rows by intent; decides nothing."""

ROWS = """
[device_info]
which microphone did Kofi use
what client version is Kofi on
was Kofi on a mac or windows
is Kofi's zoom out of date
what mic did chris adeyemi have
was Nina on an old version of zoom
what device was José on
which headset is marcus using?
what laptop does Tom have
Marcus' headset
is mei's client up to date
did tom use a mac or a windows pc
was kofi using airpods
what OS is bob running
is nina's zoom older than everyone elses
which camera did nina use
is he on the latest client
what version was Nina running
did anyone use a bluetooth headset
which app version does kofi have
what kind of machine was tom on
was jo on a phone
chris adeyemi airpods?
what's Marcus wearing, a headset or airpods?
Nina client version?
is Kofi's zoom client outdated
which mic was used by Chris Adeyemi
was mei joining by phone or computer
does marcus use a jabra
does Nina need to update zoom
what microphone was Kofi speaking into
what platform was Luis on
which zoom client does Tom run
was chris adeyemi using his laptop speakers
is mei on mac
did Marcus use an external mic
what is Luis using for audio
is Kofi running an outdated zoom
mac or pc for dave?
which headphones has Chris Adeyemi got
kofi's device pls
Which microphone did Mr Bell testify on?
is nina on some ancient build compared to the rest of us
speaker device for bell
Is Nina's client out of date compared to the rest?
what hardware was jo park on, phone or laptop
chris a. was on airpods wasn't he? what mic did it pick
kindly intimate the client version of Kofi
Chris Adeyemi use what mic ah
nina build vs fleet in mtg
what headset was marcus using
nina zoom version

[network_info]
was Kofi on wifi?
what network was Kofi using
is Kofi on vpn
which data center was Kofi connected to
where was Kofi joining from
was Kofi on wifi or cable?
is Tom behind a VPN
how is dave connected
what connection type did luis use
which DC was Mei on
where is maria located
how strong was kofis wifi
did tom use the vpn
was José on his phone's data
is priya at home or in the office
was bob wired?
where's Jo's location
what's tom's isp
was ana souza on ethernet
wifi or lan for kofi?
who was on vpn
is dave's connection wired or wireless
whats kofi's signal strength
which region was Priya routed through
where did kofi connect from
what sort of network is José on
was kofi connected via cable
was Tom tunnelling through a vpn
mei's data center
how good is kofis wifi reception
is Jo on mobile data
which city is Luis in
was the boardroom on cable
kofi: wifi?
where was Ana Souza sitting
what network is Priya on
was Mei connected over wlan
is tom using vpn or not
was Nina hardwired
what's José's connection
was priya going through frankfurt
is Bob in the London office
is Kofi using ethernet
what datacenter did dave use
Was the patient-side tablet of José on cellular or hospital wifi
what was josé dialled in over, 4g?
how flaky's kofi's wifi signal, like in dBm
is ana souza on cable
was tom going through a v p n do we think
is bob stone wired in or is he on the wireless
how strong was my wifi signal
is Tom on VPN or not
ana souza DC?
tom vpn y/n
"""
