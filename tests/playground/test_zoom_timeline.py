"""Live calls send what Zoom sends, in Zoom's shapes, signed; and what they tell is the story they claim."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.zoom.events import understood
from bot.zoom.signature import challenge, signed_by
from playground.serving import serve
from playground.zoom import events
from playground.zoom.crowds import big_call
from playground.zoom.events import Event
from playground.zoom.shows import FLOOD, SHOWS, SITE, STORM
from playground.zoom.timeline import Filmed, Player, Sent, Show, deliveries
from playground.zoom.webhook import Webhook, headers
from playground.zoom.world import CallRecord, Kind, World
from tests.playground.zoom_caller import NOW

FIXTURES = Path(__file__).parents[1] / "fixtures" / "zoom"
SECRET = "example-secret-token"
KINDS: tuple[Kind, ...] = ("meeting", "webinar", "session")
RSSI = {"min_rssi", "avg_rssi", "max_rssi", "rssi_unit"}


def documented(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FIXTURES / f"{name}.json").read_text())
    return loaded


def body(one: Event) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(one.raw)
    return loaded


def small_call(kind: Kind) -> CallRecord:
    """Three people on wireless networks."""
    call = big_call(kind, 3, seed=5)
    return replace(call, people=tuple(replace(p, place=replace(p.place, network="Wifi")) for p in call.people))


def all_of(kind: Kind) -> list[Event]:
    """One event of each sort about one call."""
    call = small_call(kind)
    assert call.end
    person = call.people[0]
    join = person.joins[0]
    told = (events.data, events.data_summary, events.summary)
    return [
        events.started(call),
        *(tell(call, person, join, call.start) for tell in told),
        events.minute(call, person, join, call.start, join.flows),
        events.ended(call, call.end),
    ]


def shape(value: Any) -> Any:
    """Keys and kinds of values, without what stands in lists of several elements."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    return [] if isinstance(value, list) else type(value)


def filmed(show: Show) -> tuple[list[Filmed], list[Sent]]:
    return deliveries(show, random.Random(show.id), NOW)


# --- shapes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_body_has_the_keys_of_the_documented_example(kind: Kind) -> None:
    """But for keys that Zoom's examples have in one of the kinds by accident."""
    seen = set()
    for one in all_of(kind):
        found = body(one)
        known = documented(found["event"])
        if found["event"] == "webinar.participant_data_summary":
            known["payload"]["object"].pop("id", None)
        if found["event"] in ("webinar.participant_qos_summary", "session.user_qos_summary"):
            known["payload"]["object"].pop("id", None)
            found["payload"]["object"].pop("session_key", None)
        assert shape(found) == shape(known), found["event"]
        seen.add(found["event"])
    assert len(seen) == 6


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_measured_has_the_documented_fields(kind: Kind) -> None:
    for one in all_of(kind):
        found, known = (_rows(each) for each in (body(one), documented(body(one)["event"])))
        if not found:
            continue
        assert set(found["data"]) == set(known["data"])
        for medium in set(found) & {"audio_output", "video_output", "audio_input"} & set(known):
            assert set(found[medium]) - RSSI == set(known[medium]) - RSSI, medium


def _rows(event: dict[str, Any]) -> dict[str, dict[str, Any]]:
    thing = event["payload"]["object"]
    person = thing.get("participant") or thing.get("user") or {}
    rows = {row["type"]: row["details"] for row in person.get("qos", [])}
    return {"data": (person.get("data") or [{}])[0], **rows} if person else {}


def test_the_bot_understands_every_event_of_every_kind() -> None:
    for kind in KINDS:
        for one in all_of(kind):
            told = understood(body(one))
            assert told is not None
            assert str(told.uuid) == small_call(kind).uuid


def test_wireless_signal_is_told_of_meetings_only() -> None:
    found = {kind: _rows(body(all_of(kind)[4])) for kind in KINDS}
    assert [any(set(row) >= RSSI for row in found[kind].values()) for kind in KINDS] == [True, False, False]


# --- signature and delivery ------------------------------------------------------------------------------------------


def test_the_signature_is_the_documented_one() -> None:
    vector = documented("signature")
    signed = headers(vector["secret"], vector["body"].encode(), "id", int(vector["x-zm-request-timestamp"]))
    assert signed["x-zm-signature"] == vector["x-zm-signature"]
    assert signed["x-zm-request-timestamp"] == vector["x-zm-request-timestamp"]


