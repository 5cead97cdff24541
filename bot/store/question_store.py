"""The port of questions over a database. Decides what shares a transaction; the queries live beside."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.model import CallUuid, Kind, MeetingNumber, MeetingRef
from bot.ports import Message, Thread
from bot.question_ports import Conversation, Judgement, Kept
from bot.questions.asked import Turn
from bot.store import channels, questions, threads
from bot.store.feed import Transaction


class QuestionStore:
    """Questions and their answers, and which calls are stored; every method raises `StoreError`."""

    def __init__(self, read: Transaction, write: Transaction) -> None:
        self._read = read
        self._write = write

    async def thread(self, team_id: str, channel_id: str, ts: str) -> Thread | None:
        return await self._read(lambda reading: threads.thread_of(reading, team_id, channel_id, ts))

    async def latest_thread(self, team_id: str, channel_id: str) -> Thread | None:
        return await self._read(lambda reading: threads.latest_of(reading, team_id, channel_id))

    async def claim(self, where: Conversation, message_ts: str, asker_id: str, now: datetime) -> int | None:
        return await self._write(lambda writing: questions.claim(writing, where, message_ts, asker_id, now))

    async def keep(self, id: int, ref: MeetingRef, turn: Turn, text: str, expanded: Message | None) -> None:
        await self._write(lambda writing: questions.keep(writing, id, ref, turn, text, expanded))

    async def turns(self, where: Conversation, most: int) -> Sequence[Turn]:
        return await self._read(lambda reading: questions.turns(reading, where, most))

    async def answer(self, id: int) -> Kept | None:
        return await self._read(lambda reading: questions.answer(reading, id))

    async def judge(self, id: int, judgement: Judgement, by: str) -> bool:
        return await self._write(lambda writing: questions.judge(writing, id, judgement, by))

    async def judged(self, judgement: Judgement) -> Sequence[Kept]:
        return await self._read(lambda reading: questions.judged(reading, judgement))

    async def calls_since(self, since: datetime, most: int) -> Sequence[tuple[Kind, CallUuid]]:
        return await self._read(lambda reading: channels.calls_since(reading, since, most))

    async def calls_of_number(self, kind: Kind, number: MeetingNumber, most: int) -> Sequence[CallUuid]:
        return await self._read(lambda reading: questions.calls_of_number(reading, kind, number, most))
