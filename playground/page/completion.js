// What the composer offers while one types: commands, their arguments, and people. Pure: text in, choices out.
import { state } from "./store.js";

const BUILT_IN = [
  { command: "/invite", usage_hint: "@qos", description: "Add the bot to this channel", completions: [] },
];
const digits = text => text.replace(/\D/g, "");

/**
 * Choices for the text before the caret: [{insert, label, hint, detail, preselect}]. `insert` replaces `text.slice(from)`.
 * Arguments are never preselected: Enter after "/qos mee" sends exactly that, as it would in Slack.
 */
export function completionsFor(text, { commands = true } = {}) {
  if (commands && /^\/\S*$/.test(text)) return { from: 0, choices: commandChoices(text) };
  if (commands && text.startsWith("/")) return { from: 0, choices: argumentChoices(text) };
  const name = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(text);
  if (name) return { from: text.length - name[1].length - 1, choices: peopleChoices(name[1]) };
  return { from: 0, choices: [] };
}

function commandChoices(text) {
  return [...state.commands, ...BUILT_IN]
    .filter(({ command }) => command.startsWith(text.toLowerCase()))
    .map(({ command, usage_hint, description }) => ({
      insert: `${command} `,
      label: command,
      hint: usage_hint,
      detail: description,
      preselect: true,
    }));
}

function argumentChoices(text) {
  const [, typed, rest] = /^(\S+)\s+(.*)$/s.exec(text) ?? [null, text.trim(), ""];
  const command = state.commands.find(known => known.command === typed);
  if (!command) return [];
  const wanted = rest.toLowerCase();
  const starts = (command.completions ?? []).filter(choice => choice.toLowerCase().startsWith(wanted));
  const contains = (command.completions ?? []).filter(choice => !starts.includes(choice) && matches(choice, wanted));
  return [...starts, ...contains]
    .filter(choice => choice.toLowerCase() !== wanted)
    .map(choice => ({ insert: `${typed} ${choice}`, label: `${typed} ${choice}`, ...aboutMeeting(choice) }));
}

function matches(choice, wanted) {
  if (wanted.length < 2) return false;
  const meeting = meetingIn(choice);
  return [choice, meeting?.title ?? "", meeting?.what ?? ""].some(words => words.toLowerCase().includes(wanted));
}

/** The seeded meeting that a completion names: by number, or by its id as written (a session's is no number). */
export function meetingIn(choice) {
  return state.meetings.find(meeting =>
    digits(meeting.id).length > 8 ? digits(choice) === digits(meeting.id) : choice.includes(meeting.id),
  );
}

function aboutMeeting(choice) {
  const meeting = meetingIn(choice);
  return meeting ? { hint: meeting.title, detail: meeting.what } : {};
}

function peopleChoices(typed) {
  const wanted = typed.toLowerCase();
  return [...state.users.values()]
    .filter(user => [user.name, user.real_name].some(name => name?.toLowerCase().startsWith(wanted)))
    .map(user => ({
      insert: `@${user.name} `,
      label: `@${user.name}`,
      hint: user.real_name,
      detail: user.is_bot ? "App" : "",
      preselect: true,
    }));
}
