// What only the labs that ask Python have. Needs the other LAB_SCRIPTS too.

// How a lab asks, and what it says aloud. `begin` shows a first answer, and asks anew when the
// window becomes narrow; what it returns ends all of it.
function connect({ model, state, show }) {
  const stopShortcuts = listenForShortcuts();
  const speaker = createSpeaker();
  const status = make("p", { class: "lt-status", role: "status" });
  const asker = createAsker({ model, state, status, show });
  return {
    speaker,
    status,
    ask: asker.ask,
    begin(root, shown) {
      asker.receive(shown);
      const stopWatching = watchWidth({ element: root, state, asker });
      return () => {
        stopShortcuts();
        stopWatching();
        asker.stop();
        speaker.stop();
      };
    },
  };
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

function picture(svg) {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
