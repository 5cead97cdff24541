"""Where in a question a name stands: "what about …", "was it just …", "Ana and …". Looks at words beside it only."""

from collections.abc import Sequence

from bot.questions.tokens import Token

_STRONG_WORDS = "about compare vs versus against kick than unlike between"
STRONG = frozenset(_STRONG_WORDS.split())


def in_position(tokens: Sequence[Token], at: int, ends: Sequence[int]) -> bool:
    """Where a name stands: `what about …`, `was it just …`, `did … drop`, `Ana and …`."""
    previous = tokens[at - 1].word if at else ""
    earlier = tokens[at - 2].word if at > 1 else ""
    follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if previous in STRONG or follows == "'s":
        return True
    if previous in {"and", "or", "with", "not"}:
        return any(end >= at - 1 for end in ends) or at == 1
    if previous in {"just", "only"}:
        return earlier in {"it", "that", "this", "was", "is", ""} and follows in {"", "or", "who", "and"}
    if previous in {"was", "is", "were", "did", "does", "has", "had"}:
        return earlier in {
            "",
            "how",
            "why",
            "where",
            "when",
            "long",
            "times",
            "often",
            "and",
            "but",
            "if",
            "sure",
            "version",
            "network",
            "device",
        }
    return previous in {"for", "of", "to", "on", "tell", "help", "ask", "because"} and follows in {
        "",
        "and",
        "or",
        "please",
        "thanks",
        "today",
        "vs",
    }
