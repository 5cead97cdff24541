// data_table (sorting, filtering, pages) and the plain table block.
import { h, icon } from "./dom.js";
import { richText, richTextWords } from "./richtext.js";

const cellWords = cell => (cell?.type === "rich_text" ? richTextWords(cell) : String(cell?.text ?? cell?.value ?? ""));
const cellNode = cell => (cell?.type === "rich_text" ? richText(cell) : cellWords(cell));
const isNumber = cell => cell?.type === "raw_number" && Number.isFinite(Number(cell.value));

/** Numbers by value, words by locale; what has no value in a numeric column goes last, whichever way it is sorted. */
function order(rows, column, direction, numeric) {
  const sign = direction === "descending" ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [a, b] = [left[column], right[column]];
    if (numeric) {
      if (!isNumber(a) || !isNumber(b)) return Number(isNumber(b)) - Number(isNumber(a));
      return sign * (Number(a.value) - Number(b.value));
    }
    return sign * cellWords(a).localeCompare(cellWords(b), undefined, { numeric: true, sensitivity: "base" });
  });
}

const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
const SORT_ICON = { none: "sort", ascending: "up", descending: "down" };

export function dataTable(block) {
  const [header = [], ...rows] = block.rows ?? [];
  const numeric = header.map(
    (_, at) => rows.some(row => isNumber(row[at])) && rows.filter(row => isNumber(row[at])).length * 2 >= rows.length,
  );
  const size = Math.max(1, Number(block.page_size) || 5);
  const view = { page: 0, column: null, direction: "none", filter: "" };
  const heads = header.map((cell, at) => headCell(cell, at));
  const body = h("tbody");
  const position = h("span.table-position", { dataset: { testid: "table-position" }, "aria-live": "polite" });
  const previous = pager("left", "Previous page", "table-prev", -1);
  const next = pager("right", "Next page", "table-next", 1);
  const filter = h("input", {
    type: "search",
    placeholder: "Filter",
    "aria-label": "Filter rows",
    dataset: { testid: "table-filter" },
    oninput: () => {
      Object.assign(view, { filter: filter.value.trim().toLowerCase(), page: 0 });
      draw();
    },
  });
  const table = h(
    "table",
    {},
    h("caption.visually-hidden", {}, block.caption ?? ""),
    h("thead", {}, h("tr", {}, heads)),
    body,
  );
  const root = h(
    "figure.data-table",
    { dataset: { testid: "data-table" } },
    h(
      "figcaption.table-bar",
      {},
      h("span.table-caption", {}, block.caption ?? ""),
      rows.length > size && h("label.table-filter", {}, icon("search"), filter),
    ),
    h("div.table-scroll", { tabindex: "0", role: "region", "aria-label": block.caption ?? "Table" }, table),
    h("div.table-foot", {}, position, rows.length > size && h("span.table-pager", {}, previous, next)),
  );

  function headCell(cell, at) {
    const mark = h("span.sort-mark", {}, icon("sort"));
    const button = h(
      "button.sort",
      { type: "button", dataset: { testid: "sort" }, onclick: () => sortBy(at) },
      h("span", {}, cellWords(cell)),
      mark,
    );
    return h("th", { scope: "col", class: numeric[at] ? "number" : "", "aria-sort": "none" }, button);
  }

  function sortBy(at) {
    view.direction = view.column === at ? NEXT[view.direction] : "ascending";
    Object.assign(view, { column: at, page: 0 });
    heads.forEach((head, index) => {
      const direction = index === at ? view.direction : "none";
      head.setAttribute("aria-sort", direction);
      head.querySelector(".sort-mark").replaceChildren(icon(SORT_ICON[direction]));
    });
    draw();
  }

  function pager(symbol, label, testid, step) {
    return h(
      "button.bare.page",
      {
        type: "button",
        "aria-label": label,
        dataset: { testid },
        onclick: () => {
          view.page += step;
          draw();
        },
      },
      icon(symbol),
    );
  }

  function draw() {
    const found = view.filter
      ? rows.filter(row => row.some(cell => cellWords(cell).toLowerCase().includes(view.filter)))
      : rows;
    const sorted = view.direction === "none" ? found : order(found, view.column, view.direction, numeric[view.column]);
    const pages = Math.max(1, Math.ceil(sorted.length / size));
    view.page = Math.min(view.page, pages - 1);
    const shown = sorted.slice(view.page * size, (view.page + 1) * size);
    body.replaceChildren(
      ...shown.map(row =>
        h(
          "tr",
          {},
          row.map((cell, at) => bodyCell(cell, at)),
        ),
      ),
    );
    position.textContent =
      sorted.length === 0
        ? "No rows match"
        : `${view.page * size + 1}–${view.page * size + shown.length} of ${sorted.length}`;
    previous.disabled = view.page === 0;
    next.disabled = view.page >= pages - 1;
  }

  function bodyCell(cell, at) {
    const identifies = at === (block.row_header_column_index ?? 0);
    return h(
      identifies ? "th" : "td",
      { scope: identifies ? "row" : null, class: numeric[at] ? "number" : "" },
      cellNode(cell),
    );
  }

  draw();
  return root;
}

export function plainTable(block) {
  const settings = block.column_settings ?? [];
  const look = at => `align-${settings[at]?.align ?? "left"} ${settings[at]?.is_wrapped ? "wrapped" : ""}`;
  const rows = (block.rows ?? []).map((row, index) =>
    h(
      "tr",
      {},
      row.map((cell, at) => h(index ? "td" : "th", { class: look(at), scope: index ? null : "col" }, cellNode(cell))),
    ),
  );
  return h(
    "figure.data-table.plain",
    { dataset: { testid: "table" } },
    h(
      "div.table-scroll",
      { tabindex: "0", role: "region", "aria-label": "Table" },
      h("table", {}, h("thead", {}, rows.slice(0, 1)), h("tbody", {}, rows.slice(1))),
    ),
  );
}
