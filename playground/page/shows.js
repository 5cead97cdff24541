// Live events: calls that go bad while one looks on. A press begins one and opens the channel that it happens in.
import { h, icon } from "./dom.js";
import { post } from "./api.js";

async function begin(show) {
  const answer = await post("/ui/show", { id: show.id });
  if (answer.ok !== false) document.dispatchEvent(new CustomEvent("open-channel", { detail: answer.channel }));
}

export const showItems = shows =>
  shows.map(show =>
    h(
      "button.try",
      { type: "button", title: show.what, dataset: { testid: "show", id: show.id }, onclick: () => begin(show) },
      icon("pulse"),
      h("span.try-words", {}, h("span.try-title", {}, show.title), h("span.try-what", {}, show.what)),
    ),
  );
