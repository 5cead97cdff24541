// The thread panel at the right: root, replies, composer.
import { messageRow } from "./message.js";
import { MessageList } from "./messages.js";
import { channelById, channelLabel, isChannel, messagesOf, repliesTo, state } from "./store.js";
import { composer } from "./composer.js";
import { h, icon } from "./dom.js";

export class ThreadPanel {
  constructor(container, { onClose }) {
    this.container = container;
    this.onClose = onClose;
    container.addEventListener("keydown", event => event.key === "Escape" && !event.defaultPrevented && onClose());
  }

  open(channel, ts) {
    this.place = { channel, ts };
    const place = channelById(channel);
    const body = h("div.messages", { role: "log", "aria-live": "off", "aria-label": "Replies" });
    const scroller = h("div.scroller", {}, body);
    this.list = new MessageList(body, scroller, { inThread: true, openThread: () => {} });
    this.root = null;
    this.composer = place.is_archived ? null : composer({ channel, thread: ts });
    this.container.replaceChildren(
      h(
        "header.thread-head",
        {},
        h("h2", {}, "Thread"),
        h("span.thread-channel", {}, `${isChannel(place) ? "# " : ""}${channelLabel(place)}`),
        h(
          "button.bare",
          { type: "button", "aria-label": "Close thread", dataset: { testid: "thread-close" }, onclick: this.onClose },
          icon("close"),
        ),
      ),
      scroller,
      ...(this.composer ? [h("footer.pane-foot", {}, this.composer.root)] : []),
    );
    this.container.hidden = false;
    this.draw();
    this.composer?.area.focus();
  }

  draw() {
    if (!this.place) return;
    const { channel, ts } = this.place;
    const root = messagesOf(channel).find(message => message.ts === ts);
    if (root !== this.root) {
      this.root = root;
      this.rootRow = root
        ? messageRow(root, { inThread: true, compact: false, openThread: () => {} })
        : h("p.gone", {}, "This message was deleted.");
    }
    const replies = repliesTo(channel, ts);
    const count =
      replies.length &&
      h("div.reply-count", {}, h("span", {}, `${replies.length} ${replies.length === 1 ? "reply" : "replies"}`));
    this.list.draw(replies, [this.rootRow, ...(count ? [count] : [])]);
  }

  close() {
    this.place = null;
    this.container.hidden = true;
    this.container.replaceChildren();
  }

  shows(message) {
    return (
      Boolean(this.place) &&
      message.channel === this.place.channel &&
      (message.thread_ts === this.place.ts || message.ts === this.place.ts) &&
      state.thread === this.place.ts
    );
  }
}
