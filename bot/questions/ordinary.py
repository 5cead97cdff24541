"""Ordinary English words: never taken for a slip of another word, nor for a name in lower case. Rows only."""

_WORDS = """
a able about above absolutely accept access according account across act action active actual actually add added
address afraid after afternoon again against age ago agree ah ahead air alike all allow allowed almost alone along
already also although always am among amount an and angry annoying another answer answers any anybody anyhow anyone
anything anyway anywhere apart apparently appear appears apply are area around arrive as ask asked asking asks assume
at attention available away awful awesome back background bad barely base based basic basically be became because
become been before began begin behind being believe below beside besides best better between big bigger bit bits black
blame blue board body boss both bother bottom bought bring broken brought build building business busy but button buy
by call called came can cannot car card care case catch caught causes center certain certainly chance change changed
channel charge chat cheap check checked choose christmas clear clearly click client close closed cold color come comes
coming comment common community company complain complete completely concerned consider contact content continue
control cool copy correct cost could count couple course cover crazy create cross current currently customer customers
cut daily damn dark data date day days deal dear decent decide deep definitely delete deliver department depends
describe desk despite detail details did difference different difficult dinner direct directly discuss do document
does dog doing done door double doubt down drive driver drop due during each earlier early easily east easy eat effect
eight either eleven else email employee employees empty end ended ends engineer english enough enter entire equal
error especially etc even evening event eventually ever every everybody everyone everything everywhere evidence exact
exactly example excellent except excuse exist expect expected expensive explain express extra extreme extremely eye
face fact fair fairly fall family far fast faster favor fear feature feel feeling feels fell felt few fewer field
fifteen fifth fifty figure figures file fill final finally find fine finish fire first five fix flat floor follow
following food foot for force forget form former forty forward found four free friday friend from front fuck fucking
full fully fun funny further future game gave general generally get gets getting give given gives glad go god goes
going gone good got gotten grant great green ground group grow guess guy guys had half hall hand handle hang happen
happened happening happens happy hard hardly has hate have having he head health hear heard heart heavy hell help
helped her here hers herself hey hi high higher highly him himself his history hit hold holiday home hope hot hour
hours house how however huge human hundred hurt i idea if ignore image imagine important impossible in include
included increase indeed inside instead interest interested interesting internal internet into involved is issue it
its itself job join joined joining just keep kept key kid kill kind knew know known knows lack lady land language
large last late lately later latest laugh law lay lead leader learn least leave left leg less let level lie life light
like liked likely line list listen little live living local long longer look looked looking looks lose lost lot lots
loud love low lower luck lunch machine made main mainly major make makes making man manage manager many map mark
market match matter may maybe me mean means meant media meet meeting member men mention menu message met middle might
mind mine minor minute minutes miss missed missing moment monday money month months more morning most mostly mother
move moved much music must my myself name near nearly necessary need needed needs never new news next nice night nine
no nobody none nor normal normally north not note nothing notice now number numbers obvious obviously occur odd of off
offer office often oh old older on once one ones only onto open opened option or orange order other others otherwise
ought our ours out outside over own page paid pain paper parent part parts party pass past pay people per percent
perfect perfectly perhaps period person phone pick picture piece pin place plain plan play please plenty plus point
points poor popular position possible possibly post power pretty prevent previous price print private probably problem
problems process product program project proper properly protect prove provide public pull pure push put quality
quarter question questions quick quickly quiet quite raise ran range rarely rate rather reach read ready real really
reason receive recent recently record red regard regular related remain remember remove repeat reply report request
required rest result results return review right rise road rob role room round rule run running safe said same save
saw say saying says scale school second seconds section see seem seems seen self sell send sense sent separate serious
seriously serve service set seven several severe shall share she short should show showed shown shows shut side sign
signal silly similar simple simply since single sit situation six size skip sleep slight slightly slow slowly small
smart smooth so social software some somebody someone something sometimes somewhat somewhere soon sorry sort sound
south space speak special specific speed spend spent split spoke staff stage stand standard start started starting
starts state stay steady step stick still stop stopped stops store story straight strange street strong stuff stupid
style such suck sudden suddenly sue suffer suggest sunday super support supposed sure surely surprised switch system
table take taken takes taking talk talked talking tall team tech tell ten tend term terrible test text than thank
thanks that the their them themselves then there therefore these they thing things think third thirty this those
though thought thousand three through throughout thursday thus tight till time times tiny tired title to today
together told tomorrow tonight too took top total totally touch toward towards town track training travel tried
trouble true truly trust try trying tuesday turn turned twelve twenty twice two type under understand unfortunately
unit united until unusual up update upon upset us use used useful user users uses using usual usually value various
very via view visit voice wait waiting walk wall want wanted wants warm was waste watch watched watching water way
ways we weak wear wednesday week weekend weekly weeks weird welcome well went were west what whatever when whenever
where wherever whether which while white who whole whom whose why wide will win window winter wish with within without
woman women wonder wondering wont word words work worked working works world worried worry worse worst worth would
write wrong yeah year years yes yesterday yet you young your yours yourself zero monday tuesday wednesday thursday
friday saturday sunday january february march april june july august september october november december art
dawn grace joy max pat rose amber rich drew miles
mercy faith summer autumn mum dad son vice president ceo cto sales marketing finance engineering hr legal product
design dev devs ops helpdesk admin admins boss bosses leadership wanna asking affect affects affecting mins minute
minutes secs msec msecs kbps mbps kbit hours percent percents oclock noon midday fifteen thirty forty fifty sixty
approximately roughly basic conf colleague colleagues agenda bye yo lol haha ok hello hey hi thanks cheers ugh hmm
oops wow omg brb
"""

