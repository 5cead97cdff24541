"""How people ask: why, what to do about it, and whom it is about. Rows under the intent they mean; decides nothing."""

ROWS = """
[cause]
why?
what caused it
what happened to Kofi
why was Kofi so choppy
root cause?
why was kofi so bad?
what caused this
whats wrong with tom
what happened to Mei
reason?
how come Dave had such bad video
what went wrong
why did Nina's video freeze
what's behind Tom's delay
root cause for kofi pls
This is ridiculous. Every single week the same. WHY was the audio so terrible for Kofi???
why Kofi is cutting
for what reason the video of Nina is not good
y was kofi bad
what's the reason for Dave's bad audio
what is causing Tom's lag
do you know why?
why the hell was nina so blurry
any idea what happened
what's the problem with Mei
diagnose kofi
explain why dave was bad
what's wrong with the audio
was ist mit Kofi los
pourquoi Kofi avait un mauvais son
why was audio bad
what do you think is the problem with kofi
what's up with Tom
whats the matter w nina
why did people complain about Kofi's sound
explain what happened with Dave
cause?
why's mei poor
why so much loss for Kofi
warum hatte Dave Probleme
so what happened
what made Kofi's audio cut out
can you explain why mei had such loss
why were we all choppy
what's the likely cause
why r ppl in berlin bad
what is the matter with Tom's latency
why was tom so delayed
how come it was so bad
what ruined the call
what was the trigger for Dave's problems
tell me why Mei had issues
what's the explanation
what was Kofi's issue
why did berlin go down, we pay a fortune for that line
how come nina's camera looked like a flipbook
cause of low fps on kowalska's camera
why on earth was tom so delayed comma he kept talking over me
people kept saying i was a robot. why
The slides were blurry, was that priya's side?
Kindly let me know the reason behind Tom's delay
why did tom keep laging
rca tom lat
``` ping zoom.us Request timed out. ``` is this why dave was cutting out?
Warum war Toms Ton so verzögert
pourquoi la vidéo de Nina était floue
why was ana slow
why was Nina's video blurry

[remedy]
how do we fix it
what should Kofi do
what do i tell Kofi
any advice?
would a cable help
how can we fix this
what do i tell her
any tips for Tom?
would ethernet help kofi
what can he do about it
how to improve nina's video
next steps?
what should I say to Kofi
how do I solve this
fix for kofi?
what would you recommend
should kofi switch to cable
what do i say to nina
how can Tom reduce his latency
anything we can do about Berlin
what needs to happen so that this doesn't occur again
how do we stop this happening
what's the fix
tell me how to help kofi
what should I tell Tom to do
any recommendations for the Berlin office
is there something nina can do to get better video
how can we prevent that next time
give me a message for kofi
how should Nina fix her video
what would help dave
what's your advice for the host
what do we do now
can kofi do anything about it
so what can i do to fix kofi's audio
what do you advise
how can we make it better for the Berlin people
does he need a new router
how to fix kofis problem
should we tell Nina to upgrade
what's a bloke like kofi supposed to do about it
what can i do better next time
how to solve for Nina, please suggest
action items for Nina?
waht can mei do abt it
mitigation kofi

[correct_reference]
no, the other Kofi
wrong Kofi
I meant Kofi
no the other one
wrong chris
I meant Ana Reyes
not him, the other Ana
no not that Chris
not Dave, I mean Tom
that's the wrong Ana
sorry, I meant Luis
no I meant the other one
different Chris
you've got the wrong person
no, Chris Adeyemi
the other Ana please
nope, the other Chris
I wanted Luis not Bob
the other one please
"""
