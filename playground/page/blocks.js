// Every block of Block Kit -> an element, by table. A type that is not in the table is shown as a grey box, never dropped.
import { choices, field } from "./inputs.js";
import { button, feedbackButtons, iconButton, overflow, select } from "./elements.js";
import { h, icon, safeUrl } from "./dom.js";
import { dataTable, plainTable } from "./table.js";
import { markdown } from "./markdown.js";
import { mrkdwn, textObject } from "./mrkdwn.js";
import { richText } from "./richtext.js";

const FOLD_CHARS = 700;
const FOLD_LINES = 12;

const selects = ["static", "external", "users", "channels", "conversations"].flatMap(kind => [
  [`${kind}_select`, select],
  [`multi_${kind}_select`, select],
]);
const fields = [
  "plain_text_input",
  "email_text_input",
  "url_text_input",
  "number_input",
  "datepicker",
  "timepicker",
  "datetimepicker",
].map(type => [type, field]);
const ELEMENTS = Object.fromEntries([
  ["button", button],
  ["overflow", overflow],
  ["feedback_buttons", feedbackButtons],
  ["icon_button", iconButton],
  ["checkboxes", choices],
  ["radio_buttons", choices],
  ["image", element => picture(element, "img.thumb")],
  ...selects,
  ...fields,
]);

const element = (spec, block, ctx) => (ELEMENTS[spec.type] ?? unsupported)(spec, block, ctx);
const unsupported = spec =>
  h("div.unsupported", { dataset: { testid: "unsupported" } }, `unsupported block: ${spec.type}`);

function picture(spec, selector) {
  const source = spec.slack_file?.id
    ? `/ui/file/${encodeURIComponent(spec.slack_file.id)}`
    : safeUrl(spec.image_url ?? spec.slack_file?.url ?? "");
  return source
    ? h(selector, { src: source, alt: spec.alt_text ?? "", loading: "lazy" })
    : h("span.unsupported", {}, spec.alt_text ?? "image");
}

function section(block, _, ctx) {
  const text = block.text && foldable(h("div.text", {}, textObject(block.text)), block);
  const cells =
    block.fields &&
    h(
      "div.fields",
      {},
      block.fields.map(item => h("div.text", {}, textObject(item))),
    );
  return h(
    "div.section",
    {},
    h("div.section-main", {}, text, cells),
    block.accessory && h("div.accessory", {}, element(block.accessory, block, ctx)),
  );
}

/** Long text folds behind "See more", unless the block says expand. */
function foldable(node, block) {
  const text = block.text.text ?? "";
  if (block.expand || (text.length <= FOLD_CHARS && text.split("\n").length <= FOLD_LINES)) return node;
  node.classList.add("folded");
  const more = h(
    "button.see-more",
    {
      type: "button",
      "aria-expanded": "false",
      dataset: { testid: "see-more" },
      onclick: () => {
        const open = node.classList.toggle("folded") === false;
        more.textContent = open ? "See less" : "See more";
        more.setAttribute("aria-expanded", String(open));
      },
    },
    "See more",
  );
  return h("div", {}, node, more);
}

function header(block) {
  const level = Math.min(Math.max(Number(block.level) || 2, 1), 4);
  return h(`h${level + 2}.block-header`, { class: block.level ? `level-${level}` : "level-2" }, textObject(block.text));
}

const context = block =>
  h(
    "div.context",
    {},
    (block.elements ?? []).map(item =>
      item.type === "image" ? picture(item, "img.context-image") : h("span.text", {}, textObject(item)),
    ),
  );
const row = selector => (block, _, ctx) =>
  h(
    selector,
    {},
    (block.elements ?? []).map(item => element(item, block, ctx)),
  );

function image(block) {
  const title = block.title && h("figcaption.image-title", {}, textObject(block.title));
  return h("figure.image", {}, title, picture(block, "img.image-picture"));
}

function input(block, _, ctx) {
  const control = element(block.element, block, ctx);
  const named = control.id ? { for: control.id } : {};
  const label = h(
    control.id ? "label.input-label" : "span.input-label",
    named,
    textObject(block.label),
    block.optional && h("span.optional", {}, " (optional)"),
  );
  label.id ||= `label-${block.block_id}`;
  if (!control.id) control.setAttribute?.("aria-labelledby", label.id);
  return h("div.input-block", {}, label, control, block.hint && h("div.hint", {}, textObject(block.hint)));
}

const ALERT_ICONS = { warning: "alert", error: "alert", success: "check" };
const alert = block =>
  h(
    "div.alert",
    { class: block.level ?? "default", role: block.level === "error" ? "alert" : "status" },
    icon(ALERT_ICONS[block.level] ?? "info"),
    h("div.text", {}, textObject(block.text)),
  );

function container(block, _, ctx) {
  const title = block.rich_text_title ? richText(block.rich_text_title) : textObject(block.title);
  const inside = renderBlocks(block.child_blocks ?? [], ctx);
  if (!block.is_collapsible)
    return h("section.card", { class: block.width ?? "" }, h("div.card-title", {}, title), inside);
  return h("details.card", { open: !block.default_collapsed }, h("summary.card-title", {}, title), inside);
}

function card(block, _, ctx) {
  return h(
    "section.card",
    {},
    block.hero_image && picture(block.hero_image, "img.image-picture"),
    block.title && h("div.card-title", {}, textObject(block.title)),
    block.subtitle && h("div.card-subtitle", {}, textObject(block.subtitle)),
    block.body && h("div.text", {}, textObject(block.body)),
    block.subtext && h("div.context", {}, textObject(block.subtext)),
    block.actions && row("div.actions")({ ...block, elements: block.actions }, 0, ctx),
  );
}

const TASK_MARKS = { pending: "○", in_progress: "◐", complete: "●", error: "✕" };
const task = block =>
  h(
    "div.task",
    {},
    h("span.task-mark", { "aria-hidden": "true" }, TASK_MARKS[block.status] ?? "○"),
    h("span", {}, textObject(block.title)),
    block.details && richText(block.details),
  );
const plan = block =>
  h("section.card", {}, h("div.card-title", {}, textObject(block.title)), (block.tasks ?? []).map(task));

const BLOCKS = {
  section,
  header,
  context,
  image,
  input,
  alert,
  container,
  card,
  plan,
  task_card: task,
  divider: () => h("hr.divider"),
  actions: row("div.actions"),
  context_actions: row("div.actions.context-actions"),
  rich_text: richText,
  markdown: block => h("div.markdown", {}, markdown(block.text)),
  data_table: dataTable,
  table: plainTable,
  carousel: (block, at, ctx) =>
    h(
      "div.carousel",
      {},
      (block.elements ?? []).map(item => card(item, at, ctx)),
    ),
};

/**
 * ctx: act(block_id, action) -> Promise; form: the view's values or absent; actsOnChange(block): whether a changed value is an
 * action at once; submit: sends the view (views only).
 */
export function renderBlocks(blocks, ctx) {
  return h(
    "div.blocks",
    {},
    blocks.map((block, at) => {
      const node = (BLOCKS[block.type] ?? unsupported)(block, at, ctx);
      Object.assign(node.dataset, { block: block.type, blockId: block.block_id ?? "" });
      return node;
    }),
  );
}

export const renderText = (text, options) => h("div.text", {}, mrkdwn(text, options));
