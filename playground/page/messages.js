// Lists of messages (the channel's and the thread's): grouping by author, day dividers, sticking to the bottom.
import { dayDivider, fromTs } from "./dates.js";
import { h } from "./dom.js";
import { messageRow } from "./message.js";
import { isReply, repliesTo } from "./store.js";

const GROUP_S = 300;

/** A scrolling list that redraws only the rows that changed. */
export class MessageList {
  #rows = new Map();

  constructor(container, scroller, options) {
    Object.assign(this, { container, scroller, options });
    this.stuck = true;
    scroller.addEventListener("scroll", () => {
      this.stuck = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
      if (this.stuck) options.onBottom?.();
    });
    new ResizeObserver(() => this.stuck && this.toBottom()).observe(container);
  }

  toBottom() {
    this.stuck = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  clear() {
    this.#rows.clear();
    this.container.replaceChildren();
    this.stuck = true;
  }

  /** before: nodes above the first message (a welcome, the thread's root). */
  draw(messages, before = []) {
    const nodes = [...before];
    const kept = new Map();
    let previous = null;
    for (const message of messages) {
      const newDay =
        !this.options.inThread &&
        (!previous || fromTs(previous.ts).toDateString() !== fromTs(message.ts).toDateString());
      if (newDay) nodes.push(this.#divider(message, kept));
      const compact = !newDay && follows(previous, message);
      nodes.push(this.#row(message, compact, kept));
      previous = message;
    }
    const focus = focusKey(this.container);
    this.#rows = kept;
    reconcile(this.container, nodes);
    restoreFocus(this.container, focus);
    if (this.stuck) this.toBottom();
  }

  #divider(message, kept) {
    const text = dayDivider(fromTs(message.ts));
    const key = `day ${fromTs(message.ts).toDateString()}`;
    const node =
      this.#rows.get(key)?.node ?? h("div.day", { role: "separator", "aria-label": text }, h("span", {}, text));
    kept.set(key, { node });
    return node;
  }

  #row(message, compact, kept) {
    const stamp = `${compact} ${this.options.inThread ? "" : repliesTo(message.channel, message.ts).length}`;
    const known = this.#rows.get(message.ts);
    const alsoInThread = !this.options.inThread && isReply(message);
    const row =
      known?.message === message && known.stamp === stamp
        ? known
        : { message, stamp, node: messageRow(message, { ...this.options, compact, alsoInThread }) };
    kept.set(message.ts, row);
    return row.node;
  }
}

function follows(previous, message) {
  return (
    Boolean(previous) &&
    previous.user === message.user &&
    previous.ephemeral === message.ephemeral &&
    !previous.subtype &&
    !message.subtype &&
    !message.ephemeral &&
    Number(message.ts) - Number(previous.ts) < GROUP_S
  );
}

function reconcile(container, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...container.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, at) => {
    if (container.children[at] !== node) container.insertBefore(node, container.children[at] ?? null);
  });
}

/** A redrawn message must not lose the keyboard's place: remember which button of which message had it. */
function focusKey(container) {
  const active = document.activeElement;
  if (!container.contains(active)) return null;
  return { ts: active.closest(".message")?.dataset.ts, action: active.dataset.actionId, testid: active.dataset.testid };
}

function restoreFocus(container, key) {
  if (!key?.ts || container.contains(document.activeElement)) return;
  const row = [...container.querySelectorAll(".message")].find(node => node.dataset.ts === key.ts);
  const same = [...(row?.querySelectorAll("button") ?? [])].find(node =>
    key.action ? node.dataset.actionId === key.action : node.dataset.testid === key.testid,
  );
  (same ?? row?.querySelector("button"))?.focus({ preventScroll: true });
}
