"""What calls say about sent and received is kept with the call, and goes with it."""

from bot.domain.direction_evidence import Vote
from bot.domain.model import Call, CallUuid, Kind, Media, Reading, Source, Subject
from bot.store.store import Store
from tests.store.store_samples import NOON

AGREES = Vote(Kind.MEETING, Reading.DOCUMENTED, {Media.AUDIO: True, Media.SHARE: True}, frozenset({Media.AUDIO}))
AGAINST = Vote(Kind.MEETING, Reading.INPUT_IS_SENT, {Media.AUDIO: False}, frozenset({Media.AUDIO}))
SILENT = Vote(Kind.MEETING, Reading.DOCUMENTED, {}, frozenset({Media.AUDIO}))


def call(uuid: str, kind: Kind = Kind.MEETING) -> Call:
    return Call(Subject(kind, uuid=CallUuid(uuid)), (), Source.REST, NOON)


async def test_votes_come_back_as_they_were_cast(store: Store) -> None:
    await store.save_call(call("a"), [AGREES, AGAINST])
    found = await store.votes(Kind.MEETING)
    assert {(vote.reading, vote.agrees) for vote in found} == {
        (Reading.DOCUMENTED, True),
        (Reading.INPUT_IS_SENT, False),
    }
    assert next(vote for vote in found if vote.reading is Reading.DOCUMENTED).media == AGREES.media


async def test_a_call_saved_again_votes_once(store: Store) -> None:
    await store.save_call(call("a"), [AGREES])
    await store.save_call(call("a"), [AGREES])
    assert len(await store.votes(Kind.MEETING)) == 1


async def test_a_call_that_says_nothing_counts_for_nothing(store: Store) -> None:
    await store.save_call(call("a"), [SILENT])
    assert await store.votes(Kind.MEETING) == []


async def test_kinds_vote_apart(store: Store) -> None:
    await store.save_call(call("a"), [AGREES])
    assert await store.votes(Kind.WEBINAR) == []
