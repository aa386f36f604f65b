// The live nerve lab. Needs LAB_SCRIPTS before it. It shows what Python answers; it computes
// no voltage itself.

const CHECKING = "Checking …";
let nerveLabsMade = 0;

function render({ model, el }) {
  const id = `lt-nerve-${++nerveLabsMade}`;
  const choices = JSON.parse(model.get("choices"));
  const challenges = new Map(choices.challenges.map((one) => [one.id, one]));

  // The learner's settings; what was checked is asked anew in each view.
  const state = { ...structuredClone(model.get("asked")), challenge: "" };
  let checks = 0;

  // --- parts -----------------------------------------------------------------
  const root = make("section", { class: "lt-lab lt-nerve", "aria-label": "Nerve lab" });
  const second = make("img", { class: "lt-chart", alt: "" });
  const closer = make("img", { class: "lt-chart", alt: "" });
  const seen = make("p", { class: "lt-seen" });
  const { speaker, status, ask, begin } = connect({ model, state, show });
  const dials = new Map(choices.dials.map((one) => [one.id, dial(one)]));

  const starts = selectBox([["", "your own settings"], ...choices.starts.map((one) => [one.id, one.name])], "", (chosen) => {
    const start = choices.starts.find((one) => one.id === chosen);
    if (!start) return;
    setDials(start);
    changed();
  });
  const slope = selectBox(choices.slopes, state.settings.slope, (value) => {
    state.settings.slope = value;
    changed();
  });
  slope.dataset.setting = "slope";
  const challenge = challengePanel();
  const basis = foldedTable("What the dials rest on", "The dials, and how far calcium moves the gates",
    ["Dial", "What it rests on", "How sure"]);
  const limits = foldedTable("What this lab cannot show", "Limits of the model",
    ["Limit", "What is missing", "How sure"]);
  const cells = (row) => [row.name, withSources(row.says, row.sources), row.sure];
  basis.fill(choices.basis.map(cells));
  limits.fill(choices.limits.map(cells));

  root.append(
    make("div", { class: "lt-panel" },
      make("div", { class: "lt-choose" }, labelled("Start from", starts), labelled("Challenge", challenge.select)),
      challenge.element),
    make("div", { class: "lt-stage" },
      make("fieldset", { class: "lt-settings lt-dials" }, make("legend", { text: "The blood, and the push" }),
        ...[...dials.values()].map(({ element }) => element),
        make("div", {}, labelled("How far calcium moves the gates", slope),
          make("p", { class: "lt-about", text: "By how much ten times the calcium moves the voltage at which they open, in thousandths of a volt (mV). The further, the more a change of calcium does." }))),
      make("div", { class: "lt-traces" }, seen, second, closer,
        ...choices.notes.map((text) => make("p", { class: "lt-note", text })))),
    speaker.element, status,
    make("div", { class: "lt-panel" }, beginsFold(), basis.element, limits.element));
  el.append(root);

  // --- asking and showing ----------------------------------------------------
  function changed() {
    nameStart();
    state.challenge = "";
    challenge.stale();
    ask();
  }

  function setDials(values) {
    for (const [name, { set }] of dials) set(state.settings[name] = values[name]);
  }

  // Folded, because it is the answer to a challenge.
  function beginsFold() {
    return make("details", { class: "lt-basis" },
      keepKeys(make("summary", { text: "How little calcium does it? Look when you have tried" })),
      ...choices.begins.map((text) => make("p", { text })));
  }

  function nameStart() {
    const isHere = (start) => [...dials.keys()].every((name) => start[name] === state.settings[name]);
    starts.value = choices.starts.find(isHere)?.id ?? "";
  }

  function show(shown) {
    second.src = picture(shown.second);
    second.alt = shown.second_words;
    closer.src = picture(shown.closer);
    closer.alt = shown.closer_words;
    seen.textContent = shown.seen;
    seen.dataset.outcome = shown.outcome;
    speaker.say(shown.seen);
    for (const [name, { say }] of dials) say(shown.said[name]);
    if (shown.verdict) challenge.tell(shown.verdict, model.get("asked"));
    root.dataset.shown = shown.number;
  }

  // --- a dial, with the usual range marked below its slider ------------------
  function dial({ id: name, name: words, plain, low, high, step, usual, usual_low, usual_high }) {
    const control = slider(words, { min: low, max: high, step }, (value) => {
      state.settings[name] = value;
      changed();
    });
    control.input.dataset.setting = name;
    control.input.value = state.settings[name];
    const about = make("p", { class: "lt-about", id: `${id}-${name}`, text: usual ? `${plain}; ${usual}` : plain });
    control.input.setAttribute("aria-describedby", about.id);
    const element = make("div", { class: "lt-dial" }, control.element);
    if (usual) {
      const share = (value) => (value - low) / (high - low);
      const mark = make("span");
      mark.style.setProperty("--from", share(usual_low));
      mark.style.setProperty("--size", share(usual_high) - share(usual_low));
      control.output.before(make("span", { class: "lt-band", "aria-hidden": "true" }, mark));
    }
    element.append(about);
    return { element, say: control.say, set: (value) => { control.input.value = value; } };
  }

  // --- a challenge -----------------------------------------------------------
  function challengePanel() {
    const task = make("p");
    const summary = make("p", { role: "status" });
    const list = make("ul", { class: "lt-findings" });
    const shows = make("p", { class: "lt-shows" });
    const guessing = make("div");
    let guess = null;
    const check = press("Check", () => {
      if (guessing.children.length && !guess) {
        clear();
        summary.textContent = "Your guess is missing. Choose one, then check.";
        return;
      }
      checks += 1;
      state.challenge = select.value;
      clear();
      summary.textContent = CHECKING;
      ask();
    });
    check.classList.add("lt-main");
    const element = make("div", {}, task, guessing, make("div", { class: "lt-row" }, check), summary, list, shows);
    const select = selectBox([["", "none: look around"], ...choices.challenges.map((one) => [one.id, one.name])],
      "", choose);
    function clear() {
      summary.textContent = shows.textContent = "";
      list.replaceChildren();
    }
    function stale() {
      if (!list.children.length && summary.textContent !== CHECKING) return;
      clear();
      summary.textContent = "You changed something: check again.";
    }
    function choose(chosen) {
      const { task: words, guesses } = challenges.get(chosen) ?? { task: "", guesses: [] };
      checks = 0;
      guess = null;
      clear();
      element.hidden = !chosen;
      task.textContent = words;
      guessing.replaceChildren(...(guesses.length ? [radios(`${id}-guess`, "Your guess",
        guesses.map(({ text }) => [text, text]), "", (text) => {
          guess = guesses.find((one) => one.text === text);
          stale();
        }).element] : []));
      if (!chosen) return;
      // From healthy blood, so that nothing is done before it was tried.
      state.settings = structuredClone(choices.opening);
      setDials(state.settings);
      slope.value = state.settings.slope;
      changed();
    }
    element.hidden = true;
    return {
      element,
      select,
      stale,
      // A verdict that comes too late, on another challenge or on other settings, is not told.
      tell({ findings, met, says }, answered) {
        const isSame = (name) => answered.settings[name] === state.settings[name];
        if (answered.challenge !== select.value || !Object.keys(state.settings).every(isSame)) return;
        state.challenge = "";
        const hold = findings.filter((one) => one.holds).length;
        const which = checks === 1 ? "First check" : `Check ${checks}`;
        summary.textContent = met
          ? `${which}: done, all ${hold} points hold.`
          : `${which}: ${hold} of ${findings.length} points hold.`;
        list.replaceChildren(...findingItems(findings));
        shows.textContent = guess && met ? `${guess.says} ${says}` : says;
      },
    };
  }

  nameStart();
  return begin(root, { ...model.get("shown"), verdict: null });
}

export default { render };
