"""Sharing pressed again: what was posted is not posted twice, what failed may be tried again."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.model import Subject
from bot.errors import SlackError
from bot.services.sharing import PRESSED_AGAIN_S, Outcome, Sharing
from bot.store.store import Store
from tests.services.test_sharing import CHANNEL, MESSAGE, SUBJECT, ScriptedSlack, channel


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with Store.open(f"sqlite+aiosqlite:///{tmp_path / 'qos.db'}") as opened:
        yield opened


async def test_pressing_twice_posts_once_until_ten_minutes_later(store: Store) -> None:
    now, slack = [0.0], ScriptedSlack(channel())
    sharing = Sharing(slack, store, timer=lambda: now[0])
    pressed = [sharing.share_once(MESSAGE, SUBJECT, CHANNEL) for _ in range(2)]
    assert await asyncio.gather(*pressed) == [Outcome.SHARED, Outcome.ALREADY]
    now[0] = PRESSED_AGAIN_S
    assert await sharing.share_once(MESSAGE, SUBJECT, CHANNEL) is Outcome.SHARED
    assert slack.done == ["post C1", "post C1"]


async def test_another_call_is_another_matter(store: Store) -> None:
    sharing = Sharing(ScriptedSlack(channel()), store)
    another = Subject(SUBJECT.kind, SUBJECT.number)
    assert await sharing.share_once(MESSAGE, SUBJECT, CHANNEL) is Outcome.SHARED
    assert await sharing.share_once(MESSAGE, another, CHANNEL) is Outcome.SHARED


async def test_what_was_not_posted_may_be_tried_again(store: Store) -> None:
    slack = ScriptedSlack(channel(is_shared_externally=True), "ratelimited")
    sharing = Sharing(slack, store)
    assert await sharing.share_once(MESSAGE, SUBJECT, CHANNEL) is Outcome.CONFIRM
    with pytest.raises(SlackError):
        await sharing.share_once(MESSAGE, SUBJECT, CHANNEL, confirmed=True)
    slack.post_refusal = ""
    assert await sharing.share_once(MESSAGE, SUBJECT, CHANNEL, confirmed=True) is Outcome.SHARED
