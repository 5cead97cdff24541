"""Forgetting: old reports by date, and a person by e-mail, down to the bytes in the file."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.model import Attendance, Kind, Leg
from bot.ports import Thread
from bot.store.store import Store
from tests.store.store_samples import NOON, UUID, call, leg


async def test_old_reports_go_and_newer_ones_stay(store: Store) -> None:
    for day in range(4):
        await store.save_call(call(2, uuid=f"day-{day}", as_of=NOON + timedelta(days=day)))
    assert await store.purge_reports(NOON + timedelta(days=2)) == 2
    left = [day for day in range(4) if await store.call_by_uuid(Kind.MEETING, f"day-{day}")]
    assert left == [2, 3]
    assert await store.purge_reports(NOON + timedelta(days=2)) == 0


async def test_old_threads_and_days_go_with_the_reports(url: str) -> None:
    now = [NOON]
    async with Store.open(url, clock=lambda: now[0]) as store:
        await store.remember_thread(Thread("T1", "C1", "1.0", Kind.MEETING, UUID, None))
        now[0] = NOON + timedelta(days=2)
        await store.remember_thread(Thread("T1", "C1", "2.0", Kind.MEETING, UUID, None))
        for day in (4, 5, 6):
            await store.take_heavy("acme", date(2026, 3, day), 1, 10)
        await store.purge_reports(datetime(2026, 3, 5, tzinfo=UTC))
        assert await store.find_thread("T1", "C1", "1.0") is None
        assert await store.find_thread("T1", "C1", "2.0") is not None
        assert [await store.heavy_used("acme", date(2026, 3, day)) for day in (4, 5, 6)] == [0, 1, 1]


async def legs_left(store: Store, uuid: str = UUID) -> tuple[Leg, ...]:
    stored = await store.call_by_uuid(Kind.MEETING, uuid)
    assert stored
    return stored.legs


async def test_a_person_is_forgotten_in_every_call_and_others_stay(store: Store) -> None:
    await store.save_call(call(3, uuid="one"))
    await store.save_call(call(3, uuid="two", kind=Kind.MEETING))
    assert await store.forget_email("  Person1@Example.COM ") == 2
    assert await legs_left(store, "one") == await legs_left(store, "two") == (leg(0), leg(2))
    assert await store.forget_email("person1@example.com") == 0


@pytest.mark.parametrize(
    "theirs",
    [
        leg(1, email="PERSON1@example.com"),
        leg(1, email=None),
        leg(1, email="else@example.com"),
        Leg("join-9", "user-1"),
        Leg("join-1"),
        Leg("join-1", ""),
        Leg("join-8", None, attendance=Attendance("join-8", email="Person1@example.com")),
    ],
    ids=["other case", "listed only", "two addresses", "by user id", "by join", "by join, blank user", "only listed"],
)
async def test_every_join_of_the_person_goes(store: Store, theirs: Leg) -> None:
    await store.save_call(call((leg(0), leg(1), theirs)))
    assert await store.forget_email("person1@example.com") == 2
    assert await legs_left(store) == (leg(0),)


@pytest.mark.parametrize(
    "somebody_else",
    [leg(2, name="Person 1"), Leg("join-1", "user-2"), Leg("", None, "Person 1"), Leg("join-2", "")],
    ids=["same name", "other user id", "no ids", "blank user id"],
)
async def test_nobody_else_goes(store: Store, somebody_else: Leg) -> None:
    await store.save_call(call((leg(1), leg(1, participant_id="", user_id=""), somebody_else)))
    assert await store.forget_email("person1@example.com") == 2
    assert await legs_left(store) == (somebody_else,)


@pytest.mark.parametrize(
    ("host", "left"),
    [
        ("Person1@Example.com", None),
        ("Person 1", None),
        ("Person 2", "Person 2"),
        ("ÉVE@example.com", "ÉVE@example.com"),
    ],
)
async def test_the_host_is_blanked_when_it_is_that_person(store: Store, host: str, left: str | None) -> None:
    await store.save_call(call(3, host=host))
    await store.forget_email("person1@example.com")
    stored = await store.call_by_uuid(Kind.MEETING, UUID)
    assert stored
    assert stored.subject.host == left


async def test_a_host_who_never_joined_is_forgotten_too_in_any_alphabet(store: Store) -> None:
    await store.save_call(call(1, host="Éve@example.com"))
    assert await store.forget_email("éVE@example.com") == 0
    stored = await store.call_by_uuid(Kind.MEETING, UUID)
    assert stored
    assert stored.subject.host is None


@pytest.mark.parametrize("email", ["", "  ", "%", "person_@example.com"])
async def test_nothing_and_wildcards_match_nobody(store: Store, email: str) -> None:
    await store.save_call(call((leg(1), Leg("join-7", email=""))))
    assert await store.forget_email(email) == 0
    assert len(await legs_left(store)) == 2


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


async def test_a_forgotten_person_is_not_in_the_file_any_more(url: str, tmp_path: Path) -> None:
    async with Store.open(url) as store:
        await store.save_call(call(3, host="Person 1"))
    assert b"person1@example.com" in everything_in(tmp_path)
    async with Store.open(url) as store:
        await store.forget_email("person1@example.com")
    assert b"person1@example.com" not in everything_in(tmp_path)
    assert b"Person 1" not in everything_in(tmp_path)
