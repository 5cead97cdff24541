// What the page knows: the server's state plus what is open and unread. No elements here.

export const state = {
  team: { name: "Playground" },
  me: null,
  users: new Map(),
  channels: new Map(),
  messages: new Map(),
  commands: [],
  meetings: [],
  shows: [],
  botConnected: false,
  zoomNote: "",
  active: null,
  thread: null,
  unread: new Map(),
};

export const userById = id => state.users.get(id);
export const channelById = id => state.channels.get(id);
export const channelByName = name => [...state.channels.values()].find(c => c.name === name && isChannel(c));
export const bot = () => [...state.users.values()].find(user => user.is_bot);
export const messagesOf = channel => state.messages.get(channel) ?? [];
export const activeChannel = () => channelById(state.active);

export function load(data) {
  state.team = data.team ?? state.team;
  state.me = data.me;
  state.users = new Map([...(data.users ?? []), data.me].map(user => [user.id, user]));
  state.channels = new Map((data.channels ?? []).map(channel => [channel.id, channel]));
  state.messages = new Map(Object.entries(data.messages ?? {}).map(([id, list]) => [id, [...list].sort(byTs)]));
  state.commands = data.commands ?? [];
  state.meetings = data.meetings ?? [];
  state.shows = data.shows ?? [];
  state.botConnected = Boolean(data.bot_connected);
  state.zoomNote = data.zoom_note ?? "";
}

function byTs(a, b) {
  return Number(a.ts) - Number(b.ts);
}

/** Inserts or replaces by ts, keeping the order. Returns true when the message is new. */
export function put(message) {
  const list = [...messagesOf(message.channel)];
  const at = list.findIndex(known => known.ts === message.ts);
  if (at >= 0) list[at] = message;
  else list.push(message);
  state.messages.set(message.channel, list.sort(byTs));
  return at < 0;
}

export function remove(message) {
  state.messages.set(
    message.channel,
    messagesOf(message.channel).filter(known => known.ts !== message.ts),
  );
}

export const isReply = message => Boolean(message.thread_ts) && message.thread_ts !== message.ts;

/** What the channel's list shows: everything but thread replies (those also sent to the channel stay). */
export const topLevel = channel => messagesOf(channel).filter(m => !isReply(m) || m.subtype === "thread_broadcast");
export const repliesTo = (channel, ts) => messagesOf(channel).filter(m => isReply(m) && m.thread_ts === ts);

export function markUnread(message) {
  if (message.channel === state.active || message.user === state.me?.id || isReply(message)) return;
  state.unread.set(message.channel, (state.unread.get(message.channel) ?? 0) + 1);
}

const SHOWN = {
  im: channel => userById(channel.user)?.real_name ?? channel.name,
  mpim: channel =>
    channel.name
      .replace(/^mpdm-|-\d+$/g, "")
      .split("--")
      .filter(name => name !== state.me?.name)
      .join(", "),
};

/** What a conversation is called on the page: the other person's name, the group's names, or the channel's. */
export const channelLabel = channel => SHOWN[channel.kind]?.(channel) ?? channel.name;
export const isChannel = channel => channel.kind === "public" || channel.kind === "private";
