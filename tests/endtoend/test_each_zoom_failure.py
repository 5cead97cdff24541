"""Every number of the playground that fails on purpose, asked for in Slack: words, a reference, the log beside it."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from bot.zoom import client, pacing
from handlers import progress
from playground.slack.model import Channel
from playground.zoom.magic import MAGIC, Magic, session_id
from tests.endtoend.bot_world import Bot, bot_between
from tests.endtoend.outside_world import UNLINKED

REPORT = "a report"
EXPECTED = {
    "90000000101": "too_old",
    "90000000102": "no_summary_yet",
    "90000000103": "no_summary_yet",
    "90000000104": "event_subscription_missing",
    "90000000105": "dashboard_plan",
    "90000000106": "paid_plan_needed",
    "90000000107": "wrong_token_kind",
    "90000000108": "dashboard_plan",
    "90000000109": "validation_failed",
    "90000000110": REPORT,
    "90000000111": REPORT,
    "90000000112": REPORT,
    "90000000113": "invalid_token",
    "90000000114": "invalid_client",
    "90000000115": "missing_scope",
    "90000000116": "forbidden",
    "90000000117": "forbidden",
    "90000000118": "endpoint_not_recognised",
    "90000000119": REPORT,
    "90000000120": "daily_limit",
    "90000000121": "daily_limit",
    "90000000122": REPORT,
    "90000000123": "zoom_unavailable",
    "90000000124": REPORT,
    "90000000125": "zoom_unreachable",
    "90000000126": "zoom_unreachable",
    "90000000127": "zoom_garbled",
    "90000000128": "no_summary_yet",
    "90000000129": "zoom_garbled",
    "90000000130": REPORT,
    "90000000131": REPORT,
    "90000000132": REPORT,
    "90000000133": REPORT,
    "90000000134": REPORT,
    "90000000135": REPORT,
    session_id(1): "not_a_videosdk_account",
    session_id(2): "session_refused",
    session_id(3): "no_summary_yet",
}
"""What each number comes to: the slug of its error, or a report in spite of everything."""

PARTLY = {
    "90000000111": ("Incomplete", "after the first 10 people"),
    "90000000130": ("Not available: network types", "not been granted the scope"),
    "90000000131": ("Not available: topic, host and times", "forbids this app"),
    "90000000133": ("Not available", "could not be read"),
}
"""What a report says of what it lacks."""

WITHOUT_AN_ANSWER = {"90000000125", "90000000126"}
"""The connection ended without one, so there is no tracking id either."""

REF = re.compile(r"\(ref ([0-9a-f]{8})\)$")


@dataclass
class Told:
    """What one row led to."""

    row: Magic
    text: str
    log: list[dict[str, Any]]
    tracking_ids: set[str]
    """Zoom's names for the requests that failed as this row says."""

    @property
    def ref(self) -> str | None:
        found = REF.search(self.text)
        return found[1] if found else None

    @property
    def sentence(self) -> str:
        """The message without what differs from one asking to the next."""
        return re.sub(r"900 0000 \d{4}", "NUMBER", REF.sub("", self.text))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def told(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[dict[str, Told]]:
    """All rows asked for at once, each in a channel of its own; the one that breaks the next token alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client, "TIMEOUT", httpx.Timeout(1.2))
        patch.setattr(progress, "PROGRESS_AFTER_S", ())
        patch.setattr(pacing, "ASKED_AGAIN_AFTER", timedelta(0))  # one row's used-up day must not answer for the others
        patch.setitem(pacing.HEAVY, "business", pacing.HeavyLimits(100_000, 1_000_000))
        folder: Path = tmp_path_factory.mktemp("failures")
        async with bot_between(folder) as bot:
            together = [row for row in MAGIC if not row.then]
            texts = dict(zip(together, await asyncio.gather(*(_ask(bot, row) for row in together)), strict=True))
            texts |= {row: await _ask(bot, row) for row in MAGIC if row.then}
            failed = {name: {e.tracking_id for e in bot.zoom.journal if e.failure == name} for name in _names()}
            log = bot.log()
        yield {row.number: Told(row, text, log, failed[row.then or row.name]) for row, text in texts.items()}


def _names() -> set[str]:
    return {row.then or row.name for row in MAGIC}


async def _ask(bot: Bot, row: Magic) -> str:
    place = Channel(f"C0R{MAGIC.index(row):05d}", f"row-{MAGIC.index(row)}", "private", {"U0LEEPARK1"})
    bot.slack.workspace.channels[place.id] = place
    await bot.type(f"{row.kind} {row.number}", place.id)
    return (await bot.slack.next_message(place.id, timeout_s=60)).text.replace(UNLINKED, "")


def of(outcome: str) -> list[str]:
    return [number for number, expected in EXPECTED.items() if (expected == REPORT) == (outcome == REPORT)]


def test_every_row_is_expected_to_come_to_something() -> None:
    assert set(EXPECTED) == {row.number for row in MAGIC}


@pytest.mark.parametrize("number", of("an error"))
def test_an_error_is_words_with_advice_and_a_reference_that_is_in_the_log(told: dict[str, Told], number: str) -> None:
    one = told[number]
    assert one.ref, one.text
    assert len(re.findall(r"[.;] [A-Z]", one.sentence)) >= 1, "what happened, and what to do"
    assert re.fullmatch(r"[^{}<>]+", one.sentence)
    lines = [line for line in one.log if line.get("ref") == one.ref]
    failures = [line for line in lines if line["event"] == "zoom_request_failed"]
    assert [line["slug"] for line in failures] == [EXPECTED[number]]
    assert [line["slug"] for line in lines if line["event"] == "refused"] == [EXPECTED[number]]
    if number in WITHOUT_AN_ANSWER:
        assert failures[0]["tracking_id"] is None
    elif one.row.operation:
        assert failures[0]["tracking_id"] in one.tracking_ids


@pytest.mark.parametrize("number", of(REPORT))
def test_what_recovers_is_a_report(told: dict[str, Told], number: str) -> None:
    one = told[number]
    assert one.ref is None, one.text
    assert "good" in one.text.splitlines()[0]
    for words in PARTLY.get(number, ()):
        assert words in one.text
    assert ("Incomplete" in one.text) == (number == "90000000111")


def test_each_slug_has_a_sentence_of_its_own(told: dict[str, Told]) -> None:
    by_slug: dict[str, set[str]] = {}
    for number, slug in EXPECTED.items():
        if slug != REPORT:
            by_slug.setdefault(slug, set()).add(told[number].sentence.split(". ")[0])
    sentences = [sentence for said in by_slug.values() for sentence in said]
    assert len(sentences) == len(set(sentences))


def test_the_daily_limit_says_when_it_works_again(told: dict[str, Told]) -> None:
    for number in ("90000000120", "90000000121"):
        assert "resets at 00:00 UTC" in told[number].text
        assert "Stored meetings still work" in told[number].text


def test_a_missing_scope_is_named_so_that_it_can_be_searched_for(told: dict[str, Told]) -> None:
    assert "dashboard:read:list_meeting_participants_qos:admin" in told["90000000115"].text


def test_a_missing_subscription_names_the_event_of_this_kind(told: dict[str, Told]) -> None:
    assert '"Meeting participant QoS summary"' in told["90000000104"].text
    assert "webinar" not in told["90000000104"].text.casefold()
