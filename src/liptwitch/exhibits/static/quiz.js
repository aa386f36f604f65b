// The quiz: it answers by itself and tells the kernel, if there is one, what was answered.
// Every text is set as text, never as HTML. Needs elements.js, keys.js, forms.js, svg.js, face.js
// and outbox.js before it.

const CERTAINTIES = [
  { id: "low", label: "Low", right: 1, wrong: 0 },
  { id: "middle", label: "Middle", right: 2, wrong: -2 },
  { id: "high", label: "High", right: 3, wrong: -6 },
];

// How long a page waits before it says that no kernel has answered, in milliseconds.
const PATIENCE = 2500;

// ---- marking: the same rules as liptwitch.learning.scoring, held together by a test ----

const sameSet = (one, other) =>
  one.length === other.length && one.every((letter) => other.includes(letter));

const MARKS = {
  single: (item, response) => response === item.key,
  several: (item, response) => sameSet(response, item.key),
  match: (item, response) => Object.keys(item.key).every((left) => response[left] === item.key[left]),
  order: (item, response) => item.key.every((letter, place) => response[place] === letter),
  number: (item, response) => within(response, item.key, item.tolerance),
  point: (item, response) => item.key.includes(response),
};

// A hair's breadth of slack, so that 0.3 - 0.1 still counts as 0.2.
function within(value, target, tolerance) {
  const slack = 1e-9 * Math.max(1, Math.abs(target));
  return Math.abs(value - target) <= tolerance + slack;
}

export function isRight(item, response) {
  return MARKS[item.kind](item, response);
}

export function points(right, certainty) {
  const rule = CERTAINTIES.find((one) => one.id === certainty);
  return right ? rule.right : rule.wrong;
}

// ---- building blocks ----

// What was picked, what is said of it: sign, word and colour together.
function say(element, right, text) {
  const sign = right ? "✓ Right." : "✗ Not so.";
  element.replaceChildren(make("strong", {}, sign), ` ${text}`);
  element.dataset.right = right;
}

function hush(element) {
  element.replaceChildren();
  delete element.dataset.right;
}

// ---- the six kinds: each has parts to show, read(), give(response) and explain(response) ----

function choice(item, name, type) {
  const rows = shuffled(item.options, item.id).map((option) => {
    const input = keepKeys(make("input", { type, name, value: option.id }));
    const why = live("lt-why");
    const row = make("div", { class: "lt-option" }, make("label", {}, input, make("span", {}, option.text)), why);
    return { option, input, why, row };
  });
  const picked = () => rows.filter(({ input }) => input.checked).map(({ option }) => option.id).sort();
  return {
    parts: rows.map(({ row }) => row),
    inputs: rows.map(({ input }) => input),
    missing: type === "radio" ? "Choose an answer first." : "Choose at least one answer first.",
    read: () => (type === "radio" ? picked()[0] : picked().length ? picked() : undefined),
    explain(response) {
      for (const { option, input, why } of rows) {
        if (input.checked) say(why, option.correct, option.feedback);
      }
      if (type === "radio") return "";
      const left = item.key.filter((letter) => !response.includes(letter)).length;
      return left ? `${left} right ${left === 1 ? "answer is" : "answers are"} still missing.` : "";
    },
    hush: () => rows.forEach(({ why }) => hush(why)),
    clear: () => type === "radio" && rows.forEach(({ input }) => (input.checked = false)),
    give: (response) => rows.forEach(({ option, input }) => (input.checked = [response].flat().includes(option.id))),
    answer: () => item.options.map((option) => ({ right: option.correct, text: `${option.text} – ${option.feedback}` })),
  };
}

