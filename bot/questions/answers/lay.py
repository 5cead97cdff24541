"""What to write to whoever had trouble: no jargon, no numbers, no blame, one action. Judges nothing."""

from collections.abc import Mapping

from bot.domain.model import DecidedBy, Direction, Label, Media, Participant

NETWORK_NOTICED: Mapping[tuple[Media, Direction], str] = {
    (Media.AUDIO, Direction.SENT): "the others heard you with gaps",
    (Media.AUDIO, Direction.RECEIVED): "you probably heard the others with gaps",
    (Media.VIDEO, Direction.SENT): "your picture froze or broke up for the others",
    (Media.VIDEO, Direction.RECEIVED): "the pictures you saw probably froze or broke up",
    (Media.SHARE, Direction.SENT): "the screen you shared arrived slowly or broke up",
    (Media.SHARE, Direction.RECEIVED): "the shared screen probably reached you late or broke up",
}
DELAY = "there was a noticeable delay between you and the others"
FEW_PICTURES: Mapping[Direction, str] = {
    Direction.SENT: "your picture moved in jerks for the others",
    Direction.RECEIVED: "the pictures you saw moved in jerks",
}

REASONS: Mapping[str, str] = {
    "own_uplink": "Your internet connection had trouble sending everything",
    "own_downlink": "Your internet connection had trouble receiving everything",
    "own_access": "Your internet line lost some of the data both ways",
    "wifi": "Your Wi-Fi connection was unsteady",
    "cellular": "The mobile network was unsteady",
    "vpn_or_proxy": "Your connection to Zoom took a detour, probably through a VPN",
    "cpu": "Your computer was very busy, while your internet connection was fine",
    "device": "Your internet connection was fine, so the camera or the computer is the more likely reason",
    "bandwidth_limited_up": "There was too little room on your internet line for sending video",
    "bandwidth_limited_down": "There was too little room on your internet line for receiving video",
    "bufferbloat": "Something else was probably using your internet line at the same time",
    "loss_burst": "Your connection dropped out for short moments",
    "distance": "You were far from the place through which Zoom connected you, and your connection is fine",
    "satellite": "Your connection seems to go over a satellite, which always takes a moment longer",
    "site_or_isp": "Others at your place had the same trouble, so it is probably the line there",
    "datacenter_or_zoom": "Others in different places had the same trouble, so it is probably nothing at your end",
    "remote_sender": "It came from another person's connection; yours was fine",
}
NO_REASON = "The measurements do not show why"

ACTIONS: Mapping[str, str] = {
    "own_uplink": "Please use a network cable instead of Wi-Fi next time, and pause uploads and cloud backups.",
    "own_downlink": "Please pause downloads and streaming on the same line during the next call.",
    "own_access": "Please restart your router and try a network cable for the next call.",
    "wifi": "Please sit closer to the Wi-Fi router next time, or better, use a network cable.",
    "cellular": "Please use Wi-Fi or a cable for the next call if you can, or turn your camera off.",
    "vpn_or_proxy": "If you are allowed to, please try the next call without the VPN.",
    "cpu": "Please close other programs and turn off the virtual background before the next call.",
    "device": "Please update Zoom, or try another camera, before the next call.",
    "bandwidth_limited_up": "Please turn HD video off for the next call.",
    "bandwidth_limited_down": "Please use speaker view instead of gallery view in the next call.",
    "bufferbloat": "Please stop uploads, backups and cloud sync during the next call.",
    "loss_burst": "Please try a network cable for the next call.",
    "distance": "There is nothing for you to do; we are asking the Zoom administrator.",
    "satellite": "If you have a cable or a mobile line, please use that for the next call.",
    "site_or_isp": "There is nothing for you to do; we are looking into the line.",
    "datacenter_or_zoom": "There is nothing for you to do; we are watching the next calls.",
    "remote_sender": "There is nothing for you to do.",
}
NO_ACTION = "Could you tell us what you noticed, and try another network once so that we can compare?"
CABLE_ACTIONS = frozenset({"own_uplink", "own_access", "loss_burst"})
WHEN_WIRED = "Please try another network cable or socket, and pause uploads and cloud backups, for the next call."

FINE = "Your connection was fine in all that was measured. There is nothing for you to change."
UNKNOWN = "We have no measurements of your part of the call. Could you tell us what you noticed, and when?"


def lay_words(person: Participant) -> str:
    """`In this call the others heard you with gaps. Your internet connection … Please …`"""
    if person.label is Label.UNRATED:
        return UNKNOWN
    if person.decided_by is None:
        return FINE
    code = person.cause.code
    wired = (person.network_type or "").casefold() == "wired" and code in CABLE_ACTIONS
    action = WHEN_WIRED if wired else ACTIONS.get(code, NO_ACTION)
    return f"In this call {_noticed(person.decided_by)}. {REASONS.get(code, NO_REASON)}. {action}"


def _noticed(decided: DecidedBy) -> str:
    if decided.metric == "latency":
        return DELAY
    if decided.metric == "frame_rate":
        return FEW_PICTURES[decided.direction]
    return NETWORK_NOTICED[(decided.media, decided.direction)]
