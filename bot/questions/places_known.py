"""Cities, countries and regions that are no people. Folded words; rows only."""

_PLACES = """
accra amsterdam ankara antwerp athens atlanta auckland austin baltimore bangalore bengaluru bangkok barcelona basel
beijing beirut belfast belgrade berlin bern bilbao birmingham bogota bologna bordeaux boston bratislava brisbane
bristol brussels bucharest budapest calgary cairo cambridge canberra caracas cardiff chennai chicago cologne
copenhagen cork dallas delhi denver detroit dortmund dresden dubai dublin dusseldorf edinburgh eindhoven essen
florence frankfurt geneva genoa ghent glasgow gothenburg graz hague hamburg hanoi hanover helsinki houston hyderabad
istanbul jakarta jerusalem johannesburg karachi karlsruhe kathmandu kiev krakow kuala kyiv kyoto lagos lahore leeds
leipzig lille lima lisbon liverpool ljubljana london luxembourg lyon madrid malaga malmo manchester manila mannheim
marseille melbourne miami milan milano minneapolis minsk montevideo montreal moscow mumbai munich muenchen munchen
nairobi nantes naples nashville nice nuremberg oakland orlando osaka oslo ottawa oxford paris perth philadelphia
phoenix pittsburgh porto portland prague pune quito riga rome rotterdam salzburg santiago sapporo seattle seoul
seville shanghai sheffield shenzhen singapore skopje sofia stockholm stuttgart sydney taipei tallinn tampa tbilisi
tehran tokyo toronto toulouse tunis turin utrecht valencia vancouver venice vienna wien vilnius warsaw washington
wellington winnipeg wroclaw wuhan yokohama zagreb zurich argentina australia austria belgium brazil bulgaria canada
chile china colombia croatia czechia denmark egypt england estonia europe finland france germany ghana greece hungary
iceland india indonesia ireland israel italy japan kenya korea latvia lithuania malaysia mexico morocco netherlands
nigeria norway pakistan peru philippines poland portugal romania russia scotland serbia slovakia slovenia spain sweden
switzerland taiwan thailand tunisia turkey ukraine uk usa us vietnam wales america asia africa emea apac latam
americas california texas florida
"""

PLACES: frozenset[str] = frozenset(_PLACES.split()) - {"us", "nice"}

_TWO_WORDS = """
new york|san francisco|los angeles|san jose|hong kong|tel aviv|sao paulo|rio janeiro|buenos aires|new delhi|cape town
kuala lumpur|mexico city|the hague|abu dhabi|las vegas|new orleans|salt lake|san diego|united states|united kingdom
new zealand|south africa|saint petersburg|st petersburg|st louis
"""
TWO_WORDS = frozenset(tuple(name.split()) for line in _TWO_WORDS.strip().splitlines() for name in line.split("|"))
