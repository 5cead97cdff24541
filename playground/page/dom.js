// Builds elements. Data enters the page only through here and only as text: nothing in this folder sets innerHTML.

const SVG = "http://www.w3.org/2000/svg";

/**
 * h("button.primary", {type: "button", onclick: f, dataset: {testid: "send"}}, "Send")
 * Children: nodes, strings, arrays; null, undefined and false are left out.
 */
export function h(selector, props = {}, ...children) {
  const [tag, ...classes] = selector.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(props ?? {})) set(node, name, value);
  append(node, children);
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "dataset") {
    for (const [key, item] of Object.entries(value)) if (item !== null && item !== undefined) node.dataset[key] = item;
  } else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "style") Object.assign(node.style, value);
  else if (name === "value" || name === "checked" || name === "disabled") node[name] = value;
  else if (name === "class") node.classList.add(...String(value).split(" ").filter(Boolean));
  else node.setAttribute(name, value === true ? "" : value);
}

export function append(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child);
  }
  return node;
}

export function fragment(...children) {
  return append(document.createDocumentFragment(), children);
}

// 20 × 20 outlines, one path string each (several sub-paths where needed).
const ICONS = {
  hash: "M7.8 3 6.2 17M13.8 3l-1.6 14M3.5 7.3h13.6M2.9 12.7h13.6",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  archive: "M3 4h14v3.5H3zM4.5 7.5V16h11V7.5M8 10.5h4",
  shared: "M3 7.5h9.5V17H3zM7.5 7.5V3H17v9.5h-4.5",
  users:
    "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 17c0-3.2 2.4-5 5.5-5s5.5 1.8 5.5 5M13 3.8a3 3 0 0 1 0 5.5M14.8 12.4c2 .6 3.2 2.2 3.2 4.6",
  sun: "M10 6.3a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4M10 1.8v1.7M10 16.5v1.7M1.8 10h1.7M16.5 10h1.7M4.2 4.2l1.2 1.2M14.6 14.6l1.2 1.2M4.2 15.8l1.2-1.2M14.6 5.4l1.2-1.2",
  moon: "M16.5 12.3A7 7 0 0 1 7.7 3.5a7 7 0 1 0 8.8 8.8z",
  send: "M3 3.5 17.5 10 3 16.5l1.8-6.5zM4.8 10h6",
  reply: "M3 4h14v9.5H9.5L6 16.5v-3H3z",
  copy: "M7 7h10v10H7zM13 7V3H3v10h4",
  close: "M5 5l10 10M15 5 5 15",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  eye: "M1.8 10S4.8 4.8 10 4.8s8.2 5.2 8.2 5.2-3 5.2-8.2 5.2S1.8 10 1.8 10M10 7.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8",
  download: "M10 3v10M5.8 9 10 13.2 14.2 9M3.5 17h13",
  file: "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13h5",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  down: "M5 8l5 5 5-5",
  right: "M8 5l5 5-5 5",
  left: "M12 5l-5 5 5 5",
  search: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4",
  check: "M4 10.5l4 4 8-9",
  trash: "M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11.5h7.4l.8-11.5",
  plus: "M10 4v12M4 10h12",
  alert: "M10 3 18 16.5H2zM10 8v4M10 14.3h.01",
  info: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 9.2v4.5M10 6.5h.01",
  pulse: "M2 10.5h3.2L7.5 5l4 10.5 2.6-7 1.2 2H18",
  camera: "M2.5 5.5h10v9h-10zM12.5 9l5-2.8v7.6l-5-2.8",
  sort: "M6.5 7.5 10 4l3.5 3.5M6.5 12.5 10 16l3.5-3.5",
  up: "M5 12l5-5 5 5",
};

export function icon(name, label = null) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = {
    viewBox: "0 0 20 20",
    class: "icon",
    "data-icon": name,
    "aria-hidden": label ? "false" : "true",
  };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name] ?? ICONS.info);
  svg.append(path);
  return svg;
}

/** Only addresses a reader may safely follow; anything else (javascript:, data:, file:) becomes null. */
export function safeUrl(address) {
  try {
    const url = new URL(address);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function link(address, ...children) {
  const href = safeUrl(address);
  if (!href) return fragment(children);
  return h("a.link", { href, target: "_blank", rel: "noopener noreferrer" }, children);
}

/** Tells screen readers, politely, without moving the focus. */
export function announce(text) {
  const region = document.getElementById("announcer");
  if (region) region.textContent = text;
}

export function toast(text, kind = "error") {
  const box = h(
    "div.toast",
    { class: kind, dataset: { testid: "toast" } },
    icon(kind === "error" ? "alert" : "info"),
    h("span", {}, text),
    h("button.bare", { type: "button", "aria-label": "Dismiss", onclick: () => box.remove() }, icon("close")),
  );
  document.getElementById("toasts").append(box);
  setTimeout(() => box.remove(), 8000);
}
