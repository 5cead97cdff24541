"""Where a summary may be posted: Slack's refusals to outcomes, joining, and remembering what a message is about."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.model import CallUuid, Kind, MeetingNumber, Subject
from bot.errors import SlackError
from bot.ports import Conversation, Message, Posted, SlackUser
from bot.services.sharing import Outcome, Place, Sharing
from bot.store.store import Store

MESSAGE = Message("Nobody had trouble", [])
SUBJECT = Subject(Kind.MEETING, MeetingNumber("85812345678"), CallUuid("kTQ2aWmB4rX9zYQ1234567=="))
CHANNEL = Place("T1", "C1", "helpdesk")


def refused(code: str) -> SlackError:
    return SlackError(f"slack_{code}", "Slack refused this.", slack_code=code)


class ScriptedSlack:
    """Knows one conversation, and refuses as it is told."""

    def __init__(self, seen: Conversation | SlackError, post: str = "", join: str = "") -> None:
        self.seen, self.post_refusal, self.join_refusal = seen, post, join
        self.done: list[str] = []

    async def conversation(self, channel_id: str) -> Conversation:
        if isinstance(self.seen, SlackError):
            raise self.seen
        return self.seen

    async def join(self, channel_id: str) -> None:
        self.done.append("join")
        if self.join_refusal:
            raise refused(self.join_refusal)

    async def post(self, channel_id: str, message: Message, thread_ts: str | None = None) -> Posted:
        self.done.append(f"post {channel_id}")
        if self.post_refusal:
            raise refused(self.post_refusal)
        return Posted(channel_id, "1700000000.000100")

    async def user(self, user_id: str) -> SlackUser:
        raise AssertionError("sharing asks for nobody's zone")

    async def react(self, posted: Posted, emoji: str) -> None:
        raise NotImplementedError

    async def open_dm(self, user_id: str) -> str:
        return f"D-{user_id}"

    async def post_privately(self, channel_id: str, user_id: str, message: Message, thread_ts: str | None) -> None:
        self.done.append("post privately")

    async def update(self, posted: Posted, message: Message) -> None:
        self.done.append("update")

    async def upload_csv(
        self, channel_id: str, filename: str, title: str, content: str, comment: str, thread_ts: str | None = None
    ) -> None:
        self.done.append("upload")

    async def open_view(self, trigger_id: str, view: dict[str, Any]) -> str:
        raise AssertionError("sharing opens no window")

    async def update_view(self, view_id: str, view: dict[str, Any]) -> None:
        raise AssertionError("sharing opens no window")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with Store.open(f"sqlite+aiosqlite:///{tmp_path / 'qos.db'}") as opened:
        yield opened


def channel(**said: bool) -> Conversation:
    return Conversation("C1", **{"is_private": False, "is_member": True, "is_shared_externally": False, **said})


@pytest.mark.parametrize(
    ("slack", "place", "outcome", "done"),
    [
        (ScriptedSlack(channel()), CHANNEL, Outcome.SHARED, ["post C1"]),
        (ScriptedSlack(channel(is_member=False)), CHANNEL, Outcome.SHARED, ["join", "post C1"]),
        (ScriptedSlack(channel(is_private=True, is_member=False), "not_in_channel"), CHANNEL, Outcome.INVITE_ME,
         ["post C1"]),
        (ScriptedSlack(channel(is_member=False), "not_in_channel", "restricted_action"), CHANNEL, Outcome.INVITE_ME,
         ["join", "post C1"]),
        (ScriptedSlack(refused("channel_not_found"), "channel_not_found"), CHANNEL, Outcome.INVITE_ME, ["post C1"]),
        (ScriptedSlack(refused("missing_scope")), CHANNEL, Outcome.CONFIRM_UNSEEN, []),
        (ScriptedSlack(refused("channel_not_found"), "channel_not_found"), Place("T1", "D1", "directmessage"),
         Outcome.BETWEEN_PEOPLE, ["post D1"]),
        (ScriptedSlack(refused("channel_not_found"), "channel_not_found"), Place("T1", "C1", "mpdm-lee--ana-1"),
         Outcome.BETWEEN_PEOPLE, ["post C1"]),
        (ScriptedSlack(channel(is_archived=True)), CHANNEL, Outcome.ARCHIVED, []),
        (ScriptedSlack(channel(), "is_archived"), CHANNEL, Outcome.ARCHIVED, ["post C1"]),
        (ScriptedSlack(channel(is_shared_externally=True)), CHANNEL, Outcome.CONFIRM, []),
        (ScriptedSlack(channel(is_shared_externally=True, is_member=False)), CHANNEL, Outcome.CONFIRM, []),
        (ScriptedSlack(channel(), "restricted_action"), CHANNEL, Outcome.NOT_ALLOWED, ["post C1"]),
        (ScriptedSlack(channel(), "restricted_action_read_only_channel"), CHANNEL, Outcome.NOT_ALLOWED, ["post C1"]),
    ],
)  # fmt: skip
async def test_each_place_has_its_outcome(
    store: Store, slack: ScriptedSlack, place: Place, outcome: Outcome, done: list[str]
) -> None:
    slack.done.clear()
    assert await Sharing(slack, store).share(MESSAGE, SUBJECT, place) is outcome
    assert slack.done == done
    remembered = await store.find_thread("T1", place.channel_id, "1700000000.000100")
    assert (remembered is not None) == (outcome is Outcome.SHARED)


async def test_a_confirmed_post_goes_out_and_is_remembered_with_its_call(store: Store) -> None:
    sharing = Sharing(ScriptedSlack(channel(is_shared_externally=True)), store)
    assert await sharing.share(MESSAGE, SUBJECT, CHANNEL, confirmed=True) is Outcome.SHARED
    thread = await store.find_thread("T1", "C1", "1700000000.000100")
    assert thread is not None
    assert (thread.kind, thread.uuid, thread.number) == (SUBJECT.kind, SUBJECT.uuid, SUBJECT.number)
    assert await store.find_thread("T2", "C1", "1700000000.000100") is None, "ts are only unique within a team"


async def test_where_slack_will_not_say_who_reads_a_confirmed_post_still_goes_out(store: Store) -> None:
    sharing = Sharing(ScriptedSlack(refused("missing_scope")), store)
    assert await sharing.share(MESSAGE, SUBJECT, CHANNEL, confirmed=True) is Outcome.SHARED


async def test_any_other_refusal_stays_an_error(store: Store) -> None:
    with pytest.raises(SlackError) as caught:
        await Sharing(ScriptedSlack(channel(), "ratelimited"), store).share(MESSAGE, SUBJECT, CHANNEL)
    assert caught.value.slack_code == "ratelimited"


async def test_a_direct_message_goes_to_the_persons_own_conversation_and_is_remembered(store: Store) -> None:
    slack = ScriptedSlack(channel())
    posted = await Sharing(slack, store).send_to_dm(MESSAGE, SUBJECT, "T1", "U1")
    assert posted.channel_id == "D-U1"
    assert await store.find_thread("T1", "D-U1", posted.ts) is not None


async def test_a_store_that_takes_nothing_does_not_stop_a_post(store: Store) -> None:
    await store.aclose()
    assert await Sharing(ScriptedSlack(channel()), store).share(MESSAGE, SUBJECT, CHANNEL) is Outcome.SHARED


@pytest.mark.parametrize(
    ("slack", "place", "against", "done"),
    [
        (ScriptedSlack(channel()), CHANNEL, None, []),
        (ScriptedSlack(channel(is_member=False)), CHANNEL, None, ["join"]),
        (ScriptedSlack(channel(is_member=False), join="restricted_action"), CHANNEL, Outcome.INVITE_ME, ["join"]),
        (ScriptedSlack(channel(is_private=True, is_member=False)), CHANNEL, Outcome.INVITE_ME, []),
        (ScriptedSlack(refused("channel_not_found")), CHANNEL, Outcome.INVITE_ME, []),
        (ScriptedSlack(refused("channel_not_found")), Place("T1", "D1", "directmessage"), Outcome.BETWEEN_PEOPLE, []),
        (ScriptedSlack(refused("missing_scope")), CHANNEL, Outcome.CONFIRM_UNSEEN, []),
        (ScriptedSlack(channel(is_archived=True)), CHANNEL, Outcome.ARCHIVED, []),
        (ScriptedSlack(channel(is_shared_externally=True)), CHANNEL, Outcome.CONFIRM, []),
    ],
)
async def test_what_stands_against_later_posts_is_known_beforehand(
    store: Store, slack: ScriptedSlack, place: Place, against: Outcome | None, done: list[str]
) -> None:
    assert await Sharing(slack, store).against(place, join=True) is against
    assert slack.done == done


async def test_looking_whether_posts_would_arrive_joins_nothing(store: Store) -> None:
    slack = ScriptedSlack(channel(is_member=False))
    assert await Sharing(slack, store).against(CHANNEL) is None
    assert slack.done == []
