"""Events in by the webhook of a running bot, alerts out into Slack; killed in between, refused, and out of a file."""

import json
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from bot.domain.subscription_terms import parse_terms
from bot.store.store import Store
from playground.slack.model import Message
from playground.slack.service import Slack
from tests.endtoend.bot_process import Serving, bot, serving
from tests.endtoend.bot_world import eventually
from tests.endtoend.outside_world import outside, variables
from tests.endtoend.test_zoom_events_in import minutes_ago, only_events, post, zoom_calls
from tests.services.alert_scene import meeting
from tests.services.event_samples import ended, summary_event

ALERTS = "av-alerts"


@dataclass
class World:
    """A local Slack whose #av-alerts is subscribed, and the settings of a bot that nobody has started yet."""

    slack: Slack
    folder: Path
    settings: Mapping[str, str]

    @property
    def channel(self) -> str:
        return self.slack.workspace.channel_named(ALERTS).id

    def posts(self) -> list[Message]:
        """What the bot has said in the channel, as it stands."""
        bot_id = self.slack.workspace.bot.id
        there = self.slack.workspace.messages.get(self.channel, {}).values()
        return [one for one in there if one.user == bot_id and not one.thread_ts and one.subtype is None]

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[tuple[Serving, httpx.AsyncClient]]:
        async with serving(self.folder, self.settings) as served, zoom_calls(served.url) as webhook:
            yield served, webhook

    async def nothing_waits(self) -> bool:
        """Every event is looked at, and everything to be said is said."""
        async with Store.open(self.settings["DATABASE_URL"]) as store:
            idle = (await store.feed.status()).pending == 0 and not await store.alerts.due_calls(1)
            return idle and await store.outbox.next_wish_at() is None

    def claimed(self) -> int:
        """How many messages were on their way to Slack when the bot was killed."""
        with closing(sqlite3.connect(self.folder / "qos.db")) as raw:
            return int(raw.execute("SELECT count(*) FROM outbox WHERE claimed_until IS NOT NULL").fetchone()[0])

    async def settled(self) -> None:
        await eventually(self.nothing_waits)


@asynccontextmanager
async def world(folder: Path) -> AsyncIterator[World]:
    async with outside() as (slack, zoom):
        settings = only_events(variables(slack, zoom, folder / "qos.db"))
        there = World(slack, folder, settings)
        slack.invite(ALERTS)
        async with Store.open(settings["DATABASE_URL"]) as store:
            terms, owner = parse_terms(""), slack.workspace.user_named("lee").id
            team = slack.workspace.bot.team_id
            await store.subscriptions.subscribe(team, there.channel, owner, *terms, datetime.now(UTC))
        yield there


async def told(webhook: httpx.AsyncClient, *events: dict[str, Any]) -> None:
    assert {await post(webhook, event) for event in events} == {204}


async def test_an_alert_arrives_by_itself_and_is_edited_until_the_call_is_over(tmp_path: Path) -> None:
    begun = minutes_ago(20)
    async with world(tmp_path) as there, there.serving() as (_, webhook):
        await told(webhook, *meeting(begun=begun))
        await eventually(lambda: _is(there, 1, "going badly"))
        await told(webhook, ended(begun + timedelta(minutes=20), begun=begun, uuid="bad=="))
        await eventually(lambda: _is(there, 1, "Final: 3 of 4"))


async def _is(there: World, count: int, words: str) -> bool:
    said = there.posts()
    return len(said) == count and words in said[-1].text


async def test_kills_while_events_come_and_alerts_go_post_each_alert_once(tmp_path: Path) -> None:
    """Twice at most where the kill hit between Slack's acceptance and our commit: then the claim is still there."""
    begun = minutes_ago(20)
    calls = [
        meeting(f"m{n}==", number=f"8000000000{n}", site=f"Place {n}", begun=begun, over=begun + timedelta(minutes=19))
        for n in range(6)
    ]
    async with world(tmp_path) as there:
        hit = 0
        for count in (1, 3, 6):
            async with there.serving() as (served, webhook):
                await told(webhook, *(event for events in calls[:count] for event in events))
                served.process.kill()
                await served.process.wait()
                hit += there.claimed()
        async with there.serving():
            await there.settled()
        said = [one for one in there.posts() if "Final" in one.text]
        assert 6 <= len(said) <= 6 + hit
        assert all(any(f"Place {n}" in one.text for one in said) for n in range(6))


