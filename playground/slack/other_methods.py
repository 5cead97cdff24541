"""auth.test, conversations.*, users.info, views.*, files.*: each returns the fields beside `ok`."""

import mimetypes
import secrets
from typing import Any

from playground.slack import people
from playground.slack.calls import ApiError, Arguments
from playground.slack.chat_methods import file_ready, needs, postable, refuse, visible
from playground.slack.interactions import view_json
from playground.slack.model import File, Json, View
from playground.slack.settings import Settings
from playground.slack.view_rules import view_problems
from playground.slack.workspace import Workspace

READ_SCOPE = {"public": "channels:read", "private": "groups:read", "im": "im:read", "mpim": "mpim:read"}
TRIGGER_ERRORS = {
    # the words views.open answers (slackapi/bolt-python#886, slackapi/bolt-js#1869)
    "expired": "expired_trigger_id",
    "exchanged": "exchanged_trigger_id",
    "invalid": "invalid_trigger_id",
}
MAX_VIEW_BYTES = 250_000


def auth_test(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    return {
        "url": f"{settings.base_url}/",
        "team": people.TEAM_NAME,
        "user": workspace.bot.name,
        "team_id": people.TEAM_ID,
        "user_id": workspace.bot.id,
        "bot_id": workspace.bot.bot_id,
        "is_enterprise_install": False,
    }


def conversation_info(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    channel = visible(workspace, args.text("channel", "channel_not_found"))
    needs(settings, READ_SCOPE[channel.kind])
    return {"channel": channel.api(workspace.bot.id, people.TEAM_ID)}


def conversation_join(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    channel = visible(workspace, args.text("channel", "channel_not_found"))
    if channel.kind != "public":
        raise ApiError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise ApiError("is_archived")
    already = workspace.bot.id in channel.members
    if not already:
        workspace.join(channel, workspace.bot.id)
    answer: Json = {"channel": channel.api(workspace.bot.id, people.TEAM_ID)}
    if already:
        answer |= {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
    return answer


def conversation_open(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    if "channel" in args:
        return {"channel": {"id": visible(workspace, args.text("channel")).id}}
    users = [user.strip() for user in args.text("users", "users_list_not_supplied").split(",") if user.strip()]
    if any(user not in workspace.users for user in users):
        raise ApiError("user_not_found")
    if users == [workspace.bot.id]:
        raise ApiError("cannot_dm_bot")
    if len(users) > 1:
        needs(settings, "mpim:write")
    channel = workspace.open_group({*users, workspace.bot.id})
    whole = channel.api(workspace.bot.id, people.TEAM_ID)
    return {"channel": whole if args.flag("return_im") else {"id": channel.id}}


def user_info(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    user = workspace.users.get(args.text("user", "user_not_found"))
    if user is None:
        raise ApiError("user_not_found")
    return {"user": user.api(people.TEAM_ID, "users:read.email" in settings.scopes)}


def view_open(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    content = _view(workspace, args)
    try:
        user = workspace.spend_trigger(args.text("trigger_id"))
    except KeyError as refusal:
        raise ApiError(TRIGGER_ERRORS[refusal.args[0]]) from refusal
    return {"view": view_json(workspace, workspace.open_view(user, content))}


def view_update(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    content = _view(workspace, args)
    view = _known_view(workspace, args)
    if "hash" in args and args.text("hash") != view.hash:
        raise ApiError("hash_conflict")
    workspace.update_view(view, content)
    return {"view": view_json(workspace, view)}


def upload_url(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    name, length = args.text("filename"), args.text("length")
    if not length.isdigit() or int(length) == 0:
        raise ApiError("invalid_arguments", response_metadata={"messages": ["[ERROR] length must be more than 0"]})
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file = File(
        id=f"F0{secrets.token_hex(5).upper()}",
        name=name,
        title=name,
        length=int(length),
        mimetype=kind,
        user=workspace.bot.id,
        upload_token=secrets.token_urlsafe(18),
    )
    workspace.files[file.id] = file
    return {"upload_url": f"{settings.base_url}/files/upload/{file.upload_token}", "file_id": file.id}


def complete_upload(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    """Finish uploads and, with a channel, post one message that shows them."""
    listed: Any = args.nested("files", "invalid_arguments")
    if not isinstance(listed, list) or not listed or not all(isinstance(one, dict) for one in listed):
        raise ApiError("invalid_arguments")
    files = [workspace.files.get(str(one.get("id"))) for one in listed]
    done = [file for file in files if file is not None and file.content is not None and file.completed_at is None]
    if len(done) != len(listed):
        raise ApiError("file_not_found")
    channel = postable(workspace, settings, args.text("channel_id")) if "channel_id" in args else None
    thread_ts = args.optional("thread_ts")
    if channel is not None and thread_ts is not None and workspace.message(channel.id, thread_ts) is None:
        raise ApiError("thread_not_found")
    for file, one in zip(done, listed, strict=True):
        file.title = one.get("title") or file.name
        file.completed_at = workspace.now() + settings.file_scan_s
    if channel is not None:
        message = workspace.post(
            channel.id, workspace.bot.id, args.optional("initial_comment") or "", files=done, thread_ts=thread_ts,
            subtype="file_share",
        )  # fmt: skip
        visibility = "public" if channel.kind == "public" else "private"
        for file in done:
            file.shares.append((visibility, channel.id, message.ts))
    return {"files": [{"id": file.id, "title": file.title} for file in done]}


def file_info(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    file = workspace.files.get(args.text("file", "file_not_found"))
    if file is None or file.completed_at is None:
        raise ApiError("file_not_found")
    return {"file": file.api(settings.base_url, workspace.now() >= file.completed_at), "comments": []}


def _view(workspace: Workspace, args: Arguments) -> Json:
    view: Any = args.nested("view", "invalid_arguments")
    if view is None:
        raise ApiError("invalid_arguments", response_metadata={"messages": ["[ERROR] missing required field: view"]})
    if len(str(view)) > MAX_VIEW_BYTES:
        raise ApiError("view_too_large")
    refuse("invalid_arguments", view_problems(view, lambda name: file_ready(workspace, name)))
    if view["type"] != "modal":
        raise ApiError("invalid_arguments", response_metadata={"messages": ["[ERROR] only modals can be opened"]})
    return dict(view)


def _known_view(workspace: Workspace, args: Arguments) -> View:
    if "external_id" in args:
        wanted = args.text("external_id")
        found = next((v for v in workspace.views.values() if v.content.get("external_id") == wanted), None)
    else:
        found = workspace.views.get(args.text("view_id"))
    if found is None:
        raise ApiError("not_found")
    return found
