// Elements that act at once: buttons, overflow menus, selects, feedback. Inputs that only hold a value are in inputs.js.
import { fragment, h, icon, safeUrl } from "./dom.js";
import { confirmed } from "./dialogs.js";
import { openMenu } from "./menu.js";
import { textObject } from "./mrkdwn.js";
import { channelLabel, isChannel, state } from "./store.js";

const words = object => (typeof object === "string" ? object : (object?.text ?? ""));

/** Runs an action with the control marked busy until the server answered. */
export async function act(node, element, block, ctx, payload) {
  if (node.getAttribute("aria-busy") === "true" || !(await confirmed(element.confirm))) return;
  node.setAttribute("aria-busy", "true");
  try {
    await ctx.act(block.block_id, { type: element.type, action_id: element.action_id, ...payload });
  } finally {
    node.removeAttribute("aria-busy");
  }
}

export function button(element, block, ctx) {
  const href = element.url && safeUrl(element.url);
  const node = h(
    "button.btn",
    {
      type: "button",
      class: element.style ?? "",
      "aria-label": element.accessibility_label,
      dataset: { actionId: element.action_id, testid: "block-button" },
      onclick: () => {
        if (href) window.open(href, "_blank", "noopener");
        act(node, element, block, ctx, {
          text: element.text,
          ...(element.value === undefined ? {} : { value: element.value }),
        });
      },
    },
    h("span.btn-text", {}, textObject(element.text)),
  );
  return node;
}

export function overflow(element, block, ctx) {
  const items = element.options.map(option => ({
    label: textObject(option.text),
    words: words(option.text),
    description: option.description && textObject(option.description),
  }));
  const node = h(
    "button.btn.square",
    {
      type: "button",
      "aria-haspopup": "menu",
      "aria-label": "More actions",
      dataset: { actionId: element.action_id, testid: "overflow" },
      onclick: () =>
        openMenu(node, {
          items: items.map(item => ({ ...item, label: textCopy(item.label) })),
          label: "More actions",
          role: "menu",
          onPick: at => {
            const option = element.options[at];
            if (option.url && safeUrl(option.url)) window.open(option.url, "_blank", "noopener");
            act(node, element, block, ctx, { selected_option: option });
          },
        }),
    },
    icon("more"),
  );
  return node;
}

// A fragment empties when it is inserted; a list that opens twice needs a copy each time.
const textCopy = node => node.cloneNode(true);

export function feedbackButtons(element, block, ctx) {
  const sides = [
    ["positive_button", "👍"],
    ["negative_button", "👎"],
  ].filter(([side]) => element[side]);
  const nodes = sides.map(([side, picture]) => {
    const spec = element[side];
    const node = h(
      "button.btn.quiet",
      {
        type: "button",
        "aria-label": spec.accessibility_label,
        "aria-pressed": "false",
        dataset: { actionId: element.action_id, testid: "feedback" },
        onclick: () => {
          nodes.forEach(other => other.setAttribute("aria-pressed", String(other === node)));
          act(node, { ...element, confirm: null }, block, ctx, { text: spec.text, value: spec.value });
        },
      },
      h("span.emoji", { "aria-hidden": "true" }, picture),
      h("span.btn-text", {}, textObject(spec.text)),
    );
    return node;
  });
  return fragment(nodes);
}

const ICON_NAMES = { trash: "trash" };

export function iconButton(element, block, ctx) {
  const node = h(
    "button.btn.quiet",
    {
      type: "button",
      "aria-label": element.accessibility_label ?? words(element.text),
      title: words(element.text),
      dataset: { actionId: element.action_id, testid: "icon-button" },
      onclick: () => act(node, element, block, ctx, element.value === undefined ? {} : { value: element.value }),
    },
    icon(ICON_NAMES[element.icon] ?? "info"),
  );
  return node;
}

const people = () => [...state.users.values()].map(user => choice(user.id, user.real_name || user.name));
const channels = () => [...state.channels.values()].filter(isChannel).map(c => choice(c.id, `#${c.name}`));
const conversations = () => [
  ...channels(),
  ...[...state.channels.values()].filter(c => c.kind === "im").map(c => choice(c.id, channelLabel(c))),
];
const choice = (id, name) => ({ id, label: name, words: name });

const staticChoices = element =>
  [
    ...(element.options ?? []).map(option => [option, null]),
    ...(element.option_groups ?? []).flatMap(group => group.options.map(option => [option, group.label])),
  ].map(([option, group]) => ({
    option,
    id: option.value,
    label: textObject(option.text),
    words: words(option.text),
    description: option.description && textObject(option.description),
    group: words(group),
  }));

// Per kind of list: where the choices come from, and the payload's key for one and for many.
const SOURCES = {
  static: { choices: staticChoices, one: "selected_option", many: "selected_options", initial: "option" },
  external: { choices: staticChoices, one: "selected_option", many: "selected_options", initial: "option" },
  users: { choices: people, one: "selected_user", many: "selected_users", initial: "user" },
  channels: { choices: channels, one: "selected_channel", many: "selected_channels", initial: "channel" },
  conversations: {
    choices: conversations,
    one: "selected_conversation",
    many: "selected_conversations",
    initial: "conversation",
  },
};

export function select(element, block, ctx) {
  const multi = element.type.startsWith("multi_");
  const source = SOURCES[element.type.replace("multi_", "").replace("_select", "")];
  const key = multi ? source.many : source.one;
  const asValue = item => item.option ?? item.id;
  const idOf = value => value?.value ?? value;
  let picked = initial();

  function initial() {
    const kept = ctx.form?.get(block.block_id, element.action_id)?.[key];
    const given = kept ?? element[`initial_${source.initial}${multi ? "s" : ""}`];
    return new Set([given ?? []].flat().map(idOf));
  }

  const value = () => {
    const values = source
      .choices(element)
      .filter(item => picked.has(item.id))
      .map(asValue);
    return { type: element.type, [key]: multi ? values : (values[0] ?? null) };
  };
  const text = h("span.select-text");
  const node = h(
    "button.select",
    {
      type: "button",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      dataset: { actionId: element.action_id, testid: "select" },
      onclick: open,
    },
    text,
    icon("down"),
  );

  function open() {
    const items = source.choices(element).map(item => ({ ...item, selected: picked.has(item.id) }));
    openMenu(node, {
      items,
      label: words(element.placeholder) || "Choose",
      multi,
      onPick: at => {
        const { id } = items[at];
        if (!multi) picked = new Set([id]);
        else if (picked.has(id)) picked.delete(id);
        else if (picked.size < (element.max_selected_items ?? Infinity)) picked.add(id);
        changed();
      },
    });
  }

  function changed() {
    draw();
    ctx.form?.set(block.block_id, element.action_id, value());
    if (ctx.actsOnChange(block)) act(node, element, block, ctx, value());
  }

  function draw() {
    const names = source.choices(element).filter(item => picked.has(item.id));
    text.classList.toggle("placeholder", names.length === 0);
    text.replaceChildren(
      ...(names.length
        ? names.map(item => (multi ? h("span.chip", {}, item.label) : h("span", {}, item.label)))
        : [textObject(element.placeholder ?? "Choose an option")]),
    );
  }

  draw();
  ctx.form?.set(block.block_id, element.action_id, value());
  return node;
}
