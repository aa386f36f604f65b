// Needs elements.js and keys.js before it.

// A folded table of what something rests on. A row's first cell heads it; a cell is text or parts.
function foldedTable(summary, caption, heads) {
  const body = make("tbody");
  const table = make("table", {}, make("caption", { text: caption }), make("thead", {}, make("tr", {},
    ...heads.map((text) => make("th", { scope: "col", text })))), body);
  return {
    element: make("details", { class: "lt-basis" }, keepKeys(make("summary", { text: summary })),
      keepKeys(make("div", { class: "lt-scroll", tabindex: "0", role: "region", "aria-label": summary }, table))),
    fill(rows) {
      body.replaceChildren(...rows.map(([head, ...cells]) => make("tr", {},
        make("th", { scope: "row", text: head }), ...cells.map((cell) => make("td", {}, ...[cell].flat())))));
    },
  };
}
