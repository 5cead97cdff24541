// The markdown block: the common subset (headings, lists, quotes, code, tables, rules, inline marks) -> nodes. No HTML passes through.
import { withEmoji } from "./emoji.js";
import { h, link } from "./dom.js";

const ESCAPABLE = /^\\([\\`*_{}[\]()#+\-.!~|>])/;
const INLINE = [
  [/^`([^`\n]+)`/, m => h("code.code", {}, m[1])],
  [/^!\[([^\]]*)\]\(([^)\s]+)\)/, m => link(m[2], m[1] || m[2])],
  [/^\[([^\]]+)\]\(([^)\s]+)\)/, m => link(m[2], inline(m[1]))],
  [/^<(https?:\/\/[^>\s]+)>/, m => link(m[1], m[1])],
  [/^(\*\*|__)(?=\S)([\s\S]+?\S|\S)\1/, m => h("strong", {}, inline(m[2]))],
  [/^~~(?=\S)([\s\S]+?)~~/, m => h("s", {}, inline(m[1]))],
  [/^([*_])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/u, m => h("em", {}, inline(m[2]))],
  [/^https?:\/\/[^\s<>)]+/, m => link(m[0], m[0])],
];

function inline(text) {
  const out = document.createDocumentFragment();
  let plain = "";
  const flush = () => {
    if (plain) out.append(withEmoji(plain));
    plain = "";
  };
  for (let i = 0; i < text.length;) {
    const rest = text.slice(i);
    const escaped = ESCAPABLE.exec(rest);
    const inWord = /[\p{L}\p{N}]/u.test(text[i - 1] ?? " ") && text[i] === "_";
    const rule = !escaped && !inWord && INLINE.find(([pattern]) => pattern.test(rest));
    if (rule) {
      const match = rule[0].exec(rest);
      flush();
      out.append(rule[1](match));
      i += match[0].length;
    } else {
      plain += escaped ? escaped[1] : text[i];
      i += escaped ? 2 : 1;
    }
  }
  flush();
  return out;
}

const cells = line =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim());

// Each row: first line's pattern, whether the next lines belong to it, how the lines are drawn.
const BLOCKS = [
  {
    first: /^```/,
    take: (lines, at) => fenceEnd(lines, at),
    draw: lines => h("pre.code", {}, lines.slice(1, lines.at(-1).startsWith("```") ? -1 : undefined).join("\n")),
  },
  { first: /^(#{1,6})\s+/, take: (_, at) => at + 1, draw: ([line]) => heading(line) },
  { first: /^(?:-{3,}|\*{3,}|_{3,})\s*$/, take: (_, at) => at + 1, draw: () => h("hr.divider") },
  {
    first: /^>/,
    take: (lines, at) => whileMatches(lines, at, /^>/),
    draw: lines => h("blockquote.quote", {}, markdown(lines.map(l => l.replace(/^> ?/, "")).join("\n"))),
  },
  {
    first: /^\s*[-*+]\s+/,
    take: (lines, at) => whileMatches(lines, at, /^(?:\s*[-*+]\s+|\s{2,}\S)/),
    draw: lines => list("ul", lines),
  },
  {
    first: /^\s*\d+[.)]\s+/,
    take: (lines, at) => whileMatches(lines, at, /^(?:\s*\d+[.)]\s+|\s{2,}\S)/),
    draw: lines => list("ol", lines),
  },
  { first: /^\|.*\|\s*$/, take: (lines, at) => whileMatches(lines, at, /^\|/), draw: table },
];

function fenceEnd(lines, at) {
  const end = lines.findIndex((line, index) => index > at && line.startsWith("```"));
  return end < 0 ? lines.length : end + 1;
}

function whileMatches(lines, at, pattern) {
  let end = at + 1;
  while (end < lines.length && pattern.test(lines[end])) end += 1;
  return end;
}

function heading(line) {
  const [, marks, text] = /^(#{1,6})\s+(.*)$/.exec(line);
  return h(
    `h${Math.min(marks.length + 2, 6)}.block-header`,
    { class: `level-${Math.min(marks.length, 4)}` },
    inline(text),
  );
}

function list(tag, lines) {
  return h(
    `${tag}.rich-list`,
    {},
    lines.map(line => {
      const [, space, task, text] = /^(\s*)(?:[-*+]|\d+[.)])?\s*(\[[ xX]\])?\s*(.*)$/.exec(line);
      const box = task && h("input", { type: "checkbox", disabled: true, checked: task !== "[ ]" });
      return h("li", { class: `indent-${Math.min(Math.floor(space.length / 2), 8)}` }, box, inline(text));
    }),
  );
}

function table(lines) {
  const rows = lines.filter((line, at) => !(at === 1 && /^[\s|:-]+$/.test(line))).map(cells);
  return h(
    "figure.data-table.plain",
    {},
    h(
      "div.table-scroll",
      {},
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            rows[0].map(cell => h("th", { scope: "col" }, inline(cell))),
          ),
        ),
        h(
          "tbody",
          {},
          rows.slice(1).map(row =>
            h(
              "tr",
              {},
              row.map(cell => h("td", {}, inline(cell))),
            ),
          ),
        ),
      ),
    ),
  );
}

export function markdown(text) {
  const lines = String(text ?? "").split("\n");
  const out = document.createDocumentFragment();
  for (let at = 0; at < lines.length;) {
    const kind = BLOCKS.find(({ first }) => first.test(lines[at]));
    let end = kind ? kind.take(lines, at) : at + 1;
    if (!kind)
      while (end < lines.length && lines[end].trim() && !BLOCKS.some(({ first }) => first.test(lines[end]))) end += 1;
    const part = lines.slice(at, end);
    if (kind) out.append(kind.draw(part));
    else if (part.join("").trim()) out.append(h("p.paragraph", {}, inline(part.join("\n"))));
    at = end;
  }
  return out;
}
