// Controls and sources, made of the browser's own. Needs elements.js and keys.js before it.

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

// What is said, and behind it a link to each source.
function withSources(says, sources) {
  return [says, ...sources.flatMap((source, i) => [i ? "; " : " ",
    keepKeys(make("a", { href: source.url, target: "_blank", rel: "noopener", text: source.label }))])];
}
