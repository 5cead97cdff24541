"""Where one paged list stands: next query, restart, and when it is taken for endless. Pure; sends nothing."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from bot.zoom import wire
from bot.zoom.failures import Asked, cut_off

MOST_PAGES, MOST_EMPTY_PAGES = 20_000, 20
"""Where a list that never ends is taken for broken; a page of one row each would reach 20,000 people."""


@dataclass(slots=True)
class Paging:
    """How far one list has been read. `restarted`: the next page is the first of a new beginning."""

    asked: Asked
    query: dict[str, str]
    token: str | None = None
    seen: set[str] = field(default_factory=set)
    empty: int = 0
    restarted: bool = False
    may_restart: bool = True

    def parameters(self) -> str:
        """The same query each time, and where to go on."""
        return urlencode(self.query if self.token is None else {**self.query, "next_page_token": self.token})

    def begin_anew(self) -> None:
        self.restarted = self.restarted or self.token is not None
        self.token = None
        self.seen.clear()

    def advance(self, body: dict[str, object]) -> bool:
        """Go to the next page; False when there is none.

        Raises:
            ZoomError: `zoom_endless_pages`.
        """
        self.restarted = False
        self.token = wire.next_page_token(body)
        if self.token is None:
            return False
        self.empty = 0 if body.get(wire.people_key(self.asked.kind)) else self.empty + 1
        if self.token in self.seen or len(self.seen) >= MOST_PAGES or self.empty >= MOST_EMPTY_PAGES:
            raise cut_off(self.asked)
        self.seen.add(self.token)
        return True
