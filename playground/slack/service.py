"""The local Slack as one object: its state, its switches, its deliveries, and what a person can do in it.

The page and the tests call the same methods.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from playground.slack import interactions, responses
from playground.slack.delivery import Ack, Delivery, Failure, HttpDelivery, deliver_event
from playground.slack.events import envelope, events_of
from playground.slack.identify import find
from playground.slack.inbox import Inbox
from playground.slack.model import Channel, Json, Message, User, View
from playground.slack.pressing import action_of, view_outcome, without_answers
from playground.slack.settings import Settings
from playground.slack.socket_mode import SocketDelivery
from playground.slack.typed import stored_text
from playground.slack.web_api import Fault, WebApi
from playground.slack.workspace import Change, ResponseUrl, Workspace


class NotPossible(Exception):
    """What Slack's client would refuse at once, in the words it shows."""


class Slack:
    """Everything of one local Slack. Deliveries are tasks that `close` ends."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self.workspace = workspace
        self.settings = settings
        self.socket = SocketDelivery(settings, workspace.now, workspace.bot_connected)
        self.http = HttpDelivery(settings, workspace.now)
        self.api = WebApi(workspace, settings, self.socket.address)
        self.inbox = Inbox(workspace)
        self.next_message = self.inbox.next_message
        self.next_view = self.inbox.next_view
        self.next_toast = self.inbox.next_toast
        self.page_opened = asyncio.Event()
        """Set from the first time on that somebody looks at the page."""
        self.play: Callable[[str], None] | None = None
        """Begins the show with that id and returns at once; raises `NotPossible`. None: nothing can be played."""
        self._tasks: set[asyncio.Task[Any]] = set()
        workspace.listen(self._send_events)

    # -- what a person does ------------------------------------------------------------------------------------------

    def say(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
        """Post as a person. `@qos`, `#channel` and links are marked up as Slack does; events follow by themselves.

        Raises:
            NotPossible: archived, or not a member.
        """
        person, place = self._whereabouts(user, channel)
        if place.is_archived:
            raise NotPossible("You can't post here: the channel is archived")
        users = {one.name: one.id for one in self.workspace.users.values()}
        channels = {one.name: one.id for one in self.workspace.channels.values() if one.kind == "public"}
        message = self.workspace.post(place.id, person.id, stored_text(text, users, channels), thread_ts=thread_ts)
        if f"<@{self.workspace.bot.id}>" in message.text and self.workspace.bot.id not in place.members:
            self.workspace.toast(person.id, f"@{self.workspace.bot.name} isn't in this conversation. Invite it first.")
        return message

    async def command(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Ack | Failure:
        """Run a slash command and show its immediate reply, or Slack's line about its failure.

        Raises:
            NotPossible: unknown command, a thread, a guest of another company, an archived channel.
        """
        person, place = self._whereabouts(user, channel)
        name, _, rest = text.strip().partition(" ")
        self.check_command(person, name, thread_ts)
        url = self.workspace.new_response_url(place.id, person.id)
        payload = interactions.slash_command(self.workspace, person, place, name, rest.strip(), self._address(url))
        result = await self.delivery.send("slash_commands", payload)
        if isinstance(result, Failure):
            self.workspace.toast(person.id, f'{name} failed with the error "{result.error}"')
            return result
        try:
            responses.reply_to_command(self.workspace, url, text, result.payload)
        except responses.Refused as refusal:
            self.workspace.toast(person.id, f'{name} failed with the error "{refusal.error}"')
        return result

    def check_command(self, person: User, name: str, thread_ts: str | None) -> None:
        if name not in {command["command"] for command in self.settings.commands}:
            raise NotPossible(f"{name} is not a valid command")
        if thread_ts is not None:
            raise NotPossible(f"{name} is not supported in threads. Sorry!")
        if person.team_id != self.workspace.bot.team_id:
            raise NotPossible(f"{name} belongs to another company")

    async def press(
        self,
        where: Message | View,
        which: str,
        *,
        user: str | None = None,
        block_id: str | None = None,
        chosen: str | None = None,
        fields: Mapping[str, Any] | None = None,
        state: Json | None = None,
    ) -> Ack | Failure:
        """Press the element whose action_id or visible text is `which`. `chosen` picks an option by value or text;
        `fields` gives what else the payload carries (`selected_user`, `selected_date`, `value`, …).

        Raises:
            NotPossible: no such element or option, or the message is somebody else's private one.
        """
        blocks = where.blocks if isinstance(where, Message) else where.content["blocks"]
        found = find(blocks, which, block_id)
        if found is None:
            raise NotPossible(f"nothing to press is called {which!r}")
        try:
            action = {**action_of(*found, chosen), **(fields or {})}
        except KeyError as missing:
            raise NotPossible(f"no option is called {chosen!r}") from missing
        person = self.workspace.user_named(user or _owner(where) or self.workspace.me)
        if _owner(where) not in (None, person.id):
            raise NotPossible("only the person who sees it can press it")
        result = await self.delivery.send("interactive", self._action_payload(person, where, action, state or {}))
        if isinstance(result, Failure):
            self.workspace.toast(person.id, f"The app did not respond ({result.error})")
        return result

    async def submit(self, view: View, values: Json) -> dict[str, str]:
        """Submit a modal. Errors by block_id, empty when it was accepted; required inputs are checked first, as
        Slack's client does."""
        if missing := without_answers(view, values):
            return dict.fromkeys(missing, "Please complete this required field.")
        view.values = values
        person = self.workspace.users[view.user]
        result = await self.delivery.send("interactive", interactions.view_submission(self.workspace, person, view))
        if isinstance(result, Failure):
            self.workspace.toast(person.id, "We had some trouble connecting. Try again?")
            return {}
        try:
            return view_outcome(self.workspace, view, result.payload)
        except ValueError as refusal:
            self.workspace.toast(person.id, f"The app's answer was not accepted: {refusal}")
            return {}

    async def close_view(self, view: View) -> None:
        whole = bool(view.content.get("clear_on_close"))
        self.workspace.close_view(view, whole_stack=whole)
        if view.content.get("notify_on_close"):
            person = self.workspace.users[view.user]
            await self.delivery.send("interactive", interactions.view_closed(self.workspace, person, view))

    def invite(self, channel: str) -> None:
        """The bot becomes a member, as `/invite @qos` does."""
        place = self.workspace.channel_named(channel)
        if place.kind in ("im", "mpim") or place.is_archived:
            raise NotPossible("Apps can't be invited here")
        self.workspace.join(place, self.workspace.bot.id)

    # -- switches ----------------------------------------------------------------------------------------------------

    def refuse_next(self, method: str, error: str = "internal_error", *, status: int = 200,
                    retry_after_s: int | None = None, times: int = 1) -> None:  # fmt: skip
        """The next `times` calls of that method are refused so (`retry_after_s`: as 429)."""
        self.api.faults[method].extend([Fault(error, status, retry_after_s)] * times)

    async def use_http(self, request_url: str) -> bool:
        """Switch to HTTP delivery after the `url_verification` handshake; False: it failed and nothing changed."""
        if not await self.http.verify_url(request_url):
            return False
        self.settings.request_url = request_url
        await self.socket.refresh("link_disabled")
        return True

    async def bot_is_connected(self, timeout_s: float = 30.0) -> None:
        """
        Raises:
            TimeoutError: no socket connection came.
        """
        if not self.socket.connected:
            await self.inbox.next(lambda change: change.kind == "bot" and change.connected, timeout_s)

    @property
    def delivery(self) -> Delivery:
        return self.socket if self.settings.request_url is None else self.http

    def spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        """Run in the background, owned by this Slack."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.http.close()

    def _send_events(self, change: Change) -> None:
        for event in events_of(self.workspace, change, self.settings.bot_events, self.settings.scopes):
            self.spawn(deliver_event(self.delivery, self.settings, envelope(self.workspace, event)))

    def _action_payload(self, person: User, where: Message | View, action: Json, state: Json) -> Json:
        if isinstance(where, View):
            where.values = {**where.values, **state}
            return interactions.view_action(self.workspace, person, where, action)
        url = self.workspace.new_response_url(where.channel, person.id, where)
        return interactions.message_action(self.workspace, person, where, action, self._address(url), state)

    def _address(self, url: ResponseUrl) -> str:
        return f"{self.settings.base_url}/response/{url.token}"

    def _whereabouts(self, user: str, channel: str) -> tuple[User, Channel]:
        person, place = self.workspace.user_named(user), self.workspace.channel_named(channel)
        if person.id not in place.members and place.kind != "public":
            raise NotPossible("You can't see that conversation")
        return person, place


def _owner(where: Message | View) -> str | None:
    return where.user if isinstance(where, View) else where.ephemeral_for