function match(item) {
  const rights = shuffled([...item.pairs, ...item.decoys], item.id);
  const rows = shuffled(item.pairs, `${item.id} left`).map((pair) => {
    const select = keepKeys(
      make(
        "select",
        {},
        make("option", { value: "" }, "choose …"),
        ...rights.map((right) => make("option", { value: right.id }, right.right)),
      ),
    );
    const why = live("lt-why");
    const row = make("div", { class: "lt-option" }, make("label", {}, make("span", {}, pair.left), select), why);
    return { pair, select, why, row };
  });
  return {
    parts: rows.map(({ row }) => row),
    inputs: rows.map(({ select }) => select),
    missing: "Choose a partner for each line first.",
    read() {
      if (rows.some(({ select }) => !select.value)) return undefined;
      return Object.fromEntries(rows.map(({ pair, select }) => [pair.id, select.value]));
    },
    explain(response) {
      for (const { pair, why } of rows) {
        const right = response[pair.id] === pair.id;
        const decoy = item.decoys.find((one) => one.id === response[pair.id]);
        say(why, right, right ? pair.feedback : decoy ? decoy.feedback : wrongPartner(item, response[pair.id]));
      }
      const joined = item.pairs.filter((pair) => response[pair.id] === pair.id).length;
      return `${joined} of ${item.pairs.length} lines are joined rightly.`;
    },
    hush: () => rows.forEach(({ why }) => hush(why)),
    clear() {},
    give: (response) => rows.forEach(({ pair, select }) => (select.value = response[pair.id])),
    answer: () => item.pairs.map((pair) => ({ right: true, text: `${pair.left} – ${pair.right}. ${pair.feedback}` })),
  };
}

function wrongPartner(item, letter) {
  const owner = item.pairs.find((pair) => pair.id === letter);
  return `“${owner.right}” belongs elsewhere: ${owner.feedback}`;
}

function order(item) {
  const list = make("ol", { class: "lt-steps" });
  const moved = live("lt-hidden");
  // Shuffled by chance into the right order, it would be no question.
  const start = shuffled(item.steps, item.id);
  if (isRight(item, start.map((step) => step.id))) start.push(start.shift());
  const rows = start.map((step) => {
    const why = live("lt-why");
    const up = keepKeys(make("button", { type: "button", "aria-label": `Move up: ${step.text}` }, "▲"));
    const down = keepKeys(make("button", { type: "button", "aria-label": `Move down: ${step.text}` }, "▼"));
    const row = make("li", {}, make("span", { class: "lt-step" }, make("span", {}, step.text), up, down), why);
    const move = (button, by) => {
      const place = [...list.children].indexOf(row);
      const target = place + by;
      if (target < 0 || target >= list.children.length) return;
      list.insertBefore(row, by < 0 ? list.children[target] : list.children[target].nextSibling);
      button.focus();
      moved.textContent = `${step.text}: now ${target + 1} of ${item.steps.length}.`;
    };
    up.addEventListener("click", () => move(up, -1));
    down.addEventListener("click", () => move(down, 1));
    return { step, why, row, buttons: [up, down] };
  });
  list.append(...rows.map(({ row }) => row));
  const current = () => [...list.children].map((element) => rows.find(({ row }) => row === element));
  return {
    parts: [list, moved],
    inputs: rows.flatMap(({ buttons }) => buttons),
    missing: "",
    read: () => current().map(({ step }) => step.id),
    explain(response) {
      current().forEach(({ step, why }, place) => {
        const right = item.key[place] === response[place];
        say(why, right, right ? step.feedback : "This step belongs in another place.");
      });
      const placed = item.key.filter((letter, place) => response[place] === letter).length;
      return `${placed} of ${item.key.length} steps stand in their place.`;
    },
    hush: () => rows.forEach(({ why }) => hush(why)),
    clear() {},
    give: (response) => list.append(...response.map((id) => rows.find(({ step }) => step.id === id).row)),
    answer: () => item.steps.map((step) => ({ right: true, text: `${step.text} – ${step.feedback}` })),
  };
}

// A comma is a decimal point in much of the world.
const parseNumber = (text) => Number(text.trim().replace(/\s/g, "").replace("−", "-").replace(",", "."));

function number(item) {
  const input = keepKeys(make("input", { type: "text", inputmode: "decimal", autocomplete: "off", size: 8 }));
  const why = live("lt-why");
  const row = make("div", { class: "lt-option lt-amount" }, make("label", {}, make("span", {}, "Your number:"), input, make("span", {}, item.unit)), why);
  return {
    parts: [row],
    inputs: [input],
    missing: "Write a number first, such as 12 or 4.5.",
    read() {
      const value = parseNumber(input.value);
      return input.value.trim() === "" || !Number.isFinite(value) ? undefined : value;
    },
    explain(response) {
      const right = isRight(item, response);
      const slip = item.slips.find((one) => within(response, one.value, one.tolerance));
      const side = response < item.key ? item.too_low : item.too_high;
      say(why, right, right ? item.right : slip ? slip.feedback : side);
      return "";
    },
    hush: () => hush(why),
    clear() {},
    give: (response) => (input.value = response),
    answer: () => [{ right: true, text: `${item.key} ${item.unit}. ${item.right}` }],
  };
}

