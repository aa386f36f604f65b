// The case player: one stage after the other, each locked when it is left, a debrief at the end.
// It works by itself; the kernel, if there is one, writes down what is done. Every text is set as
// text, never as HTML. Needs case_memory.js, case_stages.js, case_debrief.js and
// answer_desk.js before it.

// One front end draws case players and answer desks; each says in its data which it is.
export function render(view) {
  return view.spec.draws === "desk" ? renderDesk(view) : renderCase(view);
}

function renderCase({ model, el, spec }) {
  const stages = stagesOf(spec);
  const status = live("lt-status");
  const past = make("ol", { class: "lt-past" });
  const present = make("div", { class: "lt-present" });
  const memory = createMemory({
    model,
    caseId: spec.id,
    fits: (step) => fitsCase(spec, step),
    changed: () => show(),
    said: (text) => status.textContent !== text && (status.textContent = text),
  });

  const read = () => reading(spec, memory.steps());

  function show({ focus = false } = {}) {
    const now = read();
    const place = stages.findIndex((stage) => !now.isDone(stage.id));
    const done = place < 0 ? stages : stages.slice(0, place);
    past.replaceChildren(...done.map((stage) => make("li", {}, fold(`✓ ${stage.title}`, ...stage.record({ spec, now, said: now.first(stage.id) })))));
    const title = make("h4", { tabindex: "-1" }, place < 0 ? "Debrief" : `Step ${place + 1} of ${stages.length}: ${stages[place].title}`);
    present.replaceChildren(keepKeys(title), ...(place < 0 ? [...debrief(spec, now), again()] : [form(stages[place], now)]));
    if (focus) title.focus();
  }

  function form(stage, now) {
    const done = (said) => {
      memory.take(stage.id, said);
      show({ focus: true });
    };
    return stage.form({ spec, now, take: memory.take, done });
  }

  function again() {
    const anew = button("Play this case again from the start");
    anew.addEventListener("click", () => {
      memory.anew();
      show({ focus: true });
    });
    return make("p", {}, anew);
  }

  show();
  const hint = make("p", { class: "lt-hint" }, `${spec.provenance}. To learn from, not for advice on anyone.`);
  const parts = [hint, make("blockquote", { class: "lt-opening" }, spec.opening), status, past, present];
  return openCase({ el, memory, heading: spec.title, parts });
}
