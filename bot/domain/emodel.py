"""ITU-T G.107 (E-model, narrowband) and the listening estimate made from it, which never decides a label.

All delays in ms, loss in percent. R runs from 0 to about 93, MOS from 1 to 4.5. Clause numbers are those of G.107.
"""

from dataclasses import dataclass
from math import erf, exp, log2, log10, sqrt

from bot.domain.model import Direction, Media, Participant, Spread, Stream

NO_CODEC_IMPAIRMENT = 0.0
LOSS_ROBUSTNESS = 20.0
"""Ie 0 and Bpl 20: no standard value exists for what Zoom speaks; heuristics for Opus take Bpl 10 to 25."""

FIXED_DELAY_MS = 50.0
"""20 ms packets, codec look-ahead and sound devices."""

UNKNOWN_PEER_LATENCY_MS = 80.0
ASSUMPTIONS = (
    "estimated with ITU-T G.107 from received audio: average loss, round trip and jitter",
    "assumed: random loss, a codec with Ie 0 and Bpl 20, a headset without echo, 50 ms in the devices",
)


@dataclass(frozen=True, slots=True)
class Setup:
    """The inputs of G.107 with the default values of its clause 7.7."""

    slr: float = 8.0
    rlr: float = 2.0
    stmr: float = 15.0
    lstr: float = 18.0
    ds: float = 3.0
    telr: float = 65.0
    wepl: float = 110.0
    t: float = 0.0
    tr: float = 0.0
    ta: float = 0.0
    qdu: float = 1.0
    ie: float = 0.0
    bpl: float = 4.3
    ppl: float = 0.0
    burst_r: float = 1.0
    nc: float = -70.0
    nfor: float = -64.0
    ps: float = 35.0
    pr: float = 35.0
    advantage: float = 0.0
    mt: float = 100.0
    st: float = 1.0


def rating(setup: Setup = Setup()) -> float:  # frozen value
    """R = Ro - Is - Id - Ie,eff + A (clause 7.1).

    >>> round(rating(), 1)
    93.2
    """
    no = _noise(setup)
    ro = 15 - 1.5 * (setup.slr + no)
    return (
        ro
        - _simultaneous(setup, ro, no)
        - _delay(setup, ro, no)
        - loss_impairment(setup.ppl, setup.ie, setup.bpl, setup.burst_r)
        + setup.advantage
    )


def _noise(s: Setup) -> float:
    """No, the power addition of all noise sources, dBm0p (clause 7.2)."""
    olr = s.slr + s.rlr
    pre = s.pr + 10 * log10(1 + 10 ** ((10 - s.lstr) / 10))
    at_receiver = s.rlr - 121 + pre + 0.008 * (pre - 35) ** 2
    at_sender = s.ps - s.slr - s.ds - 100 + 0.004 * (s.ps - olr - s.ds - 14) ** 2
    return 10 * log10(sum(10 ** (source / 10) for source in (s.nc, at_sender, at_receiver, s.nfor + s.rlr)))


def _simultaneous(s: Setup, ro: float, no: float) -> float:
    """Is: too loud, side tone, quantising (clause 7.3)."""
    olr = s.slr + s.rlr
    xolr = olr + 0.2 * (64 + no - s.rlr)
    too_loud: float = 20 * ((1 + (xolr / 8) ** 8) ** (1 / 8) - xolr / 8)
    stmro = -10 * log10(10 ** (-s.stmr / 10) + exp(-s.t / 4) * 10 ** (-s.telr / 10))
    side_tone: float = (
        12 * (1 + ((stmro - 13) / 6) ** 8) ** (1 / 8)
        - 28 * (1 + ((stmro + 1) / 19.4) ** 35) ** (1 / 35)
        - 13 * (1 + ((stmro - 3) / 33) ** 13) ** (1 / 13)
        + 29
    )
    q = 37 - 15 * log10(s.qdu)
    g = 1.07 + 0.258 * q + 0.0602 * q * q
    y = (ro - 100) / 15 + 46 / 8.4 - g / 9
    z = 46 / 30 - g / 40
    quantising: float = 15 * log10(1 + 10**y + 10**z)
    return too_loud + side_tone + quantising


