// The message box of a channel or a thread, with its completion list.
import { completionsFor } from "./completion.js";
import { h, icon, toast } from "./dom.js";
import { post } from "./api.js";
import { bot, channelById, channelLabel, isChannel } from "./store.js";

const drafts = new Map();

/** place: {channel, thread} ids; thread null for the channel itself. */
export function composer(place) {
  const inThread = Boolean(place.thread);
  const key = `${place.channel} ${place.thread ?? ""}`;
  const channel = channelById(place.channel);
  const listId = `completion-${inThread ? "thread" : "channel"}`;
  const list = h("div.completion", {
    id: listId,
    role: "listbox",
    "aria-label": "Suggestions",
    dataset: { testid: "completion" },
    hidden: true,
  });
  const placeholder = inThread ? "Reply…" : `Message ${isChannel(channel) ? "#" : ""}${channelLabel(channel)}`;
  const area = h("textarea", {
    id: inThread ? "thread-text" : "composer-text",
    rows: "1",
    placeholder,
    "aria-label": placeholder,
    autocomplete: "off",
    spellcheck: "false",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": listId,
    "aria-autocomplete": "list",
    dataset: { testid: inThread ? "thread-composer" : "composer" },
    oninput: changed,
    onkeydown: keys,
    onclick: suggest,
    onblur: () => setTimeout(hide, 120),
    value: drafts.get(key) ?? "",
  });
  const sendButton = h(
    "button.send",
    {
      type: "button",
      "aria-label": "Send",
      title: "Send",
      dataset: { testid: inThread ? "thread-send" : "send" },
      onclick: send,
    },
    icon("send"),
  );
  const note = h("div.composer-note", { role: "status", dataset: { testid: "composer-note" }, hidden: true });
  const insertKey = (label, title, text) =>
    h("button.bare.insert", { type: "button", title, "aria-label": title, onclick: () => insert(text) }, label);
  const root = h(
    "div.composer",
    {},
    list,
    note,
    h(
      "div.composer-box",
      {},
      area,
      h(
        "div.composer-bar",
        {},
        !inThread && insertKey("/", "Insert the /qos command", "/qos "),
        insertKey("@", "Mention the bot", `@${bot()?.name ?? "qos"} `),
        h(
          "span.composer-hint",
          {},
          h("kbd", {}, "Enter"),
          " to send, ",
          h("kbd", {}, "Shift + Enter"),
          " for a new line",
        ),
        sendButton,
      ),
    ),
  );
  let found = { from: 0, choices: [] };
  let active = -1;
  let dismissed = false;

  function insert(text) {
    if (text.startsWith("/")) area.value = text;
    else area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.focus();
    changed();
  }

  function changed() {
    dismissed = false;
    drafts.set(key, area.value);
    note.hidden = true;
    resize();
    suggest();
  }

  function resize() {
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, 220)}px`;
    sendButton.disabled = area.value.trim() === "";
  }

  function suggest() {
    if (dismissed) return;
    found = completionsFor(area.value.slice(0, area.selectionStart), { commands: !inThread });
    active = found.choices[0]?.preselect ? 0 : -1;
    drawList();
  }

  function drawList() {
    list.hidden = found.choices.length === 0;
    area.setAttribute("aria-expanded", String(!list.hidden));
    list.replaceChildren(
      ...found.choices.map((choice, at) =>
        h(
          "div.completion-item",
          {
            id: `${listId}-${at}`,
            role: "option",
            "aria-selected": String(at === active),
            dataset: { testid: "completion-item" },
            onmousedown: event => {
              event.preventDefault();
              accept(at);
            },
          },
          h("span.completion-label", {}, choice.label),
          choice.hint && h("span.completion-hint", {}, choice.hint),
          choice.detail && h("span.completion-detail", {}, choice.detail),
        ),
      ),
      ...(list.hidden
        ? []
        : [
            h(
              "div.completion-foot",
              { role: "presentation" },
              h("kbd", {}, "↑"),
              h("kbd", {}, "↓"),
              " to choose",
              h("span", {}, h("kbd", {}, "Tab"), " to take"),
              h("span", {}, h("kbd", {}, "Esc"), " to close"),
            ),
          ]),
    );
    const chosen = list.children[active];
    if (active >= 0 && chosen) {
      area.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else area.removeAttribute("aria-activedescendant");
  }

  function hide() {
    found = { from: 0, choices: [] };
    drawList();
  }

  function accept(at) {
    const { insert: text } = found.choices[Math.max(at, 0)];
    area.setRangeText(text, found.from, area.selectionStart, "end");
    area.focus();
    changed();
  }

  function keys(event) {
    if (event.isComposing) return;
    const open = !list.hidden;
    const last = found.choices.length - 1;
    const moves = { ArrowDown: active >= last ? 0 : active + 1, ArrowUp: active <= 0 ? last : active - 1 };
    if (open && event.key in moves) {
      active = moves[event.key];
      drawList();
    } else if (open && (event.key === "Tab" || (event.key === "Enter" && active >= 0 && !event.shiftKey)))
      accept(active);
    else if (open && event.key === "Escape") {
      dismissed = true;
      hide();
    } else if (event.key === "Enter" && !event.shiftKey) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  async function send() {
    const text = area.value.trim();
    if (!text) return;
    if (inThread && /^\/\S/.test(text)) return refuse(`${text.split(/\s/)[0]} is not supported in threads. Sorry!`);
    hide();
    area.value = "";
    drafts.delete(key);
    resize();
    const answer = await (text.startsWith("/invite")
      ? invite(place.channel)
      : post("/ui/send", { channel: place.channel, text, thread_ts: place.thread }));
    if (answer.ok === false && !area.value) {
      area.value = text;
      changed();
      hide();
    }
  }

  function refuse(text) {
    hide();
    note.textContent = text;
    note.hidden = false;
  }

  requestAnimationFrame(resize);
  return {
    root,
    area,
    setText(text) {
      area.value = text;
      area.setSelectionRange(text.length, text.length);
      area.focus();
      changed();
      dismissed = true;
      hide();
    },
  };
}

export async function invite(channel) {
  const answer = await post("/ui/invite", { channel });
  if (answer.ok !== false) toast(`${bot()?.real_name ?? "The bot"} was added to the channel.`, "info");
  return answer;
}

/** What stands in the composer's place where nobody may write. */
export const closedNotice = channel =>
  h(
    "div.closed",
    { dataset: { testid: "archived-notice" } },
    icon("archive"),
    `You are viewing #${channel.name}, an archived channel.`,
  );
