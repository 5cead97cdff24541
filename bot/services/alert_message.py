"""An alert as its message shows it now: its own card, or the list of its storm. Pure; wording is in the blocks."""

from datetime import datetime

from bot.alert_ports import AlertRow
from bot.blocks.alert import alert, storm_list
from bot.domain.alert_card import AlertCard
from bot.domain.holds import Snooze, SnoozeFor, covers, hides_about, snooze
from bot.domain.storms import same_place
from bot.outbox_ports import Scene
from bot.ports import Message

ANY_ZONE = "UTC"
"""How much "today" hides is told before it is known who presses; whose midnight it is changes little."""


def leads(row: AlertRow, scene: Scene) -> bool:
    """Its message is the list of a storm."""
    return row.state.leader == row.call_key and len(scene.members) > 1


def points_to(row: AlertRow, scene: Scene) -> AlertRow | None:
    """The alert whose list this message links to; None outside of a storm."""
    leader = row.state.leader
    if leader is None or leader == row.call_key:
        return None
    return next((one for one in scene.members if one.call_key == leader), None)


def message_of(row: AlertRow, card: AlertCard, scene: Scene, now: datetime, link: str | None) -> Message:
    """`link` leads to the message that `points_to` names."""
    value, state = str(row.id), row.state
    on = [one for one in scene.snoozes if covers(one, card.call, card.site, now)]
    snoozed = max(on, key=lambda one: one.until, default=None)
    hides = _hides(card, scene, now)
    if leads(row, scene):
        cards = [one.state.card for one in scene.members if one.state.card is not None]
        return storm_list(
            cards,
            row.storm_place or "",
            is_site=row.storm_is_site,
            now=now,
            value=value,
            acknowledged=state.acknowledged,
            snoozed=snoozed,
            hides=hides,
        )
    return alert(
        card,
        now=now,
        value=value,
        acknowledged=state.acknowledged,
        snoozed=snoozed,
        more=same_place(scene.others, card),
        hides=hides,
        wider=row.storm_place if state.leader and state.leader != row.call_key else None,
        link=link,
    )


def _hides(card: AlertCard, scene: Scene, now: datetime) -> dict[SnoozeFor, int]:
    planned: dict[SnoozeFor, Snooze | None] = {what: snooze(what, card, "", now, ANY_ZONE) for what in SnoozeFor}
    return {what: hides_about(one, scene.past, now) for what, one in planned.items() if one is not None}
