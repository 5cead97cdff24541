// Modals: a stack of views, each with its form, errors per input, and a busy state while the server decides.
import { announce, h } from "./dom.js";
import { post } from "./api.js";
import { renderBlocks } from "./blocks.js";
import { showDialog } from "./dialogs.js";
import { Form } from "./inputs.js";
import { textObject } from "./mrkdwn.js";

const stack = new Map();

class ModalView {
  constructor(view) {
    this.form = new Form();
    this.body = h("div.view-body");
    this.footer = h("div.view-foot");
    this.title = h("span");
    this.draw(view);
    this.dialog = showDialog({
      title: this.title,
      body: this.body,
      footer: this.footer,
      onCancel: () => this.cancel(),
    });
    this.dialog.node.dataset.viewId = view.id;
    this.focusFirst();
  }

  draw(view) {
    this.view = view;
    this.form.values = this.form.only(view.blocks);
    this.title.replaceChildren(textObject(view.title));
    this.body.replaceChildren(renderBlocks(view.blocks, this.context()));
    this.submitButton =
      view.submit &&
      h(
        "button.btn.primary",
        { type: "submit", dataset: { testid: "view-submit" }, onclick: () => this.submit() },
        h("span.btn-text", {}, textObject(view.submit)),
      );
    this.footer.replaceChildren(
      h(
        "button.btn",
        { type: "button", dataset: { testid: "view-close" }, onclick: () => this.cancel() },
        textObject(view.close ?? "Cancel"),
      ),
      ...(this.submitButton ? [this.submitButton] : []),
    );
  }

  context() {
    return {
      form: this.form,
      submit: () => this.submit(),
      act: (block_id, action) =>
        post("/ui/action", {
          channel: null,
          message_ts: null,
          view_id: this.view.id,
          block_id,
          action,
          state: this.form.values,
        }),
      actsOnChange: block => block.type !== "input" || block.dispatch_action === true,
    };
  }

  focusFirst() {
    const first =
      this.dialog.node.querySelector(".view-body input, .view-body textarea, .view-body .select") ??
      this.submitButton ??
      this.footer.firstChild;
    first?.focus();
  }

  async submit() {
    if (!this.submitButton || this.submitButton.getAttribute("aria-busy") === "true") return;
    this.showErrors({});
    const missing = this.missing();
    if (Object.keys(missing).length) return this.showErrors(missing);
    const sent = this.view;
    this.submitButton.setAttribute("aria-busy", "true");
    const answer = await post("/ui/view_submit", { view_id: sent.id, values: this.form.values });
    this.submitButton.removeAttribute("aria-busy");
    if (answer.errors && Object.keys(answer.errors).length) this.showErrors(answer.errors);
  }

  /** Required inputs without a value: Slack's own check, before the app sees anything. */
  missing() {
    const empty = value =>
      value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    const lacking = this.view.blocks
      .filter(block => block.type === "input" && !block.optional)
      .filter(block => {
        const { type, ...values } = this.form.get(block.block_id, block.element.action_id) ?? {};
        return Object.values(values).every(empty);
      });
    return Object.fromEntries(lacking.map(block => [block.block_id, "Please complete this required field."]));
  }

  showErrors(errors) {
    this.body.querySelectorAll(".input-error").forEach(node => node.remove());
    this.body.querySelectorAll("[aria-invalid]").forEach(node => node.removeAttribute("aria-invalid"));
    for (const [id, text] of Object.entries(errors)) {
      const block = [...this.body.querySelectorAll("[data-block-id]")].find(node => node.dataset.blockId === id);
      if (!block) continue;
      const control = block.querySelector(".field, .select, .choices");
      const note = h("div.input-error", { id: `error-${id}`, role: "alert", dataset: { testid: "input-error" } }, text);
      control?.setAttribute("aria-invalid", "true");
      control?.setAttribute("aria-describedby", note.id);
      if (control) control.after(note);
      else block.append(note);
    }
    const first = this.body.querySelector("[aria-invalid]");
    (first?.matches("input, textarea, button") ? first : first?.querySelector("input"))?.focus();
  }

  cancel() {
    post("/ui/view_close", { view_id: this.view.id });
    closeView(this.view.id);
  }
}

export function openView(view) {
  if (stack.has(view.id)) return updateView(view);
  stack.set(view.id, new ModalView(view));
  announce(view.title?.text ?? "Dialog");
}

export function updateView(view) {
  const known = stack.get(view.id);
  if (!known) return;
  const hadFocus = known.dialog.node.contains(document.activeElement);
  known.draw(view);
  if (hadFocus && !known.dialog.node.contains(document.activeElement)) known.focusFirst();
}

export function closeView(id) {
  stack.get(id)?.dialog.close();
  stack.delete(id);
}

export function closeAllViews() {
  for (const id of [...stack.keys()]) closeView(id);
}
