// What a form in a notebook needs. Needs elements.js and keys.js before it.

const live = (className) => make("p", { class: className, "aria-live": "polite" });

// Inside a notebook the browser does not send a form by itself when Enter is pressed in a field.
function sendOnEnter(form) {
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.target.localName !== "input") return;
    event.preventDefault();
    form.requestSubmit();
  });
}

// One of some options, each a pair of value and words.
function oneOf(name, legend, options, className) {
  const inputs = options.map(([value]) => keepKeys(make("input", { type: "radio", name, value })));
  const labels = options.map(([, words], place) => make("label", {}, inputs[place], make("span", {}, words)));
  return {
    field: make("fieldset", { class: className }, make("legend", {}, legend), ...labels),
    inputs,
    read: () => inputs.find((input) => input.checked)?.value,
    give: (value) => inputs.forEach((input) => (input.checked = input.value === value)),
  };
}
