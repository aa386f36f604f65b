// The live claims ledger. Needs elements.js, keys.js and unpack.js before it. All rows are made
// once; a filter hides them, sorting puts the same rows in another order.

const COLUMNS = [
  { name: "id", title: "Id" },
  { name: "claim", title: "Claim" },
  { name: "about", title: "About" },
  { name: "verdict", title: "Verdict" },
];

async function render({ model, el }) {
  const { rows, choices } = JSON.parse(await unpack(model.get("ledger")));
  const stop = listenForShortcuts();
  const claims = rows.map(claimRow);
  const filters = filterPanel(choices, show);
  const table = sortableTable(claims, choices.verdicts.map(([verdict]) => verdict));
  const status = make("p", { class: "lt-count", role: "status" });
  const all = press("Show all again", () => {
    filters.clear();
    table.sort("id");
    show();
  });

  function show() {
    const fits = filters.test();
    let count = 0;
    for (const claim of claims) {
      const shown = fits(claim);
      claim.body.hidden = !shown;
      count += shown;
    }
    const hint = count ? "" : " Loosen a filter, or show all again.";
    table.toTop();
    status.textContent = `${count} of ${claims.length} claims.${hint}`;
  }

  show();
  el.append(make("section", { class: "lt-lab lt-ledger", "aria-label": "Claims ledger" },
    filters.element, make("div", { class: "lt-found" }, status, all), table.element));
  return stop;
}

// --- rows ----------------------------------------------------------------------
// A claim as a table body of its own: its row, and under it what opens. The style lays the table
// out as a grid, and not every browser then still tells a screen reader that it is a table: the
// roles do.
function claimRow(row) {
  const button = press(row.claim, () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", open);
    if (body.rows.length === 1) body.append(openedRow(row));
    body.rows[1].hidden = !open;
  });
  button.setAttribute("aria-expanded", "false");
  const verdict = make("span", { class: "lt-sign", "data-verdict": row.verdict, text: `${row.sign} ${row.verdict}` });
  const harm = row.could_harm ? [make("span", { class: "lt-harm", text: "could harm" })] : [];
  const body = make("tbody", { role: "rowgroup" }, make("tr", { role: "row" },
    make("td", { role: "cell", text: row.id }),
    make("th", { role: "rowheader", scope: "row" }, button),
    make("td", { role: "cell", text: row.about }),
    make("td", { role: "cell" }, verdict, ...harm)));
  const told = [row.id, row.claim, row.about, row.correction, row.misconception, ...row.sources.map((source) => source.label)];
  return { row, body, text: told.join("\n").toLowerCase() };
}

function openedRow(row) {
  const facts = [
    ["What is so instead, or is missing", row.correction ?? "nothing to add"],
    ["How sure", row.confidence ? `${row.confidence} confidence` : "cannot be said"],
    ["Could acting on it harm?", row.could_harm ? "yes" : "no"],
    ["Kind of statement", row.statement],
    ["Where", `Article ${row.article}, ${row.section}`],
  ];
  if (row.misconception) facts.push(["Misconception", row.misconception]);
  const terms = facts.map(([name, text]) => [name, [text]]);
  terms.push(["Sources", row.sources.length ? row.sources.flatMap(link) : ["none"]]);
  return make("tr", { role: "row", class: "lt-opened" }, make("td", { role: "cell", colspan: COLUMNS.length },
    make("dl", {}, ...terms.map(([name, parts]) =>
      make("div", {}, make("dt", { text: name }), make("dd", {}, ...parts))))));
}

function link({ label, url }, place) {
  const anchor = keepKeys(make("a", { href: url, target: "_blank", rel: "noopener", text: label }));
  return place ? ["; ", anchor] : [anchor];
}

// --- table ---------------------------------------------------------------------
function sortableTable(claims, verdicts) {
  const alphabet = new Intl.Collator("en", { numeric: true });
  const compare = (name) => name === "verdict"
    ? (a, b) => verdicts.indexOf(a.row.verdict) - verdicts.indexOf(b.row.verdict)
    : (a, b) => alphabet.compare(a.row[name], b.row[name]);
  const heads = COLUMNS.map(({ name, title }) => {
    const head = make("th", { role: "columnheader", scope: "col" }, press(title, () =>
      sort(name, head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending")));
    return head;
  });
  const table = make("table", { role: "table" },
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads)));
  const region = keepKeys(make("div",
    { class: "lt-scroll", tabindex: "0", role: "region", "aria-label": "Claims" }, table));

  function sort(column, direction = "ascending") {
    COLUMNS.forEach(({ name }, place) => {
      if (name === column) heads[place].setAttribute("aria-sort", direction);
      else heads[place].removeAttribute("aria-sort");
    });
    const order = compare(column);
    const sorted = [...claims].sort(direction === "ascending" ? order : (a, b) => order(b, a));
    table.append(...sorted.map((claim) => claim.body));
    toTop();
  }

  function toTop() {
    region.scrollTop = 0;
  }

  sort("id");
  return { element: region, sort, toTop };
}

// --- filters -------------------------------------------------------------------
function filterPanel(choices, onChange) {
  const article = selectBox(options(["", "all"], ...choices.articles));
  const subject = selectBox([...options(["", "all"]), ...choices.subjects.map(([kind, found]) =>
    make("optgroup", { label: kind }, ...options(...found)))]);
  const verdict = selectBox(options(["", "all"], ...choices.verdicts));
  verdict.value = choices.opening;
  const harm = keepKeys(make("input", { type: "checkbox" }));
  const search = keepKeys(make("input", { type: "search" }));
  const element = make("div", { class: "lt-filters", role: "search", "aria-label": "Claims" },
    field("Article", article), field("About", subject), field("Verdict", verdict),
    field("Words", search),
    make("label", { class: "lt-tick" }, harm, make("span", { text: "Only what could harm" })));
  element.addEventListener("input", onChange);
  return {
    element,
    test() {
      const words = search.value.toLowerCase().split(/\s+/);
      return ({ row, text }) => (!article.value || row.article === article.value)
        && (!subject.value || row.subject === subject.value)
        && (!verdict.value || row.verdict === verdict.value)
        && (!harm.checked || row.could_harm)
        && words.every((word) => text.includes(word));
    },
    clear() {
      for (const control of [article, subject, verdict, search]) control.value = "";
      harm.checked = false;
    },
  };
}

function field(words, control) {
  return make("label", { class: "lt-field" }, make("span", { text: words }), control);
}

function options(...pairs) {
  return pairs.map(([value, text]) => make("option", { value, text }));
}

function selectBox(children) {
  return keepKeys(make("select", {}, ...children));
}

function press(words, done) {
  const button = keepKeys(make("button", { type: "button", text: words }));
  button.addEventListener("click", done);
  return button;
}

export default { render };
