// Slack's mrkdwn and plain_text -> nodes. Formatting is found first and the three entities are decoded last, once, at the
// leaves: escaped markup can therefore never become a mention or a link.
import { formatDate, utc } from "./dates.js";
import { emojiNode, withEmoji } from "./emoji.js";
import { fragment, h, link } from "./dom.js";
import { channelById, channelByName, state, userById } from "./store.js";

const ENTITY = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const decode = text => text.replace(/&(?:lt|gt|amp);/g, entity => ENTITY[entity]);
const WORD = /[\p{L}\p{N}]/u;
const BLANK = /[\s\u200b]/;
const STYLE = { "*": "strong", _: "em", "~": "s" };

/**
 * @param {string} text
 * @param {{verbatim?: boolean, names?: boolean}} options verbatim: no automatic links at all; names: bare @here and #channel are
 *   parsed too (what a text object does unless verbatim, and what the top-level text of a message does not).
 */
export function mrkdwn(text, options = {}) {
  const settings = { verbatim: false, names: true, ...options };
  const out = document.createDocumentFragment();
  String(text ?? "")
    .split(/```\n?([\s\S]+?)```/)
    .forEach((part, at) => {
      if (at % 2) out.append(h("pre.code", {}, decode(part.replace(/\n$/, ""))));
      else out.append(quotes(trimAroundFence(part, at), settings));
    });
  return out;
}

const trimAroundFence = (part, at) => (at ? part.replace(/^\n/, "") : part);

function quotes(text, settings) {
  const out = document.createDocumentFragment();
  const marks = /^(?:&gt;|>) ?/;
  let quoted = null;
  let plain = [];
  const flush = () => {
    if (quoted) out.append(h("blockquote.quote", {}, inline(quoted.join("\n"), settings)));
    if (plain.length) out.append(inline(plain.join("\n"), settings));
    quoted = null;
    plain = [];
  };
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i += 1) {
    if (/^(?:&gt;|>){3}/.test(lines[i])) {
      flush();
      quoted = [lines[i].replace(/^(?:&gt;|>){3} ?/, ""), ...lines.slice(i + 1)];
      break;
    }
    const isQuote = marks.test(lines[i]);
    if (isQuote !== Boolean(quoted)) flush();
    if (isQuote) (quoted ??= []).push(lines[i].replace(marks, ""));
    else plain.push(lines[i]);
  }
  flush();
  return out;
}

/** One run of text without fences or quotes. */
function inline(text, settings) {
  const out = document.createDocumentFragment();
  let plain = "";
  const emit = node => {
    if (plain) out.append(leaf(plain, settings));
    plain = "";
    if (node) out.append(node);
  };
  for (let i = 0; i < text.length;) {
    const found = code(text, i) ?? angle(text, i, settings) ?? styled(text, i, settings);
    if (found) {
      emit(found.node);
      i = found.end;
    } else {
      plain += text[i];
      i += 1;
    }
  }
  emit(null);
  return out;
}

function code(text, at) {
  const match = text[at] === "`" && /^`([^`\n]+)`/.exec(text.slice(at));
  return match ? { node: h("code.code", {}, decode(match[1])), end: at + match[0].length } : null;
}

function angle(text, at, settings) {
  const match = text[at] === "<" && /^<([^<>\n]+)>/.exec(text.slice(at));
  return match ? { node: special(match[1], settings), end: at + match[0].length } : null;
}

function styled(text, at, settings) {
  const tag = STYLE[text[at]];
  if (!tag || (at && WORD.test(text[at - 1])) || text[at - 1] === text[at]) return null;
  const end = closing(text, at);
  if (end < 0) return null;
  return { node: h(tag, {}, inline(text.slice(at + 1, end), settings)), end: end + 1 };
}

/** Index of the marker that ends the one at `at`, or -1: same line, touching text on its inside and none on its outside. */
function closing(text, at) {
  const mark = text[at];
  const first = text[at + 1];
  if (!first || first === mark || BLANK.test(first)) return -1;
  for (let i = at + 1; i < text.length && text[i] !== "\n"; i += 1) {
    const skipped = /^(?:`[^`\n]+`|<[^<>\n]+>)/.exec(text.slice(i));
    if (skipped) i += skipped[0].length - 1;
    else if (text[i] === mark && !BLANK.test(text[i - 1]) && !WORD.test(text[i + 1] ?? " ") && text[i + 1] !== mark)
      return i;
  }
  return -1;
}