// The list is the keyboard's way, the picture the pointer's; each shows what the other chose.
function point(item, name, quiz) {
  const { createPicture, drawings } = quiz.anatomy;
  const drawing = drawings[item.picture === "path" ? "path" : "face"];
  const bare = (id) => (item.sides ? id.replace(/^(right|left)-/, "") : id);
  const picture = createPicture(drawing, {
    layers: drawing.layers[item.picture].filter((layer) => layer !== "numbers"),
    onPick(region, side) {
      const row = rows.find((one) => one.region.id === (item.sides ? `${side}-${region}` : region));
      if (rows[0].input.disabled) return;
      if (!row) return void (hint.textContent = "That place is not among the answers here.");
      row.input.checked = true;
      showChoice();
    },
  });
  picture.name(POINTING[item.picture]);
  const hint = live("lt-hint");
  const why = live("lt-why");
  const rows = item.regions.map((region) => {
    const input = keepKeys(make("input", { type: "radio", name, value: region.id }));
    input.addEventListener("change", showChoice);
    return { region, input, label: make("label", {}, input, make("span", {}, region.text)) };
  });
  const chosen = () => rows.find(({ input }) => input.checked)?.region;
  function showChoice() {
    const region = chosen();
    const side = item.sides && region ? region.id.split("-")[0] : "";
    picture.mark("chosen", region ? [[bare(region.id), side]] : []);
    hint.textContent = region ? `Chosen: ${region.text}.` : "Click in the picture, or choose in the list.";
  }
  showChoice();
  const list = make("div", { class: "lt-option lt-regions" }, ...rows.map(({ label }) => label));
  return {
    parts: [make("div", { class: "lt-pointing" }, picture.element, make("div", {}, hint, list, why))],
    inputs: rows.map(({ input }) => input),
    missing: "Point at a place in the picture first, or choose one in the list.",
    read: () => chosen()?.id,
    explain(response) {
      const region = rows.find((one) => one.region.id === response).region;
      say(why, region.correct, `${region.name === region.text ? "" : `${region.name}. `}${region.feedback}`);
      return "";
    },
    hush: () => hush(why),
    clear() {
      for (const { input } of rows) input.checked = false;
      showChoice();
    },
    give(response) {
      for (const { region, input } of rows) input.checked = region.id === response;
      showChoice();
    },
    answer: () => item.regions.filter((region) => region.correct).map((region) => ({ right: true, text: `${region.name}. ${region.feedback}` })),
  };
}

const POINTING = {
  face: "A face from the front, with its muscles and the facial nerve. The patient's right is on your left.",
  feeling: "A face from the front, with the areas that the trigeminal nerve feels for. The patient's right is on your left.",
  path: "The path from cortex to lip on both sides, with a dot for each station. The patient's right is on your left.",
};

const KINDS = {
  single: (item, name) => choice(item, name, "radio"),
  several: (item, name) => choice(item, name, "checkbox"),
  match,
  order,
  number,
  point,
};

// ---- one question ----

function certaintyField(name) {
  return oneOf(name, "How sure are you?", CERTAINTIES.map((one) => [one.id, one.label]), "lt-certainty");
}

function details(summary, ...children) {
  return make("details", {}, keepKeys(make("summary", {}, summary)), ...children);
}

function explanations(lines) {
  const list = make("ul", { class: "lt-answer" });
  for (const line of lines) {
    const text = make("li");
    say(text, line.right, line.text);
    list.append(text);
  }
  return list;
}

function about(item) {
  const practises = make("p", {}, `It practises: ${item.objective}.`);
  if (!item.sources.length) return details("About this question", practises);
  const sources = make("p", {}, `Sources, linked at the foot of the lesson: ${item.sources.join("; ")}.`);
  return details("About this question, and its sources", practises, sources);
}

