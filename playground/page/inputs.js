// Elements that hold a value until the view is sent: text, dates, checkboxes, radio buttons.
import { act } from "./elements.js";
import { h } from "./dom.js";
import { textObject } from "./mrkdwn.js";

let serial = 0;
const freshId = () => `field-${(serial += 1)}`;

// Per element type: the HTML input's type and the payload's key.
const FIELDS = {
  plain_text_input: ["text", "value"],
  email_text_input: ["email", "value"],
  url_text_input: ["url", "value"],
  number_input: ["number", "value"],
  datepicker: ["date", "selected_date"],
  timepicker: ["time", "selected_time"],
  datetimepicker: ["datetime-local", "selected_date_time"],
};
const INITIAL = {
  value: "initial_value",
  selected_date: "initial_date",
  selected_time: "initial_time",
  selected_date_time: "initial_date_time",
};

export function field(element, block, ctx) {
  const [type, key] = FIELDS[element.type];
  const kept = ctx.form?.get(block.block_id, element.action_id)?.[key];
  const attributes = {
    id: freshId(),
    placeholder: element.placeholder?.text,
    maxlength: element.max_length,
    minlength: element.min_length,
    min: element.min_value,
    max: element.max_value,
    step: element.is_decimal_allowed ? "any" : null,
    autofocus: element.focus_on_load,
    value: shown(kept ?? element[INITIAL[key]] ?? ""),
    dataset: { actionId: element.action_id },
    onchange: () => ctx.actsOnChange(block) && act(node, element, block, ctx, value()),
    oninput: () => ctx.form?.set(block.block_id, element.action_id, value()),
    onkeydown: enter,
  };
  const node = element.multiline
    ? h("textarea.field", { ...attributes, rows: "4" })
    : h("input.field", { ...attributes, type });

  function shown(raw) {
    if (key !== "selected_date_time" || !raw) return raw;
    const at = new Date(Number(raw) * 1000);
    return new Date(at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }

  function value() {
    const raw = node.value === "" ? null : node.value;
    return { type: element.type, [key]: key === "selected_date_time" && raw ? Math.floor(new Date(raw) / 1000) : raw };
  }

  function enter(event) {
    if (event.key === "Enter" && !element.multiline && ctx.submit) {
      event.preventDefault();
      ctx.submit();
    }
  }

  ctx.form?.set(block.block_id, element.action_id, value());
  return node;
}

/** Checkboxes and radio buttons. */
export function choices(element, block, ctx) {
  const multi = element.type === "checkboxes";
  const key = multi ? "selected_options" : "selected_option";
  const kept = ctx.form?.get(block.block_id, element.action_id)?.[key];
  const first = new Set(
    [kept ?? element.initial_options ?? element.initial_option ?? []].flat().map(option => option.value),
  );
  const name = freshId();
  const boxes = element.options.map(option =>
    h("input", { type: multi ? "checkbox" : "radio", name, checked: first.has(option.value), onchange: changed }),
  );
  const node = h(
    "div.choices",
    { role: multi ? "group" : "radiogroup", dataset: { actionId: element.action_id } },
    element.options.map((option, at) =>
      h(
        "label.choice",
        {},
        boxes[at],
        h(
          "span",
          {},
          textObject(option.text),
          option.description && h("span.choice-description", {}, textObject(option.description)),
        ),
      ),
    ),
  );

  function value() {
    const picked = element.options.filter((_, at) => boxes[at].checked);
    return { type: element.type, [key]: multi ? picked : (picked[0] ?? null) };
  }

  function changed() {
    ctx.form?.set(block.block_id, element.action_id, value());
    if (ctx.actsOnChange(block)) act(node, element, block, ctx, value());
  }

  ctx.form?.set(block.block_id, element.action_id, value());
  return node;
}

/** The values of one view, as Slack sends them: {block_id: {action_id: {…}}}. Kept while the view is updated. */
export class Form {
  values = {};

  get(block, action) {
    return this.values[block]?.[action];
  }

  set(block, action, value) {
    (this.values[block] ??= {})[action] = value;
  }

  /** What is left of the values for the blocks that are still there. */
  only(blocks) {
    const known = new Set(blocks.map(block => block.block_id));
    return Object.fromEntries(Object.entries(this.values).filter(([id]) => known.has(id)));
  }
}
