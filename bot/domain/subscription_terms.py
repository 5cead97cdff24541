"""From what was typed after `/qos subscribe` to filters and a rule: exact about what it refuses. Knows no Slack."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TypeVar

from bot.domain.model import Kind, Label, Media
from bot.domain.subscriptions import DEFAULT_RULE, Filter, FilterKey, Rule, quoted
from bot.errors import BadInput

LONGEST, LONGEST_VALUE, MOST_FILTERS = 1200, 100, 20
MOST_PEOPLE, MOST_MINUTES = 1000, 60
COMMAND = "/qos subscribe"

FILTER_KEYS = tuple(key.value for key in FilterKey)
RULE_KEYS = ("label", "media", "people", "share", "minutes")
KEYS = (*FILTER_KEYS, *RULE_KEYS)
LABELS = {label.value: label for label in (Label.POOR, Label.FAIR)}
MEDIA = {media.value: media for media in Media}
GRAMMAR = (
    "Filters: `[not] kind:`, `host:`, `domain:`, `site:`, `meeting:` and a value, quoted if it has spaces. "
    "Rule: `label:poor|fair`, `media:audio|video|share`, `people:N`, `share:N%`, `minutes:N`."
)

_Value = TypeVar("_Value")
_ONE_VALUE_ONLY = {FilterKey.KIND, FilterKey.DOMAIN}
_TOKEN = re.compile(r'(?P<key>[^\s":]+):"(?P<quoted>(?:[^"\\]|\\.)*)"(?=\s|$)|(?P<bare>\S+)', re.DOTALL)
_UUID = re.compile(r"[A-Za-z0-9+/_-]{16,44}={0,2}")
_DASHES = re.compile(r"[\s\-\u2010-\u2015]")


@dataclass(frozen=True, slots=True)
class _Term:
    """A key and a value as typed; `key` is empty for a word without a colon."""

    key: str
    value: str
    negated: bool
    typed: str


def parse_terms(text: str) -> tuple[tuple[Filter, ...], Rule]:
    """All terms in any order; equal filters count once.

    Raises:
        BadInput: names the term that is wrong, with what was probably meant.
    """
    if len(text) > LONGEST:
        raise _bad("terms_too_long", f"That is more than {LONGEST:,} characters.", "Use fewer terms.")
    filters: dict[Filter, None] = {}
    rule, given = DEFAULT_RULE, set[str]()
    for term in _terms(text):
        key = term.key.casefold()
        if key in FILTER_KEYS:
            filters[Filter(FilterKey(key), _value(FilterKey(key), term), term.negated)] = None
        elif key in RULE_KEYS:
            if key in given:
                raise _bad("term_twice", f'"{key}:" stands there twice.', "Name it once.")
            given.add(key)
            rule = _RULE[key](rule, term)
        else:
            raise _unknown(term)
    _refuse_impossible(tuple(filters))
    return tuple(filters), rule


# --- words to terms --------------------------------------------------------------------------------------------------


def _terms(text: str) -> Iterator[_Term]:
    tokens = [(m, m[0]) for m in _TOKEN.finditer(text)]
    place, negated = 0, ""
    while place < len(tokens):
        match, typed = tokens[place]
        place += 1
        if typed.casefold() == "not" and not negated:
            negated = typed
            continue
        if match["key"] is not None:
            key, value = match["key"], re.sub(r"\\(.)", r"\1", match["quoted"], flags=re.DOTALL)
        else:
            key, colon, value = typed.partition(":")
            if not colon:
                key, value = "", typed
            if value.startswith('"'):
                raise _bad("open_quote", f'The quotes in "{_short(typed)}" are not closed.', 'Write site:"New York".')
            if key.casefold() == FilterKey.MEETING and _is_digits(value):
                while place < len(tokens) and _is_digits(tokens[place][1]):
                    value += tokens[place][1]
                    place += 1
        yield _Term(key, " ".join(value.split()), bool(negated), f"{'not ' if negated else ''}{typed}")
        negated = ""
    if negated:
        raise _bad("bad_term", 'After "not" a filter is missing.', suggestion=f"{COMMAND} not kind:webinar")


def _is_digits(word: str) -> bool:
    return _DASHES.sub("", word).isdecimal() and word.isascii()


def _value(key: FilterKey, term: _Term) -> str:
    if not term.value:
        raise _bad("bad_term", f'"{key}:" has no value.', suggestion=f"{COMMAND} {key}:{_EXAMPLES[key]}")
    if len(term.value) > LONGEST_VALUE:
        raise _bad("bad_term", f'The value of "{key}:" has more than {LONGEST_VALUE} characters.', "Shorten it.")
    if key is FilterKey.KIND:
        return _one_of(term, {kind.value: kind for kind in Kind}).value
    if key is FilterKey.DOMAIN:
        return _domain(term)
    return _meeting(term) if key is FilterKey.MEETING else term.value


_EXAMPLES = {
    FilterKey.KIND: "webinar",
    FilterKey.HOST: '"Ana Souza"',
    FilterKey.DOMAIN: "example.com",
    FilterKey.SITE: "Berlin",
    FilterKey.MEETING: "85812345678",
}


def _domain(term: _Term) -> str:
    domain = term.value.casefold().removeprefix("@")
    if not domain or re.search(r'[\s@":\\]', domain):
        raise _bad("bad_term", f'"{_short(term.typed)}" is no e-mail domain.', "For example `domain:example.com`.")
    return domain


def _meeting(term: _Term) -> str:
    digits = _DASHES.sub("", term.value)
    if digits.isascii() and digits.isdecimal() and 9 <= len(digits) <= 11:
        return digits
    if _UUID.fullmatch(term.value) and not digits.isdecimal():
        return term.value
    raise _bad(
        "bad_term",
        f'"{_short(term.typed)}" is no meeting number or UUID.',
        suggestion=f"{COMMAND} meeting:{_EXAMPLES[FilterKey.MEETING]}",
    )


# --- the rule --------------------------------------------------------------------------------------------------------


def _number(term: _Term, most: int, unit: str = "") -> int:
    digits = term.value.removesuffix(unit) if unit else term.value
    if not (digits.isascii() and digits.isdecimal() and 1 <= int(digits[:6]) <= most and len(digits) <= 6):
        key = term.key.casefold()
        raise _bad(
            "bad_term",
            f'"{_short(term.typed)}": "{key}:" takes a whole number from 1 to {most:,}.',
            suggestion=f"{COMMAND} {key}:3{unit}",
        )
    return int(digits)


_RULE: Mapping[str, Callable[[Rule, _Term], Rule]] = {
    "label": lambda rule, term: replace(rule, label=_one_of(_plain(term), LABELS)),
    "media": lambda rule, term: replace(rule, media=_one_of(_plain(term), MEDIA)),
    "people": lambda rule, term: replace(rule, people=_number(_plain(term), MOST_PEOPLE)),
    "share": lambda rule, term: replace(rule, share_pct=_number(_plain(term), 100, "%")),
    "minutes": lambda rule, term: replace(rule, minutes=_number(_plain(term), MOST_MINUTES)),
}


def _plain(term: _Term) -> _Term:
    if term.negated:
        raise _bad("bad_term", f'"{_short(term.typed)}": "not" goes with filters only.', f"Those are {_listed()}.")
    return term


def _listed() -> str:
    return ", ".join(f"`{key}:`" for key in FILTER_KEYS)


def _one_of(term: _Term, known: Mapping[str, _Value]) -> _Value:
    word = term.value.casefold()
    if word not in known:
        guess = _closest(word, known)
        raise _bad(
            "bad_term",
            f'"{_short(term.typed)}": "{term.key.casefold()}:" is {" or ".join(known)}.',
            suggestion=f"{COMMAND} {'not ' if term.negated else ''}{term.key.casefold()}:{guess}" if guess else None,
        )
    return known[word]


# --- refusals --------------------------------------------------------------------------------------------------------


def _refuse_impossible(filters: Sequence[Filter]) -> None:
    if len(filters) > MOST_FILTERS:
        raise _bad("too_many_terms", f"At most {MOST_FILTERS} filter terms.", "Subscribe twice with fewer terms.")
    wanted: dict[FilterKey, str] = {}
    for term in filters:
        if replace(term, negated=not term.negated) in filters:
            said = f"{term.key}:{quoted(term.value)}"
            raise _bad("contradiction", f'"{_short(said)}" and "not {_short(said)}" never hold together.', "Drop one.")
        if term.key in _ONE_VALUE_ONLY and not term.negated:
            other = wanted.setdefault(term.key, term.value)
            if other != term.value:
                raise _bad(
                    "contradiction",
                    f'No call has both "{term.key}:{_short(other)}" and "{term.key}:{_short(term.value)}": '
                    "all terms must hold.",
                    "Subscribe once for each.",
                )


def _unknown(term: _Term) -> BadInput:
    if not term.key:
        guess = _closest(term.value, KEYS)
        text = f'"{_short(term.typed)}" is no term: a term is a name, a colon and a value.'
        return _bad("bad_term", text, GRAMMAR, f"{COMMAND} {guess}:" if guess else None)
    guess = _closest(term.key, KEYS)
    if guess is None:
        return _bad("bad_term", f'I don\'t know the term "{_short(term.key)}:".', GRAMMAR)
    again = f"{'not ' if term.negated else ''}{guess}:{quoted(term.value) if term.value else ''}"
    return _bad("bad_term", f'I don\'t know the term "{_short(term.key)}:".', suggestion=f"{COMMAND} {again}")


def _bad(slug: str, text: str, advice: str = "", suggestion: str | None = None) -> BadInput:
    return BadInput(slug, text, advice, suggestion=suggestion)


def _closest(word: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(word.casefold()[:40], list(known), 1, 0.6)), None)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
