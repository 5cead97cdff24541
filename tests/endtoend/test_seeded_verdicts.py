"""Every call of the playground gives the verdict that it was built to show."""

from bot.domain.model import DEFAULT_VIEW, Kind, Report
from bot.zoom.ids import parse_id
from tests.endtoend.bot_world import Bot

BUILT_FOR = [
    ("meeting", "822 4410 7316", "nobody", "none"),
    ("meeting", "858 1234 5678", "one", "own_uplink"),
    ("meeting", "861 2207 9154", "site", "site_or_isp"),
    ("meeting", "837 5519 0042", "one", "cpu"),
    ("webinar", "930 1164 2875", "several", "own_downlink"),
    ("session", "qT7mV/2sQ0eLx3HkZc9wUA==", "one", "cellular"),
    ("meeting", "849 3025 6617", "sender", "remote_sender"),
    ("meeting", "876 9040 1253", "several", "own_downlink"),
    ("meeting", "895 6318 4027", "datacenter", "datacenter_or_zoom"),
]
"""Kind, id, scope, and the cause of whoever was worst (of a sender: of those who heard them badly)."""


async def judged(bot: Bot, kind: str, identity: str) -> Report:
    return await bot.application.services.reports.report(parse_id(identity, Kind(kind)), DEFAULT_VIEW)


async def test_each_seeded_call_shows_what_it_was_built_for(socket_bot: Bot) -> None:
    told = []
    for kind, identity, _scope, cause in BUILT_FOR:
        report = await judged(socket_bot, kind, identity)
        causes = {p.cause.code for p in report.participants if p.label == "poor"} or {"none"}
        told.append((kind, identity, report.verdict.scope.value, cause if cause in causes else sorted(causes)))
    assert told == BUILT_FOR


async def test_the_meeting_of_one_is_not_left_without_a_verdict(socket_bot: Bot) -> None:
    report = await judged(socket_bot, "meeting", "815 7782 3490")
    assert report.verdict.scope in ("nobody", "one")
    assert report.verdict.rated == 1
