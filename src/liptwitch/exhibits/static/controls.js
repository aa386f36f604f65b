// The controls of a lab, made of the browser's own. Needs elements.js and keys.js before it.

function press(words, done) {
  const button = keepKeys(make("button", { type: "button", text: words }));
  button.addEventListener("click", done);
  return button;
}

function selectBox(options, chosen, done) {
  const select = keepKeys(make("select", {}, ...options.map(([value, text]) => make("option", { value, text }))));
  select.value = chosen;
  select.addEventListener("change", () => done(select.value));
  return select;
}

// A control behind its label.
function labelled(words, control) {
  return make("label", { class: "lt-field" }, make("span", { text: words }), control);
}

function radios(name, legend, options, chosen, done) {
  const inputs = options.map(([value]) => {
    const input = keepKeys(make("input", { type: "radio", name, value }));
    input.checked = value === chosen;
    input.addEventListener("change", () => done(value));
    return input;
  });
  return {
    element: make("fieldset", { class: "lt-radios" }, make("legend", { text: legend }),
      ...options.map(([, text], i) => make("label", {}, inputs[i], make("span", { text })))),
    set(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

// A slider with its label before and its value after it. What it stands for is said by `say`.
function slider(words, { min, max, step }, done) {
  const output = make("output", { class: "lt-said" });
  const input = keepKeys(make("input", { type: "range", min, max, step }));
  input.addEventListener("input", () => done(Number(input.value)));
  return {
    element: make("label", { class: "lt-field" }, make("span", { text: words }), input, output),
    input,
    output,
    say(words) {
      output.textContent = words;
      input.setAttribute("aria-valuetext", words);
    },
  };
}

// Whether each thing that was wanted holds, and if not, why.
function findingItems(findings) {
  return findings.map((one) => make("li", { "data-holds": one.holds },
    make("strong", { text: one.holds ? "✓ holds" : "✗ not yet" }),
    ` ${one.label}: ${one.value}.${one.holds ? "" : ` ${one.because}`}`));
}

// A folded table of what something rests on. A row's first cell heads it; a cell is text or parts.
function foldedTable(summary, caption, heads) {
  const body = make("tbody");
  const table = make("table", {}, make("caption", { text: caption }), make("thead", {}, make("tr", {},
    ...heads.map((text) => make("th", { scope: "col", text })))), body);
  return {
    element: make("details", { class: "lt-basis" }, keepKeys(make("summary", { text: summary })),
      make("div", { class: "lt-scroll", tabindex: "0", role: "region", "aria-label": summary }, table)),
    fill(rows) {
      body.replaceChildren(...rows.map(([head, ...cells]) => make("tr", {},
        make("th", { scope: "row", text: head }), ...cells.map((cell) => make("td", {}, ...[cell].flat())))));
    },
  };
}

// What is said, and behind it a link to each source.
function withSources(says, sources) {
  return [says, ...sources.flatMap((source, i) => [i ? "; " : " ",
    keepKeys(make("a", { href: source.url, target: "_blank", rel: "noopener", text: source.label }))])];
}

function picture(svg) {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
