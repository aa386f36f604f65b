// The answer desk: the learner writes the answer that was never given, and gets it back with checks.
// Needs case_memory.js and case_parts.js before it.

const ASKS = {
  action: "Says what to do",
  time_frame: "Says by when",
  safety_net: "Says when to come back, or to call at once",
  no_diagnosis: "Asserts no diagnosis from afar",
  grade: "Is easy to read",
  length: "Is short",
};

function checkWords(spec, one) {
  const quoted = one.found.slice(0, 4).map((text) => `“${text}”`).join(", ");
  if (one.name === "grade") return `reading grade ${one.value ?? "–"}; ${spec.rule.hardest_grade} or below is easy to read`;
  if (one.name === "length") return `${one.value} words; ${spec.rule.most_words} are allowed`;
  if (one.name === "no_diagnosis") return one.met ? "no such words found" : one.found.length ? `found ${quoted}: write “may”, or leave it to who examines` : "nothing to look at";
  return one.met ? `found ${quoted}` : "no words for it found";
}

function renderDesk({ model, el, spec }) {
  const status = live("lt-status");
  const present = make("div", { class: "lt-present" });
  const memory = createMemory({
    model,
    caseId: spec.id,
    atDesk: true,
    fits: ({ said }) => typeof said.text === "string",
    changed: () => show(),
    said: (text) => status.textContent !== text && (status.textContent = text),
  });

  function write(start) {
    const box = control("textarea", { rows: 8 });
    box.value = start;
    const forget = keepDraft(box, `${spec.id}.desk`);
    const count = make("p", { class: "lt-count" });
    const showCount = () => (count.textContent = `${countWords(box.value)} of ${spec.rule.most_words} words.`);
    box.addEventListener("input", showCount);
    showCount();
    const done = (said) => {
      forget();
      memory.take("desk", said);
      show({ focus: true });
    };
    const read = () => {
      const words = countWords(box.value);
      const wrong = !words ? "Write an answer first." : words > spec.rule.most_words ? `You have ${words} words. ${spec.rule.most_words} are allowed.` : "";
      return { wrong, said: { text: box.value.trim() } };
    };
    const label = make("label", { class: "lt-write" }, make("span", {}, "Your answer to this person:"), box);
    return stageForm({ parts: [label, count], submit: "Hand it in", done, read });
  }

  function handedIn(text, title) {
    const rows = answerChecks(text, spec.rule, spec.must_name).map((one) =>
      make("li", {}, strong(`${one.met ? "✓" : "✗"} ${ASKS[one.name] ?? one.name[0].toUpperCase() + one.name.slice(1)}: `), `${checkWords(spec, one)}.`),
    );
    const anew = button("Write it better");
    anew.addEventListener("click", () => {
      title.textContent = "Write it better";
      present.replaceChildren(title, write(text));
      present.querySelector("textarea").focus();
    });
    return [
      make("blockquote", { class: "lt-mine" }, text),
      make("p", {}, "What a program can check:"),
      make("ul", { class: "lt-signs" }, ...rows),
      make("p", { class: "lt-hint" }, "The page looks for words. It understands nothing: it can miss a good sentence and praise a bad one. You judge."),
      anew,
      fold("An example to compare yours with", make("p", {}, spec.example), make("p", { class: "lt-hint" }, "One of many good answers. No clinician has reviewed it.")),
    ];
  }

  function show({ focus = false } = {}) {
    const text = memory.steps().at(-1)?.said.text;
    const title = keepKeys(make("h4", { tabindex: "-1" }, text ? "Your answer, and what was found in it" : "Write the missing answer"));
    present.replaceChildren(title, ...(text ? handedIn(text, title) : [write("")]));
    if (focus) title.focus();
  }

  show();
  const task = make("p", {}, spec.task);
  const parts = [make("blockquote", { class: "lt-opening" }, spec.opening), task, status, present];
  return openCase({ el, memory, heading: `Answer desk: ${spec.title}`, parts });
}
