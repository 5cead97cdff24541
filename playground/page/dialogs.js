// The dialog shell (native <dialog>: focus stays inside, the rest is inert) and the confirmation dialog.
import { h, icon } from "./dom.js";
import { textObject } from "./mrkdwn.js";

/** Opens a modal with title, body and footer nodes; onCancel runs for Escape, the cross and a click outside. */
export function showDialog({ title, body, footer, size = "", onCancel }) {
  const opener = document.activeElement;
  const heading = h("h2.dialog-title", { id: `dialog-${performance.now()}` }, title);
  const node = h(
    "dialog.dialog",
    { class: size, role: "dialog", "aria-modal": "true", "aria-labelledby": heading.id, dataset: { testid: "dialog" } },
    h(
      "header.dialog-head",
      {},
      heading,
      h(
        "button.bare",
        { type: "button", "aria-label": "Close", dataset: { testid: "dialog-close" }, onclick: () => onCancel() },
        icon("close"),
      ),
    ),
    h("div.dialog-body", { tabindex: "-1" }, body),
    footer && h("footer.dialog-foot", {}, footer),
  );
  node.addEventListener("cancel", event => {
    if (event.target !== node) return;
    event.preventDefault();
    onCancel();
  });
  node.addEventListener("keydown", event => event.key === "Tab" && keepInside(node, event));
  document.body.append(node);
  node.showModal();
  return {
    node,
    close() {
      node.close();
      node.remove();
      if (opener?.isConnected) opener.focus();
    },
  };
}

const FOCUSABLE = "button:not(:disabled), input:not(:disabled), textarea:not(:disabled), a[href], [tabindex='0']";

function keepInside(node, event) {
  const stops = [...node.querySelectorAll(FOCUSABLE)].filter(stop => stop.offsetParent !== null);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0]).focus();
}

/** Slack's confirm object -> the reader's decision; true at once when there is none. */
export function confirmed(confirm) {
  if (!confirm) return Promise.resolve(true);
  return new Promise(resolve => {
    const done = answer => {
      dialog.close();
      resolve(answer);
    };
    const dialog = showDialog({
      title: textObject(confirm.title),
      body: h("div.paragraph", {}, textObject(confirm.text)),
      size: "small",
      footer: [
        h(
          "button.btn",
          { type: "button", dataset: { testid: "confirm-no" }, onclick: () => done(false) },
          textObject(confirm.deny ?? "Cancel"),
        ),
        h(
          "button.btn",
          {
            type: "button",
            class: confirm.style === "danger" ? "danger" : "primary",
            dataset: { testid: "confirm-yes" },
            onclick: () => done(true),
          },
          textObject(confirm.confirm ?? "Yes"),
        ),
      ],
      onCancel: () => done(false),
    });
  });
}
