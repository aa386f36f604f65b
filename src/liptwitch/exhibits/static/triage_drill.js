// The live triage drill: one story at a time, a level for each, and at the end how safe that was.
// It answers by itself and tells the kernel, if there is one. Needs elements.js, keys.js,
// controls.js, forms.js, outbox.js and triage_marks.js before it.

const KEPT = "liptwitch.drill"; // where this browser keeps the round that is under way
const PATIENCE = 2500; // milliseconds before the page says that no kernel has answered
const SURE = [["low", "Low"], ["middle", "Middle"], ["high", "High"]];

const MEASURES = {
  strictly_safe: "Strict safety: at the level that the story calls for, or more urgent",
  right: "At that very level",
  in_range: "At a level that a careful doctor could defend",
  too_low: "Too slow (under-triage)",
  too_high: "Faster than the story calls for (over-triage)",
  missed_at_the_top: "Emergency and same-day stories given less than their range",
  beyond_range_below: "Stories of the two lowest levels given more than their range",
};

const UNRECORDED = "Decisions work here, and this browser keeps them. Python is not running: choose Run ▸ Run All Cells to record them.";

export function render({ model, el, spec }) {
  const { levels, stories } = spec;
  const order = levels.map((one) => one.level);
  const named = Object.fromEntries(levels.map((one) => [one.level, one]));
  const ids = new Set(stories.map((one) => one.id));
  const stop = listenForShortcuts();
  const round = kept();
  let place = Math.max(0, stories.findIndex((one) => !round.given[one.id]));
  let kernelAnswers = false;

  const status = make("p", { class: "lt-status", role: "status" });
  const count = make("p", { class: "lt-total", "aria-live": "polite" });
  const stage = make("div");
  const result = make("div");
  const title = `lt-drill-${uniqueId()}`;
  el.append(make("section", { class: "lt-quiz lt-drill", "aria-labelledby": title },
    make("h3", { id: title, text: "Triage drill" }), make("p", { text: spec.note }), status, count, stage, result));

  // What this browser keeps of the round: {since, given: {story: {response, certainty}}}.
  function kept() {
    const found = readStored(KEPT) ?? {};
    const given = Object.entries(found.given ?? {}).filter(([id, one]) => ids.has(id) && order.includes(one?.response));
    return { since: typeof found.since === "string" ? found.since : "", given: Object.fromEntries(given) };
  }

  function keep() {
    return store(KEPT, round);
  }

  // --- one story -------------------------------------------------------------
  function showStory(focus = "") {
    const story = stories[place];
    const answer = round.given[story.id];
    const name = `lt-${story.id}-${uniqueId()}`;
    const options = levels.map((one) => [one.level, one.name]);
    const level = oneOf(`${name}-level`, "How fast does this person need help?", options, "lt-option");
    levels.forEach(({ sign }, at) => level.inputs[at].after(make("span", { "aria-hidden": "true", class: "lt-care-sign", text: sign })));
    const sure = oneOf(`${name}-sure`, "How sure are you? (if you like)", SURE, "lt-certainty");
    const decide = keepKeys(make("button", { type: "submit", class: "lt-check", text: "Decide" }));
    const say = make("div", { "aria-live": "polite" });
    const back = press("◀ Story before", () => go(place - 1));
    const on = press("Next story ▶", () => go(place + 1));
    back.disabled = place === 0;
    on.disabled = place === stories.length - 1;
    const form = make("form", { class: "lt-item", novalidate: "" },
      make("p", { class: "lt-note", text: `Story ${place + 1} of ${stories.length}` }),
      make("blockquote", { class: "lt-story", text: story.story }),
      level.field, sure.field, decide, say, make("div", { class: "lt-moves" }, back, on));
    sendOnEnter(form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!level.read()) return void say.replaceChildren(make("p", { text: "Choose a level first." }));
      settle(story, { response: level.read(), certainty: sure.read() ?? null });
      lock();
      (on.disabled ? back : on).focus(); // a locked control would lose the focus to the page
    });
    if (answer) {
      level.give(answer.response);
      sure.give(answer.certainty);
      lock();
    }
    function lock() {
      for (const input of [...level.inputs, ...sure.inputs]) input.disabled = true;
      decide.hidden = true;
      note(level, round.given[story.id].response, "◀ your decision");
      if (story.level !== round.given[story.id].response) note(level, story.level, "◀ what the story calls for");
      say.replaceChildren(...feedback(story, round.given[story.id].response));
    }
    stage.replaceChildren(form);
    if (focus) (level.inputs.find((input) => !input.disabled) ?? (on.disabled ? back : on)).focus();
    tell();
  }

  function go(where) {
    place = where;
    showStory("first");
  }

  function feedback(story, given) {
    const safe = offRange(order, story, given) === 0;
    const range = story.range.map((one) => named[one].name).join("; ");
    return [
      make("p", { class: "lt-verdict", "data-right": safe }, make("strong", { text: story.verdicts[given] })),
      make("p", { text: story.says }),
      make("details", {}, keepKeys(make("summary", { text: "Why, and what could be defended" })),
        make("p", { text: `A careful doctor could defend: ${range}.` }),
        make("p", { text: `${story.why} The level is ${story.basis}.` }),
        ...(story.sources.length ? [make("p", {}, ...withSources("Sources:", story.sources))] : [])),
    ];
  }

  // --- the round ---------------------------------------------------------------
  function settle(story, { response, certainty }) {
    round.given[story.id] = { response, certainty };
    const answer = { id: uniqueId(), item: story.id, response, certainty, time: new Date().toISOString() };
    const keeps = keep() && outbox.add(answer);
    setTimeout(() => model.send({ type: "answer", ...answer }));
    setTimeout(() => {
      if (!kernelAnswers) status.textContent = keeps ? UNRECORDED : "Not recorded: Python does not answer, and this browser lets the page keep nothing.";
    }, PATIENCE);
    tell();
  }

  function tell() {
    const done = stories.filter(({ id }) => round.given[id]).length;
    count.textContent = `${done} of ${stories.length} decided.`;
    result.replaceChildren(...(done === stories.length ? summary() : []));
    const again = press("Start again", () => {
      round.given = {};
      round.since = new Date().toISOString();
      keep();
      go(0);
    });
    if (done) result.append(again);
  }

  function summary() {
    const given = Object.fromEntries(Object.entries(round.given).map(([id, one]) => [id, one.response]));
    const marks = measure(order, stories, given);
    const [safe, of] = marks.strictly_safe;
    const [low] = wilson(safe, of);
    const lean = marks.too_high[0] - marks.too_low[0];
    const missed = marks.missed_at_the_top[0];
    const leaning = lean > 0 && missed ? "You were more often too fast than too slow, but too slow where it counts."
      : lean > 0 ? "You lean to the fast side: safe, at the price of worry and of other people’s time."
      : lean < 0 ? "You lean to the slow side: look again at the stories that were too slow."
        : "You were too slow as often as too fast.";
    return [
      make("h3", { text: "How safe were you?" }),
      make("p", { class: "lt-verdict", "data-right": safe === of }, make("strong", { text: `Strict safety: ${safe} of ${of}.` }),
        ` So few stories cannot prove much: the true share may be as low as ${Math.round(100 * low)} in 100.`),
      make("p", { text: missed ? `${missed} of ${marks.missed_at_the_top[1]} stories that could not wait got less than they needed. These count most.` : "No story that could not wait got less than it needed." }),
      make("p", { text: leaning }),
      marksTable(marks),
      make("details", {}, keepKeys(make("summary", { text: "Story by story" })), storyTable(given)),
    ];
  }

  function marksTable(marks) {
    const rows = Object.entries(MEASURES).map(([name, words]) => {
      const [hits, of] = marks[name];
      const [low, high] = wilson(hits, of);
      return make("tr", {}, make("th", { scope: "row", text: words }), make("td", { text: `${hits} of ${of}` }),
        make("td", { text: `${Math.round(100 * low)} to ${Math.round(100 * high)}` }));
    });
    const heads = ["What is counted", "You", "In 100, the data allow"];
    return table(heads, rows, "Your marks, with 95% intervals after Wilson");
  }

  function storyTable(given) {
    return table(["Story", "You", "It calls for"], stories.map((story, at) => {
      const open = press(`${at + 1}`, () => go(at));
      open.setAttribute("aria-label", `Open story ${at + 1}`);
      return make("tr", {}, make("th", { scope: "row" }, open),
        make("td", { text: `${mark(story, given[story.id])} ${named[given[story.id]].name}` }),
        make("td", { text: named[story.level].name }));
    }), "Each story, as you decided and as it calls for");
  }

  // The sign with which the verdict begins.
  function mark(story, level) {
    return story.verdicts[level].slice(0, 1);
  }

  function onMessage(message) {
    if (message.type === "ready") {
      kernelAnswers = true;
      status.textContent = "Decisions are recorded on this computer.";
      const waiting = outbox.waiting(ids);
      for (const [id, earlier] of Object.entries(message.history)) {
        // Decided before, in this round, on another page or in another browser.
        const isOfRound = !round.since || new Date(earlier.time) >= new Date(round.since);
        if (!round.given[id] && isOfRound) round.given[id] = { response: earlier.response, certainty: earlier.certainty };
      }
      keep();
      for (const answer of waiting) setTimeout(() => model.send({ type: "answer", ...answer }));
      const isUntouched = !stage.contains(document.activeElement) && ![...stage.querySelectorAll("input:checked:not(:disabled)")].length;
      if (isUntouched) {
        const first = stories.findIndex((one) => !round.given[one.id]);
        place = first < 0 ? place : first;
        showStory();
      } else tell();
    }
    if (message.type === "answer") {
      // An answer that fits no story can never be recorded: it need not wait.
      if (message.saved || message.right === null) outbox.remove(message.id);
      if (!message.saved) status.textContent = message.message;
    }
  }

  model.on("msg:custom", onMessage);
  showStory();
  model.send({ type: "hello" });
  const waiting = setTimeout(() => {
    if (!kernelAnswers) status.textContent = UNRECORDED;
  }, PATIENCE);

  return () => {
    clearTimeout(waiting);
    model.off("msg:custom", onMessage);
    stop();
  };
}

function note({ inputs }, value, words) {
  inputs.find((input) => input.value === value).parentElement.append(make("strong", { text: words }));
}

function table(heads, rows, caption) {
  return make("table", {}, make("caption", { text: caption }),
    make("thead", {}, make("tr", {}, ...heads.map((text) => make("th", { scope: "col", text })))),
    make("tbody", {}, ...rows));
}
