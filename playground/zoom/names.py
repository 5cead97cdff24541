"""A pool of made-up names, from many places. Hostile names are in oddities.py."""

import random
from collections.abc import Iterator

FIRST = (
    "Ada", "Aisha", "Alejandro", "Amara", "Anneke", "Arjun", "Beatriz", "Ben", "Carla", "Chidi", "Claire", "Dagny",
    "Daniel", "Dmitri", "Elif", "Emeka", "Erin", "Farah", "Felix", "Freya", "Gabriel", "Grace", "Hana", "Hugo",
    "Ines", "Ivan", "Jamal", "Jia", "Joana", "Jonas", "Kaori", "Kasper", "Khalid", "Lars", "Leila", "Liam", "Lucia",
    "Mads", "Mai", "Marek", "Maya", "Mehmet", "Mina", "Nadia", "Nikhil", "Noor", "Olga", "Omar", "Paula", "Pedro",
    "Priya", "Rasmus", "Rosa", "Samir", "Sanne", "Sofia", "Tariq", "Thandi", "Tomas", "Uma", "Viktor", "Wanjiru",
    "Yara", "Yusuf", "Zofia",
)  # fmt: skip
LAST = (
    "Abebe", "Adeyemi", "Ahmed", "Andersen", "Baker", "Banerjee", "Barros", "Becker", "Brandt", "Castillo", "Chen",
    "Conti", "Costa", "Dahl", "Diallo", "Dubois", "Eriksen", "Evans", "Farouk", "Ferrari", "Fischer", "Fraser",
    "Garcia", "Gupta", "Haddad", "Hansen", "Hoffmann", "Ibrahim", "Ito", "Jansen", "Johansson", "Kaya", "Keller",
    "Khan", "Kim", "Kowalski", "Kumar", "Larsen", "Lefevre", "Lim", "Lopez", "Mbeki", "Mendes", "Meyer", "Moreau",
    "Nakamura", "Nguyen", "Novak", "Okafor", "Oliveira", "Osman", "Park", "Patel", "Petrov", "Popescu", "Rahman",
    "Reyes", "Rossi", "Santos", "Schmidt", "Silva", "Singh", "Sørensen", "Tanaka", "Vargas", "Weber", "Yılmaz",
    "Zhang",
)  # fmt: skip


def names(rng: random.Random) -> Iterator[str]:
    """Full names, never the same twice in a row of 4,000; then with a number behind."""
    pairs = [f"{first} {last}" for first in FIRST for last in LAST]
    rng.shuffle(pairs)
    yield from pairs
    yield from (f"{pairs[n % len(pairs)]} {n}" for n in range(len(pairs), 10_000_000))


def email_of(name: str) -> str:
    plain = "".join(c if c.isascii() and c.isalnum() else "." for c in name.lower())
    return f"{plain}@example.com"