function question(item, place, quiz, drawing, onAnswer) {
  const name = `lt-${item.id}-${uniqueId()}`;
  const kind = KINDS[item.kind](item, name, quiz);
  const certainty = quiz.asks_certainty ? certaintyField(`${name}-certainty`) : null;
  const check = keepKeys(make("button", { type: "submit", class: "lt-check" }, "Check"));
  const verdict = live("lt-verdict");
  const record = live("lt-record");
  const after = make("div", { class: "lt-after" });
  const legend = make("legend", { text: `${place}. ${item.stem}` });
  const clip = item.clip ? clipPlayer(drawing, item.clip) : null;
  const field = make("fieldset", { class: "lt-question" }, legend, ...(clip ? [clip.element] : []), ...kind.parts);
  const form = make("form", { novalidate: "" }, field, ...(certainty ? [certainty.field] : []), check, verdict, after, record);
  const inputs = [...kind.inputs, ...(certainty?.inputs ?? [])];
  let tries = 0;
  let checked = false;

  function lock(locked) {
    checked = locked;
    for (const input of inputs) input.disabled = locked;
    check.textContent = locked ? "Try again" : "Check";
  }

  function checkAnswer() {
    const response = kind.read();
    if (response === undefined) return void (verdict.textContent = kind.missing);
    const sure = certainty?.read();
    if (certainty && !sure) return void (verdict.textContent = "Say how sure you are, then check.");
    const right = isRight(item, response);
    tries += 1;
    reveal(response, right, sure);
    check.focus(); // a locked control would lose the focus to the page
    const time = new Date().toISOString();
    onAnswer({ id: uniqueId(), item: item.id, response, certainty: sure ?? null, time }, right, tries);
  }

  function reveal(response, right, sure) {
    lock(true);
    const text = verdictText(item, right, tries === 1 && sure, kind.explain(response));
    text ? say(verdict, right, text) : hush(verdict);
    const lines = kind.answer();
    if (right && item.kind !== "single" && item.kind !== "several") lines.length = 0;
    if (lines.length) after.replaceChildren(details(right ? "Why the others are not so, and this one is" : "Show the answer", explanations(lines)));
  }

  // An answer given before the page was run stands again as it was; no try of this sitting is lost.
  function restore({ response, right, certainty: sure }) {
    if (tries) return;
    tries = 2; // the first try was the earlier one
    kind.give(response);
    certainty?.give(sure);
    reveal(response, right, sure);
  }

  function tryAgain() {
    lock(false);
    kind.hush();
    kind.clear();
    hush(verdict);
    after.replaceChildren();
    inputs[0].focus();
  }

  sendOnEnter(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    checked ? tryAgain() : checkAnswer();
  });
  return {
    element: make("li", { class: "lt-item" }, form, about(item)),
    note: (text) => (record.textContent = text),
    restore,
    stop: () => clip?.stop(),
  };
}

// `sure`: the certainty that earns or costs points; only that of a first try does.
function verdictText(item, right, sure, extra) {
  const parts = [];
  if (sure) {
    const won = points(right, sure);
    parts.push(`${won > 0 ? "+" : won < 0 ? "−" : ""}${Math.abs(won)} points with ${sure} certainty.`);
    if (!right && sure === "high") parts.push("Sure, and not so: this one comes back first when you review.");
  }
  if (extra) parts.push(extra);
  if (right) parts.push(`Take home: ${item.take_home}`);
  return parts.join(" ");
}

// ---- a moving lip in a question ----

function clipPlayer(drawing, clip) {
  const face = createFace(drawing);
  const player = createPlayer({ face });
  face.name(clip.words);
  player.load({ ...clip, channels: amounts(clip.channels) });
  const words = details("What moves, in words", make("p", {}, clip.words));
  const element = make("div", { class: "lt-clip" }, face.element, make("div", {}, player.element, words));
  return { element, stop: () => player.destroy() };
}

// Hundredths, as they are saved, to shares of the full movement.
function amounts(channels) {
  return Object.fromEntries(
    Object.entries(channels).map(([region, values]) => [region, values.map((value) => value / 100)]),
  );
}

// ---- the whole quiz ----

function certaintyRule() {
  const rows = CERTAINTIES.map((one) =>
    make("tr", {}, make("th", { scope: "row" }, one.label), make("td", {}, `+${one.right}`), make("td", {}, `${one.wrong}`.replace("-", "−"))),
  );
  const head = make("tr", {}, ...["How sure", "If right", "If not"].map((text) => make("th", { scope: "col" }, text)));
  return make(
    "div",
    { class: "lt-rule" },
    make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)),
    make("p", {}, "Your first try counts. “Middle” pays when you are right more than 2 times in 3; “high”, more than 4 times in 5."),
  );
}

