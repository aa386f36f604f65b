// What the stages of a case are built of. Needs elements.js, keys.js, forms.js, case_memory.js
// and case_scoring.js before it.

// Each control is marked, so that its keys stay in it.
const control = (name, attributes, ...children) => keepKeys(make(name, attributes, ...children));
const button = (text, attributes = {}) => control("button", { type: "button", ...attributes }, text);

function fold(summary, ...children) {
  return make("details", {}, control("summary", {}, summary), ...children);
}

const list = (texts, className = "") => make("ul", { class: className }, ...texts.map((text) => make("li", {}, text)));
const strong = (text) => make("strong", {}, text);
const titled = (title, text) => make("p", {}, strong(`${title} `), text);

// `rows`: lists of texts or elements; the first of each row is its head.
function table(caption, heads, rows) {
  const head = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)));
  const body = rows.map(([first, ...rest]) =>
    make("tr", {}, make("th", { scope: "row" }, first), ...rest.map((one) => make("td", {}, one))),
  );
  const whole = make("table", {}, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, ...body));
  return control("div", { class: "lt-scroll", tabindex: "0", role: "region", "aria-label": caption }, whole);
}

// A form whose submit button takes the stage; `read()` gives what is said, or throws a text.
function stageForm({ parts, read, submit, done }) {
  const problem = live("lt-problem");
  const send = control("button", { type: "submit", class: "lt-go" }, submit);
  const form = make("form", { novalidate: "" }, ...parts, send, problem);
  sendOnEnter(form);
  // What was wrong may be right by now.
  for (const change of ["input", "click"]) form.addEventListener(change, () => (problem.textContent = ""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { said, wrong } = read();
    // The same words again would not be read out again.
    problem.textContent = "";
    if (wrong) return void requestAnimationFrame(() => (problem.textContent = wrong));
    done(said);
  });
  return form;
}

// Puts a case on the page with its story and its memory. Returns how to stop.
function openCase({ el, memory, heading, parts }) {
  const stopListening = listenForShortcuts();
  const title = `lt-title-${uniqueId()}`;
  el.append(make("section", { class: "lt-case", "aria-labelledby": title }, make("h3", { id: title }, heading), ...parts));
  memory.begin();
  return () => {
    memory.stop();
    stopListening();
  };
}

const levelWords = (spec, id) => spec.levels.find((level) => level.id === id).words;

function radios(legend, options, className = "") {
  const pairs = options.map((one) => [one.id, one.words]);
  const { field, ...rest } = oneOf(`lt-${uniqueId()}`, legend, pairs, `lt-radios ${className}`);
  return { element: field, ...rest };
}

const levelField = (spec, legend) => radios(legend, spec.levels, "lt-levels");

function choose(label, options, nothing) {
  const select = control(
    "select",
    {},
    make("option", { value: "" }, nothing),
    ...options.map((one) => make("option", { value: one.id }, one.words)),
  );
  return { element: make("label", { class: "lt-choose" }, make("span", {}, label), select), read: () => select.value };
}

// Per cents over all hypotheses, with their sum and a helper that makes it 100. What is half typed
// stays in this browser under the name of the stage until `forget()`.
function beliefsField(spec, stage, legend, start = {}) {
  const draft = `${DRAFT}${spec.id}.${stage}`;
  const given = readStored(draft) || start;
  const rows = spec.hypotheses.map((one) => {
    const input = control("input", { type: "number", min: 0, max: 100, step: 5, inputmode: "numeric", value: given[one.id] ?? "" });
    const bar = make("span", { class: "lt-bar", "aria-hidden": "true" }, make("span"));
    const label = make("label", {}, make("span", { class: "lt-name" }, one.name), input, make("span", {}, "%"), bar);
    return { id: one.id, input, bar, label };
  });
  const sum = live("lt-sum");
  const even = button("Make the numbers sum to 100");
  const amount = ({ input }) => (input.value.trim() === "" ? 0 : Number(input.value));
  const isShare = (value) => Number.isInteger(value) && value >= 0 && value <= 100;
  const total = () => rows.reduce((all, row) => all + amount(row), 0);

  function wrong() {
    const bad = rows.find((row) => !isShare(amount(row)));
    if (bad) return "Write whole numbers from 0 to 100.";
    const off = 100 - total();
    return off === 0 ? "" : `The numbers sum to ${total()}. ${off > 0 ? `Give ${off} more` : `Take ${-off} away`}, or use the button that does it.`;
  }

  function show() {
    for (const row of rows) row.bar.firstChild.style.width = `${Math.min(100, Math.max(0, amount(row) || 0))}%`;
    const off = 100 - total();
    sum.textContent = off === 0 ? "Sum: 100 of 100. ✓" : `Sum: ${total()} of 100. ${off > 0 ? `${off} left to give.` : `${-off} too many.`}`;
  }

  function changed() {
    store(draft, Object.fromEntries(rows.map((row) => [row.id, row.input.value])));
    show();
  }

  even.addEventListener("click", () => {
    const whole = normalised(rows.map((row) => Math.max(0, amount(row) || 0)));
    rows.forEach((row, place) => (row.input.value = whole[place]));
    changed();
  });
  const element = make(
    "fieldset",
    { class: "lt-beliefs" },
    make("legend", {}, legend),
    make("p", { class: "lt-hint" }, "Whole numbers that sum to 100. An empty box counts as 0."),
    ...rows.map((row) => row.label),
    sum,
    even,
  );
  element.addEventListener("input", changed);
  show();
  return { element, wrong, forget: () => store(draft, ""), read: () => Object.fromEntries(rows.map((row) => [row.id, amount(row)])) };
}

const beliefWords = (spec, beliefs) =>
  spec.hypotheses
    .map((one) => [one.name, beliefs[one.id]])
    .sort((one, other) => other[1] - one[1])
    .map(([name, share]) => `${name} ${share} %`)
    .join(", ");