function special(body, settings) {
  const bar = body.indexOf("|");
  const target = bar < 0 ? body : body.slice(0, bar);
  const label = bar < 0 ? "" : decode(body.slice(bar + 1));
  if (target.startsWith("@")) return userMention(target.slice(1), label);
  if (target.startsWith("#")) return channelMention(target.slice(1), label);
  if (target.startsWith("!date^")) return date(target.slice(6), label);
  if (target.startsWith("!subteam^")) return mention(label || "@group");
  if (target.startsWith("!")) return mention(`@${target.slice(1).split("^")[0]}`);
  const url = decode(target);
  return link(url, label ? leaf(body.slice(bar + 1), { ...settings, verbatim: true }) : url.replace(/^mailto:/, ""));
}

const mention = (text, extra = "") => h("span.mention", { class: extra, dataset: { testid: "mention" } }, text);

export function userMention(id, label = "") {
  const user = userById(id);
  return mention(`@${user?.real_name || user?.name || label || id}`, id === state.me?.id ? "me" : "");
}

export function channelMention(id, label = "") {
  const channel = channelById(id);
  const name = channel?.name || label || "private-channel";
  if (!channel) return mention(`#${name}`);
  const go = () => document.dispatchEvent(new CustomEvent("open-channel", { detail: id }));
  return h("button.mention.bare", { type: "button", dataset: { testid: "mention" }, onclick: go }, `#${name}`);
}

export function broadcast(range) {
  return mention(`@${range}`);
}

/** "<!date^epoch^format^url|fallback>" without its brackets; also the rich_text date element. */
function date(body, fallback) {
  const [epoch, format = "", url = ""] = body.split("^");
  return dateNode(epoch, decode(format), fallback, decode(url));
}

export function dateNode(epoch, format, fallback = "", url = "") {
  const text = formatDate(epoch, format) ?? fallback;
  const node = h("time.date", { title: utc(new Date(Number(epoch) * 1000)) }, text);
  return url ? link(url, node) : node;
}

const TLD = "com|org|net|io|dev|app|ai|us|uk|de|fr|eu|co|info|me|gov|edu";
const AUTO = new RegExp(
  String.raw`(https?://(?:(?!&lt;|&gt;)[^\s<>|])+)|(\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b)|((?<![\w@./-])(?:[\w-]+\.)+(?:${TLD})(?![\w-])(?:/(?:(?!&lt;|&gt;)[^\s<>|])*)?)` +
    String.raw`|((?<![\w@])@(?:here|channel|everyone)(?!\w))|((?<![\w&#])#[\p{Ll}\p{N}_-]+)`,
  "gu",
);

/** Text with nothing left to parse but what Slack links by itself, then entities and emoji. */
function leaf(text, settings) {
  if (settings.verbatim) return withEmoji(decode(text));
  const out = document.createDocumentFragment();
  let last = 0;
  for (const match of text.matchAll(AUTO)) {
    const node = automatic(match, settings);
    if (!node) continue;
    out.append(withEmoji(decode(text.slice(last, match.index))), node.node);
    last = match.index + node.length;
  }
  out.append(withEmoji(decode(text.slice(last))));
  return out;
}

function automatic([whole, url, email, host, group, channel], settings) {
  if (url || host) {
    const trimmed = whole.replace(/[.,:;!?)\]'"]+$/, "");
    return { node: link(decode(url ? trimmed : `http://${trimmed}`), decode(trimmed)), length: trimmed.length };
  }
  if (email) return { node: link(`mailto:${email}`, email), length: email.length };
  if (!settings.names) return null;
  if (group) return { node: mention(group), length: group.length };
  const known = channelByName(channel.slice(1));
  return known ? { node: channelMention(known.id), length: channel.length } : null;
}

/** A text object ({type, text, emoji, verbatim}) -> nodes. A bare string counts as plain_text. */
export function textObject(object) {
  if (!object) return fragment();
  if (typeof object === "string") return fragment(object);
  if (object.type === "mrkdwn") return mrkdwn(object.text, { verbatim: object.verbatim === true });
  return object.emoji === false ? fragment(object.text ?? "") : withEmoji(object.text ?? "");
}

export { emojiNode };
