"""Numbers of an answer for which there is no receipt. Names and what a client calls itself are no numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from bot.blocks.lines import said
from bot.questions.answer import Answer, Receipt
from bot.questions.facts import Facts

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SYMBOLS = frozenset({"%", "ms", "kbps", "fps", "dBm"})
_MONTH = "(?:" + "|".join(MONTHS) + ")[a-z]*"
_TOKEN = re.compile(
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<day>\b\d{{1,2}} {_MONTH}\b(?:,? \d{{4}})?)"
    rf"|(?P<clock>\b\d{{1,2}}:\d\d\b)"
    rf"|(?P<picture>\b\d+[*×x]\d+\b)"
    rf"|(?P<number>\d[\d,]*(?:\.\d+)?)(?: ?(?P<unit>%|ms\b|kbps\b|fps\b|dBm\b))?",
    re.IGNORECASE,
)
_ZONE = re.compile(r"UTC[+−-]\d{1,2}(?::\d\d)?")


def without_receipt(answer: Answer, facts: Facts, question: str = "") -> list[str]:
    """Each number as printed in the answer or under *Show the numbers*."""
    lines = [answer.text, *("".join(said(part) for part in line) for line in answer.more)]
    text = _ZONE.sub("UTC", "\n".join(lines))
    for known in sorted(_names(facts, question), key=len, reverse=True):
        text = text.replace(known, "…")
    return [match[0] for match in _TOKEN.finditer(text) if not _covered(match, answer.receipts)]


def _names(facts: Facts, question: str) -> Iterator[str]:
    """What is quoted, not measured: names, devices, versions, the call's own number, and names as they were typed."""
    yield from facts.names.values()
    for report in (facts.report, *facts.earlier, *facts.past):
        for p in report.participants:
            yield from filter(
                None, (p.name, p.device, p.client_version, p.location, p.data_center, p.microphone, p.speaker, p.camera)
            )
        subject = report.subject
        yield from filter(None, (subject.topic, subject.uuid, subject.number))
        if subject.number:
            yield re.sub(r"(\d{3})(\d{4})(\d{4})", r"\1 \2 \3", subject.number)
    yield from (word for word in re.findall(r"#?[\w-]*[A-Za-z][\w.-]*", question) if any(c.isdigit() for c in word))


def _covered(match: re.Match[str], receipts: Sequence[Receipt]) -> bool:
    if match["iso"]:
        return match["iso"] in {f"{at:%Y-%m-%d}" for at in _times(receipts)}
    if match["day"]:
        number, month = match["day"].split()[:2]
        return (int(number), MONTHS.index(month[:3].casefold()) + 1) in {(at.day, at.month) for at in _times(receipts)}
    if match["clock"]:
        hour, minute = match["clock"].split(":")
        clocks = {f"{at:%H:%M}" for at in _times(receipts)} | {str(r.value) for r in receipts}
        return not clocks.isdisjoint({match["clock"], f"{int(hour):02}:{minute}"})
    if match["picture"]:
        return match["picture"] in {str(r.value) for r in receipts}
    return any(_rounds(match["number"], match["unit"], receipt) for receipt in receipts)


def _times(receipts: Iterable[Receipt]) -> Iterator[datetime]:
    for receipt in receipts:
        if receipt.kind == "time":
            yield datetime.fromisoformat(str(receipt.value)).astimezone(UTC)


def _rounds(text: str, unit: str | None, receipt: Receipt) -> bool:
    """Whether the receipt's number, rounded, is the printed one; a minus sign is a matter of typography."""
    try:
        value = abs(float(receipt.value))
    except ValueError:
        return False
    if unit and receipt.unit in SYMBOLS and receipt.unit != unit:
        return False
    plain = text.replace(",", "")
    half = 0.5 * 10.0 ** -len(plain.partition(".")[2])
    return abs(value - float(plain)) <= half + 1e-9