def _delay(s: Setup, ro: float, no: float) -> float:
    """Id: talker echo, listener echo, absolute delay (clause 7.4)."""
    terv = s.telr - 40 * log10((1 + s.t / 10) / (1 + s.t / 150)) + 6 * exp(-0.3 * s.t**2)
    re = 80 + 2.5 * (terv - 14)
    roe = -1.5 * (no - s.rlr)
    talker: float = ((roe - re) / 2 + sqrt((roe - re) ** 2 / 4 + 100) - 1) * (1 - exp(-s.t))
    rle: float = 10.5 * (s.wepl + 7) * (s.tr + 1) ** -0.25
    listener: float = (ro - rle) / 2 + sqrt((ro - rle) ** 2 / 4 + 169)
    return talker + listener + delay_impairment(s.ta, s.mt, s.st)


def delay_impairment(ta_ms: float, mt_ms: float = 100.0, st: float = 1.0) -> float:
    """Idd, what too long an absolute delay costs; 0 up to `mt_ms` (clause 7.4)."""
    if ta_ms <= mt_ms:
        return 0.0
    x = log2(ta_ms / mt_ms)
    n = 6 * st
    idd: float = 25 * ((1 + x**n) ** (1 / n) - 3 * (1 + (x / 3) ** n) ** (1 / n) + 2)
    return idd


def loss_impairment(ppl_pct: float, ie: float = 0.0, bpl: float = 4.3, burst_r: float = 1.0) -> float:
    """Ie,eff of a codec under packet loss; `burst_r` 1 is random loss (clause 7.5)."""
    return ie + (95 - ie) * ppl_pct / (ppl_pct / burst_r + bpl)


def mos(r: float) -> float:
    """Mean opinion score, 1 to 4.5 (Annex B)."""
    if r <= 0:
        return 1.0
    return 4.5 if r >= 100 else 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6


def good_or_better_pct(r: float) -> float:
    """GoB: how many of a hundred listeners would say good or better (Annex B)."""
    return 100 * _normal((r - 60) / 16)


def poor_or_worse_pct(r: float) -> float:
    """PoW: how many of a hundred listeners would say poor or worse (Annex B)."""
    return 100 * _normal((45 - r) / 16)


def _normal(x: float) -> float:
    return (1 + erf(x / sqrt(2))) / 2


CLEAN_R = rating()
"""R of a perfect connection; with a headset (no echo) R is this less Idd and Ie,eff."""


def mouth_to_ear_ms(latency_ms: float, lat_ref_ms: float, jitter_ms: float) -> float:
    """Ta between two people through Zoom: half of each round trip, a jitter buffer of twice the jitter, the devices."""
    return latency_ms / 2 + lat_ref_ms / 2 + 2 * jitter_ms + FIXED_DELAY_MS


def meeting_rating(latency_ms: float, lat_ref_ms: float, jitter_ms: float, loss_pct: float) -> float:
    """R of one listener from Zoom's averages; `lat_ref_ms` is the typical round trip of the others."""
    ta = mouth_to_ear_ms(latency_ms, lat_ref_ms, jitter_ms)
    return CLEAN_R - delay_impairment(ta) - loss_impairment(loss_pct, NO_CODEC_IMPAIRMENT, LOSS_ROBUSTNESS)


def listening_quality(participant: Participant, lat_ref_ms: float | None) -> tuple[float, float] | None:
    """(R, MOS) of what this person heard, each to one decimal; None where it cannot be told.

    Only received audio counts, since sent audio is what others heard. Loss, round trip and jitter must all be
    measured: each of them alone moves R by tens of points, so a guess would be worth more than the measurement.
    """
    heard = received_audio(participant)
    if heard is None:
        return None
    loss, latency, jitter = _avg(heard.loss_pct), _avg(heard.latency_ms), _avg(heard.jitter_ms)
    if loss is None or latency is None or jitter is None:
        return None
    r = meeting_rating(latency, UNKNOWN_PEER_LATENCY_MS if lat_ref_ms is None else lat_ref_ms, jitter, loss)
    return round(max(r, 0.0), 1), round(mos(r), 1)


def received_audio(participant: Participant) -> Stream | None:
    """The rated received audio of a person, None where nothing was measured."""
    for stream in participant.streams:
        if stream.media is Media.AUDIO and stream.direction is Direction.RECEIVED and stream.badness is not None:
            return stream
    return None


def _avg(spread: Spread | None) -> float | None:
    return spread.avg if spread else None
