// One message as a row: author, time, blocks, files, reactions, and its toolbar. Lists of rows are in messages.js.
import { renderBlocks, renderText } from "./blocks.js";
import { clock, fromTs, utc } from "./dates.js";
import { Form } from "./inputs.js";
import { emojiNode } from "./emoji.js";
import { h, icon, toast } from "./dom.js";
import { post } from "./api.js";
import { isReply, repliesTo, state, userById } from "./store.js";

const initials = name =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map(word => [...word][0])
    .join("")
    .toUpperCase() || "?";

export function avatar(user, size = "") {
  const name = user?.real_name || user?.name || "?";
  const inside = user?.is_bot ? icon("pulse") : initials(name);
  return h(
    "span.avatar",
    {
      class: `${size} ${user?.is_bot ? "bot" : ""}`,
      "aria-hidden": "true",
      style: { backgroundColor: user?.color ?? "#616061" },
    },
    inside,
  );
}

const authorOf = message =>
  userById(message.user) ?? { id: message.user, name: message.user, real_name: message.user, is_bot: message.is_bot };

function contextFor(message) {
  const form = new Form();
  return {
    form,
    act: (block_id, action) =>
      post("/ui/action", {
        channel: message.channel,
        message_ts: message.ts,
        view_id: null,
        block_id,
        action,
        state: form.values,
      }),
    actsOnChange: block => block.type !== "input" || block.dispatch_action === true,
  };
}

function content(message) {
  if (message.blocks?.length) return renderBlocks(message.blocks, contextFor(message));
  if (!message.text) return null;
  if (message.mrkdwn === false) return h("div.text", {}, message.text);
  return renderText(message.text, { names: false });
}

const SIZES = [
  [1_048_576, "MB"],
  [1024, "kB"],
];

function bytes(size) {
  const [unit, name] = SIZES.find(([unit]) => size >= unit) ?? [1, "bytes"];
  return unit === 1 ? `${size} bytes` : `${(size / unit).toFixed(size / unit < 10 ? 1 : 0)} ${name}`;
}

function attachment(file) {
  const address = `/ui/file/${encodeURIComponent(file.id)}`;
  const name = file.title || file.name;
  const kind = (file.name?.split(".").length > 1 ? file.name.split(".").pop() : "file").slice(0, 5).toUpperCase();
  return h(
    "a.file",
    { href: address, download: file.name, dataset: { testid: "file" }, "aria-label": `Download ${name}` },
    h("span.file-kind", {}, icon("file")),
    h(
      "span.file-words",
      {},
      h("span.file-name", {}, name),
      h("span.file-meta", {}, `${kind} · ${bytes(Number(file.size) || 0)}`),
    ),
    icon("download"),
  );
}

const reaction = ({ name, users }) =>
  h(
    "span.reaction",
    {
      class: users.includes(state.me.id) ? "mine" : "",
      title: users.map(id => userById(id)?.real_name ?? id).join(", "),
      dataset: { testid: "reaction" },
    },
    emojiNode(name),
    h("span.reaction-count", {}, String(users.length)),
  );

function replies(message, openThread) {
  const known = repliesTo(message.channel, message.ts).filter(reply => !reply.ephemeral);
  const count = Math.max(message.reply_count ?? 0, known.length);
  if (!count) return null;
  const faces = [...new Set(known.map(reply => reply.user))].slice(0, 4).map(id => avatar(userById(id), "tiny"));
  const last = known.at(-1);
  return h(
    "button.replies",
    { type: "button", dataset: { testid: "replies" }, onclick: () => openThread(message.ts) },
    h("span.faces", {}, faces),
    h("span.replies-count", {}, `${count} ${count === 1 ? "reply" : "replies"}`),
    last && h("span.replies-last", {}, `Last reply at ${clock(fromTs(last.ts))}`),
    h("span.replies-open", {}, "View thread"),
  );
}

function toolbar(message, { openThread, inThread }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(message.text ?? "");
      toast("Copied the message's text.", "info");
    } catch {
      toast("The browser does not allow copying here.");
    }
  };
  return h(
    "div.toolbar",
    { role: "group", "aria-label": "Message actions" },
    !inThread &&
      !message.ephemeral &&
      h(
        "button.bare",
        {
          type: "button",
          title: "Reply in thread",
          "aria-label": "Reply in thread",
          dataset: { testid: "reply" },
          onclick: () => openThread(message.thread_ts ?? message.ts),
        },
        icon("reply"),
      ),
    h(
      "button.bare",
      { type: "button", title: "Copy text", "aria-label": "Copy text", dataset: { testid: "copy" }, onclick: copy },
      icon("copy"),
    ),
  );
}

const SYSTEM = new Set(["channel_join", "channel_leave", "group_join", "channel_topic"]);

/** options: compact (same author just before), openThread(ts), inThread. */
export function messageRow(message, options) {
  const author = authorOf(message);
  const at = fromTs(message.ts);
  const name = author.real_name || author.name;
  const stamp = h(
    "time.stamp",
    { datetime: Number.isNaN(at.getTime()) ? null : at.toISOString(), title: utc(at), dataset: { testid: "time" } },
    clock(at),
  );
  const head =
    !options.compact &&
    h(
      "div.message-head",
      {},
      h("span.author", { dataset: { testid: "author" } }, name),
      (author.is_bot || message.is_bot) && h("span.badge", {}, "APP"),
      stamp,
    );
  return h(
    "article.message",
    {
      class: [options.compact && "compact", message.ephemeral && "ephemeral", SYSTEM.has(message.subtype) && "system"]
        .filter(Boolean)
        .join(" "),
      "aria-label": `${name}, ${clock(at)}`,
      dataset: {
        testid: "message",
        ts: message.ts,
        user: message.user,
        ephemeral: message.ephemeral ? "true" : null,
        threadTs: message.thread_ts,
      },
    },
    h("div.gutter", {}, options.compact ? stamp : avatar(author)),
    h(
      "div.message-main",
      {},
      message.ephemeral &&
        h("div.only-you", { dataset: { testid: "only-visible" } }, icon("eye"), "Only visible to you"),
      options.alsoInThread &&
        h(
          "button.in-thread",
          { type: "button", onclick: () => options.openThread(message.thread_ts) },
          "replied to a thread",
        ),
      head,
      content(message),
      message.edited && h("span.edited", {}, "(edited)"),
      message.files?.length > 0 && h("div.files", {}, message.files.map(attachment)),
      message.reactions?.length > 0 && h("div.reactions", {}, message.reactions.map(reaction)),
      !options.inThread && !isReply(message) && replies(message, options.openThread),
    ),
    toolbar(message, options),
  );
}