class Receiver:
    """Verifies as the bot does, keeps what came, and answers with the next of `statuses`, else 204."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.got: list[tuple[str, bytes]] = []

    async def take(self, request: Request) -> Response:
        raw = await request.body()
        stamp, signature = (request.headers[f"x-zm-{name}"] for name in ("request-timestamp", "signature"))
        if signed_by([SECRET], stamp, raw, signature) is None:
            return Response(status_code=401)
        answer = challenge(json.loads(raw), SECRET)
        if answer is not None:
            return JSONResponse(answer)
        self.got.append((request.headers["x-zm-request-id"], raw))
        return Response(status_code=self.statuses.pop(0) if self.statuses else 204)


@asynccontextmanager
async def hooked(receiver: Receiver, secret: str = SECRET) -> AsyncIterator[Webhook]:
    app = Starlette(routes=[Route("/zoom/events", receiver.take, methods=["POST"])])
    async with serve(app) as address, httpx.AsyncClient(trust_env=False) as http:
        yield Webhook(http, f"{address}/zoom/events", secret, minute_s=0)


async def test_an_address_is_valid_when_it_knows_the_secret() -> None:
    async with hooked(Receiver()) as webhook:
        assert await webhook.validate(NOW)
    async with hooked(Receiver(), "another secret") as webhook:
        assert not await webhook.validate(NOW)


@pytest.mark.parametrize(("statuses", "last", "times"), [((503, 500), 204, 3), ((400,), 400, 1), ((503,) * 9, 503, 4)])
async def test_only_what_failed_at_the_receiver_comes_again_and_under_the_same_id(
    statuses: Iterable[int], last: int, times: int
) -> None:
    receiver = Receiver(*statuses)
    async with hooked(receiver) as webhook:
        assert await webhook.deliver(events.started(small_call("meeting")), NOW) == last
    assert (len(receiver.got), len(set(receiver.got))) == (times, 1)
    assert webhook.answers == {last: 1}


async def test_a_show_arrives_whole_and_signed_and_zoom_knows_its_calls() -> None:
    receiver, world = Receiver(), World()
    async with hooked(receiver) as webhook:
        player = Player(world, lambda event: webhook.deliver(event, NOW), lambda: NOW, minute_s=0)
        count = await player.play(SITE)
    assert (webhook.answers, len(receiver.got)) == ({204: count}, count)
    assert player.playing == set()
    (call,) = world.calls
    names = Counter(json.loads(raw)["event"] for _, raw in receiver.got)
    assert names["meeting.participant_qos"] == 12 * len(call.people) == 132
    assert (names["meeting.started"], names["meeting.ended"]) == (1, 1)
    assert call.end is not None
    assert call.end < NOW


async def test_while_it_plays_the_call_is_still_on() -> None:
    world, running = World(), asyncio.Event()

    async def deliver(_event: Event) -> None:
        running.set()

    player = Player(world, deliver, lambda: NOW, minute_s=60)
    playing = asyncio.create_task(player.play(SITE))
    await asyncio.wait_for(running.wait(), 5)
    assert [(call.end, player.playing) for call in world.calls] == [(None, {"site"})]
    assert all(join.left is None for call in world.calls for person in call.people for join in person.joins)
    playing.cancel()
    await asyncio.gather(playing, return_exceptions=True)
    assert [call.end is None for call in world.calls] == [False]


# --- stories ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("show", SHOWS, ids=lambda show: show.id)
def test_a_show_is_short_enough_that_its_calls_count_as_running(show: Show) -> None:
    """It plays in the past, and a call of which nothing was heard for 15 minutes is over."""
    assert show.minutes < 15
    _, sent = filmed(show)
    assert [one.minute for one in sent] == sorted(one.minute for one in sent)
    assert all(one.event.at <= NOW + timedelta(minutes=show.minutes) for one in sent)


def test_the_same_seed_gives_the_same_show_and_another_play_has_other_meetings() -> None:
    first, second = ([one.call for one in deliveries(SITE, random.Random(seed), NOW)[0]] for seed in ("a", "b"))
    assert first == [one.call for one in deliveries(SITE, random.Random("a"), NOW)[0]]
    assert {(c.number, c.uuid) for c in first}.isdisjoint((c.number, c.uuid) for c in second)


def test_in_the_first_show_one_office_goes_bad_and_recovers() -> None:
    (only,), _ = filmed(SITE)
    berlin = {p.joins[0].participant_id for p in only.call.people if p.place.location.startswith("Berlin")}
    assert len(berlin) == 4
    for who, minutes in only.minutes.items():
        worst = [max(f.loss.avg for f in flows if f.loss) for flows in minutes]
        bad = [n for n, loss in enumerate(worst) if loss > 5]
        assert bad == (list(range(1, 6)) if who in berlin else []), who


def test_a_summary_is_the_sum_of_its_minutes() -> None:
    (only,), _ = filmed(SITE)
    for person in only.call.people:
        minutes = only.minutes[person.joins[0].participant_id]
        for place, whole in enumerate(person.joins[0].flows):
            losses = [flows[place].loss for flows in minutes]
            assert whole.loss is not None
            assert whole.loss.max == max(span.max for span in losses if span)
            mean = sum(span.avg for span in losses if span) / len(losses)
            assert whole.loss.avg == pytest.approx(mean, abs=0.01)


def test_the_storm_is_four_meetings_of_one_office_within_15_minutes() -> None:
    calls, _ = filmed(STORM)
    assert len({one.call.uuid for one in calls}) == 4
    starts = [one.call.start for one in calls]
    assert max(starts) - min(starts) < timedelta(minutes=15)
    for one in calls:
        places = Counter(person.place.location for person in one.call.people)
        assert places["Dublin (IE )"] == 3


def test_the_flood_repeats_every_event_by_id_and_by_content_out_of_order() -> None:
    _, sent = filmed(FLOOD)
    by_content = Counter(one.event.raw for one in sent)
    assert set(by_content.values()) == {3}
    ids: dict[bytes, Counter[str]] = {}
    for one in sent:
        ids.setdefault(one.event.raw, Counter())[one.event.request_id] += 1
    assert all(sorted(found.values()) == [1, 2] for found in ids.values())
    instants = [one.event.at for one in sent]
    assert instants != sorted(instants)
    names = [body(one.event)["event"] for one in sent]
    assert "meeting.participant_qos" in names[names.index("meeting.ended") :]
