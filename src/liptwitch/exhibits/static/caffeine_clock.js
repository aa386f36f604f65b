// The live caffeine clock. Needs LAB_SCRIPTS before it. It shows what Python answers; it
// reckons nothing itself.

function render({ model, el }) {
  const choices = JSON.parse(model.get("choices"));
  const state = structuredClone(model.get("asked"));
  const plan = state.plan;

  const root = make("section", { class: "lt-lab lt-caffeine", "aria-label": "Caffeine clock" });
  const curve = make("img", { class: "lt-chart", alt: "" });
  const result = make("p", { class: "lt-seen", tabindex: "-1" });
  const day = make("p");
  const guessed = make("p");
  const { speaker, status, ask, begin } = connect({ model, state, show });

  const drinker = set("drinker", selectBox(choices.drinkers, plan.drinker, (value) => change("drinker", value)));
  const bedtime = set("bedtime", selectBox(choices.times, `${plan.bedtime}`, (value) => change("bedtime", Number(value))));
  const everyDay = set("every-day", keepKeys(make("input", { type: "checkbox" })));
  everyDay.checked = plan.every_day;
  everyDay.addEventListener("change", () => change("every_day", everyDay.checked));

  const cups = make("ol", { class: "lt-cups" });
  const add = press("Add a drink", () => {
    const last = plan.cups.at(-1) ?? { drink: choices.drinks[0][0], hour: 8 };
    plan.cups.push({ drink: last.drink, hour: (last.hour + 1) % 24 });
    drawCups();
    ask();
    cups.lastElementChild.querySelector("select").focus();
  });

  const stage = make("div", { class: "lt-stage" },
    make("fieldset", { class: "lt-settings lt-day" }, make("legend", { text: "The day" }),
      labelled("Who drinks", drinker), labelled("Bedtime", bedtime),
      make("label", { class: "lt-tick" }, everyDay, make("span", { text: "Every day is like this one" })),
      cups, make("div", { class: "lt-row" }, add)),
    make("div", { class: "lt-amount" }, guessed, result, curve,
      make("p", { class: "lt-note", text: "Line: the typical half-life. Band: from the shortest to the longest. Reckoned, not measured in anybody." }),
      day));
  const guessing = guessPanel();
  root.append(guessing, stage, speaker.element, status,
    make("div", { class: "lt-panel" }, make("p", { text: choices.notes }), ...tables()));
  el.append(root);

  // The answer is not shown, and not said aloud, before a guess was made or declined.
  function guessPanel() {
    const input = set("guess", keepKeys(make("input", { type: "number", min: 0, step: 1, inputmode: "numeric" })));
    const missing = make("p", { role: "status" });
    const done = keepKeys(make("button", { type: "submit", class: "lt-main", text: "That is my guess" }));
    const form = make("form", { class: "lt-panel" },
      make("p", {}, make("strong", { text: "Guess first. " }), choices.question),
      labelled("Your guess, in mg", input),
      make("div", { class: "lt-row" }, done, press("Show it without a guess", reveal)), missing);
    form.noValidate = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!(input.valueAsNumber >= 0)) {
        missing.textContent = "Type a number of milligrams first.";
        return;
      }
      state.guess = input.valueAsNumber;
      reveal();
    });
    stage.hidden = state.guess === null;
    form.hidden = !stage.hidden;
    return form;
  }

  function reveal() {
    guessing.hidden = true;
    stage.hidden = false;
    result.focus();
    ask();
  }

  function set(name, control) {
    control.dataset.setting = name;
    return control;
  }

  function change(name, value) {
    plan[name] = value;
    ask();
  }

  function drawCups() {
    cups.replaceChildren(...plan.cups.map((cup, i) => {
      const number = i + 1;
      const drink = set("drink", selectBox(choices.drinks, cup.drink, (value) => { cup.drink = value; ask(); }));
      const hour = set("hour", selectBox(choices.times, `${cup.hour}`, (value) => { cup.hour = Number(value); ask(); }));
      const remove = press("Remove", () => {
        plan.cups.splice(i, 1);
        drawCups();
        ask();
        (cups.children[Math.min(i, plan.cups.length - 1)]?.querySelector("button") ?? add).focus();
      });
      drink.setAttribute("aria-label", `Drink ${number}`);
      hour.setAttribute("aria-label", `Time of drink ${number}`);
      remove.setAttribute("aria-label", `Remove drink ${number}`);
      return make("li", {}, drink, hour, remove);
    }));
    add.disabled = plan.cups.length >= choices.most;
  }

  function show(shown) {
    curve.src = picture(shown.curve);
    curve.alt = shown.curve_words;
    guessed.textContent = shown.guessed;
    result.textContent = shown.result;
    day.textContent = shown.day;
    if (!stage.hidden) speaker.say(shown.result);
    root.dataset.shown = shown.number;
  }

  function tables() {
    const said = (row) => [withSources(row.says, row.sources), row.sure];
    const bodies = foldedTable("How fast bodies clear caffeine", "Half-life: the hours in which half of it goes",
      ["Who", "What it rests on", "How sure"]);
    bodies.fill(choices.half_lives.map((row) => [row.name, ...said(row)]));
    const drinks = foldedTable("What a drink holds", "Caffeine in one serving",
      ["Drink", "Serving", "Caffeine", "What it rests on", "How sure"]);
    drinks.fill(choices.servings.map(([name, serving, mg, row]) => [name, serving, mg, ...said(row)]));
    const advice = foldedTable("How much is no concern", "Amounts that experts call no concern",
      ["Amount", "What they say", "How sure"]);
    advice.fill(choices.advice.map((row) => [row.name, ...said(row)]));
    return [bodies.element, drinks.element, advice.element];
  }

  drawCups();
  return begin(root, model.get("shown"));
}

export default { render };
