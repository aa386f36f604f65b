// The live movement lab. Needs LAB_SCRIPTS and face.js before it. It shows what Python
// answers; it computes no movement itself.

let labsMade = 0;

function render({ model, el }) {
  const id = `lt-lab-${++labsMade}`;
  const choices = JSON.parse(model.get("choices"));
  const movements = new Map(choices.movements.map((one) => [one.id, one]));
  const stop = listenForShortcuts();

  // What is asked for. In "explore" and "make" the settings are the learner's own.
  const state = structuredClone(model.get("asked"));
  Object.assign(state, { check: false, guess: "" });
  const kept = {
    explore: structuredClone(movements.get(state.preset).settings),
    make: structuredClone(choices.neutral),
  };
  if (state.mode !== "name") kept[state.mode] = state.settings;
  const first = state.mode === "name" ? state.round : crypto.getRandomValues(new Uint32Array(1))[0];
  const tries = { checks: 0, rounds: state.mode === "name" ? 1 : 0, named: 0, alike: 0, answered: false };

  // --- parts -----------------------------------------------------------------
  const root = make("section", { class: "lt-lab", "aria-label": "Movement lab" });
  const modes = radios(`${id}-mode`, "What would you like to do?", [
    ["explore", "Try movements"],
    ["make", "Make it a …"],
    ["name", "Name that movement"],
  ], state.mode, (mode) => enter(mode));

  const face = createFace(model.get("drawing"));
  const playhead = make("div", { class: "lt-playhead", "aria-hidden": "true" });
  const player = createPlayer({ face, onTime: movePlayhead });
  const curves = make("img", { class: "lt-chart", alt: "" });
  const spectrum = make("img", { class: "lt-chart", alt: "" });
  const seen = make("p", { class: "lt-seen" });
  // Folded where the name is to be guessed: the words would help more than the face.
  const inWords = make("details", {}, keepKeys(make("summary", { text: "What is seen, in words" })), seen);
  const speaker = createSpeaker();
  const status = make("p", { class: "lt-status", role: "status" });

  const tasks = radios(`${id}-task`, "Ask the person to …", Object.entries(choices.tasks),
    state.task, (task) => { state.task = task; ask(); });

  const settings = settingsForm();
  const basis = basisPanel();
  const explore = explorePanel();
  const making = makePanel();
  const naming = namePanel();
  const things = { explore, make: making, name: naming };
  const stage = make("div", { class: "lt-stage" },
    make("div", { class: "lt-person" }, face.element, player.element, tasks.element, inWords),
    make("div", { class: "lt-curves" },
      make("div", { class: "lt-strip" }, curves, playhead), spectrum,
      make("p", { class: "lt-note", text: "Computed curves: recorded from nobody. The face moves more than a real one would." }),
      settings.element, making.after, naming.after));
  root.append(modes.element, ...Object.values(things).map((one) => one.before),
    stage, speaker.element, status, explore.after);
  el.append(root);

  // --- asking and showing ----------------------------------------------------
  const asker = createAsker({ model, state, status, show });

  function ask() {
    asker.ask();
  }

  function show(shown) {
    curves.src = picture(shown.curves);
    curves.alt = shown.curves_words;
    spectrum.src = picture(shown.spectrum);
    spectrum.alt = shown.spectrum_words;
    face.name(`Moving face. ${shown.seen} The patient's right is on the viewer's left.`);
    seen.textContent = shown.seen;
    speaker.say(shown.seen);
    player.load(shown);
    if (shown.said) settings.say(shown.said);
    if (shown.findings) making.tell(shown.findings);
    if (shown.verdict) naming.tell(shown.verdict);
    root.dataset.shown = shown.number;
  }

  function movePlayhead(time) {
    const { left, width } = choices.plot;
    const seconds = model.get("shown").seconds ?? 1;
    playhead.style.left = `${100 * (left + (width * time) / seconds)}%`;
  }

  // --- the three things to do ------------------------------------------------
  function enter(mode) {
    if (state.mode !== "name") kept[state.mode] = state.settings;
    state.mode = mode;
    state.check = false;
    state.guess = "";
    if (mode !== "name") state.settings = kept[mode];
    arrange();
    if (mode === "name" && !tries.rounds) naming.next();
    else ask();
  }

  function arrange() {
    const mode = state.mode;
    for (const [name, { before, after }] of Object.entries(things)) {
      before.hidden = after.hidden = name !== mode;
    }
    settings.element.hidden = mode === "name";
    inWords.open = mode !== "name";
    if (mode !== "name") settings.set(state.settings);
    // Meanwhile the settings may have been those of another mode.
    if (mode === "explore") explore.compare();
  }

  function explorePanel() {
    const select = selectBox(choices.movements.map((one) => [one.id, one.name]), state.preset,
      (preset) => {
        state.preset = preset;
        state.settings = structuredClone(movements.get(preset).settings);
        settings.set(state.settings);
        tell();
        basis.tell();
        ask();
      });
    const looks = make("p");
    const asks = make("p");
    const changed = make("p", { class: "lt-changed" });
    const back = press("Back to its settings", () => {
      select.dispatchEvent(new Event("change"));
      select.focus();
    });
    const own = make("div", { class: "lt-own" }, changed, back);
    function tell() {
      const movement = movements.get(state.preset);
      looks.textContent = movement.looks;
      asks.textContent = `Only a question or a test can tell: ${movement.ask}`;
      compare();
    }
    function compare() {
      const movement = movements.get(state.preset);
      const names = Object.keys(choices.labels)
        .filter((name) => movement.settings[name] !== state.settings[name])
        .map((name) => choices.labels[name]);
      own.hidden = names.length === 0;
      changed.textContent = `Changed by you: ${names.join(", ")}. It may no longer be “${movement.name}”.`;
    }
    tell();
    return {
      before: make("div", { class: "lt-panel" },
        labelled("Movement", select), looks, own),
      after: make("div", { class: "lt-panel" }, asks, basis.element),
      compare,
    };
  }

  function makePanel() {
    state.target ||= choices.opening;
    const select = selectBox(choices.movements.map((one) => [one.id, one.name]), state.target,
      (target) => {
        state.target = target;
        tries.checks = 0;
        clear();
      });
    const summary = make("p", { role: "status" });
    const list = make("ul", { class: "lt-findings" });
    function clear() {
      summary.textContent = "";
      list.replaceChildren();
    }
    const check = press("Check", () => {
      tries.checks += 1;
      state.check = true;
      ask();
    });
    check.classList.add("lt-main");
    const restart = press("Start again", () => {
      state.settings = structuredClone(choices.neutral);
      settings.set(state.settings);
      tries.checks = 0;
      clear();
      state.check = false;
      ask();
    });
    return {
      before: make("div", { class: "lt-panel" },
        labelled("Make it a case of", select),
        make("p", { text: "Set the controls until the face does it. Then check, as often as you like." })),
      after: make("div", { class: "lt-panel" },
        make("div", { class: "lt-row" }, check, restart), summary, list),
      stale() {
        if (list.children.length) summary.textContent = "You changed something: check again.";
      },
      tell(findings) {
        state.check = false;
        const hold = findings.filter((one) => one.holds).length;
        const done = hold === findings.length;
        const which = tries.checks === 1 ? "First check" : `Check ${tries.checks}`;
        summary.textContent = done
          ? `${which}: all ${hold} points hold. So this may be called “${movements.get(state.target).name}”.`
          : `${which}: ${hold} of ${findings.length} points hold. Every check narrows it down.`;
        list.replaceChildren(...findingItems(findings));
      },
    };
  }

  function namePanel() {
    const select = selectBox([["", "choose …"], ...choices.movements.map((one) => [one.id, one.name])],
      "", () => {});
    const score = make("p");
    const verdict = make("p", { role: "status" });
    const why = make("div");
    const nextButton = press("Next movement", () => next());
    const answer = press("That is it", () => {
      if (!select.value) {
        verdict.textContent = "Choose a name first.";
        return;
      }
      state.guess = select.value;
      ask();
    });
    answer.classList.add("lt-main");
    function next() {
      state.round = first + tries.rounds;
      state.guess = "";
      state.task = "rest";
      tasks.set("rest");
      select.value = "";
      tries.rounds += 1;
      tries.answered = false;
      verdict.textContent = "";
      why.replaceChildren();
      count();
      player.seek(0);
      ask();
    }
    function count() {
      const alike = tries.alike ? `, ${tries.alike} taken for a look-alike` : "";
      score.textContent = `Movement ${tries.rounds}. Named so far: ${tries.named}${alike}.`;
    }
    if (tries.rounds) count();
    function points(title, findings) {
      return [make("p", { text: title }), make("ul", {}, ...findings.map((one) =>
        make("li", { text: `${one.label}: ${one.value}. ${one.because}` })))];
    }
    return {
      before: make("div", { class: "lt-panel" },
        make("p", { text: "Press Play and watch. Use the four tasks as an examiner would. Then name it." })),
      after: make("div", { class: "lt-panel" }, score,
        labelled("This is", select),
        make("div", { class: "lt-row" }, answer, nextButton), verdict, why),
      next,
      tell(found) {
        if (!tries.answered) {
          tries.answered = true;
          tries.named += found.right ? 1 : 0;
          tries.alike += found.alike ? 1 : 0;
        }
        count();
        if (found.right) verdict.textContent = `✓ Yes: “${found.name}”.`;
        else if (found.alike) {
          verdict.textContent = `≈ It was drawn as “${found.name}”. But “${found.guess}” fits all that can be seen here too: a fair answer.`;
        } else verdict.textContent = `✗ Not “${found.guess}”. It was drawn as “${found.name}”.`;
        why.replaceChildren(
          ...(found.against.length ? points(`What speaks against “${found.guess}”:`, found.against) : []),
          ...points(`What gives “${found.name}” away:`, found.clues),
          make("p", { text: `What only a question or a test can tell: ${found.ask}` }));
        state.guess = "";
      },
    };
  }

  // --- settings --------------------------------------------------------------
  function settingsForm() {
    const sliders = {};
    const inputs = {};
    const fields = Object.entries(choices.labels).map(([name, label]) => {
      if (name in choices.ranges) {
        sliders[name] = slider(label, { min: 0, max: 100, step: 1 },
          (position) => change(name, fromSlider(name, position)));
        inputs[name] = sliders[name].input;
        return sliders[name].element;
      }
      inputs[name] = selectBox(Object.entries(choices.options[name]), "", (value) => change(name, value));
      return labelled(label, inputs[name]);
    });
    for (const [name, input] of Object.entries(inputs)) input.dataset.setting = name;
    function change(name, value) {
      state.settings[name] = value;
      state.check = false;
      explore.compare();
      making.stale();
      ask();
    }
    return {
      element: make("fieldset", { class: "lt-settings" }, make("legend", { text: "Settings" }), ...fields),
      set(values) {
        for (const [name, input] of Object.entries(inputs)) {
          input.value = name in choices.ranges ? toSlider(name, values[name]) : values[name];
        }
      },
      say(words) {
        for (const name of Object.keys(sliders)) sliders[name].say(words[name]);
      },
    };
  }

  // Sliders go by factors, not by steps: from 0.1 to 0.2 a second is as far as from 5 to 10.
  function fromSlider(name, position) {
    const [lowest, highest] = choices.ranges[name];
    return Number((lowest * (highest / lowest) ** (position / 100)).toPrecision(2));
  }

  function toSlider(name, value) {
    const [lowest, highest] = choices.ranges[name];
    return Math.round((100 * Math.log(value / lowest)) / Math.log(highest / lowest));
  }

  function basisPanel() {
    const table = foldedTable("What these numbers rest on", "Values as the lab opens this movement",
      ["Setting", "Value", "What it rests on", "How sure"]);
    function tell() {
      table.fill(movements.get(state.preset).basis.map((row) =>
        [row.label, row.value, withSources(row.says, row.sources), row.sure]));
    }
    tell();
    return { element: table.element, tell };
  }

  // A view that is opened again shows the movement; what was checked or guessed is asked anew.
  arrange();
  asker.receive({ ...model.get("shown"), findings: null, verdict: null });
  return () => {
    stop();
    asker.stop();
    speaker.stop();
    player.destroy();
  };
}

export default { render };
