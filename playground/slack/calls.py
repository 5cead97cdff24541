"""One call of the Web API: its arguments from query, form and JSON, and its refusal. Knows no method."""

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from playground.slack.model import Json


class ApiError(Exception):
    """A refusal as the Web API words it; `extra` goes beside `error` in the answer, `headers` onto the response."""

    def __init__(self, error: str, *, status: int = 200, headers: dict[str, str] | None = None, **extra: Any) -> None:
        super().__init__(error)
        self.error = error
        self.status = status
        self.headers = headers or {}
        self.extra = extra


class Arguments:
    """Merged arguments; typed access, refusing what has the wrong shape."""

    def __init__(self, values: Json) -> None:
        self._values = values

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) not in (None, "")

    def text(self, name: str, error: str = "invalid_arguments") -> str:
        """A required string."""
        value = self.optional(name)
        if value is None:
            raise ApiError(error, response_metadata={"messages": [f"[ERROR] missing required field: {name}"]})
        return value

    def optional(self, name: str) -> str | None:
        value = self._values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str | int | float):
            raise ApiError(
                "invalid_arguments", response_metadata={"messages": [f"[ERROR] must provide a string: {name}"]}
            )
        return str(value)

    def flag(self, name: str, default: bool = False) -> bool:
        value = self._values.get(name)
        return default if value in (None, "") else str(value).lower() in ("1", "true")

    def nested(self, name: str, error: str) -> Any:
        """A JSON value, sent as such or as text; None when absent."""
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError as broken:
            raise ApiError(error) from broken


async def arguments_of(request: Request) -> tuple[Arguments, str | None]:
    """The merged arguments and the token (header first, then argument)."""
    values: Json = dict(request.query_params)
    raw = await request.body()
    content_type = request.headers.get("content-type", "")
    if content_type.startswith("application/json"):
        try:
            body = json.loads(raw) if raw else {}
        except ValueError as error:
            raise ApiError("invalid_json") from error
        if not isinstance(body, dict):
            raise ApiError("json_not_object")
        values |= body
    elif content_type.startswith("application/x-www-form-urlencoded"):
        values |= dict(parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True))
    elif raw:
        raise ApiError("invalid_post_type")
    header = request.headers.get("authorization", "")
    token = header.removeprefix("Bearer ").strip() if header.startswith("Bearer ") else None
    return Arguments(values), token or values.get("token")