async def test_429_and_5xx_are_waited_out_by_a_running_bot(tmp_path: Path) -> None:
    begun = minutes_ago(20)
    async with world(tmp_path) as there, there.serving() as (_, webhook):
        there.slack.refuse_next("chat.postMessage", retry_after_s=1)
        there.slack.refuse_next("chat.postMessage", "service_unavailable", status=503)
        await told(webhook, *meeting(begun=begun))
        await there.settled()
        assert await _is(there, 1, "going badly")


async def test_an_archived_channel_is_told_to_the_owner(tmp_path: Path) -> None:
    begun = minutes_ago(20)
    async with world(tmp_path) as there, there.serving() as (_, webhook):
        there.slack.workspace.channel_named(ALERTS).is_archived = True
        await told(webhook, *meeting(begun=begun))

        async def owner_knows() -> bool:
            said = [one for messages in there.slack.workspace.messages.values() for one in messages.values()]
            return any("the channel is archived" in one.text for one in said)

        # Not "nothing waits": a later event of the meeting lets the parked message be tried again, a quarter hour on.
        await eventually(owner_knows)
        assert there.posts() == []


async def test_a_revoked_token_shows_in_readiness(tmp_path: Path) -> None:
    begun = minutes_ago(20)
    async with world(tmp_path) as there, there.serving() as (served, webhook):
        there.slack.refuse_next("chat.postMessage", "token_revoked", times=1)
        await told(webhook, *meeting(begun=begun))

        async def said() -> bool:
            return "token_revoked" in (await served.get("/ready")).text

        await eventually(said)


async def test_a_file_of_events_posts_only_when_asked_to(tmp_path: Path) -> None:
    begun = datetime(2026, 3, 4, 12, tzinfo=UTC)
    file, more = tmp_path / "events.jsonl", tmp_path / "more.jsonl"
    file.write_text("\n".join(json.dumps(event) for event in meeting(begun=begun, over=begun + timedelta(minutes=19))))
    late = summary_event("150", loss="15%", at=begun + timedelta(minutes=18), uuid="bad==")
    more.write_text(json.dumps(late))
    async with world(tmp_path) as there:
        silent = await bot(tmp_path, there.settings, "replay", str(file))
        assert silent.code == 0 and "accepted 10" in silent.out and there.posts() == []
        posting = await bot(tmp_path, there.settings, "replay", "--post", str(more))
        assert posting.code == 0, posting.err
        assert await _is(there, 1, "Final: 4 of 5")
        again = await bot(tmp_path, there.settings, "replay", "--post", str(more))
        assert "duplicate 1" in again.out and len(there.posts()) == 1
        without = {name: value for name, value in there.settings.items() if name != "SLACK_BOT_TOKEN"}
        refused = await bot(tmp_path, without, "replay", "--post", str(more))
        assert refused.code == 1 and "SLACK_BOT_TOKEN" in refused.last_line


async def test_a_person_is_erased_from_the_command_line_and_from_the_alert_in_slack(tmp_path: Path) -> None:
    begun = minutes_ago(20)
    async with world(tmp_path) as there:
        async with there.serving() as (_, webhook):
            events = meeting(begun=begun, over=begun + timedelta(minutes=19))
            for event in events:
                person = event["payload"]["object"].get("participant", {})
                if person.get("participant_id") == "100":
                    person["email"] = "ana@example.com"
            await told(webhook, *events)
            await eventually(lambda: _is(there, 1, "Name 100"))
            await there.settled()
        gone = await bot(tmp_path, there.settings, "forget", "Ana@Example.com")
        assert (gone.code, gone.out) == (0, "joins 1, events 2, alerts 1, answers 0\n")
        async with there.serving():
            await there.settled()
        assert "Name 100" not in there.posts()[0].text and "someone" in there.posts()[0].text
        again = await bot(tmp_path, there.settings, "forget", "ana@example.com")
        assert again.out == "joins 0, events 0, alerts 0, answers 0\n"
        wrong = await bot(tmp_path, there.settings, "forget", "ana")
        assert wrong.code == 2 and wrong.last_line.startswith("not_an_email:")
