"""First names that people have: a typed one is never taken for a slip of another. Folded; rows only."""

_NAMES = """
marius maryam lina dina davina dario danilo luise luiza annika annabel mia mai nino mara mateus matias jasper joris
kofu kwesi kojo ama esi abena yaw priyanka pranav anjali neha pooja rahul rohan vikram sunil anand arun divya kavya
lena lene tomasz piotrek agnieszka malgorzata kasia ewa zofia jakub wojciech nika tereza lucie ondrej jiri zoltan istvan
noa noam avi yael dov shira itai chang wei li ming hao yu jin soo hyun takashi haruto sakura yui ken
aaron abby abdul abigail adam adele adrian agnes ahmed aidan aisha akira alan albert alejandro alessandra alessandro
alex alexa alexander alexandra alexei alfred alice alicia alina alison allison alma alvaro amanda amber amelia amir
amit amy ana anastasia anders andre andrea andreas andrei andres andrew andy angela angelica angelo anil anita anja
anke anna anne annette annie anton antonia antonio anya april ariel arjun arnold arthur arturo asha ashley astrid
aurora axel barbara barry bart beatrice beatriz becky ben benedict benjamin benoit bernard bernd bert beth betty
bianca bill billy birgit bjorn bob bobby boris brad brandon brenda brian bridget bruce bruno bryan camila camille carl
carla carlo carlos carmen carol carolina caroline catherine cathy cecilia cedric celia celine chad chandra charles
charlie charlotte chen cheryl chiara chloe chris christian christina christine christoph christophe christopher cindy
claire clara claudia claudio claus colin connor cora craig cristina cynthia daisy damian dan dana daniel daniela
danielle danny daria darren dave david dawn dean deborah deepak denise dennis derek diana diane diego dieter dimitri
dirk dominic dominik dominique don donald donna doris dorothy doug douglas duncan dylan ed eddie edgar edith eduardo
edward edwin eileen elaine elena eli elias elif elisa elisabeth elizabeth ella ellen ellie emily emma eric erica erik
erika erin ernst esther ethan eva evan eve evelyn fabian fabio farah fatima federico felipe felix ferdinand fernando
fiona florence florian frances francesca francesco francis francisco francois frank franz fred frederic frederik
friedrich gabriel gabriela gareth gary gavin geoff george georgia gerald gerard gerd giovanni gina giulia gloria
gordon grace graham greg gregory greta guido guillaume gunter gustav guy hannah hans harald harold harriet harry
hassan heather heidi heike heinz helen helena helga henri henrik henry herbert hector hiroshi holger holly howard hugh
hugo ian ibrahim ida igor ines ingrid irene iris irina isaac isabel isabella isabelle ivan ivana jack jackie jacob
jacqueline jacques jade jaime jake james jamie jan jane janet janice jared jasmine jason javier jay jean jeff jeffrey
jen jenna jennifer jenny jens jeremy jerome jerry jess jesse jessica jesus jill jim jimmy jo joan joanna joao joe joel
joerg johan johann johanna john johnny jon jonas jonathan jordan jorge jose josef joseph josephine josh joshua joy
joyce juan juana judith judy julia julian juliana julie julien jurgen justin justine kai karen karim karin karina karl
karla kate katharina katherine kathleen kathy katie katja katrin kay keith kelly ken kenji kenneth kerstin kevin
khalid kim kimberly kirsten klara klaus kofi konrad konstantin kristen kristin kristina kurt kwame kyle lara larry
lars laura lauren laurent lea leah lee leila lena leo leon leonard leonardo leonie leslie lewis liam lili lily linda
lisa liz lorenzo lori louis louise luc luca lucas lucia lucy luigi luis luisa lukas luke lydia lynn mads magdalena
malik manfred manuel marc marcel marcela marco marcos marcus margaret maria mariana marie marina mario marion marisa
mark markus marta martha martin martina mary mateo matheus mathias mathieu matilda matt matthew matthias maureen
maurice mauro max maxime maya megan mehmet mei melanie melissa michael michaela michel michelle miguel mika mike mila
milan miles mina miranda miriam mohamed mohammed moira mona monica monika morgan moritz mustafa nadia nadine naomi
natalia natalie natasha nathan neil nelson nick nico nicola nicolas nicole nigel niklas nikola nils nina noah noel
nora norbert norman nuno oleg olga oliver olivia olivier omar oscar otto owen pablo paige pamela paola paolo pascal
patricia patrick paul paula paulo pavel pedro peggy penny pete peter petra phil philip philipp philippe phoebe pia
pierre piotr priya rachel rafael raj rajesh ralf ralph ramon randy raphael raul ravi ray raymond rebecca regina reiner
rene renee ricardo richard rick rita rob robert roberta roberto robin rodrigo roger roland rolf roman ron ronald rosa
rose rosie ross roy ruben rudolf rupert russell ruth ryan sabine sabrina sally sam samantha samir samuel sandra sandy
sanjay santiago sara sarah sasha saskia scott sean sebastian selina serena sergei sergio seth shane shannon sharon
shaun sheila shirley silke silvia simon simone sofia sonia sonja sophia sophie stacy stan stefan stefanie stella
stephan stephanie stephen steve steven stuart sue suresh susan susanne suzanne sven svetlana sylvia tamara tania tanja
tanya tara tariq tatiana ted teresa terry theo theresa theresia thomas thorsten tiago tim timo timothy tina tobias
todd tom tomas tommy toni tony tracy trevor tristan ulrich ulrike ursula uwe valentina valerie vanessa vera veronica
vicky victor victoria vijay viktor vince vincent viola virginia vivian vladimir volker walter wanda wayne wendy werner
wilhelm will william willy wolfgang xavier xin yan yana yann yasmin yasmine ying yolanda yuki yusuf yves yvonne zach
zara zoe
"""

FIRST_NAMES: frozenset[str] = frozenset(_NAMES.split())

_SHORT_FORMS = """
dave david
tom thomas tommy tomas
bob robert rob bobby
chris christopher christian christina christine christoph
bill william will willy
mike michael mick
liz elizabeth beth lizzy
jo joanna joanne josephine
joe joseph
alex alexander alexandra alexis
kate katherine catherine katie kathy
nick nicholas nicolas nico
sam samuel samantha
ben benjamin
dan daniel danny
matt matthew matthias
tony anthony antonio
andy andrew andreas
jim james jimmy
steve stephen steven stefan
pete peter
rick richard dick
ed edward eddie
fred frederick
greg gregory
jeff jeffrey
jen jennifer jenny
jon jonathan
ken kenneth
max maximilian maxim
pat patrick patricia
phil philip philipp
ron ronald
sue susan susanne
tim timothy
vicky victoria
zach zachary
mei mei-ling
pepe jose
paco francisco
maggie margaret meg
lena helena elena
toni antonia
basti sebastian
flo florian
"""

SHORT_FORMS: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split()) for row in _SHORT_FORMS.strip().splitlines() if row
)
"""Names that may be one person's. Used only where nobody is called as typed, and never without asking back."""
