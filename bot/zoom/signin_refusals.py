"""The table of what Zoom's token endpoint can refuse, one row each, as in `refusals.py`. First match wins.

Source: Zoom's page of OAuth error messages.
"""

from bot.zoom.refusals import SERVER_ERRORS, Row

_SIGN_IN = "Check ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET against the app's page on Zoom's Marketplace."

TOKEN_ROWS: tuple[Row, ...] = (
    Row(
        "rate_limited",
        "Zoom's sign-in is asked too often.",
        "Try again in a minute.",
        statuses=(429,),
        retryable=True,
        limited=True,
    ),
    Row(
        "zoom_unavailable",
        "Zoom's sign-in has a problem of its own (HTTP {status}).",
        "Try again in a few minutes; Zoom's status page says more.",
        statuses=SERVER_ERRORS,
        retryable=True,
    ),
    Row(
        "zoom_moved",
        "The address in ZOOM_OAUTH_URL only points elsewhere (HTTP {status}).",
        "Set ZOOM_OAUTH_URL to the address that Zoom's documentation gives.",
        statuses=tuple(range(300, 400)),
    ),
    Row(
        "app_disabled",
        "The Zoom app has been disabled.",
        "An admin activates it on Zoom's Marketplace, under Activation.",
        codes=(4717,),
    ),
    Row("invalid_client", "Zoom does not know this client id, or the secret is wrong.", _SIGN_IN, codes=(4702, 4704)),
    Row(
        "unsupported_grant_type",
        "Zoom will not sign this kind of app in by account.",
        "Use the credentials of a Server-to-Server OAuth app, not of another kind of app.",
        codes=(4705,),
    ),
    Row(
        "missing_credentials",
        "Zoom did not receive the client id or its secret.",
        "Check ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, and that no proxy removes the Authorization header.",
        codes=(4706,),
    ),
    Row(
        "scope_mismatch",
        "Zoom says that the scopes asked for are not those of the app.",
        "An admin checks the app's scopes on Zoom's Marketplace and activates the app again.",
        codes=(4711,),
    ),
    Row(
        "invalid_code",
        "Zoom asks for an authorisation code, as for another kind of app.",
        "Use the credentials of a Server-to-Server OAuth app.",
        codes=(4733, 4734),
    ),
    Row(
        "token_owner_gone",
        "The Zoom user who owns this app no longer exists or lost the right to it.",
        "An admin gives the app another owner with Developer permission, or makes a new Server-to-Server OAuth app.",
        codes=(4735,),
    ),
    Row(
        "app_not_authorised",
        "Zoom says that this app is not authorised for the account.",
        "An admin activates the app for the account that ZOOM_ACCOUNT_ID names.",
        codes=(4738,),
    ),
    Row(
        "token_revoked",
        "Zoom says that this app's access has been revoked.",
        "An admin activates the app again on Zoom's Marketplace.",
        codes=(4741,),
    ),
    Row(
        "empty_token",
        "Zoom received our sign-in without its credentials.",
        "Something between here and Zoom removes the Authorization header: check the proxy and ZOOM_OAUTH_URL.",
        codes=(4700,),
    ),
    Row(
        "unsupported_grant_type",
        "Zoom will not sign this kind of app in by account.",
        "Use the credentials of a Server-to-Server OAuth app, not of another kind of app.",
        says=("unsupported_grant_type",),
    ),
    Row(
        "invalid_grant",
        "Zoom does not let this app sign in to the account.",
        "Check that ZOOM_ACCOUNT_ID is the account of the Server-to-Server OAuth app, and that the app is activated.",
        says=("invalid_grant",),
    ),
    Row(
        "invalid_client",
        "Zoom does not know this client id, or the secret is wrong.",
        _SIGN_IN,
        says=("invalid_client",),
    ),
    Row(
        "account_refused",
        "Zoom found the sign-in request invalid, most often because of the account id.",
        "Check ZOOM_ACCOUNT_ID against the app's page on Zoom's Marketplace.",
        says=("invalid_request", "bad request"),
    ),
    Row("invalid_client", "Zoom refused the client id and its secret.", _SIGN_IN, statuses=(401, 403)),
    Row(
        "zoom_moved",
        "There is no sign-in at ZOOM_OAUTH_URL (HTTP {status}).",
        "Set ZOOM_OAUTH_URL to the address that Zoom's documentation gives.",
        statuses=(404, 405),
    ),
)