_LIKE_OTHERS = """
acceptance addressed agent agrees alter alternate analyst analyze announces appeal appeals arena arise assure attack
auction auctions audit backed banks bases basics basin beach beaches bears beast begun bizrate blade boost booth brake
brand bread breath broker brother budget burton butter calculator camel camps cancer capitol carried carries cars
cases cells chain chances charged charges charm chase cheat chest chick chose christians chronicle chuck circulation
classes clause clock clone closer coalition coast codes collected collection collections collective commander
companies companion compete compliant computing conducted confusion connecting connector connectors consent
conservation const consultant contest context contract contracts convention conversion converted coordinator correctly
corruption costa counter counties county court courts crops crowd cups dairy dance dealer dealers decade defend
defines detection determines developed diagnostic directive discusses dishes distributor disturbed divisions dodge
donor dose drawn driven drives dying employed employer employers eternal events excellence exception exceptions
excerpt excessive execution expert explained exploration extensive faced facts falling farmer feeding feeds fellow
fever fight filed files filing finnish flame float flood forgot formed forth forum foster framed frequency garage
geographic giant grades grand grande grave greek grown handled handy happiness hardcover harvest haven heading healing
heating herbs heroes hiking hiring holds holmes homes hopes horse hunting ideal imaging importance impression includes
indexed instructional instructor insurance interval intro involves issued item joint jones judges kids killer kings
laser latex latter launch layer leading lease leasing lender licensed likes linear linked links lived liver lives
locale locked logging lotus lover loves loving machinery maine maker makers males managed manor marker massage master
mayor meals measures menus mills minds misc mistake mistakes modem modes monkey moore motel mouth moves named nearby
necessarily nodes notices officer officers operation operations organized owned packed paint palace parks parse
parsing participate partly patent peace personnel phrase picks pilot placed plane plant plants plate plates player
playing pocket pointer poker political ports posted powder precious preventing prices pride prime prince printed
prints prize probe proceeding processed processes produce product production products professor programmer programmes
promotion property protective protest proven provided provides provisions qualify quotes races racing raising rally
ranging reads realty recorder recreation referring regarding regulated relay reported reporting reports requires
requiring resort responded retain retention retrieved returning revolution reward rocks roles roots roster routes
rover salem saves saving scales scope seats seeds seeks selection sequences served serves services setting shade shape
shaped shapes sharp shaved sheep shelf shell shift shipped shipping shirt shock shoes shoot shop shops shore shots
shower sides significance simulation sing sixth sizes skill slave smith smoke socks spare spears specialty specified
spell spending spice sport starring stars starter stated states statistical staying steam stone stored stores storm
strengthen string struck subscribers suite suites supported tables tales tanks tapes taxes tears technician theme
themes thick thong thongs throws timer tires tolerance tough toxic trace trail transaction transform transit
transition trick tries trips truck turner unable validation valve verse wages wanting warming warner watches watts
wheat wheel whereas width winner woods worker worlds wrote
"""

ORDINARY: frozenset[str] = frozenset(_WORDS.split()) | frozenset(_LIKE_OTHERS.split())

_ALSO_NAMES_WORDS = """
will may mark bill rob joy hope grace art pat max guy sue rose dawn rich drew
miles faith mercy summer april june august amber grant pin chase page cat lane
"""
ALSO_NAMES = frozenset(_ALSO_NAMES_WORDS.split())
"""Words that are first names too; a capital or the place of a name makes them one."""
