// rich_text blocks -> nodes. Its text is never parsed: what it holds is what the reader sees.
import { emojiNode, withEmoji } from "./emoji.js";
import { fragment, h, link } from "./dom.js";
import { broadcast, channelMention, dateNode, userMention } from "./mrkdwn.js";

const MARKS = [
  ["code", "code.code"],
  ["bold", "strong"],
  ["italic", "em"],
  ["strike", "s"],
  ["underline", "u"],
  ["highlight", "mark"],
];

const LEAVES = {
  text: leaf => withEmojiCharacters(leaf.text),
  link: leaf => link(leaf.url, leaf.text || leaf.url),
  emoji: leaf => emojiNode(leaf.name, leaf.unicode),
  user: leaf => userMention(leaf.user_id),
  usergroup: () => broadcast("group"),
  channel: leaf => channelMention(leaf.channel_id),
  broadcast: leaf => broadcast(leaf.range),
  date: leaf => dateNode(leaf.timestamp, leaf.format, leaf.fallback, leaf.url),
  color: leaf => h("span.swatch-text", {}, h("span.swatch", { style: { backgroundColor: leaf.value } }), leaf.value),
};

// Short names stay literal in rich_text (an emoji is its own element there); emoji characters get emoji size.
function withEmojiCharacters(text = "") {
  const parts = text.split(/(:[a-z0-9_+-]+:)/);
  return fragment(parts.map((part, at) => (at % 2 ? part : withEmoji(part))));
}

function leafNode(leaf) {
  let node = LEAVES[leaf.type]?.(leaf) ?? fragment(`[${leaf.type}]`);
  for (const [style, tag] of MARKS) if (leaf.style?.[style]) node = h(tag, {}, node);
  return node;
}

const leaves = part => (part.elements ?? []).map(leafNode);

const PARTS = {
  rich_text_section: part => h("div.rich-section", {}, leaves(part)),
  rich_text_quote: part => h("blockquote.quote", {}, leaves(part)),
  rich_text_preformatted: part => h("pre.code", {}, leaves(part)),
  rich_text_list: part => {
    const ordered = part.style === "ordered";
    const indent = Math.min(Number(part.indent) || 0, 8);
    const start = ordered && part.offset ? part.offset + 1 : null;
    return h(
      ordered ? "ol.rich-list" : "ul.rich-list",
      { class: `indent-${indent} ${part.border ? "bordered" : ""}`, start },
      (part.elements ?? []).map(item => h("li", {}, leaves(item))),
    );
  },
};

const partNode = part => PARTS[part.type]?.(part) ?? h("div.rich-section", {}, `[${part.type}]`);

export const richText = block => h("div.rich", {}, (block.elements ?? []).map(partNode));

/** What a rich_text holds as plain words: for sorting and filtering table cells. */
export function richTextWords(block) {
  const words = node => node.text ?? node.fallback ?? node.name ?? (node.elements ?? []).map(words).join("");
  return words(block).trim();
}
