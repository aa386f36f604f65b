// The live triage desk. Needs LAB_SCRIPTS, unpack.js and care_card.js before it. It shows what
// Python answers; it weighs nothing itself.

let desksMade = 0;

async function render({ model, el }) {
  const id = `lt-desk-${++desksMade}`;
  const choices = JSON.parse(await unpack(model.get("choices")));
  const stories = new Map(choices.stories.map((one) => [one.id, one]));
  const findings = new Map(choices.groups.flatMap((group) => group.findings).map((one) => [one.id, one]));
  const stop = listenForShortcuts();
  const state = structuredClone(model.get("asked"));

  // --- parts -----------------------------------------------------------------
  const story = selectBox(choices.stories.map(({ id: value, name }, place) => [value, `${place + 1}. ${name}`]), state.story, open);
  const next = press("Next story", () => {
    const ids = [...stories.keys()];
    open(ids[(ids.indexOf(state.story) + 1) % ids.length]);
  });
  const told = make("blockquote", { class: "lt-story" });
  const gates = radios(`${id}-gate`, "Use", choices.gates, state.gate, (gate) => {
    state.gate = gate;
    ask();
  });
  const true_ = make("div", { class: "lt-true" });
  const groups = choices.groups.map(groupFold);
  // A button that has nothing more to do is switched off, and would lose the focus to the page.
  const back = press("Back to the story", () => {
    open(state.story);
    card.focus();
  });
  const none = press("Take everything out", () => {
    state.chosen = [];
    state.denied = [];
    ask();
    card.focus();
  });
  const status = make("p", { class: "lt-status", role: "status" });
  const asker = createAsker({ model, state, status, show });
  const conflicts = make("div", { role: "alert" });
  const card = keepKeys(make("div", { class: "lt-card", tabindex: "-1" }));
  const aloud = make("p", { class: "lt-aloud", "aria-live": "polite" });
  // The level beside the ticks, for the card is out of sight while a long group is gone through.
  // It needs no telling: `aloud` tells the same.
  const now = make("p", { class: "lt-now" });
  const ticks = make("div", {}, now, make("div", { class: "lt-groups" }, ...groups.map((group) => group.element)));
  const rules = make("ol", { class: "lt-rules" });
  const raises = make("div");
  const asks = make("div");
  const root = make("section", { class: "lt-lab lt-desk", "aria-label": "Triage desk" },
    make("p", { class: "lt-note" }, make("strong", { text: choices.note }), ` ${choices.help}`),
    make("div", { class: "lt-row" }, labelled("Story", story), next),
    told,
    make("div", { class: "lt-desk-two" },
      make("div", { class: "lt-questions" }, make("h3", { text: "What is true of this person" }), true_,
        make("div", { class: "lt-row" }, back, none),
        make("p", { class: "lt-note", text: "What if? Open a group, and tick or untick. It stays a story." }),
        ticks, conflicts),
      make("div", { class: "lt-outcome" }, card, aloud, status,
        make("h3", { text: "What would raise it, the nearest first" }), raises,
        make("h3", { text: "Worth asking first" }), asks)),
    make("h3", { text: "Rules that hold, the most urgent first" }), gates.element, rules);
  el.append(root);

  // --- asking and showing ------------------------------------------------------
  function ask() {
    arrange();
    asker.ask();
  }

  function show(shown) {
    aloud.textContent = `${shown.card.title}. ${shown.card.action}`;
    card.replaceChildren(careCard(shown.card));
    now.replaceChildren("Level now: ", levelMark(shown.card));
    conflicts.replaceChildren(...shown.conflicts.map((pair) =>
      make("p", { class: "lt-conflict" }, make("strong", { text: "✗ These cannot all be true: " }), `${pair.join("; ")}. Take one out.`)));
    rules.replaceChildren(...(shown.rules.length ? shown.rules.map(ruleLine) : [make("li", { text: "None." })]));
    const more = shown.more_raises ? [make("li", { class: "lt-note", text: `And ${shown.more_raises} more.` })] : [];
    raises.replaceChildren(shown.raises.length
      ? make("ul", { class: "lt-ifs" }, ...shown.raises.map(raiseLine), ...more)
      : make("p", { text: shown.card.level === "emergency-now" ? "Nothing: there is no higher level." : "Nothing that one or two findings more could do." }));
    asks.replaceChildren(shown.asks.length
      ? make("div", {}, make("p", { class: "lt-note", text: `${shown.sorted} Answer for the person in the story; after each answer the next question comes.` }),
        ...shown.asks.flatMap(askGroup))
      : make("p", { text: "Nothing more: the level cannot rise." }));
    // The lists above have grown or shrunk, and may have moved level and tick out of sight.
    if (ticks.contains(document.activeElement)) ticks.scrollIntoView({ block: "nearest" });
    root.dataset.shown = shown.number;
  }

  function ruleLine(rule) {
    const facts = [`It rests on: ${rule.met_by.join("; ")}.`, `${capital(rule.basis)}: ${rule.says}`,
      `A rule ${rule.for_whom}, checked ${rule.checked}, ${rule.review}.`];
    return make("li", {}, make("p", {}, levelMark(rule), make("strong", { text: `: ${rule.title}. ` }), rule.reason, rule.action ? ` ${rule.action}` : ""),
      make("details", {}, keepKeys(make("summary", { text: "What it rests on" })),
        ...facts.map((text) => make("p", { text })),
        make("p", {}, ...(rule.sources.length ? withSources("Sources:", rule.sources) : ["No source sets this."]))));
  }

  // A press makes the change that the line names.
  function raiseLine(one) {
    const add = press("What if?", () => {
      state.chosen = [...new Set([...state.chosen, ...one.findings])];
      ask();
      card.focus();
    });
    add.setAttribute("aria-label", `What if: ${one.texts.join(", and ")}`);
    return make("li", {}, make("span", {}, `${one.texts.join(", and ")} → `, levelMark(one), ` (${one.rules.join("; ")})`), add);
  }

  // The level is named once above its questions: said with each of them it would frighten.
  function askGroup(group) {
    return [make("p", { class: "lt-ask-lead" }, `${group.lead} `, levelMark(group), ":"),
      make("ul", { class: "lt-ifs" }, ...group.questions.map(askLine))];
  }

  function askLine(one) {
    const reply = (text, list) => {
      const button = press(text, () => {
        state[list] = [...state[list], one.finding];
        ask();
        card.focus();
      });
      button.setAttribute("aria-label", `${text}: ${one.question}`);
      return button;
    };
    return make("li", {}, make("span", { text: one.question }),
      make("span", { class: "lt-replies" }, reply("Yes", "chosen"), reply("No", "denied")));
  }

  function levelMark({ level, sign, name }) {
    return make("span", { class: "lt-level", "data-level": level }, make("span", { "aria-hidden": "true", text: `${sign} ` }), name);
  }

  // --- the person --------------------------------------------------------------
  function open(chosen) {
    state.story = chosen;
    state.chosen = [...stories.get(chosen).findings];
    state.denied = [];
    ask();
  }

  function arrange() {
    const { story: text, findings: own } = stories.get(state.story);
    story.value = state.story;
    told.textContent = text;
    const lines = [
      ["Said in the story", state.chosen.filter((one) => own.includes(one))],
      ["Added by you", state.chosen.filter((one) => !own.includes(one))],
      ["Taken out by you", own.filter((one) => !state.chosen.includes(one))],
      ["Asked, and not so", state.denied],
    ];
    true_.replaceChildren(...lines.filter(([, ids]) => ids.length).flatMap(([name, ids]) => [
      make("p", { class: "lt-true-name", text: `${name}:` }),
      make("ul", {}, ...ids.map((one) => make("li", { text: findings.get(one).text })))]));
    if (!state.chosen.length) true_.prepend(make("p", { text: "Nothing is said to be true." }));
    back.disabled = !lines.slice(1).some(([, ids]) => ids.length);
    none.disabled = !state.chosen.length;
    for (const group of groups) group.set();
  }

  function groupFold(group) {
    const summary = keepKeys(make("summary"));
    const boxes = group.findings.map(({ id: value, question }) => {
      const box = keepKeys(make("input", { type: "checkbox", value }));
      box.addEventListener("change", () => {
        state.chosen = box.checked ? [...state.chosen, value] : state.chosen.filter((one) => one !== value);
        state.denied = state.denied.filter((one) => one !== value);
        ask();
      });
      return { value, box, label: make("label", { class: "lt-tick" }, box, make("span", { text: question })) };
    });
    const element = make("details", {}, summary,
      make("fieldset", {}, make("legend", { class: "lt-aloud", text: group.name }), ...boxes.map(({ label }) => label)));
    return {
      element,
      set() {
        const count = group.findings.filter((one) => state.chosen.includes(one.id)).length;
        summary.textContent = `${group.name}${count ? ` (${count} true)` : ""}`;
        for (const { value, box } of boxes) box.checked = state.chosen.includes(value);
      },
    };
  }

  function capital(text) {
    return text[0].toUpperCase() + text.slice(1);
  }

  arrange();
  asker.receive(model.get("shown"));
  return () => {
    stop();
    asker.stop();
  };
}

export default { render };
