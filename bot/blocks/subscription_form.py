"""The modal of `/qos subscribe` without terms, and what people typed as the text of terms. Reads no rule itself."""

import html
import re
from collections.abc import Mapping
from typing import Any

from bot.blocks import parts
from bot.blocks.forms import choice_input, entered, form, number_input, text_input
from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.blocks.parts import Element
from bot.domain.model import Kind, Media
from bot.domain.subscription_terms import MOST_MINUTES, MOST_PEOPLE, parse_terms
from bot.domain.subscriptions import quoted
from bot.errors import BadInput
from bot.ports import Message

FORM, CONFIRM_FORM = "sub_form", "sub_confirm_form"
TITLE = "Subscribe"

_LINK = re.compile(r"<(?:mailto:|https?://)?([^<>|]*)(?:\|([^<>]*))?>")
_SMART_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"'})
_NOT = re.compile(r"not\s+", re.IGNORECASE)


def typed(text: str) -> str:
    """Slack's links, entities and clever quotes back to what was typed.

    >>> typed("host:<mailto:ana@a.com|ana@a.com> site:“New York”")
    'host:ana@a.com site:"New York"'
    """
    plain = _LINK.sub(lambda link: link[2] or link[1], text)
    return html.unescape(plain).translate(_SMART_QUOTES)


_TEXTS = (
    ("host", "Host", "Name or e-mail, or: not Ana Souza"),
    ("domain", "Domain of the host's e-mail", "example.com, or: not example.com"),
    ("site", "Where somebody affected is", "Berlin, or: not Berlin"),
    ("meeting", "One meeting", "858 1234 5678, or a UUID"),
)
_CHOICES = (
    ("kind", "Kind of call", "All kinds", tuple((kind.value.capitalize(), kind.value) for kind in Kind)),
    ("label", "How bad", "Poor", (("Poor", "poor"), ("Fair or poor", "fair"))),
    (
        "media",
        "Medium",
        "All media",
        tuple(
            zip(
                ("Audio", "Video", "Screen share"),
                (m.value for m in (Media.AUDIO, Media.VIDEO, Media.SHARE)),
                strict=True,
            )
        ),
    ),
)
_NUMBERS = (
    ("people", "At least so many people", MOST_PEOPLE, "3; 2 under 10 people"),
    ("share", "At least this share of the rated people, in %", 100, "30; 20 under 10 people"),
    ("minutes", "Bad minutes before an alert", MOST_MINUTES, "3 of the last 5"),
)


def ask(private_metadata: str) -> Element:
    """The modal of `/qos subscribe` without terms; every field may stay empty. A preview follows."""
    intro = parts.rich_text([["Leave a field empty for no condition. Before anything is saved you see a preview."]])
    inputs = [
        *(choice_input(*row) for row in _CHOICES[:1]),
        *(text_input(*row) for row in _TEXTS),
        *(choice_input(*row) for row in _CHOICES[1:]),
        *(number_input(key, label, 1, most, hint) for key, label, most, hint in _NUMBERS),
    ]
    return form(TITLE, FORM, [*intro, *inputs], submit="Preview", private_metadata=private_metadata)


def trying() -> Element:
    """Stands in the modal's place while the rule is tried on stored calls."""
    return shown(["Trying the rule on the calls of the last 30 days …"])


def confirm(preview: Message, private_metadata: str) -> Element:
    """The preview in the modal: sending it subscribes, so its own button is left out."""
    blocks = [block for block in preview.blocks if block["type"] != "actions"]
    return form(TITLE, CONFIRM_FORM, blocks, submit="Subscribe", private_metadata=private_metadata)


def shown(line: Line) -> Element:
    """One line in the place of the modal: an error, or that it takes a moment."""
    return parts.modal(TITLE, parts.rich_text([line]))


def done(message: Message) -> Element:
    """What became of it."""
    return parts.modal(TITLE, message.blocks)


def terms_from(values: Mapping[str, Mapping[str, Any]]) -> str:
    """The fields of a sent form (`view.state.values`) as the text that `parse_terms` reads."""
    return " ".join(filter(None, (_term(values, key) for key in _FIELDS)))


def errors_in(values: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Field to what is wrong with it, for Slack's `response_action: errors`; empty when all can be read."""
    found: dict[str, str] = {}
    for key in _FIELDS:
        try:
            parse_terms(_term(values, key))
        except BadInput as error:
            found[key] = clean(error.text, 200) or "This can't be read."
    return found


_FIELDS = (*(row[0] for row in _CHOICES), *(row[0] for row in _TEXTS), *(row[0] for row in _NUMBERS))


def _term(values: Mapping[str, Mapping[str, Any]], key: str) -> str:
    said = " ".join(entered(values, key).split())
    negated = _NOT.match(said)
    rest = said[negated.end() :] if negated else said
    return f"{'not ' if negated else ''}{key}:{quoted(rest)}" if rest else ""
