"""Posting a summary where a channel can see it, and remembering which call the message is about."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

import structlog

from bot.domain.model import Subject
from bot.errors import SlackError, StoreError
from bot.ports import CallStore, Conversation, Message, Posted, Poster, Thread

log = structlog.get_logger()

PRESSED_AGAIN_S = 600.0
"""So soon after a post, sharing the same call in the same place again is a second press, not a second wish."""

DIRECT_NAMES = ("directmessage", "mpdm-")
"""How Slack names, in a command's payload, conversations between people that an app cannot be invited to."""


class Outcome(StrEnum):
    SHARED = "shared"
    ALREADY = "already"
    INVITE_ME = "invite_me"
    BETWEEN_PEOPLE = "between_people"
    ARCHIVED = "archived"
    CONFIRM = "confirm"
    CONFIRM_UNSEEN = "confirm_unseen"
    NOT_ALLOWED = "not_allowed"


EXPOSED = frozenset({Outcome.CONFIRM, Outcome.CONFIRM_UNSEEN})
"""Not against posting, but worth a word or a question before it."""

REFUSALS = {
    "is_archived": Outcome.ARCHIVED,
    "not_in_channel": Outcome.INVITE_ME,
    "channel_not_found": Outcome.INVITE_ME,
    "restricted_action": Outcome.NOT_ALLOWED,
    "restricted_action_read_only_channel": Outcome.NOT_ALLOWED,
    "restricted_action_thread_only_channel": Outcome.NOT_ALLOWED,
    "no_permission": Outcome.NOT_ALLOWED,
}
"""Slack's refusals that have an answer of their own; any other one is an error."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody wants a summary. `channel_name` as Slack's payload gives it, e.g. `directmessage`."""

    team_id: str
    channel_id: str
    channel_name: str = ""


class Sharing:
    """Knows who may see what: joins public channels, never posts into another company's view unasked."""

    def __init__(self, poster: Poster, store: CallStore, *, timer: Callable[[], float] = monotonic) -> None:
        self._poster = poster
        self._store = store
        self._timer = timer
        self._lately: dict[tuple[str, str], float] = {}

    async def share_once(self, message: Message, subject: Subject, place: Place, *, confirmed: bool = False) -> Outcome:
        """As `share`, unless that call was shared there a moment ago, or is being shared right now: ALREADY.

        Raises as `share` does; what was not posted may be tried again at once.
        """
        now = self._timer()
        self._lately = {key: at for key, at in self._lately.items() if now - at < PRESSED_AGAIN_S}
        key = place.channel_id, f"{subject.kind}:{subject.uuid or subject.number}"
        if key in self._lately:
            return Outcome.ALREADY
        self._lately[key] = now
        outcome = None
        try:
            outcome = await self.share(message, subject, place, confirmed=confirmed)
        finally:
            if outcome is not Outcome.SHARED:
                self._lately.pop(key, None)
        return outcome

    async def share(self, message: Message, subject: Subject, place: Place, *, confirmed: bool = False) -> Outcome:
        """Post `message` into `place`, joining a public channel first.

        Raises:
            SlackError: Slack refused for a reason that has no outcome of its own.
        """
        seen = await self._look_at(place)
        if seen.is_archived:
            return Outcome.ARCHIVED
        exposed = _exposure(seen)
        if exposed is not None and not confirmed:
            return exposed
        if seen.is_private is False and seen.is_member is False:
            await self._join(place.channel_id)
        try:
            posted = await self._poster.post(place.channel_id, message)
        except SlackError as error:
            return _refused(error, place)
        await self.remember(place.team_id, posted, subject)
        return Outcome.SHARED

    async def exposure(self, place: Place) -> Outcome | None:
        """Whether another company reads there, or that Slack would not say; None when nobody else does."""
        return _exposure(await self._look_at(place))

    async def against(self, place: Place, *, join: bool = False) -> Outcome | None:
        """What stands against posting there later, None when nothing does. `join`: become a member where anybody may.

        `EXPOSED` outcomes only say that another company reads there, or that Slack would not say.

        Raises:
            SlackError: Slack refused for a reason that has no outcome of its own.
        """
        try:
            seen = await self._poster.conversation(place.channel_id)
        except SlackError as error:
            return _refused(error, place) if error.slack_code in REFUSALS else Outcome.CONFIRM_UNSEEN
        if seen.is_archived:
            return Outcome.ARCHIVED
        if seen.is_member is False and not seen.is_direct:
            if seen.is_private is not False:
                return Outcome.INVITE_ME
            if join:
                try:
                    await self._poster.join(place.channel_id)
                except SlackError as error:
                    log.warning("join_refused", code=error.slack_code, ref=error.ref)
                    return Outcome.INVITE_ME
        return _exposure(seen)

    async def send_to_dm(self, message: Message, subject: Subject, team_id: str, user_id: str) -> Posted:
        """Post into the person's own conversation with the bot, where questions work.

        Raises:
            SlackError: Slack does not let the bot write to them.
        """
        posted = await self._poster.post(await self._poster.open_dm(user_id), message)
        await self.remember(team_id, posted, subject)
        return posted

    async def remember(self, team_id: str, posted: Posted, subject: Subject) -> None:
        """Bind the message to its call, so that questions under it know what they are about."""
        thread = Thread(team_id, posted.channel_id, posted.ts, subject.kind, subject.uuid, subject.number)
        try:
            await self._store.remember_thread(thread)
        except StoreError as error:
            log.warning("thread_not_remembered", slug=error.slug, ref=error.ref)

    async def _look_at(self, place: Place) -> Conversation:
        """What Slack tells of the place. Nobody joins a direct message later, so there nothing needs to be asked."""
        closed = Conversation(place.channel_id, is_shared_externally=False)
        if _between_people(place):
            return closed
        try:
            return await self._poster.conversation(place.channel_id)
        except SlackError as error:
            return closed if error.slack_code in REFUSALS else Conversation(place.channel_id)

    async def _join(self, channel_id: str) -> None:
        try:
            await self._poster.join(channel_id)
        except SlackError as error:
            log.warning("join_refused", code=error.slack_code, ref=error.ref)


def _refused(error: SlackError, place: Place) -> Outcome:
    outcome = REFUSALS.get(error.slack_code)
    if outcome is None:
        raise error
    return Outcome.BETWEEN_PEOPLE if outcome is Outcome.INVITE_ME and _between_people(place) else outcome


def _between_people(place: Place) -> bool:
    return place.channel_id.startswith("D") or place.channel_name.startswith(DIRECT_NAMES)


def _exposure(seen: Conversation) -> Outcome | None:
    """Not knowing who reads there is no reason to post names unasked."""
    if seen.is_shared_externally is None:
        return Outcome.CONFIRM_UNSEEN
    return Outcome.CONFIRM if seen.is_shared_externally else None
