"""What a subcommand of `/qos` is given: who asked, where, and how to answer them."""

from dataclasses import dataclass

from bot.services.sharing import Place
from handlers.replies import Reply
from handlers.services import Services


@dataclass(frozen=True, slots=True)
class Context:
    """`trigger_id` opens a modal, within three seconds of the command."""

    services: Services
    reply: Reply
    place: Place
    user_id: str
    trigger_id: str = ""
