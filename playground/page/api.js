// The page's only way to the server: JSON posts and one WebSocket that reconnects.
import { toast } from "./dom.js";

const WORDS = {
  not_in_channel: "The bot is not in this channel.",
  is_archived: "This channel is archived.",
  channel_not_found: "That channel does not exist.",
};

/** Resolves to the server's answer; failures become {ok: false, error} and a toast (unless quiet). */
export async function post(path, body, { quiet = false } = {}) {
  let answer;
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    answer = await response.json();
  } catch {
    answer = { ok: false, error: "The playground server does not answer." };
  }
  if (answer.ok === false && !answer.errors && !quiet)
    toast(WORDS[answer.error] ?? answer.error ?? "That did not work.");
  return answer;
}

export async function fetchState() {
  const response = await fetch("/ui/state", { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`state: ${response.status}`);
  return response.json();
}

/** Calls onFrame per frame, onUp after each (re)connection, onDown when the line is lost. */
export function listen({ onFrame, onUp, onDown }) {
  let wait = 250;
  const open = () => {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/ui/socket`);
    socket.onopen = () => {
      wait = 250;
      onUp();
    };
    socket.onmessage = event => onFrame(JSON.parse(event.data));
    socket.onclose = () => {
      onDown();
      setTimeout(open, wait);
      wait = Math.min(wait * 2, 4000);
    };
  };
  open();
}
