"""Zoom's webhook signature and its URL challenge (Zoom, "Using webhooks"). Pure; keeps no secret."""

import hmac
from collections.abc import Sequence

SCHEME = "v0"


def signed_by(secrets: Sequence[str], timestamp: str, raw_body: bytes, signature: str) -> str | None:
    """The secret that made `x-zm-signature` over these very bytes, or None.

    Several secrets are tried, so that one can be replaced without losing an event. The age of the timestamp is not
    looked at: Zoom retries for 85 minutes, and whether it then signs anew is not documented.
    """
    signed = f"{SCHEME}:{timestamp}:".encode(errors="replace") + raw_body
    claimed = signature.strip().encode(errors="replace")
    matching = [secret for secret in secrets if hmac.compare_digest(_hex(secret, signed, f"{SCHEME}="), claimed)]
    return matching[0] if matching else None


def challenge(body: object, secret: str) -> dict[str, str] | None:
    """The answer to an `endpoint.url_validation` event, or None when the body is another event.

    Zoom sends it when the address is saved and every 72 hours from then on.
    """
    if not isinstance(body, dict) or body.get("event") != "endpoint.url_validation":
        return None
    payload = body.get("payload")
    token = payload.get("plainToken") if isinstance(payload, dict) else None
    if not isinstance(token, str):
        return None
    plain = token.encode(errors="replace")
    return {"plainToken": token, "encryptedToken": _hex(secret, plain).decode()}


def _hex(secret: str, message: bytes, before: str = "") -> bytes:
    return f"{before}{hmac.new(secret.encode(), message, 'sha256').hexdigest()}".encode()
