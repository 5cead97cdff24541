"""How people ask: media, directions and networks side by side. Rows by intent; decides nothing."""

ROWS = """
[compare_direction]
tx vs rx for Kofi, which is worse
ul vs dl for Dave
up versus down, where's the loss
is José asymmetric
does Mei hear badly or is she heard badly
can others not hear Kofi or can he not hear them
was it the way out or the way in for Tom
inbound against outbound for Nina
his mic side or his speaker side
was the fault in what Dave got or in what he gave
is it her uplink or her downlink
going out or coming in, which one broke for Priya
was her sending clean while receiving was not
does the problem sit on his upload leg
which way was worse for him
upload or download?
was it Kofi's sending or receiving
incoming or outgoing, which was worse
which direction was bad for Kofi
was it his upload or his download
did Kofi have trouble sending or receiving
incoming or outgoing?
which direction was bad for dave
is kofi's issue uplink or downlink
is the trouble in what he sends or what he receives
uplink vs downlink for kofi
could kofi not hear or could we not hear him
was Dave's upload worse than his download
does he have trouble hearing or being heard
is it the uplink
was it Kofi's outgoing or incoming stream
was the issue with his sending or with what he received
did kofi have bad upload or bad download
was it what Dave got or what he sent
download or upload issue for mei?
were we not hearing him or was he not hearing us
sent vs received for Kofi
For Kofi, is it the near-end or the far-end leg, sent or received?
upstream or downstream for müller
with dave was it the stuff coming in or the stuff going out that was the problem
is josé asymmetric? up vs down
is it my upload or my download
Mei can hear others cannot or others cannot hear Mei?
kofi upload or dwnload issue
ul vs dl kofi
sending or receiving, which was the problem for Kofi?

[compare_media]
was the video worse than the audio
audio or video?
which media had most trouble
was it audio or video
was video worse than audio?
which was worse - sound, picture or screen share
did the screen share suffer as well as the audio
just video or audio too?
how did audio compare with video
audio ok but video not?
which media was worst
was screensharing worse than video
was sound or picture the bigger problem
which suffered more, video or screen sharing?
did video suffer more than audio
is it only video or is audio bad as well
audio vs video vs share
sound fine but picture bad?
was the video bad or the audio or both
compare audio, video and sharing
is audio fine and only video bad
was the sound patchier than the screen share?
which one suffered more the sound or the picture
did audio degrade as much as video or was qos doing its job
is share cleaner than video in this one
was the audio or the picture worse
meis vid or aduio wich worse
aud vs vid vs share
audio or video or share what is more bad today

[network_same]
were Kofi and Kofi on the same network
do they share a router
same office wifi?
were dave and mei on the same network
same office?
do Chris Müller and Mei share a wifi
are they all behind the same router
did Dave, Chris Müller and Mei sit in the same office
are mei and dave on one network
did they share a connection
are these people all in the same building
Dave and Mei same wifi?
is it the same subnet for Dave and Mei
were those two at the same site
do all the bad ones share the same network
same network or different ones?
did kofi and tom use the same provider
did Dave and Chris Müller use the same internet
Müller and Tanaka were both in the Berlin branch. Same network?
dave and the boardroom are both wired in Berlin - same network?
were dave and chris mueller on the same network do you know
Mei and Dave same wifi is it?
were both of them on the same wifi?
"""
