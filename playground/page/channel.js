// The open conversation: its header and notices, its messages, its composer.
import { avatar } from "./message.js";
import { MessageList } from "./messages.js";
import { activeChannel, bot, channelLabel, isChannel, state, topLevel, userById } from "./store.js";
import { channelIcon } from "./sidebar.js";
import { closedNotice, composer, invite } from "./composer.js";
import { h, icon } from "./dom.js";
import { withEmoji } from "./emoji.js";

const byId = id => document.getElementById(id);

export class ChannelPane {
  constructor({ openThread, onTry }) {
    this.onTry = onTry;
    this.jump = byId("jump");
    this.list = new MessageList(byId("messages"), byId("scroller"), {
      openThread,
      onBottom: () => (this.jump.hidden = true),
    });
    this.jump.addEventListener("click", () => this.list.toBottom());
  }

  open() {
    this.list.clear();
    this.jump.hidden = true;
    this.drawHead();
    this.drawFoot();
    this.drawMessages();
  }

  drawHead() {
    const channel = activeChannel();
    const isIm = channel.kind === "im";
    const mark = isChannel(channel) ? "#" : "";
    const user = isIm && userById(channel.user);
    const name = h(
      "h1.channel-title",
      { dataset: { testid: "channel-title" } },
      isIm ? avatar(user, "tiny") : channelIcon(channel),
      h("span", {}, channelLabel(channel)),
      user?.is_bot && h("span.badge", {}, "APP"),
    );
    const tags = [
      channel.is_shared &&
        h("span.tag.shared", { dataset: { testid: "shared-notice" } }, icon("shared"), "shared with Acme"),
      channel.is_archived && h("span.tag", {}, icon("archive"), "archived"),
      isChannel(channel) &&
        channel.bot_is_member === false &&
        h("span.tag", {}, `${bot()?.real_name ?? "The bot"} is not here`),
    ];
    const members = new Set(topLevel(channel.id).map(message => message.user)).add(state.me.id);
    if (channel.bot_is_member && bot()) members.add(bot().id);
    const faces =
      !isIm &&
      h(
        "span.members",
        { title: "People in this conversation" },
        [...members].slice(0, 3).map(id => avatar(userById(id), "tiny")),
        h("span", {}, String(members.size)),
      );
    byId("channel-head").replaceChildren(
      h("div.channel-line", {}, name, tags),
      channel.topic ? h("div.topic", { title: channel.topic }, withEmoji(channel.topic)) : "",
      faces || "",
    );
    document.title = `${mark}${channelLabel(channel)} – Playground`;
  }

  drawFoot() {
    const channel = activeChannel();
    const foot = byId("pane-foot");
    if (channel.is_archived) {
      this.composer = null;
      foot.replaceChildren(closedNotice(channel));
      return;
    }
    this.composer = composer({ channel: channel.id, thread: null });
    const wants = channel.kind === "private" && channel.bot_is_member === false;
    const banner =
      wants &&
      h(
        "div.banner",
        { dataset: { testid: "invite-banner" } },
        icon("info"),
        h(
          "span",
          {},
          `${bot()?.real_name ?? "The bot"} is not in this private channel: it answers you privately, but cannot post here.`,
        ),
        h(
          "button.btn.small",
          { type: "button", dataset: { testid: "invite" }, onclick: () => invite(channel.id) },
          "Invite",
        ),
      );
    foot.replaceChildren(...[banner, this.composer.root].filter(Boolean));
  }

  drawMessages({ arrived = false } = {}) {
    const messages = topLevel(state.active);
    this.welcome ??= null;
    if (this.welcomeOf !== state.active || this.welcomeEmpty !== (messages.length === 0)) {
      this.welcome = this.#welcome(messages.length === 0);
      Object.assign(this, { welcomeOf: state.active, welcomeEmpty: messages.length === 0 });
    }
    const wasStuck = this.list.stuck;
    this.list.draw(messages, [h("div.push"), this.welcome]);
    if (arrived && !wasStuck) this.jump.hidden = false;
  }

  #welcome(empty) {
    const channel = activeChannel();
    const isIm = channel.kind === "im";
    const cards =
      empty &&
      !channel.is_archived &&
      state.meetings
        .slice(0, 6)
        .map(meeting =>
          h(
            "button.try-card",
            { type: "button", onclick: () => this.onTry(meeting) },
            h("span.try-title", {}, meeting.title),
            h("span.try-what", {}, meeting.what),
            h("code.code", {}, `/qos ${meeting.kind} ${meeting.id}`),
          ),
        );
    return h(
      "div.welcome",
      {},
      h("div.welcome-mark", {}, isIm ? avatar(userById(channel.user), "large") : channelIcon(channel)),
      h(
        "h2",
        {},
        isChannel(channel)
          ? `Welcome to ${channel.kind === "private" ? "" : "#"}${channelLabel(channel)}`
          : channelLabel(channel),
      ),
      channel.hint && h("p", {}, withEmoji(channel.hint)),
      cards && cards.length > 0 && h("div.try-cards", {}, cards),
    );
  }
}