// What the other exhibits that draw the anatomy share with the quiz.
export const kit = { make, keepKeys, listenForShortcuts, svgElement };

export function renderQuiz({ model, el, quiz, drawing, anatomy }) {
  const ids = new Set(quiz.items.map((item) => item.id));
  const firstTries = new Map();
  const unanswered = new Map(); // the answers that this view has sent, by their id
  const total = live("lt-total");
  const status = live("lt-status");
  let kernelAnswers = false;

  const questions = new Map(
    quiz.items.map((item, place) => [
      item.id,
      question(item, place + 1, { ...quiz, anatomy }, drawing, (answer, right, tries) => {
        if (tries === 1) firstTries.set(item.id, { right, certainty: answer.certainty });
        total.textContent = totalText(quiz, firstTries);
        const keeps = outbox.add(answer);
        send(answer);
        setTimeout(() => {
          if (!unanswered.has(answer.id)) return;
          questions.get(item.id).note(keeps ? NOT_YET : NOT_KEPT);
          status.textContent = UNRECORDED;
        }, PATIENCE);
      }),
    ]),
  );

  function send(answer) {
    unanswered.set(answer.id, answer);
    // The browser keeps the answer already: first the feedback is shown, then the kernel told.
    setTimeout(() => model.send({ type: "answer", ...answer }));
  }

  function onMessage(message) {
    if (message.type === "ready") {
      kernelAnswers = true;
      status.textContent = "Answers are recorded on this computer.";
      for (const [item, earlier] of Object.entries(message.history)) {
        questions.get(item)?.note(earlierText(earlier));
        if (!outbox.waiting(new Set([item])).length) questions.get(item)?.restore(earlier);
      }
      outbox.waiting(ids).forEach(send);
    }
    if (message.type === "answer") {
      // An answer that fits no question can never be recorded: it need not wait.
      if (message.saved || message.right === null) outbox.remove(message.id);
      // The kernel speaks to all views of the quiz; one view notes what was answered in it.
      const answer = unanswered.get(message.id);
      const asked = questions.get(answer?.item);
      unanswered.delete(message.id);
      asked?.note(message.saved ? "Recorded." : message.message);
      const later = [...unanswered.values()].some((one) => one.item === answer?.item);
      if (message.right !== null && !later) asked?.restore({ ...answer, right: message.right });
    }
  }

  const stopListening = listenForShortcuts();
  model.on("msg:custom", onMessage);
  const title = `lt-title-${uniqueId()}`;
  el.append(
    make(
      "section",
      { class: "lt-quiz", "aria-labelledby": title },
      make("h3", { id: title }, quiz.title),
      ...(quiz.asks_certainty ? [certaintyRule()] : []),
      status,
      make("ol", { class: "lt-items" }, ...[...questions.values()].map((one) => one.element)),
      total,
    ),
  );
  model.send({ type: "hello" });
  const waiting = setTimeout(() => {
    if (!kernelAnswers) status.textContent = UNRECORDED;
  }, PATIENCE);

  return () => {
    clearTimeout(waiting);
    model.off("msg:custom", onMessage);
    stopListening();
    for (const one of questions.values()) one.stop();
  };
}

const UNRECORDED =
  "Answers work here, but are not recorded yet: Python is not running. Choose Run ▸ Run All Cells to record them.";
const NOT_YET = "Not recorded yet: it waits in this browser until you choose Run ▸ Run All Cells.";
const NOT_KEPT = "Not recorded: Python does not answer, and this browser lets the page keep nothing.";

function earlierText(earlier) {
  // The learner's own day; Swedish dates are written year-month-day.
  const day = new Date(earlier.time).toLocaleDateString("sv");
  return `You answered this before, on ${day}: ${earlier.right ? "right" : "not right"}.`;
}

function totalText(quiz, firstTries) {
  const count = quiz.items.length;
  const tries = [...firstTries.values()];
  const right = tries.filter((one) => one.right).length;
  const text = `${tries.length} of ${count} answered; right at the first try: ${right}.`;
  if (!quiz.asks_certainty) return text;
  const sum = tries.reduce((total, one) => total + points(one.right, one.certainty), 0);
  return `${text} Points: ${`${sum}`.replace("-", "−")} of ${3 * tries.length} possible so far.`;
}
