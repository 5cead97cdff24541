"""Settings: typed, frozen, read once from the environment or `.env`. The only place that knows the variables' names."""

from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.limits import parse_limits
from bot.domain.model import Reading

LOOPBACK = ("127.0.0.1", "localhost", "::1")
ZOOM_REST = ("zoom_account_id", "zoom_client_id", "zoom_client_secret")
ZOOM_VIDEOSDK = ("zoom_videosdk_api_key", "zoom_videosdk_api_secret")

Plan = Literal["free", "pro", "business"]


def _secure_unless_loopback(url: str) -> str:
    """Plain `http` and `ws` would send tokens readably; on this machine they are fine."""
    parts = urlsplit(url)
    if parts.scheme not in ("https", "wss", "http", "ws") or not parts.hostname:
        raise ValueError("must be a full address, e.g. https://api.zoom.us/v2")
    if parts.scheme in ("http", "ws") and parts.hostname not in LOOPBACK:
        raise ValueError("plain http/ws is accepted for 127.0.0.1 and localhost only; use https or wss")
    return url


SecureUrl = Annotated[str, AfterValidator(_secure_unless_loopback)]


class SettingsError(Exception):
    """`problems` holds one line per missing or wrong setting, each naming the variable and never its value."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Settings(BaseSettings):
    """Every setting; `.env.example` lists the same names (a test compares them)."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True, env_ignore_empty=True
    )

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: SecureUrl = "https://slack.com/api/"

    zoom_account_id: str | None = None
    zoom_client_id: str | None = None
    zoom_client_secret: SecretStr | None = None
    zoom_webhook_secret_token: SecretStr | None = None
    zoom_videosdk_api_key: str | None = None
    zoom_videosdk_api_secret: SecretStr | None = None
    zoom_api_url: SecureUrl = "https://api.zoom.us/v2"
    zoom_oauth_url: SecureUrl = "https://zoom.us/oauth/token"
    zoom_events_url: SecureUrl | None = None
    zoom_page_size: int = Field(default=10, ge=1, le=300)
    zoom_plan: Plan = "business"
    zoom_videosdk_plan: Plan = "business"
    zoom_directions: Reading = Reading.DOCUMENTED

    database_url: str = "sqlite+aiosqlite:///qos.db"
    host: str = "127.0.0.1"
    port: int = Field(default=3000, ge=0, le=65535)
    retention_events_days: int = Field(default=7, ge=1)
    retention_reports_days: int = Field(default=90, ge=1)
    limits: str = ""
    log_format: Literal["console", "json"] = "console"

    @field_validator("slack_api_url")
    @classmethod
    def _ends_with_slash(cls, url: str) -> str:
        return url if url.endswith("/") else f"{url}/"

    @field_validator("zoom_api_url")
    @classmethod
    def _ends_without_slash(cls, url: str) -> str:
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _async_driver(cls, url: str) -> str:
        if not url.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
            raise ValueError("must start with sqlite+aiosqlite:// (or postgresql+asyncpg://)")
        return url

    @field_validator("limits")
    @classmethod
    def _are_limits(cls, text: str) -> str:
        parse_limits(text)
        return text

    @field_validator("slack_bot_token")
    @classmethod
    def _is_bot_token(cls, token: SecretStr | None) -> SecretStr | None:
        return _starts_with(token, "xoxb-", "the Bot User OAuth Token, under OAuth & Permissions")

    @field_validator("slack_app_token")
    @classmethod
    def _is_app_token(cls, token: SecretStr | None) -> SecretStr | None:
        return _starts_with(token, "xapp-", "an app-level token with connections:write, under Basic Information")

    @model_validator(mode="after")
    def _whole_credentials(self) -> Self:
        for group in (ZOOM_REST, ZOOM_VIDEOSDK):
            absent = [name.upper() for name in group if getattr(self, name) is None]
            if absent and len(absent) < len(group):
                raise ValueError(f"{', '.join(absent)}: missing, while the others of the same Zoom app are set")
        return self

    @property
    def socket_mode(self) -> bool:
        """With an app token everything from Slack comes over its socket; no inbound address is needed."""
        return self.slack_app_token is not None

    @property
    def has_zoom_rest(self) -> bool:
        return self.zoom_client_id is not None

    @property
    def has_videosdk(self) -> bool:
        return self.zoom_videosdk_api_key is not None


def _starts_with(token: SecretStr | None, prefix: str, what: str) -> SecretStr | None:
    if token is not None and not token.get_secret_value().startswith(prefix):
        raise ValueError(f"must start with {prefix} ({what})")
    return token


def load(*, to_serve: bool = False) -> Settings:
    """Read the environment and `.env`; `to_serve` also asks for what the running bot needs.

    Raises:
        SettingsError: one line per problem, wrong and missing ones together.
    """
    wrong: list[str] = []
    try:
        settings: Settings | None = Settings()
    except ValidationError as error:
        wrong = [_line(problem["loc"], problem["msg"]) for problem in error.errors()]
        settings = _without({str(problem["loc"][0]) for problem in error.errors() if problem["loc"]})
    missing = problems_for_serving(settings) if to_serve and settings is not None else []
    if settings is None or wrong or missing:
        raise SettingsError([*wrong, *missing])
    return settings


def _without(wrong: set[str]) -> Settings | None:
    """The settings as if the wrong ones had not been set, to see what else is the matter; None when that fails too."""
    try:
        return Settings(**{name: Settings.model_fields[name].default for name in wrong})
    except ValidationError:
        return None


def _line(location: tuple[int | str, ...], message: str) -> str:
    sentence = message.removeprefix("Value error, ")
    return f"{str(location[0]).upper()}: {sentence}" if location else sentence


def problems_for_serving(settings: Settings) -> list[str]:
    """What `serve` still lacks, one line each; empty when it can start."""
    problems = []
    if settings.slack_bot_token is None:
        problems.append("SLACK_BOT_TOKEN: missing; copy the Bot User OAuth Token (xoxb-…) of your Slack app")
    if settings.slack_app_token is None and settings.slack_signing_secret is None:
        problems.append("SLACK_APP_TOKEN or SLACK_SIGNING_SECRET: one is needed, for Socket Mode or for HTTP")
    sources = (
        settings.has_zoom_rest,
        settings.has_videosdk,
        settings.zoom_webhook_secret_token,
        settings.zoom_events_url,
    )
    if not any(sources):
        problems.append(
            "ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET: missing; the bot needs at least one source of Zoom "
            "data (these, or ZOOM_VIDEOSDK_API_KEY and ZOOM_VIDEOSDK_API_SECRET, or Zoom's events)"
        )
    if settings.zoom_events_url and not settings.has_zoom_rest:
        problems.append(
            "ZOOM_EVENTS_URL: needs ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, of the app that has the "
            "subscription: its token opens the WebSocket"
        )
    return problems
