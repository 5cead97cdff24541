"""The books of a soak beside what was sent and seen: what was lost, what was doubled, and the counts as text."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from playground.soak.books import Books
from playground.soak.plan import Plan
from playground.soak.posts import Alert, Posts
from playground.soak.sending import Content, Sending
from playground.soak.victim import Victim

NAMED_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Soaked:
    """Everything that a soak leaves behind. `lag_s`: how long the oldest event waited, looked at every second."""

    plan: Plan
    took_s: float
    settled_s: float
    sending: Sending
    victim: Victim
    posts: Posts
    books: Books
    lag_s: Sequence[float]
    error_lines: Sequence[str]


def faults(soaked: Soaked) -> list[str]:
    """One line for each way in which something was lost or doubled; empty when nothing was."""
    told, found, seen = soaked.sending.acknowledged, soaked.books, list(soaked.sending.acknowledged.values())
    known = _known(seen)
    expected = {
        "calls": (len({one.call for one in known}), found.calls),
        "people": (len({one[1:3] for one in known if one.person}), found.people),
        "minutes of people": (sum(one.is_minute for one in known), found.minutes),
        "events that say nothing": (sum(_is_unreadable(one) for one in seen), found.states["buried"]),
        "events that nobody knows": (len(seen) - len(known) - sum(map(_is_unreadable, seen)), found.states["ignored"]),
        "events still waiting": (0, found.states["pending"]),
        "messages that Slack refused": (0, found.parked),
    }
    lines = [f"{name}: {have:,} instead of {want:,}" for name, (want, have) in expected.items() if want != have]
    if lost := sum(content not in found.contents for content in told):
        lines.append(f"acknowledged and not in the store: {lost:,} events")
    if doubled := sum(count > 1 for count in found.contents.values()):
        lines.append(f"more than once in the store: {doubled:,} events")
    lines += [f"HTTP {status} instead of 204: {n:,} deliveries" for status, n in _refused(soaked.sending).items()]
    return [*lines, *_alert_faults(soaked)]


def _known(seen: Sequence[Content]) -> list[Content]:
    return [one for one in seen if not one.is_odd]


def _is_unreadable(one: Content) -> bool:
    return one.is_odd and one.name.endswith("qos_summary")


def _refused(sending: Sending) -> dict[int, int]:
    return {status: n for status, n in sending.statuses.items() if status != 204}


def _alert_faults(soaked: Soaked) -> list[str]:
    due, posts = soaked.plan.due(), soaked.posts.at
    lines = [f"missing: {_named(one)}" for one in sorted(due - posts.keys())]
    lines += [f"not due: {_named(one)}" for one in sorted(posts.keys() - due)]
    for alert, times in sorted(posts.items()):
        if len(times) > 1:
            lines.append(f"posted {len(times)} times: {_named(alert)}{_around(times, soaked.victim.kills)}")
    return lines


def _named(alert: Alert) -> str:
    return f"#{alert[0]}, {alert[1]}"


def _around(times: Sequence[float], kills: Sequence[float]) -> str:
    """A post repeated after a kill may lie in the one window that the outbox names; one without a kill may not."""
    between = [kill for kill in kills if times[0] <= kill <= times[-1]]
    return f", the first {between[0] - times[0]:.3f} s before a kill" if between else ", with no kill in between"


def report(soaked: Soaked) -> str:
    """The counts, a line each."""
    sending, found, posts = soaked.sending, soaked.books, soaked.posts.at
    due = soaked.plan.due()
    exactly = sum(len(times) == 1 for alert, times in posts.items() if alert in due)
    acknowledged = sum(n for status, n in sending.statuses.items() if status == 204)
    stored = sum(found.contents[content] == 1 for content in sending.acknowledged)
    faulty, down_s = faults(soaked), max(soaked.victim.down_s, default=0)
    rows = {
        "sent": f"{sending.sent:,} deliveries in {soaked.took_s:,.0f} s ({sending.sent / soaked.took_s:.1f} a second)",
        "acknowledged": f"{acknowledged:,}, of them {acknowledged - len(sending.acknowledged):,} duplicates",
        "different events": f"{len(sending.acknowledged):,}, in the store exactly once: {stored:,}",
        "stored, never acknowledged": f"{sum(one not in sending.acknowledged for one in found.contents):,}",
        "tried again by Zoom": f"{sending.tried_again:,}",
        "buried": f"{found.states['buried']:,} ({found.buried_reason or 'none'})",
        "ignored": f"{found.states['ignored']:,}",
        "calls": f"{found.calls:,} with {found.people:,} people and {found.minutes:,} of their minutes",
        "alerts due": f"{len(due):,}, posted exactly once: {exactly:,}",
        "edits and replies": f"{soaked.posts.edits:,} and {soaked.posts.replies:,}",
        "kill -9 and restart": f"{len(soaked.victim.kills):,}, down for {down_s:.1f} s at most",
        "all settled": f"{soaked.settled_s:.1f} s after the last event",
        "highest memory": f"{soaked.victim.peak_mb:.0f} MB; database {found.file_mb:.0f} MB",
        "acknowledged after": _percentiles(sending.ack_ms, "ms"),
        "oldest waiting event": _percentiles(soaked.lag_s, "s"),
        "error lines in the log": f"{len(soaked.error_lines):,}",
        "lost or doubled": f"{len(faulty):,}" if faulty else "nothing",
    }
    width = max(map(len, rows))
    more = [f"… {len(faulty) - NAMED_AT_MOST:,} more"] if len(faulty) > NAMED_AT_MOST else []
    named = [f"  {line}" for line in (*faulty[:NAMED_AT_MOST], *more, *soaked.error_lines[:NAMED_AT_MOST])]
    return "\n".join([*(f"{name.ljust(width)}  {value}" for name, value in rows.items()), *named])


def _percentiles(values: Sequence[float], unit: str) -> str:
    if len(values) < 2:
        return "not measured"
    cut = statistics.quantiles(values, n=100, method="inclusive")
    return ", ".join(f"p{p} {cut[p - 1]:,.2f} {unit}" for p in (50, 95, 99)) + f", most {max(values):,.2f} {unit}"
