// The left column: channels, people, the seeded meetings to try; and the bar on top.
import { avatar } from "./message.js";
import { channelLabel, isChannel, state, userById } from "./store.js";
import { h, icon } from "./dom.js";
import { showItems } from "./shows.js";

const CHANNEL_ICONS = { public: "hash", private: "lock", mpim: "users" };
const KIND_ICONS = { meeting: "camera", webinar: "users", session: "pulse" };

export const channelIcon = channel => icon(CHANNEL_ICONS[channel.kind] ?? "hash");

function channelItem(channel, onOpen) {
  const unread = state.unread.get(channel.id) ?? 0;
  const marks = [
    channel.is_shared && h("span.mark", { title: "Shared with another company" }, icon("shared", "shared")),
    channel.is_archived && h("span.mark", { title: "Archived" }, icon("archive", "archived")),
  ];
  const lead = channel.kind === "im" ? presence(channel) : channelIcon(channel);
  return h(
    "button.channel-item",
    {
      type: "button",
      class: [channel.id === state.active && "active", unread && "unread", channel.is_archived && "archived"]
        .filter(Boolean)
        .join(" "),
      "aria-current": channel.id === state.active ? "page" : null,
      dataset: { testid: "channel-item", channel: channel.id, name: channel.name },
      onclick: () => onOpen(channel.id),
    },
    lead,
    h("span.channel-name", {}, channelLabel(channel)),
    channel.kind === "im" && userById(channel.user)?.is_bot && h("span.badge.on-dark", {}, "APP"),
    marks,
    unread > 0 && h("span.count", { dataset: { testid: "unread" }, "aria-label": `${unread} unread` }, String(unread)),
  );
}

function presence(channel) {
  const user = userById(channel.user);
  const here = user?.is_bot ? state.botConnected : true;
  return h(
    "span.dm-face",
    {},
    avatar(user, "tiny"),
    h("span.presence", { class: here ? "here" : "", title: here ? "Active" : "Away" }),
  );
}

const section = (title, items) =>
  items.length ? h("section.side-section", {}, h("h2.side-title", {}, title), items) : null;

export function drawSidebar(container, { onOpen, onTry }) {
  const all = [...state.channels.values()];
  const channels = all.filter(isChannel);
  const people = all.filter(channel => !isChannel(channel));
  const tries = state.meetings.map(meeting =>
    h(
      "button.try",
      {
        type: "button",
        title: `/qos ${meeting.kind} ${meeting.id}`,
        dataset: { testid: "try-meeting", id: meeting.id, kind: meeting.kind },
        onclick: () => onTry(meeting),
      },
      icon(KIND_ICONS[meeting.kind] ?? "camera"),
      h("span.try-words", {}, h("span.try-title", {}, meeting.title), h("span.try-what", {}, meeting.what)),
    ),
  );
  const scroll = container.querySelector(".side-scroll")?.scrollTop ?? 0;
  keepingFocus(
    container,
    h(
      "div.side-scroll",
      {},
      section(
        "Channels",
        channels.map(channel => channelItem(channel, onOpen)),
      ),
      section(
        "Direct messages",
        people.map(channel => channelItem(channel, onOpen)),
      ),
      section("Live events", showItems(state.shows)),
      section("Meetings to try", tries),
    ),
    h("div.side-foot", {}, state.zoomNote && h("span.zoom-note", {}, state.zoomNote)),
  );
  container.querySelector(".side-scroll").scrollTop = scroll;
}

/** Redraws a bar whose buttons have stable names, leaving the keyboard where it was. */
function keepingFocus(container, ...nodes) {
  const had = container.contains(document.activeElement) ? document.activeElement.dataset : null;
  container.replaceChildren(...nodes);
  if (!had) return;
  const same = node => ["testid", "channel", "id"].every(key => node.dataset[key] === had[key]);
  [...container.querySelectorAll("button")].find(same)?.focus({ preventScroll: true });
}

const THEMES = { light: "dark", dark: "light" };

export function currentTheme() {
  return (
    document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")
  );
}

function toggleTheme() {
  const next = THEMES[currentTheme()];
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // Then the choice lasts until the page is closed.
  }
  document.dispatchEvent(new CustomEvent("theme"));
}

export function drawTopbar(container, { onMenu, line }) {
  const dark = currentTheme() === "dark";
  const [word, status] =
    line === "down"
      ? ["Server unreachable", "down"]
      : state.botConnected
        ? ["Bot connected", "up"]
        : ["Bot not connected", "down"];
  keepingFocus(
    container,
    h(
      "button.bare.menu-button",
      { type: "button", "aria-label": "Channels", dataset: { testid: "menu-button" }, onclick: onMenu },
      icon("menu"),
    ),
    h(
      "span.brand",
      {},
      h("img.brand-mark", { src: "/static/icon.svg", alt: "" }),
      h("span.brand-name", { dataset: { testid: "workspace" } }, state.team.name || "Playground"),
      state.team.name !== "Playground" && h("span.brand-kind", {}, "Playground"),
    ),
    h(
      "span.bot-status",
      { class: status, role: "status", dataset: { testid: "bot-status", connected: String(status === "up") } },
      h("span.dot"),
      word,
    ),
    h(
      "button.bare.theme",
      {
        type: "button",
        "aria-label": dark ? "Use the light theme" : "Use the dark theme",
        title: dark ? "Light theme" : "Dark theme",
        dataset: { testid: "theme-toggle" },
        onclick: toggleTheme,
      },
      icon(dark ? "sun" : "moon"),
    ),
    h("span.me", { title: state.me?.real_name }, avatar(state.me, "small")),
  );
}
