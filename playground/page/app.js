// Wires the page: loads the state, listens to the socket, and tells the parts what changed.
import { ChannelPane } from "./channel.js";
import { ThreadPanel } from "./thread.js";
import { announce, toast } from "./dom.js";
import { closeAllViews, closeView, openView, updateView } from "./views.js";
import { drawSidebar, drawTopbar } from "./sidebar.js";
import { fetchState, listen } from "./api.js";
import { activeChannel, channelById, isReply, load, markUnread, put, remove, state, userById } from "./store.js";

const byId = id => document.getElementById(id);
const app = byId("app");
let line = "up";

const pane = new ChannelPane({ openThread, onTry });
const thread = new ThreadPanel(byId("thread"), { onClose: closeThread });

function drawAround() {
  drawSidebar(byId("sidebar"), { onOpen: openChannel, onTry });
  drawTopbar(byId("topbar"), { onMenu: toggleMenu, line });
}

function toggleMenu() {
  app.classList.toggle("menu-open");
}

function openChannel(id) {
  if (!channelById(id)) return;
  state.active = id;
  state.unread.delete(id);
  history.replaceState(null, "", `#${id}`);
  app.classList.remove("menu-open");
  closeThread();
  drawAround();
  pane.open();
  if (matchMedia("(min-width: 700px)").matches) pane.composer?.area.focus();
}

function openThread(ts) {
  state.thread = ts;
  app.classList.add("with-thread");
  thread.open(state.active, ts);
}

function closeThread() {
  state.thread = null;
  app.classList.remove("with-thread");
  thread.close();
}

/** Puts the command for a seeded meeting into the composer; an archived channel has none, so the first open one is used. */
function onTry(meeting) {
  if (activeChannel().is_archived) openChannel([...state.channels.values()].find(channel => !channel.is_archived).id);
  app.classList.remove("menu-open");
  pane.composer.setText(`/qos ${meeting.kind} ${meeting.id}`);
}

function showMessage(message, isNew) {
  if (isNew) {
    markUnread(message);
    const author = userById(message.user);
    if (message.user !== state.me.id && message.channel === state.active)
      announce(`${author?.real_name ?? "Someone"}: ${message.text ?? ""}`);
  }
  if (message.channel === state.active)
    pane.drawMessages({ arrived: isNew && !isReply(message) && message.user !== state.me.id });
  if (isNew && message.user === state.me.id && message.channel === state.active && !isReply(message))
    pane.list.toBottom();
  if (thread.shows(message)) thread.draw();
  drawAround();
}

const FRAMES = {
  message: ({ message }) => showMessage(message, put(message)),
  message_changed: ({ message }) => showMessage(message, put(message)),
  reaction: ({ message }) => showMessage(message, put(message)),
  message_deleted: ({ message }) => {
    remove(message);
    showMessage(message, false);
  },
  view_opened: ({ view }) => openView(view),
  view_updated: ({ view }) => updateView(view),
  view_closed: ({ view_id: id }) => closeView(id),
  toast: ({ text }) => toast(text),
  bot: ({ connected }) => {
    state.botConnected = connected;
    drawAround();
  },
  channel: ({ channel }) => {
    state.channels.set(channel.id, channel);
    drawAround();
    if (channel.id !== state.active) return;
    pane.drawHead();
    pane.drawFoot();
  },
};

async function refresh() {
  load(await fetchState());
  const wanted = [state.active, location.hash.slice(1)].find(id => id && channelById(id));
  state.active = wanted ?? state.channels.keys().next().value;
}

// Frames that arrive while the state is being read wait here: the state may or may not hold them already, and both are fine.
let backlog = [];

function onFrame(frame) {
  if (backlog) backlog.push(frame);
  else FRAMES[frame.type]?.(frame);
}

/** The line is up (again): read the whole state, then what came meanwhile. */
async function onUp() {
  const first = state.active === null;
  try {
    await refresh();
  } catch {
    setTimeout(onUp, 500);
    return;
  }
  line = "up";
  const waiting = backlog ?? [];
  backlog = null;
  if (first) openChannel(state.active);
  else {
    drawAround();
    pane.drawHead();
    pane.drawMessages();
    thread.draw();
  }
  waiting.forEach(onFrame);
  app.dataset.socket = "open";
}

function onDown() {
  line = "down";
  backlog = [];
  app.dataset.socket = "closed";
  closeAllViews();
  drawTopbar(byId("topbar"), { onMenu: toggleMenu, line });
}

byId("scrim").addEventListener("click", () => app.classList.remove("menu-open"));
document.addEventListener("open-channel", event => openChannel(event.detail));
document.addEventListener("theme", drawAround);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAround);
window.addEventListener(
  "hashchange",
  () => location.hash.slice(1) !== state.active && openChannel(location.hash.slice(1)),
);
listen({ onFrame, onUp, onDown });
