// Pop-up lists: overflow menus, selects and multi-selects share this one listbox.
import { h, icon } from "./dom.js";

const SEARCH_FROM = 8;

/**
 * Opens a list under `anchor`.
 * items: [{label: node or text, words: for searching, description, group, danger, selected}]; onPick(item index);
 * multi: stays open and toggles; the caller then gets every change.
 */
export function openMenu(anchor, { items, label, multi = false, role = "listbox", onPick }) {
  const optionRole = role === "menu" ? "menuitem" : "option";
  const options = items.map((item, at) => optionNode(item, at));
  const search =
    items.length > SEARCH_FROM &&
    h("input.menu-search", {
      type: "search",
      placeholder: "Search",
      "aria-label": `Search: ${label}`,
      oninput: filter,
    });
  const list = h(
    "div.menu-list",
    { role, "aria-label": label, "aria-multiselectable": multi ? "true" : null, tabindex: "-1" },
    grouped(),
  );
  const menu = h("div.menu", { popover: "auto", dataset: { testid: "menu" }, onkeydown: keys }, search, list);

  function optionNode(item, at) {
    return h(
      "div.menu-item",
      {
        role: optionRole,
        tabindex: "-1",
        class: item.danger ? "danger" : "",
        "aria-selected": optionRole === "option" ? String(Boolean(item.selected)) : null,
        onclick: () => pick(at),
      },
      h("span.menu-text", {}, item.label, item.description && h("span.menu-description", {}, item.description)),
      optionRole === "option" && icon("check"),
    );
  }

  function grouped() {
    let last = null;
    return options.flatMap((node, at) => {
      const group = items[at].group ?? null;
      const title = group && group !== last ? [h("div.menu-group", { role: "presentation" }, group)] : [];
      last = group;
      return [...title, node];
    });
  }

  const visible = () => options.filter(node => !node.hidden);

  function filter() {
    const wanted = search.value.trim().toLowerCase();
    options.forEach((node, at) => (node.hidden = !items[at].words.toLowerCase().includes(wanted)));
  }

  function pick(at) {
    if (multi) {
      items[at].selected = !items[at].selected;
      options[at].setAttribute("aria-selected", String(items[at].selected));
    } else close();
    onPick(at);
  }

  function close() {
    menu.hidePopover();
    anchor.focus();
  }

  function keys(event) {
    const shown = visible();
    const at = shown.indexOf(document.activeElement);
    const go = { ArrowDown: at + 1, ArrowUp: at < 0 ? shown.length - 1 : at - 1, Home: 0, End: shown.length - 1 }[
      event.key
    ];
    if (go !== undefined && !(event.target === search && (event.key === "Home" || event.key === "End")))
      shown.at(go % Math.max(shown.length, 1))?.focus();
    else if (event.key === "Enter" || (event.key === " " && event.target !== search))
      (at >= 0 ? shown[at] : shown[0])?.click();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  menu.addEventListener("toggle", event => {
    anchor.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState === "closed") menu.remove();
  });
  // Inside an open dialog everything outside it is inert, so the menu must live there.
  (anchor.closest("dialog") ?? document.body).append(menu);
  menu.showPopover();
  place(menu, anchor);
  (search || options.find((_, at) => items[at].selected) || options[0])?.focus();
}

function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  menu.style.minWidth = `${Math.max(at.width, 180)}px`;
  const size = menu.getBoundingClientRect();
  const below = at.bottom + 4 + size.height <= innerHeight;
  menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`;
  menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - size.height - 4)}px`;
}
