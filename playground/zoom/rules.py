"""The local Zoom's switches: credentials, scopes, plan, limits, and faults to order. Holds state, answers nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Literal, NamedTuple

from playground.zoom.failures import FAILURES, Failure


class Operation(NamedTuple):
    """One documented GET. `scopes`: any one of them is enough, the granular one first; none for the Video SDK."""

    name: str
    scopes: tuple[str, ...]
    page_default: int = 0
    page_max: int = 0

    @property
    def kind(self) -> Literal["meeting", "webinar", "session"]:
        return self.name.partition(".")[0]  # type: ignore[return-value]  # the names below begin with a kind


def _scopes(kind: str, granular: str) -> tuple[str, ...]:
    return f"dashboard:read:{granular}:admin", f"dashboard_{kind}s:read:admin", "dashboard:read:admin"


OPERATIONS: tuple[Operation, ...] = (
    Operation("meeting.summary", _scopes("meeting", "list_meeting_participants_qos"), 1, 10),
    Operation("webinar.summary", _scopes("webinar", "list_webinar_participants_qos"), 1, 10),
    Operation("session.summary", (), 1, 10),
    Operation("meeting.participants", _scopes("meeting", "list_meeting_participants"), 30, 300),
    Operation("webinar.participants", _scopes("webinar", "list_webinar_participants"), 30, 300),
    Operation("session.participants", (), 30, 300),
    Operation("meeting.details", _scopes("meeting", "meeting")),
    Operation("webinar.details", _scopes("webinar", "webinar")),
    Operation("session.details", ()),
)
OPERATION = {operation.name: operation for operation in OPERATIONS}
TOKEN = "token"
GRANULAR_SCOPES = frozenset(operation.scopes[0] for operation in OPERATIONS if operation.scopes)


def matches(operation: str, pattern: str) -> bool:
    """Whether `meeting.summary` is meant by `meeting.summary`, `*.summary`, `meeting.*` or `*`."""
    return fnmatchcase(operation, pattern)


Plan = Literal["free", "pro", "business"]
RetryAfter = Literal["iso", "seconds", "missing"]


class Allowance(NamedTuple):
    per_second: int
    per_day: int


HEAVY: dict[str, Allowance] = {
    "free": Allowance(1, 1_000),
    "pro": Allowance(10, 30_000),
    "business": Allowance(40, 60_000),
}
"""HEAVY calls per account and plan (developers.zoom.us/docs/api/rate-limits)."""


@dataclass(slots=True)
class Fault:
    """One ordered failure. `operation` may hold `*`; `times` None: until cleared; `skip`: let so many calls pass first.

    `later` True: only requests that carry a page token count.
    """

    failure: str
    operation: str = "*"
    times: int | None = None
    skip: int = 0
    later: bool = False

    def __post_init__(self) -> None:
        if self.failure not in FAILURES:
            raise ValueError(f"no failure is called {self.failure!r}")
        known = [*OPERATION, TOKEN]
        if not any(matches(name, self.operation) for name in known):
            raise ValueError(f"{self.operation!r} matches none of {', '.join(known)}")

    def strikes(self, operation: str, has_page_token: bool) -> bool:
        """Whether this call fails; counts it."""
        if self.times == 0 or not matches(operation, self.operation) or (self.later and not has_page_token):
            return False
        if self.skip:
            self.skip -= 1
            return False
        if self.times is not None:
            self.times -= 1
        return True


@dataclass(slots=True)
class Rules:
    """What the local Zoom grants and how it misbehaves; may be changed between any two requests.

    `limits` False: nobody is throttled. `per_second` and `per_day` replace the plan's numbers. `subscribed`: the kinds
    whose summary event the app has subscribed to. Times in seconds.
    """

    account_id: str = "local-account"
    client_id: str = "local-client"
    client_secret: str = "local-client-secret"
    videosdk_key: str = "local-videosdk-key"
    videosdk_secret: str = "local-videosdk-secret-of-32-bytes-or-more"
    scopes: frozenset[str] = GRANULAR_SCOPES
    subscribed: frozenset[str] = frozenset({"meeting", "webinar", "session"})
    plan: Plan = "business"
    videosdk_plan: Plan = "business"
    limits: bool = False
    per_second: int | None = None
    per_day: int | None = None
    retry_after: RetryAfter = "iso"
    strict_page_size: bool = True
    token_lifetime_s: float = 3600
    page_lifetime_s: float = 900
    latency_s: float = 0
    hang_s: float = 600
    faults: list[Fault] = field(default_factory=list)

    def fail(
        self, failure: str, operation: str = "*", times: int | None = None, skip: int = 0, later: bool = False
    ) -> None:
        """Order a failure by its name in failures.py.

        Raises:
            ValueError: no such failure, or a pattern that matches no operation.
        """
        self.faults.append(Fault(failure, operation, times, skip, later))

    def clear(self) -> None:
        """Forget every ordered failure."""
        self.faults.clear()

    def strike(self, operation: str, has_page_token: bool = False) -> Failure | None:
        """The failure that meets this call, if any; the first ordered wins."""
        for fault in self.faults:
            if fault.strikes(operation, has_page_token):
                return FAILURES[fault.failure]
        return None

    def allowance(self, videosdk: bool) -> Allowance:
        plan = HEAVY[self.videosdk_plan if videosdk else self.plan]
        return Allowance(self.per_second or plan.per_second, self.per_day or plan.per_day)

    def update(self, wanted: Mapping[str, Any]) -> None:
        """Change switches from JSON: any field by name, `faults` a list of orders (they replace the present ones).

        Raises:
            ValueError: an unknown switch, or a value of the wrong sort; then nothing was changed.
        """
        changes = {name: _read(name, value, getattr(self, name, None)) for name, value in wanted.items()}
        for name, value in changes.items():
            setattr(self, name, value)

    def state(self) -> dict[str, Any]:
        """Every switch as JSON, without the secrets."""
        plain = {name: getattr(self, name) for name in self.__slots__ if not name.endswith("_secret")}
        orders = [{slot: getattr(fault, slot) for slot in Fault.__slots__} for fault in self.faults]
        return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in plain.items()} | {
            "faults": orders
        }


_WORDS: dict[str, tuple[str, ...]] = {
    "plan": tuple(HEAVY),
    "videosdk_plan": tuple(HEAVY),
    "retry_after": ("iso", "seconds", "missing"),
}


def _read(name: str, value: Any, present: Any) -> Any:
    if name == "faults":
        try:
            return [Fault(**order) for order in value]
        except TypeError as wrong:
            raise ValueError(f"faults: {wrong}") from wrong
    if name not in Rules.__slots__:
        raise ValueError(f"no switch is called {name!r}")
    if name in _WORDS and value not in _WORDS[name]:
        raise ValueError(f"{name} is one of {', '.join(_WORDS[name])}")
    if isinstance(present, frozenset):
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ValueError(f"{name} is a list of words")
        return frozenset(value)
    if name in ("per_second", "per_day"):
        sorts: tuple[type, ...] = (int, type(None))
    elif isinstance(present, bool | str):
        sorts = (type(present),)
    else:
        sorts = (int, float)
    if not isinstance(value, sorts) or (isinstance(value, bool) and bool not in sorts):
        raise ValueError(f"{name} cannot be {value!r}")
    return value
