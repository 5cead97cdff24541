// Times in the reader's own zone, and Slack's date tokens. No elements here.

const DAY_MS = 86_400_000;

const en = options => new Intl.DateTimeFormat("en-US", options);
const twelveHours = new Intl.DateTimeFormat(navigator.language, { hour: "numeric" }).resolvedOptions().hour12;
const CLOCK_OPTIONS = { hour: twelveHours ? "numeric" : "2-digit", minute: "2-digit" };
const CLOCK = new Intl.DateTimeFormat(navigator.language, CLOCK_OPTIONS);
const CLOCK_SECS = new Intl.DateTimeFormat(navigator.language, { ...CLOCK_OPTIONS, second: "2-digit" });
const MONTH = en({ month: "long" });
const MONTH_SHORT = en({ month: "short" });
const WEEKDAY = en({ weekday: "long" });

export const fromTs = ts => new Date(Number(ts) * 1000);
export const clock = date => CLOCK.format(date);

/** The exact instant, for tooltips: "2025-11-25 10:52:07 UTC". */
export const utc = date =>
  Number.isNaN(date.getTime()) ? "" : `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;

function ordinal(day) {
  const tens = day % 100;
  if (tens >= 11 && tens <= 13) return `${day}th`;
  return `${day}${{ 1: "st", 2: "nd", 3: "rd" }[day % 10] ?? "th"}`;
}

const long = d => `${MONTH.format(d)} ${ordinal(d.getDate())}, ${d.getFullYear()}`;
const short = d => `${MONTH_SHORT.format(d)} ${d.getDate()}, ${d.getFullYear()}`;
const weekday = d => `${WEEKDAY.format(d)}, ${long(d)}`;
const two = n => String(n).padStart(2, "0");
const midnight = d => new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime();

/** "today", "yesterday", "tomorrow" or null, by the reader's calendar. */
export function nearDay(date, now = new Date()) {
  const days = Math.round((midnight(date) - midnight(now)) / DAY_MS);
  return { "-1": "yesterday", 0: "today", 1: "tomorrow" }[days] ?? null;
}

export function ago(date, now = new Date()) {
  const seconds = (now - date) / 1000;
  const steps = [
    ["year", 31_536_000],
    ["month", 2_592_000],
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ];
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  const count = Math.floor(Math.abs(seconds) / size);
  if (unit === "second" && count < 30) return "just now";
  const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return seconds >= 0 ? `${words} ago` : `in ${words}`;
}

const TOKENS = {
  date_num: d => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`,
  date_slash: d => `${two(d.getDate())}/${two(d.getMonth() + 1)}/${d.getFullYear()}`,
  date: long,
  date_short: short,
  date_long: weekday,
  date_long_full: d => `${MONTH.format(d)} ${d.getDate()}, ${d.getFullYear()}`,
  date_pretty: d => nearDay(d) ?? long(d),
  date_short_pretty: d => nearDay(d) ?? short(d),
  date_long_pretty: d => nearDay(d) ?? weekday(d),
  day_divider_pretty: d => nearDay(d) ?? dayWithoutYear(d),
  time: d => CLOCK.format(d),
  time_secs: d => CLOCK_SECS.format(d),
  ago: d => ago(d),
};

function dayWithoutYear(date) {
  const full = weekday(date);
  return date.getFullYear() === new Date().getFullYear() ? full.replace(/, \d+$/, "") : full;
}

const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

export const dayDivider = date => capital(TOKENS.day_divider_pretty(date));

/**
 * Fills Slack's tokens for an instant (epoch seconds). A token at the very start is capitalised, as Slack does with "Yesterday".
 * Returns null when the instant or the format is unusable: the caller shows the fallback.
 */
export function formatDate(epoch, format) {
  const date = new Date(Number(epoch) * 1000);
  if (Number.isNaN(date.getTime()) || !/\{\w+\}/.test(format)) return null;
  if ([...format.matchAll(/\{(\w+)\}/g)].some(([, token]) => !TOKENS[token])) return null;
  return format.replace(/\{(\w+)\}/g, (_, token, at) =>
    at === 0 ? capital(TOKENS[token](date)) : TOKENS[token](date),
  );
}
